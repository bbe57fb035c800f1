package amend

import (
	"fmt"
	"slices"

	"hongtou/internal/dossier"
	"hongtou/internal/register"
)

// unit gives the index of a unit in the register, or refuses.
func (t *turn) unit(id string) (int, *refusal) {
	if t.now.Register != nil { // a message may ask without one
		if i := slices.IndexFunc(t.now.Register.Units, func(u dossier.Unit) bool { return u.ID == id }); i >= 0 {
			return i, nil
		}
	}
	return 0, t.unknown(unitAddress(id), fmt.Sprintf("名册中没有单位“%s”", id))
}

// forms are all printed forms of a unit.
func forms(u dossier.Unit) []string {
	out := []string{u.Name.Value}
	for _, a := range u.Aliases {
		out = append(out, a.Value)
	}
	return out
}

// rename gives a unit another name. The fields that name it print the new
// one; the old one stays a form of it, because the rest of the text keeps it.
func (t *turn) rename() *refusal {
	i, refused := t.unit(t.change.Target.Unit)
	if refused != nil {
		return refused
	}
	u, name := t.now.Register.Units[i], t.change.New[0]
	a, old := unitAddress(u.ID), []dossier.Text{u.Name}
	if u.Name.Value == name.Value {
		return t.doneBefore(a, old)
	}
	if other, taken := register.New(t.now.Register).Named(name.Value); taken && (other.Kind != register.Unit || other.ID != u.ID) {
		return &refusal{code: codeTarget, reason: fmt.Sprintf("%s更名，名册中已有另一个“%s”", t.subject(), name.Value), hint: "两个单位合并的，写verb=merge", address: a}
	}
	if refused := t.expects(a, old, nil); refused != nil {
		return refused
	}
	for _, n := range t.naming(register.Unit, u.ID, forms(u)) {
		t.exchange(n, name, register.Unit, "")
	}
	aliases := slices.DeleteFunc(append(old, u.Aliases...), func(t dossier.Text) bool { return t.Value == name.Value })
	u.Name, u.Aliases = name, aliases
	t.register().Units[i] = u
	t.record(a, dossier.Rename, []dossier.Text{old[0]}, []dossier.Text{name})
	return nil
}

// merge makes a unit part of another one, which takes its place in fields,
// groups and ties; its names become forms of the other's.
func (t *turn) merge() *refusal {
	i, refused := t.unit(t.change.Target.Unit)
	if refused != nil {
		return t.mergedBefore(refused)
	}
	j, refused := t.unit(t.change.To.Value)
	if refused != nil {
		return refused
	}
	u, into := t.now.Register.Units[i], t.now.Register.Units[j]
	a, old := unitAddress(u.ID), []dossier.Text{u.Name}
	if i == j {
		return &refusal{code: codeTarget, reason: fmt.Sprintf("%s并入它自己", t.subject()), hint: "核对into=", address: a}
	}
	if refused := t.expects(a, old, nil); refused != nil {
		return refused
	}
	name := into.Name
	if words, ok := t.wordsIn(forms(into)); ok && words.Value == name.Value {
		name = words
	}
	for _, n := range t.naming(register.Unit, u.ID, forms(u)) {
		t.exchange(n, name, register.Unit, into.ID)
	}
	r := t.register()
	r.Units[j].Aliases = append(append(slices.Clone(into.Aliases), u.Name), u.Aliases...)
	r.Units = slices.Delete(r.Units, i, i+1)
	id := dossier.Text{Value: into.ID, At: t.change.To.At}
	for g := range r.Groups {
		r.Groups[g].Members = substitute(r.Groups[g].Members, u.ID, id)
	}
	for p := range r.People {
		r.People[p].Units = substitute(r.People[p].Units, u.ID, id)
	}
	rebook(r.Units, u.ID, into, id)
	t.record(a, dossier.Merge, old, []dossier.Text{name})
	return nil
}

// rebook moves the tasks that stood in the book of a merged unit to the book
// of the other one.
func rebook(units []dossier.Unit, merged string, into dossier.Unit, id dossier.Text) {
	book := id
	if !into.Book.IsZero() && into.Book.Value != merged {
		book = into.Book
	}
	for k := range units {
		switch {
		case units[k].Book.Value != merged:
		case units[k].ID == book.Value:
			units[k].Book = dossier.Text{}
		default:
			units[k].Book = book
		}
	}
}

// mergedBefore tells a unit that a merger took away from one nobody knows.
func (t *turn) mergedBefore(unknown *refusal) *refusal {
	for _, v := range t.history[unitAddress(t.change.Target.Unit)] {
		if v.Verb == dossier.Merge {
			return t.doneBefore(unitAddress(t.change.Target.Unit), v.New)
		}
	}
	return unknown
}

// substitute puts another ID in the place of one, each once.
func substitute(ids []dossier.Text, old string, id dossier.Text) []dossier.Text {
	if !slices.ContainsFunc(ids, func(t dossier.Text) bool { return t.Value == old }) {
		return ids
	}
	var out []dossier.Text
	for _, t := range ids {
		if t.Value == old {
			t = id
		}
		if !slices.ContainsFunc(out, func(o dossier.Text) bool { return o.Value == t.Value }) {
			out = append(out, t)
		}
	}
	return out
}
