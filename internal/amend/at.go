package amend

import (
	"fmt"
	"slices"

	"hongtou/internal/diag"
	"hongtou/internal/dossier"
)

// At gives the edition in force on a day such as 2020-08-01; "" means that
// every notice of the content counts. What is refused is in the list, and the
// edition stands without it: with errors it may be shown but not issued.
func At(d *dossier.Dossier, asOf string) (*Edition, diag.List) {
	c := newChain(d)
	n := c.until(asOf)
	var at state
	for i := range c.notices {
		if i == n {
			at = c.draft.state()
		}
		c.apply(i)
	}
	if n == len(c.notices) {
		at = c.draft.state()
	}
	return c.edition(at, n, asOf), c.problems(n)
}

// Editions gives the issued text, then one edition for each day on which a
// notice came into force; several notices of a day make one edition.
func Editions(d *dossier.Dossier) ([]*Edition, diag.List) {
	c := newChain(d)
	day := d.Notice.Date.ISO()
	var out []*Edition
	for i, a := range c.notices {
		if next := dayOf(a); next != day {
			out = append(out, c.edition(c.draft.state(), i, day))
			day = next
		}
		c.apply(i)
	}
	out = append(out, c.edition(c.draft.state(), len(c.notices), day))
	return out, c.problems(len(c.notices))
}

// chain is the notices that amend a dossier, in order, and the text as far as
// they are applied. Whatever day is asked for, all are applied in the end: a
// refusal may have its reason in a later notice.
type chain struct {
	*draft
	notices []*dossier.Amendment
	early   int // the first so many are dated before the plan
	refused []refusal
	limit   diag.List
}

// What one dossier may hold at most, far above what is printed: changes, and
// values of the plan with the paragraphs that changes bring.
const (
	mostChanges = 2_000
	mostValues  = 50_000
)

// newChain puts the notices in order. One without any date is left out: load
// has reported it.
func newChain(d *dossier.Dossier) *chain {
	c := &chain{draft: newDraft(d)}
	for i := range d.Amendments {
		if a := &d.Amendments[i]; dayOf(a) != "" {
			c.notices = append(c.notices, a)
		}
	}
	slices.SortStableFunc(c.notices, before)
	c.guard()
	for c.early < len(c.notices) && dayOf(c.notices[c.early]) < d.Notice.Date.ISO() {
		c.early++
	}
	return c
}

// guard keeps the work bounded: where there is more than anybody prints, no
// notice is applied.
func (c *chain) guard() {
	changes, values := 0, len(c.order)
	for _, a := range c.notices {
		changes += len(a.Changes)
		for _, change := range a.Changes {
			values += len(change.New)
		}
	}
	if len(c.notices) == 0 || changes <= mostChanges && values <= mostValues && values*len(c.notices) <= 100*mostValues {
		return
	}
	c.limit.Add(diag.Diagnostic{
		Code: codeLimit, At: diag.Position{File: c.notices[0].File, Line: 1, Column: 1},
		Message: fmt.Sprintf("%d份修改通知共有%d处修改，方案和新内容共%d段，超过上限，不予执行", len(c.notices), changes, values), Hint: "核对内容是否重复；确有这样多的，分为几个案卷",
	})
	c.notices = nil
}

// until counts the notices in force on a day.
func (c *chain) until(asOf string) int {
	if asOf == "" {
		return len(c.notices)
	}
	n := slices.IndexFunc(c.notices, func(a *dossier.Amendment) bool { return dayOf(a) > asOf })
	if n < 0 {
		return len(c.notices)
	}
	return n
}

// edition makes the edition of a state that n notices have led to.
func (c *chain) edition(s state, n int, asOf string) *Edition {
	e := &Edition{
		AsOf: asOf, Date: c.issued.Notice.Date.ISO(), Dossier: s.dossier, Issued: c.issued,
		Applied: slices.Clip(c.notices[min(c.early, n):n]), Later: c.notices[n:],
		order: s.order, texts: map[dossier.Address][]dossier.Text{}, history: c.history, turns: n,
	}
	if n > 0 {
		e.Date = max(e.Date, dayOf(c.notices[n-1]))
	}
	walk(s.dossier, func(a dossier.Address, ts []dossier.Text) {
		if _, twice := e.texts[a]; !twice {
			e.texts[a] = ts
		}
	})
	for _, a := range s.order {
		e.texts[a] = e.texts[a] // known, though no longer printed
	}
	return e
}
