package compose

import (
	"strings"

	"hongtou/internal/assign"
	"hongtou/internal/diag"
	"hongtou/internal/doc"
	"hongtou/internal/docset"
	"hongtou/internal/dossier"
)

func newLedger(p docset.Document) (ledgerView, diag.List) {
	assigned := assign.Of(p.Text)
	l := ledgering{tasks: map[string]*ledgerTask{}}
	x, heads := newEdition(p.Text), fieldHeads(p.Dossier.Annex)
	v := ledgerView{
		Plan:    newTitle("plan.title", p.Dossier.Plan.Title, mainOutline("plan", p.Dossier.Plan.Title)),
		Issued:  issuedSource(p),
		Sources: x.sources(inLedger(assigned)),
		States:  statesIn(p.Dossier.Words),
		Day:     newText("edition.day", dossier.Text{Value: p.Edition, At: editionDay(p).At}),
	}
	v.heads(heads)
	for i := range assigned.Tasks {
		t := &assigned.Tasks[i]
		l.add(t)
		row := l.tasks[t.ID].own
		v.Tasks = append(v.Tasks, taskLineView{row.Task, row.Anchor, row.Short, x.aspect(*t.Item, *t.Aspect, heads).Cells})
	}
	for _, r := range assigned.Recipients() {
		v.Holders = append(v.Holders, ledgerHolder{Unit: unitName(r.Unit)})
		l.take(r, r.Responsible, dossier.Responsible)
		l.take(r, r.Supervised, dossier.Supervisors)
		l.take(r, r.Assisted, dossier.Cooperating)
	}
	for _, id := range l.order {
		v.Rows = append(v.Rows, l.tasks[id].rows()...)
		if b := l.tasks[id].beside(); len(b.Words) > 0 {
			v.Beside = append(v.Beside, b)
		}
	}
	for i := range v.Rows {
		v.Rows[i].Serial = i + 1
		v.Pending = v.Pending || v.Rows[i].Unit == nil
		v.Watched = v.Watched || v.Rows[i].Role == string(dossier.Supervisors)
		v.Assisted = v.Assisted || v.Rows[i].Role == string(dossier.Cooperating)
	}
	v.Months = l.months()
	v.count()
	return v, l.problems
}

// mostTallied is how many rows times units a summary by formulas may look at:
// at 900 units, a few seconds of an office program. Beyond, people choose one
// unit, or the program would reckon for minutes with every change.
const mostTallied = 2_000_000

// count counts the rows of each unit, and settles how the summary is made.
func (v *ledgerView) count() {
	rows := map[string]map[string]int{}
	for _, r := range v.Rows {
		name := strings.Join(inlineTexts(r.Unit), "")
		if rows[name] == nil {
			rows[name] = map[string]int{}
		}
		rows[name][r.Role]++
	}
	v.Many = len(v.Rows)*len(v.Holders) > mostTallied
	named := map[string]bool{}
	for i := range v.Holders {
		h := &v.Holders[i]
		name := strings.Join(inlineTexts(h.Unit), "")
		h.Answered, h.Supervised = rows[name][string(dossier.Responsible)], rows[name][string(dossier.Supervisors)]
		if v.Many && !named[name] {
			named[name] = true
			v.Names = append(v.Names, &Text{h.Unit.value})
		}
	}
}

// heads takes the labels that the plan prints.
func (v *ledgerView) heads(fields []dossier.Field) {
	for _, f := range fields {
		label := newText("annex.label."+string(f.Kind), f.Label)
		switch f.Kind {
		case dossier.Measures:
			continue
		case dossier.Deadline:
			v.Heads.Deadline = label
		case dossier.Leaders:
			v.Heads.Leaders = label
		case dossier.Persons:
			v.Heads.Persons = label
		}
		v.Columns = append(v.Columns, headView{string(f.Kind), label})
	}
}

// inLedger says which values a ledger prints: the fields of tasks, and the
// names of the units that have them.
func inLedger(a assign.Assignment) func(dossier.Address) bool {
	units := unitAddresses(a.Recipients())
	return func(at dossier.Address) bool {
		return !inPlan(at) && !inPartHead(at) && (!registered(at) || units[at])
	}
}

func (v ledgerView) must() []*value {
	out := append(v.Plan.must(), v.Day.held(), v.Issued.Date.held(), v.Issued.Number.held())
	out = append(out, mustSources(v.Sources)...)
	for _, c := range v.Columns {
		out = append(out, c.Label.held())
	}
	for _, t := range v.Tasks {
		out = append(out, t.Task.held(), t.Short.held())
		for _, c := range t.Cells {
			out = append(append(out, c.Label.held()), c.Value.must()...)
		}
	}
	for _, r := range v.Rows {
		out = append(out, r.must()...)
	}
	for _, h := range v.Holders {
		out = append(out, h.Unit.held())
	}
	for _, m := range v.Months {
		out = append(out, m.Name.held(), m.From.held(), m.To.held())
	}
	for _, b := range v.Beside {
		out = append(append(out, b.Task.held()), mustWords(b.Words)...)
	}
	return out
}

func (r ledgerRow) must() []*value {
	out := []*value{r.Unit.held(), r.Body.held(), r.Task.held(), r.Short.held(), r.By.held(), r.AtOnce.held(), r.Leaders.held()}
	if !r.Elsewhere {
		out = append(out, r.Deadline.held())
	}
	out = append(out, held(r.Words)...)
	for _, p := range r.Persons {
		out = append(out, p.Name.held())
	}
	return out
}

func mustWords(list []wordsView) []*value {
	var out []*value
	for _, w := range list {
		out = append(out, w.Words.held())
	}
	return out
}

func ledgerOf(p docset.Document) view {
	v, problems := newLedger(p)
	return view{data: v, workbook: v.must, problems: problems}
}

func ledgerMeta(p docset.Document) doc.Meta {
	return madeMeta(p, planInMarks(p.Dossier)+p.Dossier.Words.Say("整改台账"))
}
