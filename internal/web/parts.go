package web

import (
	"fmt"
	"unicode/utf8"
)

// The parts of a page that need to know on which page they stand.

type linkView struct {
	Link Link
	Href string
	Here bool
}

// At is a link as seen from this page.
func (v *view) At(l Link) linkView { return linkView{l, v.Href(l.Path), v.Here(l)} }

type tableView struct {
	View     *view
	Table    *Table
	ID       string // of the caption
	Filtered bool
}

// Of is the table of section i.
func (v *view) Of(t *Table, i int) tableView {
	return tableView{v, t, fmt.Sprintf("site-table-%d", i+1), v.Filtered(t)}
}

type cellView struct {
	View *view
	Cell Cell
}

// Cell is a cell of the table.
func (t tableView) Cell(c Cell) cellView { return cellView{t.View, c} }

// Label is the head of column i, which narrow screens show beside the cell.
func (t *Table) Label(i int) string {
	if i < len(t.Head) {
		return t.Head[i]
	}
	return ""
}

// Newer says whether the content is of a later day than its publication;
// otherwise its date tells readers nothing.
func (p *Page) Newer() bool { return p.Updated > day(p.Published) }

// longEntry is the number of characters from which a value of the disclosure
// block takes a whole line.
const longEntry = 20

// Wide says whether the entry takes a whole line.
func (e Entry) Wide() bool { return utf8.RuneCountInString(e.Value) > longEntry }
