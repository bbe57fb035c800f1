package amend

import (
	"fmt"
	"slices"

	"hongtou/internal/dossier"
	"hongtou/internal/register"
)

// succeed puts another person in the place of one: in every field that names
// that person or, for a person of several units, in those of one unit.
func (t *turn) succeed() *refusal {
	target, next := t.change.Target, t.change.New[0]
	i := slices.IndexFunc(t.now.Register.People, func(p dossier.Person) bool { return p.Name.Value == target.Person })
	if i < 0 {
		return t.replacedBefore()
	}
	p := t.now.Register.People[i]
	if refused := t.inOffice(p, next); refused != nil {
		return refused
	}
	fields, refused := t.fieldsOf(p)
	if refused != nil {
		return refused
	}
	for _, n := range fields {
		t.exchange(n, next, register.Person, next.Value)
	}
	t.installed(i, next)
	return nil
}

// replacedBefore tells a person who has been replaced from one nobody knows.
func (t *turn) replacedBefore() *refusal {
	a := personAddress(t.change.Target.Person)
	if past := t.history[a]; len(past) > 0 {
		return t.doneBefore(a, past[len(past)-1].New)
	}
	return t.unknown(a, fmt.Sprintf("名册中没有“%s”", t.change.Target.Person))
}

// inOffice refuses what the register contradicts.
func (t *turn) inOffice(p dossier.Person, next dossier.Text) *refusal {
	a, unit := personAddress(p.Name.Value), t.change.Target.Unit
	switch {
	case next.Value == p.Name.Value:
		return t.doneBefore(a, []dossier.Text{p.Name})
	case unit == "":
		return nil
	case p.Leader:
		return t.unknown(a, fmt.Sprintf("“%s”是不属于任何单位的领导，不能写unit=", p.Name.Value))
	case !slices.ContainsFunc(p.Units, func(u dossier.Text) bool { return u.Value == unit }):
		return t.unknown(a, fmt.Sprintf("名册中“%s”不属于单位“%s”", p.Name.Value, unit))
	}
	return nil
}

// fieldsOf gives the fields in which the person is replaced. Where a person of
// several units stands for more than the one in question nobody can tell whom
// the name means.
func (t *turn) fieldsOf(p dossier.Person) ([]named, *refusal) {
	all := t.naming(register.Person, p.Name.Value, []string{p.Name.Value})
	if t.change.Target.Unit == "" || len(p.Units) == 1 {
		return all, nil
	}
	var out []named
	for _, n := range all {
		units := t.reached(n.aspect)
		mine, others := false, false
		for _, u := range p.Units {
			here := slices.Contains(units, u.Value)
			mine = mine || here && u.Value == t.change.Target.Unit
			others = others || here && u.Value != t.change.Target.Unit
		}
		if mine && others {
			return nil, &refusal{
				code: codeTarget, reason: fmt.Sprintf("%s：%s同时涉及其几个单位，无法确定指哪一个", t.subject(), t.aspectOf(n)),
				hint: "该项用item=、field=写明修改后的人员", address: under(n.aspect.ID, string(n.kind)),
			}
		}
		if mine {
			out = append(out, n)
		}
	}
	return out, nil
}

func (t *turn) aspectOf(n named) string {
	return t.item(n.item).Number + n.aspect.Number
}

// reached lists the units that have a part in an aspect.
func (t *turn) reached(a *dossier.Aspect) []string {
	index := register.New(t.now.Register)
	var out []string
	for _, k := range []dossier.FieldKind{dossier.Responsible, dossier.Supervisors, dossier.Cooperating} {
		if f := a.Field(k); f != nil {
			out = append(out, index.Expand(index.Units(f.Value.Value)).Units...)
		}
	}
	return out
}

// installed enters the successor of person i into the register.
func (t *turn) installed(i int, name dossier.Text) {
	r, unit := t.register(), t.change.Target.Unit
	old := r.People[i]
	office := old.Units
	rest := slices.DeleteFunc(slices.Clone(office), func(u dossier.Text) bool { return unit == "" || u.Value == unit })
	if len(rest) > 0 {
		office = slices.DeleteFunc(slices.Clone(office), func(u dossier.Text) bool { return u.Value != unit })
		r.People[i].Units = rest
	}
	j := slices.IndexFunc(r.People, func(p dossier.Person) bool { return p.Name.Value == name.Value })
	switch {
	case j >= 0:
		r.People[j].Units = joinedIDs(r.People[j].Units, office)
		r.People[j].Leader = r.People[j].Leader || old.Leader
	case len(rest) > 0:
		r.People = slices.Insert(r.People, i+1, t.successor(old, name, office))
	default:
		r.People[i] = t.successor(old, name, office)
	}
	if j >= 0 && len(rest) == 0 {
		r.People = slices.Delete(r.People, i, i+1)
	}
	t.record(personAddress(old.Name.Value), dossier.Replace, []dossier.Text{old.Name}, []dossier.Text{name})
	if j < 0 {
		t.record(personAddress(name.Value), dossier.Insert, nil, []dossier.Text{name})
	}
}

// successor holds the office of another person on the word of the notice.
func (t *turn) successor(old dossier.Person, name dossier.Text, office []dossier.Text) dossier.Person {
	return dossier.Person{Name: name, Leader: old.Leader, Units: office, Inferred: old.Inferred, Basis: t.paragraph()}
}

func joinedIDs(a, b []dossier.Text) []dossier.Text {
	out := slices.Clone(a)
	for _, t := range b {
		if !slices.ContainsFunc(out, func(o dossier.Text) bool { return o.Value == t.Value }) {
			out = append(out, t)
		}
	}
	return out
}
