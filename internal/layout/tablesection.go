package layout

import (
	"hongtou/internal/doc"
	"hongtou/internal/linebreak"
	"hongtou/internal/page"
)

// section is the head or the body of a table as a grid of cells.
type section struct {
	columns int
	rows    []doc.Row
	cells   []tableCell
	owner   []int32 // for every place of the grid the cell that covers it, or none
	row     int     // first row not yet complete on a page
	begun   bool    // part of it stands on an earlier page
	surplus int     // first row with cells beyond the last column, or -1
}

// tableCell is a cell with its lines, and how far they have been set.
type tableCell struct {
	cell       *doc.Cell
	row, col   int
	rows, cols int
	lines      []cellLine
	placed     int  // lines on earlier pages
	top        Unit // of its region in this portion
	label      []cellLine
	resumed    bool // this portion shows its label, not its lines
	names      bool // it is the label of a form's row
	element    int
}

// cellLine is one line of a cell: its runs and the rules of its marks, whose y
// count from the line's top.
type cellLine struct{ from, to mark }

func (c *tableCell) end() int  { return c.row + c.rows - 1 }
func (c *tableCell) left() int { return len(c.lines) - c.placed }

// wants is how many lines a cell asks for in the portion that is gathered.
func (c *tableCell) wants() int {
	if c.resumed {
		return len(c.label)
	}
	return c.left()
}

// newSection gives every cell its place, as HTML does: left to right, past
// what is covered from above. Spans end at the borders and at other cells.
func newSection(rows []doc.Row, columns int) *section {
	s := &section{columns: columns, rows: rows, owner: make([]int32, len(rows)*columns), surplus: -1}
	for i := range s.owner {
		s.owner[i] = none
	}
	for r := range rows {
		col := 0
		for k := range rows[r].Cells {
			for col < columns && s.owner[r*columns+col] != none {
				col++
			}
			if col == columns {
				if s.surplus < 0 {
					s.surplus = r
				}
				continue
			}
			s.claim(&rows[r].Cells[k], r, col)
		}
	}
	return s
}

func (s *section) claim(cell *doc.Cell, row, col int) {
	c := tableCell{cell: cell, row: row, col: col, rows: min(max(1, cell.RowSpan), len(s.rows)-row), cols: 1}
	for c.cols < cell.ColSpan && col+c.cols < s.columns && s.owner[row*s.columns+col+c.cols] == none {
		c.cols++
	}
	for r := row; r < row+c.rows; r++ {
		for k := col; k < col+c.cols; k++ {
			s.owner[r*s.columns+k] = int32(len(s.cells))
		}
	}
	s.cells = append(s.cells, c)
}

// each calls f once for every cell that covers part of a row.
func (s *section) each(row int, f func(*tableCell)) {
	last := none
	for _, id := range s.owner[row*s.columns : (row+1)*s.columns] {
		if id != none && id != last {
			f(&s.cells[id])
		}
		last = id
	}
}

func (s *section) done() bool { return s.row >= len(s.rows) }

func (s *section) firstText() []doc.Inline {
	for _, c := range s.cells {
		if len(c.cell.Paragraphs) > 0 {
			return c.cell.Paragraphs[0]
		}
	}
	return nil
}

// join makes one section of two, one above the other.
func (s *section) join(below *section) *section {
	all := &section{columns: s.columns, rows: append(s.rows[:len(s.rows):len(s.rows)], below.rows...)}
	all.cells = append(s.cells[:len(s.cells):len(s.cells)], below.cells...)
	for i := len(s.cells); i < len(all.cells); i++ {
		all.cells[i].row += len(s.rows)
	}
	all.owner = append(all.owner, s.owner...)
	for _, id := range below.owner {
		if id != none {
			id += int32(len(s.cells))
		}
		all.owner = append(all.owner, id)
	}
	return all
}

// fill breaks the text of all cells into lines.
func (t *tableSetter) fill(s *section) {
	for i := range s.cells {
		c := &s.cells[i]
		c.names = s == t.body && c.cell.Head && t.frame > tableRule
		align := page.AlignOf(*c.cell, s == t.head, t.aligns[c.col])
		for _, p := range c.cell.Paragraphs {
			c.lines = append(c.lines, t.cellLines(c, p, t.width(c), align)...)
		}
		c.lines = append(c.lines, t.furnished(s, c, align)...)
	}
}

// width is that of a cell's text.
func (t *tableSetter) width(c *tableCell) Unit {
	return t.edges[c.col+c.cols] - t.edges[c.col] - 2*cellPadX
}

// cellLines breaks one paragraph of a cell.
func (t *tableSetter) cellLines(c *tableCell, p []doc.Inline, width Unit, align doc.Align) []cellLine {
	var out []cellLine
	x := t.edges[c.col] + cellPadX
	m := t.measure(p, cellScale)
	if room := width; c.names && align == doc.AlignCentre {
		width = t.balanced(m, max(0, width))
		x += (room - width) / 2
	}
	lines, adjust := t.breaker.Break(m.glyphs, linebreak.Measure{
		First: int32(max(0, width)), Rest: int32(max(0, width)), Em: int32(m.scale.cell),
		Justify: align == doc.AlignLeft, MaxSpread: cellMaxSpread,
	})
	t.checkForced(m, lines)
	for _, l := range lines {
		if Unit(l.Width) > width {
			t.problem("table-overflow", page.Place(p), "表格的列太窄，放不下一个字", "请加大该列的 width")
		}
		out = append(out, t.cellLine(m, l, adjust, x+aside(align, width-Unit(l.Width))))
	}
	return out
}

// aside is how far a line moves right to stand as aligned.
func aside(align doc.Align, slack Unit) Unit {
	switch align {
	case doc.AlignCentre:
		return max(0, slack) / 2
	case doc.AlignRight:
		return max(0, slack)
	}
	return 0
}

// cellLine draws a line and keeps its runs aside until its place is known.
func (t *tableSetter) cellLine(m *text, l linebreak.Line, adjust []int32, x Unit) cellLine {
	from, at := t.mark(), mark{run: len(t.drawn), rule: len(t.ruled)}
	t.draw(m, l.Start, l.Shown, adjust, x, (cellPitch-cellScale.size)/2+above(cellScale.size))
	t.drawn, t.runs = append(t.drawn, t.runs[from.run:]...), t.runs[:from.run]
	t.ruled, t.rules = append(t.ruled, t.rules[from.rule:]...), t.rules[:from.rule]
	return cellLine{at, mark{run: len(t.drawn), rule: len(t.ruled)}}
}

// height is that of all rows of a head.
func (s *section) height(t *tableSetter) Unit {
	y := Unit(0)
	for r := range s.rows {
		y += t.need(s, r, y, t.area.height())
	}
	return y
}
