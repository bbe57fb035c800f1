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
	all := partsOf(r)
	for _, p := range all.list {
		p.print = e.part(r, *p.share)
		out.Book.Add(p.print)
	}
	hasForms := false
	for _, its := range all.tasks {
		t := e.task(r, its)
		out.Tasks = append(out.Tasks, t)
		out.Book.Add(e.tasks[t.ID].full)
		out.Clauses.Add(e.tasks[t.ID].full)
		if !its.formed() {
			continue
		}
		out.Workbook.Add(its.roles())
		out.Workbook.Add(e.tasks[t.ID].brief)
		out.Workbook.Add(t.Form)
		hasForms = hasForms || !t.Form.Empty()
	}
	if hasForms {
		out.Workbook.Add(name)
	} else {
		out.Workbook = Print{}
	}
	return out
}

func (e *Edition) task(r assign.Recipient, its parts) Task {
	t := its[0].share.Task
	out := Task{ID: t.ID}
	if its.formed() && (wantsStanding(r) || !e.tasks[t.ID].standing) {
		out.Form = e.form(r, its)
	}
	out.All.say("recipient", r.Unit.Name.Value)
	for _, p := range its {
		out.All.Add(p.print)
	}
	out.All.Add(e.tasks[t.ID].full)
	out.All.Add(out.Form)
	return out
}

// part is one share of a recipient, with what part prints of it.
type part struct {
	share *assign.Share
	print Print
}

// parts are the shares of one recipient in one task: at most one a role.
type parts []*part

func (ps parts) roles() Print {
	p := Say("roles")
	for _, one := range ps {
		p.say(string(role(*one.share)))
	}
	return p
}

// formed says whether the task has forms: a unit that only takes part neither
// applies nor verifies.
func (ps parts) formed() bool {
	return slices.ContainsFunc(ps, func(p *part) bool { return role(*p.share) != dossier.Cooperating })
}

// taskParts are the shares of a recipient, also by task in the order of its
// shares.
type taskParts struct {
	list  []*part
	tasks []parts
}

func partsOf(r assign.Recipient) taskParts {
	var out taskParts
	place := map[string]int{} // of a task in out.tasks
	for _, shares := range [][]assign.Share{r.Responsible, r.Supervised, r.Assisted} {
		for i := range shares {
			one, id := &part{share: &shares[i]}, shares[i].Task.ID
			at, known := place[id]
			if !known {
				at = len(out.tasks)
				place[id], out.tasks = at, append(out.tasks, nil)
			}
			out.tasks[at] = append(out.tasks[at], one)
			out.list = append(out.list, one)
		}
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
	t := its[0].share.Task
	p := Say("form", r.Unit.Name.Value)
	verified := e.tasks[t.ID].whom
	for _, one := range its {
		if role(*one.share) == dossier.Responsible {
			p.names("applicants", one.share.Bodies())
			if len(its) == 1 {
				verified = whom(one.share.Bodies(), false)
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
	for _, its := range partsOf(r).tasks {
		if t := its[0].share.Task; its.formed() && (wantsStanding(r) || !t.Standing()) {
			out = append(out, t.ID)
		}
	}
	return out
}

func wantsStanding(r assign.Recipient) bool {
	return r.Unit.Standing || slices.ContainsFunc(r.Units, func(u *dossier.Unit) bool { return u.Standing })
}
