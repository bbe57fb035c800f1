// Package printed says what the documents of recipients print: an edition goes
// in; out comes, for every recipient and document, all that stands in it and
// that another edition may say otherwise. A document is the same in two
// editions exactly when its prints are equal; that decides which edition it is
// of, and whom a notice affects. What never changes (title and notice of the
// plan, what the office adds) is left out. It is pure.
package printed

import (
	"crypto/sha256"
	"fmt"
	"slices"
	"strconv"

	"hongtou/internal/amend"
	"hongtou/internal/assign"
	"hongtou/internal/dossier"
)

// Print is all that a document, or a part of one, prints. The zero Print says
// nothing. It holds no text but a sum of it: prints are only ever compared, and
// thousands of documents have one each.
type Print struct {
	sum  [sha256.Size]byte // of every fact so far, each with what it is, in their order
	said bool
	by   []string // IDs of notices, each once; never changed in place
}

// Equal says whether two prints say the same, with the same history.
func (p Print) Equal(q Print) bool { return p.said == q.said && p.sum == q.sum }

// Empty says whether nothing is printed.
func (p Print) Empty() bool { return !p.said }

// By says whether a notice changed a value that is printed. What a notice did
// to units and people of the register alone is not counted.
func (p Print) By(notice string) bool { return slices.Contains(p.by, notice) }

// What a sum goes on with.
const (
	aFact  = 0
	aPrint = 1
)

// say adds one fact: what it is, and its values.
func (p *Print) say(what string, values ...any) {
	b := append(make([]byte, 0, 512), p.sum[:]...)
	b = append(append(b, aFact), what...)
	for _, v := range values {
		b = appendValue(append(b, 0), v)
	}
	p.sum, p.said = sha256.Sum256(b), true
}

// appendValue writes a value as %v would.
func appendValue(b []byte, v any) []byte {
	switch v := v.(type) {
	case string:
		return append(b, v...)
	case dossier.FieldKind:
		return append(b, v...)
	case int:
		return strconv.AppendInt(b, int64(v), 10)
	case bool:
		return strconv.AppendBool(b, v)
	}
	return fmt.Append(b, v)
}

// Add adds all that another print says.
func (p *Print) Add(q Print) {
	if !q.said {
		p.changedBy(q.by...)
		return
	}
	b := append(make([]byte, 0, 2*sha256.Size+1), p.sum[:]...)
	b = append(append(b, aPrint), q.sum[:]...)
	p.sum, p.said = sha256.Sum256(b), true
	p.changedBy(q.by...)
}

// changedBy adds notices that changed what is printed.
func (p *Print) changedBy(notices ...string) {
	if len(p.by) == 0 {
		p.by = slices.Clip(notices)
		return
	}
	for _, id := range notices {
		if !slices.Contains(p.by, id) {
			p.by = append(slices.Clip(p.by), id)
		}
	}
}

// Say is a print of one fact.
func Say(what string, values ...any) Print {
	var p Print
	p.say(what, values...)
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
	for _, r := range e.History(a) {
		if !r.Restated {
			p.say("revision", a, r.Verb, r.By.Amendment)
			p.changedBy(r.By.Amendment)
		}
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
	recipients := out.Assigned.Recipients()
	out.Recipients = make([]Recipient, 0, len(recipients))
	for _, r := range recipients {
		out.Recipients = append(out.Recipients, out.recipient(r))
	}
	return out
}
