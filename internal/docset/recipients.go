package docset

import (
	"slices"

	"hongtou/internal/assign"
	"hongtou/internal/dossier"
	"hongtou/internal/impact"
)

// planTaskBooks plans a book for everybody who has a task now.
func planTaskBooks(p *planner) []planned {
	return p.perRecipient("任务书", func(step impact.Impact, unit string) bool {
		return affects(step, unit, "") || p.quoted(step)
	})
}

// planClauses plans the text in force of everybody's tasks.
func planClauses(p *planner) []planned {
	return p.perRecipient("现行条款", func(step impact.Impact, unit string) bool { return affects(step, unit, "") })
}

func (p *planner) perRecipient(folder string, changes func(impact.Impact, string) bool) []planned {
	var out []planned
	for _, r := range p.recipients(p.last()) {
		one := p.newest(func(step impact.Impact) bool { return changes(step, r.Unit.ID) })
		out = append(out, p.addressed(one, r, folder+"/"+r.Unit.Name.Value))
	}
	return out
}

// addressed says whom a document is for, as its own edition has it.
func (p *planner) addressed(one planned, r assign.Recipient, name string) planned {
	one.recipient = p.recipients(one.text).of(r.Unit.ID)
	one.name = name
	return one
}

// planForms plans the closing and acceptance forms of every task that comes to
// an end, one file a task, and a workbook of all forms of a recipient.
func planForms(p *planner) []planned {
	var out []planned
	for _, r := range p.recipients(p.last()) {
		tasks := FormTasks(r)
		for _, task := range tasks {
			one := p.newest(func(step impact.Impact) bool { return affects(step, r.Unit.ID, task) })
			one = p.addressed(one, r, "销号验收/"+r.Unit.Name.Value+"/"+task)
			one.task, one.formats = task, []Format{PDF, HTML}
			out = append(out, one)
		}
		if len(tasks) > 0 {
			// Its contents list the standing tasks as well.
			one := p.newest(func(step impact.Impact) bool { return affects(step, r.Unit.ID, "") })
			one = p.addressed(one, r, "销号验收/"+r.Unit.Name.Value)
			one.formats = []Format{XLSX}
			out = append(out, one)
		}
	}
	return out
}

// FormTasks gives the IDs of the aspects for which a recipient gets closing and
// acceptance forms, those it answers for first: standing tasks only when the
// register says so.
func FormTasks(r assign.Recipient) []string {
	var out []string
	for _, s := range slices.Concat(r.Responsible, r.Supervised) {
		if !slices.Contains(out, s.Task.ID) && (!s.Task.Standing() || wantsStanding(r)) {
			out = append(out, s.Task.ID)
		}
	}
	return out
}

func wantsStanding(r assign.Recipient) bool {
	return r.Unit.Standing || slices.ContainsFunc(r.Units, func(u *dossier.Unit) bool { return u.Standing })
}

// affects says whether a step changed a task of a unit, any task for "".
func affects(step impact.Impact, unit, task string) bool {
	i := slices.IndexFunc(step.Affected, func(r impact.Recipient) bool { return r.Unit.ID == unit })
	if i < 0 || task == "" {
		return i >= 0
	}
	return slices.ContainsFunc(step.Affected[i].Tasks, func(t impact.Task) bool { return t.Aspect == task })
}
