package impact

import (
	"slices"
	"strings"

	"hongtou/internal/dossier"
	"hongtou/internal/register"
)

// roles are the fields that make a unit a recipient of the task.
var roles = []dossier.FieldKind{dossier.Responsible, dossier.Supervisors}

// duties says who does what in one edition.
type duties struct {
	order    []string // aspects in printed order
	byAspect map[string]*duty
	reg      *dossier.Register
	index    *register.Index
}

// duty is one task: an aspect of an item.
type duty struct {
	Place
	roles  map[string][]dossier.FieldKind // recipients by unit ID
	open   []Group
	named  []*dossier.Unit // recipients named by any of its words
	people map[string]bool // names in its fields of people
}

func newDuties(d *dossier.Dossier) duties {
	out := duties{byAspect: map[string]*duty{}, reg: d.Register, index: register.New(d.Register)}
	places := Places(d)
	for _, item := range d.Annex.Items() {
		for _, a := range item.Aspects {
			if item.Deleted || out.byAspect[a.ID] != nil {
				continue
			}
			out.order = append(out.order, a.ID)
			out.byAspect[a.ID] = out.duty(item, a, places[dossier.Address(a.ID)])
		}
	}
	return out
}

func (d duties) duty(item dossier.Item, a dossier.Aspect, at Place) *duty {
	at.Aspect = a.ID
	t := &duty{Place: at, roles: map[string][]dossier.FieldKind{}, people: map[string]bool{}}
	for _, kind := range roles {
		f := a.Field(kind)
		if f == nil {
			continue
		}
		e := d.index.Expand(d.index.Units(f.Value.Value))
		for _, id := range e.Units {
			if d.index.Unit(id).Recipient {
				t.roles[id] = append(t.roles[id], kind)
			}
		}
		for _, ref := range e.Open {
			t.open = append(t.open, Group{kind, ref.Words})
		}
	}
	for _, kind := range []dossier.FieldKind{dossier.Leaders, dossier.Persons} {
		if f := a.Field(kind); f != nil {
			for _, ref := range d.index.People(f.Value.Value).Of(register.Person) {
				t.people[ref.ID] = true
			}
		}
	}
	for _, text := range wordsOf(item, a) {
		t.named = append(t.named, d.named(text.Value)...)
	}
	t.named = once(t.named, func(u *dossier.Unit) string { return u.ID })
	return t
}

// wordsOf gives all printed words of a task: the item's problem and remarks,
// the aspect's problem and fields.
func wordsOf(item dossier.Item, a dossier.Aspect) []dossier.Text {
	out := slices.Concat(item.Problem, item.Remarks, a.Problem)
	for _, f := range a.Fields {
		out = append(out, f.Paragraphs()...)
	}
	return out
}

// named gives the recipients that a text names, groups taken apart.
func (d duties) named(text string) []*dossier.Unit {
	var out []*dossier.Unit
	for _, id := range d.index.Expand(register.Resolution{Refs: d.index.Mentions(text)}).Units {
		if u := d.index.Unit(id); u.Recipient {
			out = append(out, u)
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
	if d.reg == nil {
		return nil
	}
	for i := range d.reg.Units {
		u := &d.reg.Units[i]
		for _, aspect := range d.order {
			if len(d.byAspect[aspect].roles[u.ID]) > 0 {
				out = append(out, u)
				break
			}
		}
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
		return len(t.roles[id]) > 0
	}
	if name, ok := strings.CutPrefix(string(p.Address), "person."); ok {
		return t.people[name]
	}
	return p.Item == t.Item && (p.Aspect == "" || p.Aspect == aspect)
}
