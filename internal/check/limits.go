package check

import (
	"fmt"
	"slices"

	"hongtou/internal/amend"
	"hongtou/internal/diag"
	"hongtou/internal/dossier"
	"hongtou/internal/register"
)

// How many units may be reached: every one of them gets documents for the task.
// A province of 200 units, each with a part in 100 items and supervising
// another 100, has 40,000 in an edition. Mentions are the places where measures
// name units.
const (
	mostOfTask   = 10_000    // duties and mentions of one task
	mostDuties   = 60_000    // duties of one edition
	mostMentions = 200_000   // of one edition
	mostInAll    = 1_000_000 // duties of all editions together
)

// Boundless gives what is wrong with a dossier that reaches units beyond all
// measure in some of its editions: no recipients can be worked out for it.
func Boundless(editions []*amend.Edition) diag.List {
	r := reach{}
	for _, e := range editions {
		if d := r.edition(e); d != nil {
			d.Code = codeDuties
			return diag.List{*d}
		}
	}
	return nil
}

// reach counts by the register, taking no group apart. Most texts are the same
// in most editions: each is read once.
type reach struct {
	reg   *dossier.Register
	index *register.Index
	known map[string]int
	inAll int
}

func (r *reach) edition(e *amend.Edition) *diag.Diagnostic {
	if r.index == nil || r.reg != e.Dossier.Register {
		r.reg, r.index, r.known = e.Dossier.Register, register.New(e.Dossier.Register), map[string]int{}
	}
	duties, mentions := 0, 0
	for _, item := range e.Dossier.Annex.Items() {
		for _, a := range item.Aspects {
			d, m := r.task(a)
			duties, mentions, r.inAll = duties+d, mentions+m, r.inAll+d
			for _, l := range []struct {
				what       string
				count, max int
			}{
				{item.Number + a.Number + "涉及单位", d + m, mostOfTask},
				{"各项任务的责任单位、督导单位合计", duties, mostDuties},
				{"各条整改措施提到的单位合计", mentions, mostMentions},
				{"历次修改前后的责任单位、督导单位合计", r.inAll, mostInAll},
			} {
				if l.count > l.max {
					return beyond(item, fmt.Sprintf("%s%d个以上，超过%d个的上限，本案卷不再检查", l.what, l.count, l.max))
				}
			}
		}
	}
	return nil
}

func beyond(item dossier.Item, message string) *diag.Diagnostic {
	at := diag.Position{File: item.File, Line: 1, Column: 1}
	if len(item.Problem) > 0 {
		at = item.Problem[0].At
	}
	d := mark(at, 0, message, "核对统称的成员；确有这样多的，分成几个案卷")
	return &d
}

// task counts the duties of an aspect and the mentions of its measures.
func (r *reach) task(a dossier.Aspect) (duties, mentions int) {
	for _, f := range a.Fields {
		if slices.Contains(unitFields, f.Kind) {
			duties += r.read("field "+f.Value.Value, func() []register.Ref { return r.index.Units(f.Value.Value).Refs })
		}
		for _, m := range f.Measures {
			mentions += r.read("measure "+m.Text.Value, func() []register.Ref { return r.index.Mentions(m.Text.Value) })
		}
	}
	return duties, mentions
}

// read counts the units that the references of a text reach.
func (r *reach) read(text string, refs func() []register.Ref) int {
	if n, known := r.known[text]; known {
		return n
	}
	n := 0
	for _, ref := range refs() {
		switch ref.Kind {
		case register.Unit:
			n++
		case register.Group:
			n += len(r.index.Group(ref.ID).Members)
		}
	}
	r.known[text] = n
	return n
}
