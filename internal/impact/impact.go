// Package impact says what a step from one edition to a later one means: two
// editions of a dossier go in; out come the values that changed, the recipients
// whose documents print something else than before, the recipients whose
// documents stay, and first of all the changed tasks that reach units the
// sources do not list: whom to tell is then for people to say. It is pure.
package impact

import (
	"cmp"
	"slices"

	"hongtou/internal/amend"
	"hongtou/internal/dossier"
	"hongtou/internal/printed"
)

// Impact is what changes between two editions of one dossier.
type Impact struct {
	Open       []OpenTask  // changed tasks that reach a group without listed members; those that reach nobody else first
	Changed    []Value     // in printed order
	Restated   []Value     // 重申: printed again word for word, nothing changed
	Affected   []Recipient // whose documents change, in the register's order
	Unaffected []Recipient // have documents, but none that changes
	General    bool        // a passage that belongs to no task changed: it concerns everybody the notice addresses
}

// Value is one value that notices between the two editions touched.
type Value struct {
	Place
	Old, New []dossier.Text     // printed paragraphs; Old is nil when inserted, New when deleted
	Steps    []dossier.Revision // by the notices in between, oldest first
}

// Recipient is a unit that receives documents, and the tasks of which they
// print something else than before; without tasks in Unaffected. Units that
// share one book are one recipient: the unit in whose name the book is made.
type Recipient struct {
	Unit   *dossier.Unit
	Tasks  []Task
	Quoted bool // a passage of the plan changed that its book quotes
}

// Task is one aspect of an item and what a unit does in it.
type Task struct {
	Place
	Before, After []dossier.FieldKind // responsible, supervisors; nil when the unit had, or has, no part in it
}

// OpenTask is a changed task that reaches units nobody lists.
type OpenTask struct {
	Place
	Only       bool // it reaches no recipient that is known
	Groups     []Group
	Candidates []*dossier.Unit // recipients that the task's text names and that have no part in it, in its order
}

// Group is an open group, or an open wording, as a field prints it.
type Group struct {
	Field dossier.FieldKind
	Words string
	Known bool // some of its members are known
}

// Compare gives the impact of going from one edition to another of the same
// dossier that is as new or newer.
func Compare(from, to *amend.Edition) Impact { return Between(printed.Of(from), printed.Of(to)) }

// Between does the same with editions that have been read.
func Between(from, to *printed.Edition) Impact {
	before, after := newDuties(from), newDuties(to)
	var out Impact
	out.Changed, out.Restated = divide(values(from.Text, to.Text), Value.changed)
	tasks := touched(out.Changed, before, after)
	out.General = slices.ContainsFunc(out.Changed, func(v Value) bool { return v.general() })
	out.Open = openTasks(tasks, before, after)
	out.Affected, out.Unaffected = recipients(before, after)
	return out
}

// touched gives the aspects that the changed values belong to, in printed
// order. A change of an item itself concerns all its aspects.
func touched(changed []Value, before, after duties) []string {
	in := func(d duties, id string) bool {
		return slices.ContainsFunc(changed, func(v Value) bool { return d.concerns(v.Place, id) })
	}
	return slices.DeleteFunc(allTasks(before, after), func(id string) bool { return !in(after, id) && !in(before, id) })
}

// allTasks gives the aspects of both editions in printed order, those that are
// gone last.
func allTasks(before, after duties) []string {
	return once(slices.Concat(after.order, before.order), func(id string) string { return id })
}

func openTasks(tasks []string, before, after duties) []OpenTask {
	var out []OpenTask
	for _, id := range tasks {
		was, is := before.of(id), after.of(id)
		groups := append(slices.Clone(is.open), was.open...)
		if len(groups) == 0 {
			continue
		}
		out = append(out, OpenTask{
			Place: placeOf(was, is), Only: len(was.roles) == 0 && len(is.roles) == 0,
			Groups:     once(groups, func(g Group) Group { return g }),
			Candidates: candidates(before.namedBy(was), after.namedBy(is), was, is),
		})
	}
	only, too := divide(out, func(t OpenTask) bool { return t.Only })
	return append(only, too...)
}

// candidates gives the recipients that a task named, or names, without giving
// it to them.
func candidates(named, names []*dossier.Unit, was, is *duty) []*dossier.Unit {
	all := once(slices.Concat(names, named), func(u *dossier.Unit) string { return u.ID })
	return slices.DeleteFunc(all, func(u *dossier.Unit) bool { return len(is.roles[u.ID])+len(was.roles[u.ID]) > 0 })
}

// recipients divides everybody who has a task in either edition: affected are
// those whose documents print something else than before. That may be so though
// no word of a task changed: a unit of a group has another name now, somebody
// belongs to another unit, a measure names one that it did not mean before.
func recipients(before, after duties) (affected, unaffected []Recipient) {
	quoted := !before.text.Quoted.Equal(after.text.Quoted)
	place := map[string]int{}
	for i, id := range allTasks(before, after) {
		place[id] = i
	}
	all := append(after.recipients(), before.recipients()...)
	for _, u := range once(all, func(u *dossier.Unit) string { return u.ID }) {
		r := Recipient{Unit: u, Quoted: quoted && before.own[u.ID] != nil && after.own[u.ID] != nil}
		for _, id := range differing(before.own[u.ID], after.own[u.ID], place) {
			was, is := before.of(id), after.of(id)
			r.Tasks = append(r.Tasks, Task{Place: placeOf(was, is), Before: was.roles[u.ID], After: is.roles[u.ID]})
		}
		if r.Quoted || len(r.Tasks) > 0 {
			affected = append(affected, r)
		} else {
			unaffected = append(unaffected, r)
		}
	}
	return affected, unaffected
}

// differing gives the tasks of which a recipient's documents print something
// else, by their place; of a recipient that is only in one edition, all its
// tasks.
func differing(before, after *printed.Recipient, place map[string]int) []string {
	var was, is []printed.Task
	if before != nil {
		was = before.Tasks
	}
	if after != nil {
		is = after.Tasks
	}
	var out []string
	for i, t := range is {
		if old := taskIn(was, t.ID, i); old == nil || !t.All.Equal(old.All) {
			out = append(out, t.ID)
		}
	}
	for i, t := range was {
		if taskIn(is, t.ID, i) == nil {
			out = append(out, t.ID)
		}
	}
	slices.SortFunc(out, func(a, b string) int { return cmp.Compare(place[a], place[b]) })
	return out
}

// taskIn finds a task in a list, where it will mostly be at the same place as
// in another.
func taskIn(list []printed.Task, id string, near int) *printed.Task {
	if near < len(list) && list[near].ID == id {
		return &list[near]
	}
	i := slices.IndexFunc(list, func(t printed.Task) bool { return t.ID == id })
	if i < 0 {
		return nil
	}
	return &list[i]
}

// placeOf prefers what is printed now.
func placeOf(was, is *duty) Place {
	if is.Aspect != "" {
		return is.Place
	}
	return was.Place
}

// divide gives those that are as asked, and the others.
func divide[T any](list []T, asked func(T) bool) (yes, no []T) {
	for _, v := range list {
		if asked(v) {
			yes = append(yes, v)
		} else {
			no = append(no, v)
		}
	}
	return yes, no
}

// once leaves out what has the key of an earlier one.
func once[T any, K comparable](list []T, key func(T) K) []T {
	seen := map[K]bool{}
	var out []T
	for _, v := range list {
		if k := key(v); !seen[k] {
			seen[k] = true
			out = append(out, v)
		}
	}
	return out
}
