package printed

import (
	"slices"
	"strings"

	"hongtou/internal/amend"
	"hongtou/internal/assign"
	"hongtou/internal/dossier"
)

// task is what is printed of a task for everybody.
type task struct {
	full  Print // number, problem, fields and measures, and what notices did to them
	brief Print // number, short title and time limit
	row   Print // its row in the ledger
	whom  Print // who answers for it, of which a supervisor's form asks to choose

	standing bool
}

func newTask(e *amend.Edition, t *assign.Task, values map[string][]dossier.Address) task {
	out := task{full: fullOf(t), brief: briefOf(t), row: rowOf(e, t, values[t.ID]), whom: whomOf(t), standing: t.Standing()}
	for _, a := range append([]dossier.Address{dossier.Address(t.Item.ID)}, values[t.Item.ID]...) {
		out.full.history(e, a)
	}
	if t.ID != t.Item.ID {
		for _, a := range values[t.ID] {
			out.full.history(e, a)
		}
	}
	return out
}

func fullOf(t *assign.Task) Print {
	var p Print
	p.say("task", t.ID, t.Label, t.Item.Short.Value, t.Item.Head)
	p.texts("problem", t.Item.Problem)
	p.texts("remark", t.Item.Remarks)
	p.texts("own problem", t.Aspect.Problem)
	for _, f := range t.Aspect.Fields {
		p.say("field", f.Kind, f.Label.Value, f.Value.Value, f.OwnLine)
		for _, m := range f.Measures {
			p.say("measure", m.ID, m.Number, m.Lead, m.RunIn, m.Deleted, m.Text.Value)
		}
	}
	return p
}

func (p *Print) texts(what string, texts []dossier.Text) {
	for _, t := range texts {
		p.say(what, t.Value)
	}
}

// briefOf takes in of a problem what a short title is made from.
func briefOf(t *assign.Task) Print {
	var p Print
	p.say("brief", t.ID, t.Label, t.Item.Short.Value)
	if len(t.Item.Problem) > 0 {
		first := t.Item.Problem[0]
		p.say("title", first.Slice(0, min(t.Item.Head, first.Len())).Value)
	}
	if len(t.Aspect.Problem) > 0 {
		first := t.Aspect.Problem[0]
		p.say("own title", first.Slice(0, first.FirstSentence()).Value)
	}
	if f := t.Aspect.Field(dossier.Deadline); f != nil {
		p.say("deadline", f.Value.Value)
	}
	return p
}

// rowOf takes in every field but the measures, and what was deleted behind one
// without a trace.
func rowOf(e *amend.Edition, t *assign.Task, values []dossier.Address) Print {
	p := briefOf(t)
	p.history(e, dossier.Address(t.Item.ID))
	inRow := map[dossier.Address]bool{} // what is printed at all: whether the row has it
	for _, f := range t.Aspect.Fields {
		p.say("field", f.Kind, f.Label.Value)
		inRow[dossier.Address(t.ID+"."+string(f.Kind))] = f.Kind != dossier.Measures
		if f.Kind != dossier.Measures {
			p.say("value", f.Value.Value)
		}
		for _, m := range f.Measures {
			inRow[dossier.Address(m.ID)] = false
		}
	}
	behind := false
	for _, a := range values {
		has, printed := inRow[a]
		if printed {
			behind = has
		}
		if behind {
			p.history(e, a)
		}
	}
	return p
}

// valuesOf gives the values that belong to each aspect, deleted ones included,
// and those that belong to an item as a whole.
func valuesOf(e *amend.Edition) map[string][]dossier.Address {
	aspects := map[string]bool{}
	for _, d := range []*dossier.Dossier{e.Issued, e.Dossier} {
		for _, item := range d.Annex.Items() {
			for _, a := range item.Aspects {
				aspects[a.ID] = true
			}
		}
	}
	out := map[string][]dossier.Address{}
	for _, a := range e.Addresses() {
		owner := ownerOf(string(a), aspects)
		out[owner] = append(out[owner], a)
	}
	return out
}

// ownerOf gives the aspect that an address lies in, or else its item.
func ownerOf(a string, aspects map[string]bool) string {
	for end := len(a); end > 0; end = strings.LastIndexByte(a[:end], '.') {
		if aspects[a[:end]] {
			return a[:end]
		}
	}
	item, _, _ := strings.Cut(a, ".")
	return item
}

func whomOf(t *assign.Task) Print {
	var units []*dossier.Unit
	seen := map[*dossier.Unit]bool{}
	for _, d := range t.Duties {
		if d.Field == dossier.Responsible && !seen[d.Unit] {
			seen[d.Unit] = true
			units = append(units, d.Unit)
		}
	}
	return whom(units, slices.ContainsFunc(t.Open, func(o assign.Passage) bool { return o.Field == dossier.Responsible }))
}

// whom prints those of whom one is verified, and whether there are others whom
// nobody lists.
func whom(units []*dossier.Unit, open bool) Print {
	var p Print
	p.names("verified", units)
	p.say("open", open)
	return p
}
