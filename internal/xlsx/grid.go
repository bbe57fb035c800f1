package xlsx

import (
	"fmt"

	"hongtou/internal/doc"
)

// area is a rectangle of the sheet that shows one text: rows top to bottom-1,
// columns left to right-1, counted from 0 within the head or the body.
type area struct {
	top, bottom, left, right int

	cell   *doc.Cell
	text   passage
	link   string // anchor that a click leads to
	source string // anchor of a link's own cell, for the way back; "" when nothing leads there
	first  bool   // holds the beginning of its cell: anchor and link sit here
	above  edge   // border against the part before, if the text is continued
	below  edge
	carved bool // shows a part of its cell's text only
	again  bool // shows once more what another area of its cell shows, for readers who begin here
	result *result
}

func (a *area) rows() int { return a.bottom - a.top }

// resolve places cells on the grid, spans counted as in HTML. Every place must
// be covered exactly once.
func resolve(sheet string, rows []doc.Row, columns int) ([]area, error) {
	count := 0
	for _, r := range rows {
		count += len(r.Cells)
	}
	areas := make([]area, 0, count)
	until := make([]int, columns) // first free row of each column
	for r := range rows {
		cells := rows[r].Cells
		for c := 0; c < columns; c++ {
			if until[c] > r {
				continue
			}
			if len(cells) == 0 {
				return nil, gridError(sheet, r, "缺少单元格")
			}
			a, err := placeCell(sheet, &cells[0], r, c, until)
			if err != nil {
				return nil, err
			}
			if a.bottom > len(rows) {
				return nil, cellError(sheet, a.cell, "纵向合并超出表格")
			}
			areas = append(areas, a)
			cells = cells[1:]
		}
		if len(cells) > 0 {
			return nil, gridError(sheet, r, "单元格多于列数")
		}
	}
	return areas, nil
}

func gridError(sheet string, row int, what string) error {
	return &Error{Sheet: sheet, Reason: fmt.Sprintf("表格第%d行%s", row+1, what)}
}

func placeCell(sheet string, cell *doc.Cell, r, c int, until []int) (area, error) {
	a := area{
		top: r, bottom: r + max(cell.RowSpan, 1),
		left: c, right: c + max(cell.ColSpan, 1),
		cell: cell, text: newPassage(cell.Paragraphs, cell.Head), link: cell.Link, first: true,
	}
	if !textual(cell) {
		a.text = measured(cell)
	}
	if err := checkCell(sheet, cell); err != nil {
		return a, err
	}
	for k := a.left; k < a.right; k++ {
		if k >= len(until) || until[k] > r {
			return a, cellError(sheet, cell, "横向合并与其他单元格重叠或超出表格")
		}
		until[k] = a.bottom
	}
	return a, nil
}
