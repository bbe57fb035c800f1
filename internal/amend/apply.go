package amend

import (
	"cmp"

	"hongtou/internal/diag"
	"hongtou/internal/dossier"
)

// turn is one change being carried out.
type turn struct {
	*draft
	n      int // index of the notice
	notice *dossier.Amendment
	change *dossier.Change
}

// apply carries out the changes of a notice in the order they are printed.
func (c *chain) apply(n int) {
	c.begin()
	a := c.notices[n]
	if n < c.early {
		c.refused = append(c.refused, c.tooEarly(n))
		return
	}
	seen := claims{}
	for i := range a.Changes {
		t := &turn{draft: c.draft, n: n, notice: a, change: &a.Changes[i]}
		if len(a.Changes[i].New) == 0 && t.needsWords() {
			continue // load has reported it
		}
		r := seen.claim(t)
		if r == nil {
			r = t.run()
		}
		c.refuse(t, r)
	}
	for _, t := range c.numbers {
		c.refuse(&t.turn, t.judge())
	}
	c.numbers = nil
}

func (c *chain) refuse(t *turn, r *refusal) {
	if r != nil {
		r.turn = *t
		c.refused = append(c.refused, *r)
	}
}

func (t *turn) needsWords() bool {
	return t.change.Verb == dossier.Replace || t.change.Verb == dossier.Insert || t.change.Verb == dossier.Rename
}

// run carries out the change or says why not.
func (t *turn) run() *refusal {
	switch target := t.change.Target; {
	case t.now.Register == nil && (target.Person != "" || target.Unit != ""):
		return nil // load has reported it
	case target.Person != "":
		return t.succeed()
	case target.Unit != "" && t.change.Verb == dossier.Merge:
		return t.merge()
	case target.Unit != "":
		return t.rename()
	case target.Plan != "":
		return t.planChange()
	case target.Item == "":
		return t.heading()
	case target.Field == "":
		return t.itemChange()
	}
	return t.fieldChange()
}

// record adds a revision to the history of a value.
func (t *turn) record(a dossier.Address, verb dossier.Verb, old, words []dossier.Text) {
	t.put(a, dossier.Revision{Verb: verb, Old: old, New: words})
}

// restate notes that the notice prints the same words again.
func (t *turn) restate(a dossier.Address, old, words []dossier.Text) {
	t.put(a, dossier.Revision{Verb: dossier.Replace, Old: old, New: words, Restated: true})
}

// replaced notes a replacement, or a restatement when the words are the same.
func (t *turn) replaced(a dossier.Address, old, words []dossier.Text) {
	if dossier.Lines(old) == dossier.Lines(words) {
		t.restate(a, old, words)
	} else {
		t.record(a, dossier.Replace, old, words)
	}
}

func (t *turn) put(a dossier.Address, r dossier.Revision) {
	r.Opinion = t.change.Opinion
	r.By = dossier.Provenance{
		Amendment: t.notice.ID, Number: t.notice.DocNumber, Date: t.notice.Date, At: t.placeOf(r.New),
	}
	t.history[a] = append(t.history[a], revision{r, t.n})
}

// placeOf is where the new words stand in the notice, or else the paragraph
// that executes the change.
func (t *turn) placeOf(words []dossier.Text) diag.Position {
	for _, w := range words {
		runs := w.Pieces
		if len(runs) == 0 {
			runs = []dossier.Text{w}
		}
		for _, p := range runs {
			if p.At.File == t.notice.File {
				return p.At
			}
		}
	}
	return t.paragraph().At
}

// paragraph is the one that executes the change.
func (t *turn) paragraph() dossier.Text {
	if p := t.change.Paragraph; p >= 0 && p < len(t.notice.Body) {
		return t.notice.Body[p].Text
	}
	return dossier.Text{At: t.change.At}
}

// aspectID names the aspect of the target; an ordinary item's only aspect
// bears the item's ID.
func aspectID(t dossier.Target) string { return cmp.Or(t.Aspect, t.Item) }
