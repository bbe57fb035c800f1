package register

import (
	"testing"

	"hongtou/internal/dossier"
)

// TestHolder: one step along book, and back to the unit itself when there is
// nothing to step to.
func TestHolder(t *testing.T) {
	unit := func(id, book string) dossier.Unit {
		u := dossier.Unit{ID: id, Name: text(id)}
		if book != "" {
			u.Book = text(book)
		}
		return u
	}
	reg := &dossier.Register{Units: []dossier.Unit{
		unit("xian", ""), unit("wei", "xian"), unit("zhengfu", "xian"), unit("ju", "zhengfu"), unit("self", "self"), unit("lost", "none"), unit("", ""),
	}}
	x := New(reg)
	for id, want := range map[string]string{"xian": "xian", "wei": "xian", "zhengfu": "xian", "ju": "zhengfu", "self": "self", "lost": "lost"} {
		if got := x.Holder(x.Unit(id)); got != x.Unit(want) {
			t.Errorf("%s stands in the book of %s, want %s", id, got.ID, want)
		}
	}
}
