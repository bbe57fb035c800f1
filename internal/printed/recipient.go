package printed

import (
	"slices"

	"hongtou/internal/assign"
	"hongtou/internal/dossier"
)

// Recipient is what the documents of one recipient print.
type Recipient struct {
	assign.Recipient
	Book     Print
	Clauses  Print
	Workbook Print  // of all its forms; empty when it has none
	Tasks    []Task // those it answers for first, each once
}

// Task is what a recipient's documents print of one task.
type Task struct {
	ID   string
	Form Print // its closing and acceptance forms; empty when it has none
	All  Print // all documents together
}

func (e *Edition) recipient(r assign.Recipient) Recipient {
	out := Recipient{Recipient: r}
	name := Say("recipient", r.Unit.Name.Value)
	out.Book.Add(name)
	out.Book.names("bodies", r.Units)
	out.Book.Add(e.Quoted)
	out.Clauses.Add(name)
	for _, s := range slices.Concat(r.Responsible, r.Supervised) {
		out.Book.Add(e.part(r, s))
	}
	parts := partsOf(r)
	for _, id := range parts.order {
		t := e.task(r, parts.of[id])
		out.Tasks = append(out.Tasks, t)
		out.Book.Add(e.tasks[id].full)
		out.Clauses.Add(e.tasks[id].full)
		out.Workbook.Add(parts.of[id].roles())
		out.Workbook.Add(e.tasks[id].brief)
		out.Workbook.Add(t.Form)
	}
	if slices.ContainsFunc(out.Tasks, func(t Task) bool { return !t.Form.Empty() }) {
		out.Workbook.Add(name)
	} else {
		out.Workbook = Print{}
	}
	return out
}

func (e *Edition) task(r assign.Recipient, its parts) Task {
	t := its[0].Task
	out := Task{ID: t.ID}
	if wantsStanding(r) || !e.tasks[t.ID].standing {
		out.Form = e.form(r, its)
	}
	out.All.say("recipient", r.Unit.Name.Value)
	for _, s := range its {
		out.All.Add(e.part(r, s))
	}
	out.All.Add(e.tasks[t.ID].full)
	out.All.Add(out.Form)
	return out
}

// parts are the shares of one recipient in one task: at most one a role.
type parts []assign.Share

func (ps parts) roles() Print {
	p := Say("roles")
	for _, s := range ps {
		p.say(string(role(s)))
	}
	return p
}

// taskParts are the shares of a recipient by task, in the order of its shares.
type taskParts struct {
	order []string
	of    map[string]parts
}

func partsOf(r assign.Recipient) taskParts {
	out := taskParts{of: map[string]parts{}}
	for _, s := range slices.Concat(r.Responsible, r.Supervised) {
		if out.of[s.Task.ID] == nil {
			out.order = append(out.order, s.Task.ID)
		}
		out.of[s.Task.ID] = append(out.of[s.Task.ID], s)
	}
	return out
}

func role(s assign.Share) dossier.FieldKind { return s.Words[0].Field }

// part prints what a book says of a recipient's part in a task beside the
// task's own words: by which words it has it, where measures name it and, of
// what it answers for, whom the fields of people mean.
func (e *Edition) part(r assign.Recipient, s assign.Share) Print {
	var p Print
	p.say("part", s.Task.ID, role(s))
	for _, d := range s.Words {
		p.say("words", d.Words, d.Group != nil, d.Unit.Name.Value)
	}
	for i, m := range s.Measures {
		again := func(o assign.Mention) bool { return o.Measure == m.Measure && o.Words == m.Words }
		if !slices.ContainsFunc(s.Measures[:i], again) {
			p.say("named", m.Measure, m.Words, m.Group != nil)
		}
	}
	if role(s) == dossier.Responsible {
		p.say("leaders", s.Task.Leaders())
		for _, tie := range r.People(s.Task) {
			p.say("person", tie.Person.Name.Value, tie.Inferred)
		}
	}
	return p
}

// form prints the forms of one task: beside the task who applies and who is
// verified. A supervisor verifies one of those who answer for the task, others
// themselves.
func (e *Edition) form(r assign.Recipient, its parts) Print {
	t := its[0].Task
	p := Say("form", r.Unit.Name.Value)
	verified := e.tasks[t.ID].whom
	for _, s := range its {
		if role(s) == dossier.Responsible {
			p.names("applicants", s.Bodies())
			if len(its) == 1 {
				verified = whom(s.Bodies(), false)
			}
		}
	}
	p.Add(verified)
	p.Add(e.tasks[t.ID].full)
	return p
}

// FormTasks gives the IDs of the aspects for which a recipient gets closing and
// acceptance forms, those it answers for first: standing tasks only when the
// register says so.
func FormTasks(r assign.Recipient) []string {
	var out []string
	all := partsOf(r)
	for _, id := range all.order {
		if wantsStanding(r) || !all.of[id][0].Task.Standing() {
			out = append(out, id)
		}
	}
	return out
}

func wantsStanding(r assign.Recipient) bool {
	return r.Unit.Standing || slices.ContainsFunc(r.Units, func(u *dossier.Unit) bool { return u.Standing })
}
