package impact

import (
	"slices"

	"hongtou/internal/assign"
	"hongtou/internal/dossier"
	"hongtou/internal/printed"
	"hongtou/internal/register"
)

// duties says who does what in one edition.
type duties struct {
	order    []string // aspects in printed order
	byAspect map[string]*duty
	text     *printed.Edition
	own      map[string]*printed.Recipient // by unit ID
	index    *register.Index
}

// duty is one task: an aspect of an item.
type duty struct {
	Place
	roles map[string][]dossier.FieldKind // recipients by unit ID: holders of books
	open  []Group
	task  assign.Task
}

func newDuties(e *printed.Edition) duties {
	d := e.Text.Dossier
	out := duties{byAspect: map[string]*duty{}, text: e, own: make(map[string]*printed.Recipient, len(e.Recipients)), index: e.Assigned.Index()}
	places := textPlaces(d)
	for i := range e.Recipients {
		out.own[e.Recipients[i].Unit.ID] = &e.Recipients[i]
	}
	for _, t := range out.text.Assigned.Tasks {
		at := places[dossier.Address(t.ID)]
		at.Aspect = t.ID
		out.order = append(out.order, t.ID)
		out.byAspect[t.ID] = out.duty(t, at)
	}
	return out
}

func (d duties) duty(assigned assign.Task, at Place) *duty {
	t := &duty{Place: at, roles: map[string][]dossier.FieldKind{}, task: assigned}
	for _, own := range assigned.Duties {
		holder := d.index.Holder(own.Unit)
		if !slices.Contains(t.roles[holder.ID], own.Field) {
			t.roles[holder.ID] = append(t.roles[holder.ID], own.Field)
		}
	}
	for _, p := range assigned.Open {
		t.open = append(t.open, Group{p.Field, p.Words, known(assigned, p)})
	}
	return t
}

// known says whether open words reach somebody all the same.
func known(t assign.Task, open assign.Passage) bool {
	return slices.ContainsFunc(slices.Concat(t.Duties, t.Withheld), func(d assign.Duty) bool { return d.Passage == open })
}

// namedBy gives the recipients that any words of a task name; none for a task
// that this edition does not have.
func (d duties) namedBy(t *duty) []*dossier.Unit {
	var out []*dossier.Unit
	if t.task.Aspect == nil {
		return nil
	}
	for _, text := range wordsOf(t.task) {
		out = append(out, d.named(text.Value)...)
	}
	return out
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
	for _, r := range d.text.Recipients {
		out = append(out, r.Unit)
	}
	return out
}

// concerns says whether a changed value touches a task of this edition.
func (d duties) concerns(p Place, aspect string) bool {
	t := d.byAspect[aspect]
	return t != nil && p.Item == t.Item && (p.Aspect == "" || p.Aspect == aspect)
}
