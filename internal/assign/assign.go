// Package assign says who has to do what: an edition goes in; out come, for
// every task, the units that answer for it, supervise it or take part, each
// with the printed words that reach it, and the groups whose members nobody
// lists; for every recipient, its tasks, units that share one book together;
// and a proof that no word of a field was lost on the way. Groups are taken
// apart by the register alone. It is pure.
package assign

import (
	"hongtou/internal/amend"
	"hongtou/internal/dossier"
	"hongtou/internal/register"
)

// Assignment is who has to do what in one edition.
type Assignment struct {
	Tasks []Task // in printed order; those of deleted items are not in force

	plan  *dossier.Dossier
	index *register.Index
}

// Task (任务) is one aspect of an item.
type Task struct {
	ID       string // of the aspect: 06, 17.2
	Label    string // for people: 第十七项（二）
	Item     *dossier.Item
	Aspect   *dossier.Aspect
	Duties   []Duty    // in printed order
	Withheld []Duty    // the register says that these units receive nothing
	Open     []Passage // open groups and open wordings: whom they mean is for people to say
	Remarks  []Passage // name nobody: 如有变动，由接任的单位负责
	Unread   []Passage // nobody registered these words
	Mentions []Mention // recipients that the measures name, in printed order

	people  []tied   // whom 责任人员 names, in printed order
	leaders []string // names in 责任领导, when it lists nothing but names
}

// Passage is some words of a field that names units.
type Passage struct {
	Field  dossier.FieldKind // responsible, supervisors or cooperating
	Label  string            // as printed: 责任单位
	Words  string            // as printed
	Offset int               // in characters from the start of the field's value
	Length int               // in characters
}

// Duty is a part that a unit has in a task. A unit that several words reach
// has several duties of one kind.
type Duty struct {
	Unit *dossier.Unit
	Passage
	Group *dossier.Group // the group through which the words reach the unit; nil when they name it
}

// Mention is a place where a measure names a unit that receives documents, or
// a group that it belongs to, whether or not it has a part in the task.
type Mention struct {
	Unit    *dossier.Unit
	Measure string         // ID of the measure: 15.1
	Words   string         // as printed
	Offset  int            // in characters from the start of the measure's paragraph
	Group   *dossier.Group // as in Duty
}

// Of assigns the tasks of an edition.
func Of(e *amend.Edition) Assignment {
	r := reader{register.New(e.Dossier.Register)}
	out := Assignment{plan: e.Dossier, index: r.index}
	seen := map[string]bool{}
	items := e.Dossier.Annex.Items()
	for i := range items {
		for k := range items[i].Aspects {
			if id := items[i].Aspects[k].ID; !items[i].Deleted && !seen[id] {
				seen[id] = true
				out.Tasks = append(out.Tasks, r.task(&items[i], &items[i].Aspects[k]))
			}
		}
	}
	return out
}

// Index gives the register by which the tasks were assigned; to make one is
// much work when there are thousands of units.
func (a Assignment) Index() *register.Index { return a.index }

// names says whether a field of this kind makes its units recipients.
func names(k dossier.FieldKind) bool {
	return k == dossier.Responsible || k == dossier.Supervisors || k == dossier.Cooperating
}

// reader reads fields and measures by the register.
type reader struct{ index *register.Index }

func (r reader) task(item *dossier.Item, a *dossier.Aspect) Task {
	t := Task{ID: a.ID, Label: item.Number + a.Number, Item: item, Aspect: a, people: r.people(a), leaders: r.leaders(a)}
	for _, f := range a.Fields {
		if names(f.Kind) {
			r.field(&t, f)
		}
		for _, m := range f.Measures {
			if !m.Deleted {
				t.Mentions = append(t.Mentions, r.mentions(m)...)
			}
		}
	}
	return t
}

func (r reader) field(t *Task, f dossier.Field) {
	at := func(words string, offset, length int) Passage {
		return Passage{f.Kind, f.Label.Value, words, offset, length}
	}
	read := r.index.Units(f.Value.Value)
	for _, ref := range read.Refs {
		p := at(ref.Words, ref.Offset, ref.Length)
		if ref.Kind == register.Remark {
			t.Remarks = append(t.Remarks, p)
			continue
		}
		units, group, open := r.reached(ref)
		for _, u := range units {
			t.give(Duty{u, p, group})
		}
		if open {
			t.Open = append(t.Open, p)
		}
	}
	for _, u := range read.Unknown {
		t.Unread = append(t.Unread, at(u.Words, u.Offset, u.Length))
	}
}

func (t *Task) give(d Duty) {
	if d.Unit.Recipient {
		t.Duties = append(t.Duties, d)
	} else {
		t.Withheld = append(t.Withheld, d)
	}
}

// reached gives the units that one reference reaches, through which group, and
// whether it means others whom nobody lists: an open group does both when some
// of its members are known.
func (r reader) reached(ref register.Ref) (units []*dossier.Unit, group *dossier.Group, open bool) {
	e := r.index.Expand(register.Resolution{Refs: []register.Ref{ref}})
	for _, id := range e.Units {
		units = append(units, r.index.Unit(id))
	}
	if ref.Kind == register.Group {
		group = r.index.Group(ref.ID)
	}
	return units, group, len(e.Open) > 0
}

func (r reader) mentions(m dossier.Measure) []Mention {
	var out []Mention
	for _, ref := range r.index.Mentions(m.Text.Value) {
		units, group, _ := r.reached(ref)
		for _, u := range units {
			if u.Recipient {
				out = append(out, Mention{u, m.ID, ref.Words, ref.Offset, group})
			}
		}
	}
	return out
}
