package printed

import (
	"slices"

	"hongtou/internal/assign"
	"hongtou/internal/dossier"
)

// Ledger prints every task with its fields but the measures, and everybody who
// has a part in it.
func (e *Edition) Ledger() Print {
	var p Print
	for i := range e.Assigned.Tasks {
		t := &e.Assigned.Tasks[i]
		p.Add(e.tasks[t.ID].row)
		p.say("leaders", t.Leaders())
		p.unlisted(t)
	}
	for _, r := range e.Recipients {
		p.say("holder", r.Unit.Name.Value)
		for _, s := range r.All() {
			p.share(r.Recipient, s)
		}
	}
	return p
}

// share prints the rows of one recipient and task, one for each body.
func (p *Print) share(r assign.Recipient, s assign.Share) {
	p.say("share", s.Task.ID, role(s))
	people := r.People(s.Task)
	for _, body := range s.Bodies() {
		p.say("body", body.Name.Value, body == r.Unit)
		for _, tie := range people {
			theirs := func(u dossier.Text) bool { return u.Value == body.ID || u.Value == r.Unit.ID }
			if role(s) == dossier.Responsible && slices.ContainsFunc(tie.Person.Units, theirs) {
				p.say("person", tie.Person.Name.Value, tie.Inferred)
			}
		}
	}
}

// unlisted prints the words that reach nobody who gets documents.
func (p *Print) unlisted(t *assign.Task) {
	for _, o := range slices.Concat(t.Open, t.Unread) {
		p.say("unlisted", o.Field, o.Offset, o.Words)
	}
	for _, d := range t.Withheld {
		p.say("unlisted", d.Field, d.Offset, d.Words)
	}
}
