package assign

import (
	"cmp"
	"slices"

	"hongtou/internal/dossier"
)

// Recipient is a unit that receives documents: a field of some task reaches
// it, or a unit whose tasks stand in its book (合用一册).
type Recipient struct {
	Unit        *dossier.Unit   // in whose name its documents are made
	Units       []*dossier.Unit // the bodies whose tasks they hold, in the register's order: Unit itself for most
	Responsible []Share         // tasks it answers for, in printed order
	Supervised  []Share         // tasks it supervises, in printed order
	Assisted    []Share         // tasks of others in which it takes part (配合), in printed order
}

// Share is what one recipient has to do with one task in one role.
type Share struct {
	Task     *Task
	Words    []Duty    // by which the field reaches its bodies, in printed order; at least one
	Measures []Mention // where the task's measures name the recipient or one of its bodies, each place once

	bodies []*dossier.Unit
}

// Bodies gives the units that have the task in this role, in the register's
// order, each once.
func (s Share) Bodies() []*dossier.Unit { return slices.Clone(s.bodies) }

// Shares counts the tasks of a recipient (项次): one that it answers for and
// supervises counts twice, one that several of its bodies have counts once.
func (r Recipient) Shares() int { return len(r.Responsible) + len(r.Supervised) + len(r.Assisted) }

// All gives the shares of every role, those it answers for first.
func (r Recipient) All() []Share { return slices.Concat(r.Responsible, r.Supervised, r.Assisted) }

// Recipients gives everybody who has a task, in the register's order.
func (a Assignment) Recipients() []Recipient {
	if a.plan.Register == nil {
		return nil
	}
	books := map[*dossier.Unit]*Recipient{}
	for i := range a.Tasks {
		a.enter(books, &a.Tasks[i])
	}
	units := a.plan.Register.Units
	place := map[*dossier.Unit]int{}
	for i := range units {
		place[&units[i]] = i
	}
	var out []Recipient
	for i := range units {
		if r := books[&units[i]]; r != nil {
			r.Unit = &units[i]
			r.gather(place)
			out = append(out, *r)
		}
	}
	return out
}

// enter writes the duties of a task into the books of those who have them.
func (a Assignment) enter(books map[*dossier.Unit]*Recipient, t *Task) {
	for _, d := range t.Duties {
		holder := a.index.Holder(d.Unit)
		r := books[holder]
		if r == nil {
			r = &Recipient{}
			books[holder] = r
		}
		list := r.list(d.Field)
		if n := len(*list); n == 0 || (*list)[n-1].Task != t {
			*list = append(*list, Share{Task: t, Measures: a.naming(t, holder)})
		}
		s := &(*list)[len(*list)-1]
		s.Words = append(s.Words, d)
	}
}

// list is where the tasks of a role stand.
func (r *Recipient) list(role dossier.FieldKind) *[]Share {
	switch role {
	case dossier.Supervisors:
		return &r.Supervised
	case dossier.Cooperating:
		return &r.Assisted
	}
	return &r.Responsible
}

// naming gives the places where the measures name a holder of a book or one of
// its bodies. A group may name several of them at one place.
func (a Assignment) naming(t *Task, holder *dossier.Unit) []Mention {
	var out []Mention
	for _, m := range t.Mentions {
		if a.index.Holder(m.Unit) != holder {
			continue
		}
		if n := len(out); n == 0 || out[n-1].Measure != m.Measure || out[n-1].Offset != m.Offset {
			out = append(out, m)
		}
	}
	return out
}

// gather lists the bodies of the shares, and of all of them together, by their
// place in the register.
func (r *Recipient) gather(place map[*dossier.Unit]int) {
	inOrder := func(units []*dossier.Unit) []*dossier.Unit {
		slices.SortFunc(units, func(a, b *dossier.Unit) int { return cmp.Compare(place[a], place[b]) })
		return slices.Compact(units)
	}
	for _, list := range [][]Share{r.Responsible, r.Supervised, r.Assisted} {
		for i := range list {
			for _, d := range list[i].Words {
				list[i].bodies = append(list[i].bodies, d.Unit)
			}
			list[i].bodies = inOrder(list[i].bodies)
			r.Units = append(r.Units, list[i].bodies...)
		}
	}
	r.Units = inOrder(r.Units)
}
