package impact

import (
	"slices"
	"strings"

	"hongtou/internal/amend"
	"hongtou/internal/assign"
	"hongtou/internal/dossier"
	"hongtou/internal/register"
)

// duties says who does what in one edition.
type duties struct {
	order    []string // aspects in printed order
	byAspect map[string]*duty
	assigned assign.Assignment
	index    *register.Index
}

// duty is one task: an aspect of an item.
type duty struct {
	Place
	roles  map[string][]dossier.FieldKind // recipients by unit ID: holders of books
	units  map[string]bool                // IDs of the units whose names its books bear, or whose tasks they hold
	open   []Group
	named  []*dossier.Unit // recipients named by any of its words
	people map[string]bool // names in its fields of people
}

func newDuties(e *amend.Edition) duties {
	d := e.Dossier
	out := duties{byAspect: map[string]*duty{}, assigned: assign.Of(e), index: register.New(d.Register)}
	places := Places(d)
	for _, t := range out.assigned.Tasks {
		at := places[dossier.Address(t.ID)]
		at.Aspect = t.ID
		out.order = append(out.order, t.ID)
		out.byAspect[t.ID] = out.duty(t, at)
	}
	return out
}

func (d duties) duty(assigned assign.Task, at Place) *duty {
	t := &duty{Place: at, roles: map[string][]dossier.FieldKind{}, units: map[string]bool{}, people: map[string]bool{}}
	for _, own := range assigned.Duties {
		id := d.index.Holder(own.Unit).ID
		t.units[id], t.units[own.Unit.ID] = true, true
		if !slices.Contains(t.roles[id], own.Field) {
			t.roles[id] = append(t.roles[id], own.Field)
		}
	}
	for _, p := range assigned.Open {
		t.open = append(t.open, Group{p.Field, p.Words})
	}
	for _, kind := range []dossier.FieldKind{dossier.Leaders, dossier.Persons} {
		if f := assigned.Aspect.Field(kind); f != nil {
			for _, ref := range d.index.People(f.Value.Value).Of(register.Person) {
				t.people[ref.ID] = true
			}
		}
	}
	for _, text := range wordsOf(assigned) {
		t.named = append(t.named, d.named(text.Value)...)
	}
	t.named = once(t.named, func(u *dossier.Unit) string { return u.ID })
	return t
}

// wordsOf gives all printed words of a task: the item's problem and remarks,
// the aspect's problem and fields.
func wordsOf(t assign.Task) []dossier.Text {
	out := slices.Concat(t.Item.Problem, t.Item.Remarks, t.Aspect.Problem)
	for _, f := range t.Aspect.Fields {
		out = append(out, f.Paragraphs()...)
	}
	return out
}

// named gives the recipients that a text names, groups taken apart: the
// holders of the books of the units that it names.
func (d duties) named(text string) []*dossier.Unit {
	var out []*dossier.Unit
	for _, id := range d.index.Expand(register.Resolution{Refs: d.index.Mentions(text)}).Units {
		if u := d.index.Unit(id); u.Recipient {
			out = append(out, d.index.Holder(u))
		}
	}
	return out
}

// of gives a task, an empty one when the edition does not have it.
func (d duties) of(aspect string) *duty {
	if t := d.byAspect[aspect]; t != nil {
		return t
	}
	return &duty{}
}

// recipients gives everybody who has a task, in the register's order.
func (d duties) recipients() []*dossier.Unit {
	var out []*dossier.Unit
	for _, r := range d.assigned.Recipients() {
		out = append(out, r.Unit)
	}
	return out
}

// concerns says whether a changed value touches a task of this edition.
func (d duties) concerns(p Place, aspect string) bool {
	t := d.byAspect[aspect]
	if t == nil {
		return false
	}
	if id, ok := strings.CutPrefix(string(p.Address), "unit."); ok {
		return t.units[id]
	}
	if name, ok := strings.CutPrefix(string(p.Address), "person."); ok {
		return t.people[name]
	}
	return p.Item == t.Item && (p.Aspect == "" || p.Aspect == aspect)
}
