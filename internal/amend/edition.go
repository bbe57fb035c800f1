// Package amend gives the text in force: a dossier and a date go in, the
// edition of that date comes out, each value with its provenance and history.
// It is pure. Changes are applied by date, then serial number; one that does
// not find the text it expects is refused with both texts.
package amend

import (
	"slices"

	"hongtou/internal/dossier"
)

// Edition (版本) is a dossier as of a date. It is immutable.
type Edition struct {
	AsOf    string               // the date asked for, 2020-08-01; "" = every notice of the content
	Date    string               // of the newest notice in force: 2020-07-30
	Dossier *dossier.Dossier     // the plan, annex and register as amended; notices as issued
	Issued  *dossier.Dossier     // as issued
	Applied []*dossier.Amendment // in force, in order
	Later   []*dossier.Amendment // dated after AsOf

	order   []dossier.Address                  // every value, in printed order
	texts   map[dossier.Address][]dossier.Text // of every value of order
	history history
	turns   int // notices of the history that count
}

// Amended says whether any notice has changed the plan.
func (e *Edition) Amended() bool { return len(e.Applied) > 0 }

// History gives the revisions of a value, oldest first; empty for a value that
// stands as issued. An item's number (06) changes when a notice inserts,
// deletes or renumbers the item, a unit (unit.ID) or person (person.姓名)
// of the register when a notice renames, merges or replaces it.
func (e *Edition) History(a dossier.Address) []dossier.Revision {
	all := e.history[a]
	n := len(all)
	for n > 0 && all[n-1].turn >= e.turns {
		n--
	}
	out := make([]dossier.Revision, n)
	for i := range out {
		out[i] = all[i].Revision
	}
	return out
}

// Changed says whether the words at an address are not those of the issued
// plan; restatements do not count.
func (e *Edition) Changed(a dossier.Address) bool {
	return slices.ContainsFunc(e.History(a), func(r dossier.Revision) bool { return !r.Restated })
}

// Origin says which notice gave a value the words now in force, or deleted it.
func (e *Edition) Origin(a dossier.Address) dossier.Provenance {
	for _, r := range slices.Backward(e.History(a)) {
		if !r.Restated {
			return r.By
		}
	}
	out := dossier.Provenance{Number: e.Issued.Notice.DocNumber, Date: e.Issued.Notice.Date}
	if ts := e.texts[a]; len(ts) > 0 {
		out.At = ts[0].At
	}
	return out
}

// Addresses gives every value in printed order, deleted ones included: the
// plan's paragraphs; each part's heading (part.1) and its items, each with its
// problem, remarks, aspects and fields; a list of measures before the measures
// themselves.
func (e *Edition) Addresses() []dossier.Address { return slices.Clone(e.order) }

// Text gives the printed paragraphs of a value: of a field what stands after
// the label, of a measures list its measures, of an item (06) its number. It is nil
// for a deleted value.
func (e *Edition) Text(a dossier.Address) []dossier.Text { return slices.Clone(e.texts[a]) }

// Deleted says whether a value was there once and is no longer in force.
func (e *Edition) Deleted(a dossier.Address) bool {
	ts, known := e.texts[a]
	return known && ts == nil // a list of measures may be empty and still there
}
