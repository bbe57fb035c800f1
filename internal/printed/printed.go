// Package printed says what the documents of recipients print: an edition goes
// in; out comes, for every recipient and document, all that stands in it and
// that another edition may say otherwise. A document is the same in two
// editions exactly when its prints are equal; that decides which edition it is
// of, and whom a notice affects. What never changes (title and notice of the
// plan, what the office adds) is left out. It is pure.
package printed

import (
	"fmt"
	"slices"
	"strings"

	"hongtou/internal/amend"
	"hongtou/internal/assign"
	"hongtou/internal/dossier"
)

// Print is all that a document, or a part of one, prints. The zero Print says
// nothing.
type Print struct {
	words []string   // in a fixed order, each with what it is
	by    [][]string // IDs of notices
}

// Equal says whether two prints say the same, with the same history.
func (p Print) Equal(q Print) bool { return slices.Equal(p.words, q.words) }

// Empty says whether nothing is printed.
func (p Print) Empty() bool { return len(p.words) == 0 }

// By says whether a notice changed a value that is printed. What a notice did
// to units and people of the register alone is not counted.
func (p Print) By(notice string) bool {
	return slices.ContainsFunc(p.by, func(ids []string) bool { return slices.Contains(ids, notice) })
}

// say adds one fact: what it is, and its values.
func (p *Print) say(what string, values ...any) {
	var b strings.Builder
	b.WriteString(what)
	for _, v := range values {
		fmt.Fprintf(&b, "\x00%v", v)
	}
	p.words = append(p.words, b.String())
}

// Add adds all that another print says.
func (p *Print) Add(q Print) { p.words, p.by = append(p.words, q.words...), append(p.by, q.by...) }

// Say is a print of one fact.
func Say(what string, values ...any) Print {
	var p Print
	p.say(what, values...)
	return p
}

// whole puts what a print says into one word, so that many documents can have
// it in common.
func (p Print) whole() Print {
	p.words = []string{strings.Join(p.words, "\x01")}
	return p
}

// names adds the names of units.
func (p *Print) names(what string, units []*dossier.Unit) {
	names := []any{len(units)}
	for _, u := range units {
		names = append(names, u.Name.Value)
	}
	p.say(what, names...)
}

// history adds what notices did to a value: it is printed behind it.
func (p *Print) history(e *amend.Edition, a dossier.Address) {
	var ids []string
	for _, r := range e.History(a) {
		if !r.Restated {
			p.say("revision", a, r.Verb, r.By.Amendment)
			ids = append(ids, r.By.Amendment)
		}
	}
	if len(ids) > 0 {
		p.by = append(p.by, ids)
	}
}

// Edition is what all documents for recipients print in one edition.
type Edition struct {
	Text       *amend.Edition
	Assigned   assign.Assignment
	Recipients []Recipient // in the register's order
	Quoted     Print       // the paragraphs of the plan that every task book quotes

	tasks map[string]task
}

// Of reads an edition.
func Of(e *amend.Edition) *Edition {
	out := &Edition{Text: e, Assigned: assign.Of(e), Quoted: quoted(e), tasks: map[string]task{}}
	values := valuesOf(e)
	for i := range out.Assigned.Tasks {
		t := &out.Assigned.Tasks[i]
		out.tasks[t.ID] = newTask(e, t, values)
	}
	for _, r := range out.Assigned.Recipients() {
		out.Recipients = append(out.Recipients, out.recipient(r))
	}
	return out
}
