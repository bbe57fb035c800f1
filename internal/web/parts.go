package web

import (
	"fmt"
	"strings"
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
	Section  string // anchor of the heading above, empty without one
	Filtered bool
}

// Of is the table of section i.
func (v *view) Of(t *Table, i int) tableView {
	return tableView{v, t, fmt.Sprintf("site-table-%d", i+1), v.Anchor(i), v.Filtered(t)}
}

// LabelledBy names the places whose words are the name of the table's region.
// Captions alone may be alike on pages of several dossiers.
func (t tableView) LabelledBy() string {
	if t.Table.Caption == "" {
		return t.Section
	}
	return strings.TrimSpace(t.Section + " " + t.ID)
}

// Anchor is that of the heading of section i, empty without one.
func (v *view) Anchor(i int) string {
	if v.Page.Sections[i].Heading == "" {
		return ""
	}
	return fmt.Sprintf("site-part-%d", i+1)
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

// LongMenu says whether the main places would push a page out of the first
// screen of a telephone.
func (s *Site) LongMenu() bool { return len(s.Menu) > 4 }

// broad is the number of columns that a window of a tablet has no room for.
const broad = 5

// Broad says whether middling windows, too, show the rows as blocks.
func (t *Table) Broad() bool { return len(t.Head) >= broad }

// brief is the number of characters that a date has at most: 2020年11月25日.
const brief = 11

// Brief says whether a cell is a word or two, which stay on one line.
func (c Cell) Brief() bool {
	return len(c.Links) == 0 && utf8.RuneCountInString(c.Words+c.Mark) <= brief
}

// Newer says whether the content is of a later day than its publication;
// otherwise its date tells readers nothing.
func (p *Page) Newer() bool { return p.Updated > day(p.Published) }

// longEntry is the number of characters from which a value of the disclosure
// block takes a whole line.
const longEntry = 20

// Wide says whether the entry takes a whole line.
func (e Entry) Wide() bool { return utf8.RuneCountInString(e.Value) > longEntry }
