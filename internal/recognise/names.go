package recognise

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"hongtou/internal/dossier"
	"hongtou/internal/register"
	"hongtou/internal/zh"
)

// named proposes register entries for the names in fields that the known
// register does not have.
func (r *reader) named(d Draft, known *dossier.Register) (units, people []Name) {
	p := proposer{reader: r, index: register.New(known), seen: map[string]int{}, people: map[string]int{}}
	for _, it := range d.Annex.Items() {
		ordinal := ordinalOf(it)
		for _, as := range it.Aspects {
			at := answer{}
			for _, f := range as.Fields {
				switch f.Kind {
				case dossier.Responsible:
					at = p.units(f, ordinal)
				case dossier.Cooperating, dossier.Supervisors:
					p.units(f, ordinal)
				}
			}
			for _, f := range as.Fields {
				if f.Kind == dossier.Leaders || f.Kind == dossier.Persons {
					p.persons(f, ordinal, at)
				}
			}
		}
	}
	for _, a := range d.Amendments {
		for _, c := range a.Changes {
			p.changed(a, c)
		}
	}
	p.settle()
	return p.single(), p.outPeople
}

// ordinalOf names an item in a basis: 第六项.
func ordinalOf(it Item) string {
	n, err := strconv.Atoi(it.ID)
	if err != nil {
		return "第" + it.ID + "项"
	}
	return zh.Ordinal(n)
}

// changed proposes the names that a change puts in force.
func (p *proposer) changed(a Amendment, c Change) {
	f := Field{Kind: c.Field, Label: Text{Runs: []Run{{Words: c.Label}}}, Value: Text{Runs: []Run{{Words: strings.Join(c.New, "")}}}}
	basis := a.Date.Value() + "的修改通知"
	switch {
	case c.Find != "":
	case c.Field == dossier.Responsible || c.Field == dossier.Cooperating || c.Field == dossier.Supervisors:
		p.units(f, basis)
	case c.Field == dossier.Leaders || c.Field == dossier.Persons:
		p.persons(f, basis, answer{open: true})
	}
}

type proposer struct {
	*reader
	index     *register.Index
	seen      map[string]int
	people    map[string]int
	outUnits  []Name
	outPeople []Name
	posts     [][]post // of each of outPeople: where it stands
}

// units proposes the unknown units of a field; it gives who answers by it.
func (p *proposer) units(f Field, ordinal string) answer {
	value := f.Value.Value()
	res := p.index.Units(value)
	type named struct {
		offset int
		unit   string // "" of a wording
	}
	var all []named
	for _, ref := range res.Refs {
		switch ref.Kind {
		case register.Unit:
			all = append(all, named{ref.Offset, p.index.Unit(ref.ID).Name.Value})
		case register.Group, register.Open:
			all = append(all, named{offset: ref.Offset})
		}
	}
	for _, u := range wordings(value, res) {
		kind := unitKind(u.Words)
		switch {
		case nameless(u.Words):
			p.doubtField(f, u.Words, "不是单位的名称", "没有登记")
			continue
		case u.joined:
			kind = "group"
		}
		n := named{offset: u.Offset}
		if kind != "group" {
			n.unit = u.Words
		}
		all = append(all, n)
		p.unit(f, u.Words, kind, ordinal)
	}
	slices.SortStableFunc(all, func(a, b named) int { return cmp.Compare(a.offset, b.offset) })
	var out answer
	for _, n := range all {
		if n.unit == "" {
			out.open = true
			continue
		}
		out.units = append(out.units, n.unit)
		if !out.open {
			out.before++
		}
	}
	return out
}

// groupDoubt is why a wording is a doubt.
const groupDoubt = "是统称，来源没有列出成员"

// unit proposes a unit, or a wording that stands for several.
func (p *proposer) unit(f Field, name, kind, ordinal string) {
	if _, ok := p.seen[name]; ok || utf8.RuneCountInString(name) < 2 {
		return
	}
	basis := ordinal + "列为" + f.Label.Value()
	if kind == "group" {
		basis += "，来源没有列出成员"
		p.doubtField(f, name, groupDoubt, "登记为统称（open: true），成员请在units.yaml中写明")
	}
	p.seen[name] = len(p.outUnits)
	p.outUnits = append(p.outUnits, Name{Name: name, Kind: kind, Basis: basis})
}

// unitKind tells the kind of a unit by its name's end.
func unitKind(name string) string {
	v := words()
	if slices.ContainsFunc(v.Groups, func(g string) bool { return strings.Contains(name, g) }) || role(name) {
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
