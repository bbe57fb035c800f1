package xlsx

import (
	"fmt"
	"slices"
	"sort"

	"github.com/xuri/excelize/v2"
)

// table is a plan with its body cells in order.
type table struct {
	*plan
	cells [][]*area       // those that begin in a column, from top to bottom
	shown map[int][]value // by column, those worked out
	busy  map[any]bool    // columns and cells being worked out
}

func newTable(p *plan) *table {
	t := &table{plan: p, cells: make([][]*area, len(p.columns)), shown: map[int][]value{}, busy: map[any]bool{}}
	for i := range p.body.areas {
		a := &p.body.areas[i]
		t.cells[a.left] = append(t.cells[a.left], a)
	}
	for _, cells := range t.cells {
		slices.SortFunc(cells, func(a, b *area) int { return a.top - b.top })
	}
	return t
}

// own gives the cell of a column that stands in a row: one that begins there,
// or above and reaches down to it. It is nil where a cell to the left covers
// the place.
func (t *table) own(column, row int) *area {
	cells := t.cells[column]
	i := sort.Search(len(cells), func(i int) bool { return cells[i].top > row }) - 1
	if i < 0 || cells[i].bottom <= row {
		return nil
	}
	for i > 0 && !cells[i].first { // of a divided cell, the part that has its value
		i--
	}
	return cells[i]
}

// reference names the cell of a column that stands in a row, relative to the
// row, so that it moves along when people sort.
func (t *table) reference(column, row int) (string, error) {
	if a := t.own(column, row); a != nil {
		row = a.top
	}
	name, err := excelize.ColumnNumberToName(column + 1)
	return fmt.Sprintf("$%s%d", name, t.firstBodyRow()+row+1), err
}

// bodyOf names exactly the body rows of a column.
func (t *table) bodyOf(column int) (string, error) {
	name, err := excelize.ColumnNumberToName(column + 1)
	first := t.firstBodyRow() + 1
	return fmt.Sprintf("%s!$%s$%d:$%s$%d", quoteSheet(t.sheet.Name), name, first, name, first+len(t.body.heights)-1), err
}

// check refuses a column that a formula of a names and the table of has not.
func (t *table) check(a *area, of *table, column int) error {
	if column < 0 || column >= len(of.columns) {
		return t.fail(a, fmt.Sprintf("公式所指的第%d列不在工作表“%s”中", column, of.sheet.Name))
	}
	return nil
}

// fail reports a cell that has no text by its address.
func (t *table) fail(a *area, reason string) *Error {
	from, _, err := corners(a, t.firstBodyRow())
	if err != nil {
		from = "?"
	}
	return &Error{Sheet: t.sheet.Name, At: placeOf(a.cell), Reason: "单元格" + from + "：" + reason}
}
