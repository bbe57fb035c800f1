package recognise

import (
	"slices"
	"strings"
	"unicode/utf8"

	"hongtou/internal/dossier"
	"hongtou/internal/register"
)

// named proposes register entries for the names in fields that the known
// register does not have.
func named(d Draft, known *dossier.Register) (units, people []Name) {
	p := proposer{index: register.New(known), seen: map[string]int{}, people: map[string]int{}}
	for _, it := range d.Annex.Items() {
		ordinal, _, _ := strings.Cut(it.Problem[0].Value(), "，")
		for _, as := range it.Aspects {
			var answer []string
			for _, f := range as.Fields {
				switch f.Kind {
				case dossier.Responsible, Cooperating, dossier.Supervisors:
					got := p.units(f, ordinal)
					if f.Kind == dossier.Responsible {
						answer = got
					}
				}
			}
			for _, f := range as.Fields {
				if f.Kind == dossier.Leaders || f.Kind == dossier.Persons {
					p.persons(f, ordinal, answer)
				}
			}
		}
	}
	for _, a := range d.Amendments {
		for _, c := range a.Changes {
			p.changed(a, c)
		}
	}
	return p.outUnits, p.outPeople
}

// changed proposes the names that a change puts in force.
func (p *proposer) changed(a Amendment, c Change) {
	f := Field{Kind: c.Field, Label: Text{Runs: []Run{{Words: c.Label}}}, Value: Text{Runs: []Run{{Words: strings.Join(c.New, "")}}}}
	basis := a.Date.Value() + "的修改通知"
	switch {
	case c.Find != "":
	case c.Field == dossier.Responsible || c.Field == dossier.Supervisors:
		p.units(f, basis)
	case c.Field == dossier.Leaders || c.Field == dossier.Persons:
		p.persons(f, basis, nil)
	}
}

type proposer struct {
	index     *register.Index
	seen      map[string]int
	people    map[string]int
	outUnits  []Name
	outPeople []Name
}

// units proposes the unknown units of a field; it gives the names of all that
// are units.
func (p *proposer) units(f Field, ordinal string) []string {
	value := f.Value.Value()
	res := p.index.Units(value)
	var out []string
	for _, ref := range res.Refs {
		if ref.Kind == register.Unit {
			out = append(out, p.index.Unit(ref.ID).Name.Value)
		}
	}
	for _, u := range res.Unknown {
		if kind := unitKind(u.Words); kind != "group" {
			out = append(out, u.Words)
			p.unit(u.Words, kind, ordinal+"列为"+f.Label.Value())
		} else {
			p.unit(u.Words, kind, ordinal+"列为"+f.Label.Value()+"，来源没有列出成员")
		}
	}
	return out
}

func (p *proposer) unit(name, kind, basis string) {
	if _, ok := p.seen[name]; ok || utf8.RuneCountInString(name) < 2 {
		return
	}
	p.seen[name] = len(p.outUnits)
	p.outUnits = append(p.outUnits, Name{Name: name, Kind: kind, Basis: basis})
}

// unitKind tells the kind of a unit by its name's end.
func unitKind(name string) string {
	v := words()
	if slices.ContainsFunc(v.Groups, func(g string) bool { return strings.Contains(name, g) }) {
		return "group"
	}
	for _, s := range v.Suffixes {
		for _, end := range s.Ends {
			if strings.HasSuffix(name, end) {
				if strings.HasPrefix(name, "省") && s.Kind != "company" {
					return "province"
				}
				return s.Kind
			}
		}
	}
	return "body"
}

// persons proposes the unknown people of a field, and the wordings in it that
// name units.
func (p *proposer) persons(f Field, ordinal string, answer []string) {
	res := p.index.People(f.Value.Value())
	count := len(res.Of(register.Person))
	for _, u := range res.Unknown {
		if u.Person {
			count++
		}
	}
	n := len(res.Of(register.Person))
	for _, u := range res.Unknown {
		if !u.Person {
			p.unit(u.Words, unitKind(u.Words), ordinal+"列为"+f.Label.Value())
			continue
		}
		name := Name{Name: u.Words, Leader: f.Kind == dossier.Leaders, Basis: ordinal + "列为" + f.Label.Value()}
		if !name.Leader {
			switch {
			case len(answer) == count && n < len(answer):
				name.Units = []string{answer[n]}
				name.Basis += "，与责任单位的顺序对应"
			case len(answer) > 0:
				name.Units = answer[:1]
				name.Basis += "，来源没有说明在哪个单位，暂列第一个责任单位，请核对"
			default:
				name.Basis += "，来源没有说明在哪个单位"
			}
		}
		n++
		p.person(name)
	}
}

func (p *proposer) person(n Name) {
	if i, ok := p.people[n.Name]; ok {
		if old := &p.outPeople[i]; len(old.Units) == 0 && !old.Leader {
			*old = n
		}
		return
	}
	p.people[n.Name] = len(p.outPeople)
	p.outPeople = append(p.outPeople, n)
}
