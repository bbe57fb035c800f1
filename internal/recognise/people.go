package recognise

import (
	"cmp"
	"slices"
	"strings"

	"hongtou/internal/dossier"
	"hongtou/internal/register"
)

// answer is who answers for an aspect: its units by name; open says that a
// wording without members stands among them.
type answer struct {
	units  []string
	open   bool
	before int // how many of the units stand before the first wording
}

// post is where a person stands in one field: the n-th of count.
type post struct {
	answer
	field    Field
	ordinal  string // 第六项
	n, count int
}

// persons proposes the unknown people of a field, and the wordings in it that
// name units.
func (p *proposer) persons(f Field, ordinal string, at answer) {
	value := f.Value.Value()
	res := p.index.People(value)
	var unknown []string
	for _, u := range wordings(value, res) {
		switch {
		case nameless(u.Words):
			p.doubtField(f, u.Words, "不是姓名，也不是单位的名称", "没有登记")
		case u.joined || role(u.Words):
			p.unit(f, u.Words, "group", ordinal)
		case !u.Person:
			p.unit(f, u.Words, unitKind(u.Words), ordinal)
		default:
			unknown = append(unknown, u.Words)
		}
	}
	n := len(res.Of(register.Person))
	for i, name := range unknown {
		p.person(Name{Name: name, Leader: f.Kind == dossier.Leaders, Basis: ordinal + "列为" + f.Label.Value()},
			post{answer: at, field: f, ordinal: ordinal, n: n + i, count: n + len(unknown)})
	}
}

// person proposes a person, or notes one more place of one that is proposed.
func (p *proposer) person(n Name, at post) {
	i, ok := p.people[n.Name]
	if !ok {
		i = len(p.outPeople)
		p.people[n.Name] = i
		p.outPeople, p.posts = append(p.outPeople, n), append(p.posts, nil)
	}
	if !n.Leader {
		p.posts[i] = append(p.posts[i], at)
	}
}

// settle guesses the units of the proposed people and says that it guesses.
func (p *proposer) settle() {
	guesses := map[string][]string{} // by the words of the field where people stand first
	var order []Field
	for i := range p.outPeople {
		n := &p.outPeople[i]
		if n.Leader || len(p.posts[i]) == 0 {
			continue
		}
		var why string
		n.Units, why = unitsOf(p.posts[i])
		n.Basis += "，" + why
		f := p.posts[i][0].field
		value := f.Value.Value()
		if guesses[value] == nil {
			order = append(order, f)
		}
		guesses[value] = append(guesses[value], n.Name+"——"+cmp.Or(strings.Join(n.Units, "、"), "不知道，"+dossier.Placeholder))
	}
	for _, f := range order {
		value := f.Value.Value()
		p.doubtField(f, value, "来源没有说明各人在哪个单位", "推定："+strings.Join(guesses[value], "；")+"。请在units.yaml中核对")
	}
}

// unitsOf guesses a person's units from the places where the name stands:
// check wants one of the units that answer at each place where all are known.
func unitsOf(posts []post) (units []string, why string) {
	for _, at := range posts {
		if at.open || len(at.units) == 0 || slices.ContainsFunc(at.units, func(u string) bool { return slices.Contains(units, u) }) {
			continue
		}
		if at.count == len(at.units) {
			units = append(units, at.units[at.n])
			why += at.ordinal + "与责任单位的顺序对应，"
			continue
		}
		units = append(units, at.units[0])
		why += at.ordinal + "暂列第一个责任单位，"
	}
	if len(units) > 0 {
		return units, why + "请核对"
	}
	if u := beside(posts); u != "" { // a wording stands at each place
		return []string{u}, "来源没有说明在哪个单位，暂列同一项里写明的责任单位，请核对"
	}
	return nil, "来源没有说明在哪个单位，请核对"
}

// beside gives the unit that answers, next to a wording, at half of the places
// at least: the one in the person's position, else the first.
func beside(posts []post) string {
	times := map[string]int{}
	for _, at := range posts {
		for _, u := range at.units {
			times[u]++
		}
	}
	for _, at := range posts {
		if at.n < at.before && 2*times[at.units[at.n]] >= len(posts) {
			return at.units[at.n]
		}
	}
	for _, u := range posts[0].units {
		if 2*times[u] >= len(posts) {
			return u
		}
	}
	return ""
}
