// Package amend gives the text in force: a dossier and a date go in, the
// edition of that date comes out, each value with its provenance and history.
// It is pure. Changes are applied by date, then serial number; one that does
// not find the text it expects is refused with both texts.
package amend

import (
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
	history map[dossier.Address][]dossier.Revision
}

// Amended says whether any notice has changed the plan.
func (e *Edition) Amended() bool { return len(e.Applied) > 0 }

// History gives the revisions of a value, oldest first; empty for a value that
// stands as issued.
func (e *Edition) History(a dossier.Address) []dossier.Revision { return e.history[a] }

// Changed says whether the words at an address are not those of the issued
// plan; restatements do not count.
func (e *Edition) Changed(a dossier.Address) bool {
	for _, r := range e.history[a] {
		if !r.Restated {
			return true
		}
	}
	return false
}
