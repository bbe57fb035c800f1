package register

import "hongtou/internal/dossier"

// Holder gives the unit in whose book the tasks of a unit stand (合用一册): the
// unit itself when it has a book of its own, or when the register does not
// have the one it names, which check reports. It goes one step, so that a
// chain of books, which check reports too, ends.
func (x *Index) Holder(u *dossier.Unit) *dossier.Unit {
	if u.Book.Value != "" {
		if holder := x.Unit(u.Book.Value); holder != nil {
			return holder
		}
	}
	return u
}
