package amend

import (
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
		if next := a.Date.ISO(); next != day {
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
	refused []refusal
}

// newChain puts the notices in order. One without a date is left out: load
// has reported it.
func newChain(d *dossier.Dossier) *chain {
	c := &chain{draft: newDraft(d)}
	for i := range d.Amendments {
		if a := &d.Amendments[i]; a.Date.Year != 0 {
			c.notices = append(c.notices, a)
		}
	}
	slices.SortStableFunc(c.notices, before)
	return c
}

// until counts the notices in force on a day.
func (c *chain) until(asOf string) int {
	if asOf == "" {
		return len(c.notices)
	}
	n := slices.IndexFunc(c.notices, func(a *dossier.Amendment) bool { return a.Date.ISO() > asOf })
	if n < 0 {
		return len(c.notices)
	}
	return n
}

// edition makes the edition of a state that n notices have led to.
func (c *chain) edition(s state, n int, asOf string) *Edition {
	e := &Edition{
		AsOf: asOf, Date: c.issued.Notice.Date.ISO(), Dossier: s.dossier, Issued: c.issued,
		Applied: slices.Clip(c.notices[:n]), Later: c.notices[n:],
		order: s.order, texts: map[dossier.Address][]dossier.Text{}, history: c.history, turns: n,
	}
	if n > 0 {
		e.Date = max(e.Date, c.notices[n-1].Date.ISO())
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
