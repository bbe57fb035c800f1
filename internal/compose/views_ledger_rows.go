package compose

import (
	"cmp"
	"slices"
	"strings"

	"hongtou/internal/assign"
	"hongtou/internal/diag"
	"hongtou/internal/dossier"
)

// ledgering gathers the rows of a ledger task by task.
type ledgering struct {
	order []string // IDs of tasks, as printed
	tasks map[string]*ledgerTask

	problems diag.List
}

// ledgerTask is one task, and by role the rows of the units that have it.
type ledgerTask struct {
	task *assign.Task
	own  ledgerRow // what all its rows have in common
	held map[dossier.FieldKind][]ledgerRow
}

var ledgerRoles = [...]dossier.FieldKind{dossier.Responsible, dossier.Supervisors, dossier.Cooperating}

// mostDeadline is the number of characters of a deadline that is printed in
// every row of its task, not only in the table of tasks.
const mostDeadline = 40

func (l *ledgering) add(t *assign.Task) {
	l.order = append(l.order, t.ID)
	row := ledgerRow{
		Task:     taskNumber(t, "label"),
		Anchor:   anchorID("task", t.ID),
		Short:    (*memory)(nil).taskShort(t, "short"),
		Standing: t.Standing(),
	}
	if f := t.Aspect.Field(dossier.Deadline); f != nil {
		row.Deadline = newText(string(under(t.ID, string(f.Kind))), f.Value)
		row.Elsewhere = f.Value.Len() > mostDeadline
	}
	if names := t.Leaders(); len(names) > 0 {
		row.Leaders = newText(t.ID+".leaders.names", dossier.Text{Value: strings.Join(names, "、"), At: t.Aspect.Field(dossier.Leaders).Value.At})
	}
	day, dated, beyond := firstDay(t)
	if dated {
		row.By = taskText(t, "by", isoDay(day))
	}
	if beyond {
		l.problems.Add(tellBeyond(t))
	}
	if s, ok := t.Deadline().AtOnce(); ok {
		row.AtOnce = taskText(t, "at-once", s.Words)
	}
	l.tasks[t.ID] = &ledgerTask{task: t, own: row, held: map[dossier.FieldKind][]ledgerRow{}}
}

// take adds a row for every body of a recipient that has a task.
func (l *ledgering) take(r assign.Recipient, shares []assign.Share, role dossier.FieldKind) {
	for _, s := range shares {
		t := l.tasks[s.Task.ID]
		for _, body := range s.Bodies() {
			row := t.own
			row.Role, row.Unit = string(role), unitName(r.Unit)
			if body != r.Unit {
				row.Body = unitName(body)
			}
			if role == dossier.Responsible {
				row.Persons = persons(r, s.Task, body)
			}
			t.held[role] = append(t.held[role], row)
		}
	}
}

// persons gives those of a task's people who belong to a body of a recipient.
func persons(r assign.Recipient, t *assign.Task, body *dossier.Unit) []personLine {
	var out []personLine
	for _, tie := range r.People(t) {
		if slices.ContainsFunc(tie.Person.Units, func(u dossier.Text) bool { return u.Value == body.ID || u.Value == r.Unit.ID }) {
			out = append(out, personLine{newText("person."+tie.Person.Name.Value, tie.Person.Name), tie.Inferred})
		}
	}
	return out
}

// rows gives the rows of a task. When nobody known has a role in it, a row
// says with which words the text gives it: no task may be missing.
func (t *ledgerTask) rows() []ledgerRow {
	var out []ledgerRow
	for _, role := range ledgerRoles {
		words := t.unlisted(role)
		if len(t.held[role]) == 0 && (len(words) > 0 || role == dossier.Responsible) {
			row := t.own
			row.Role = string(role)
			for _, w := range words {
				row.Words = append(row.Words, t.words(w))
			}
			out = append(out, row)
		}
		out = append(out, t.held[role]...)
	}
	return out
}

// unlisted gives the words of a role that reach nobody who gets documents.
func (t *ledgerTask) unlisted(role dossier.FieldKind) []assign.Passage {
	var out []assign.Passage
	add := func(p assign.Passage) {
		if p.Field == role && !slices.Contains(out, p) {
			out = append(out, p)
		}
	}
	for _, p := range slices.Concat(t.task.Open, t.task.Unread) {
		add(p)
	}
	for _, d := range t.task.Withheld {
		add(d.Passage)
	}
	slices.SortStableFunc(out, func(a, b assign.Passage) int { return cmp.Compare(a.Offset, b.Offset) })
	return out
}

// words gives a passage at its place in the field.
func (t *ledgerTask) words(p assign.Passage) *Text {
	f := t.task.Aspect.Field(p.Field)
	return newText(string(under(t.task.ID, string(p.Field)))+".open", f.Value.Slice(p.Offset, p.Offset+p.Length))
}

// beside gives the words that reach nobody known in roles that others have.
func (t *ledgerTask) beside() besideView {
	v := besideView{Task: t.own.Task}
	for _, role := range ledgerRoles {
		if len(t.held[role]) == 0 {
			continue
		}
		for _, p := range t.unlisted(role) {
			v.Words = append(v.Words, wordsView{string(role), t.words(p)})
		}
	}
	return v
}
