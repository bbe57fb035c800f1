package intake

import "strconv"

// grid is a Word table being read: cells may go on in the row below.
type grid struct {
	table *table
	open  map[int]*cell // by first column: the cell above that may go on
	next  map[int]*cell
	col   int
	head  bool
	gone  bool // the row is deleted by a tracked change
}

// tableOf reads w:tbl.
func (w *word) tableOf(m *markup, parts *[]part) error {
	if w.carry != nil { // a deleted mark before a table joins nothing
		carry := w.carry
		w.carry = nil
		if err := w.finish(carry, parts); err != nil {
			return err
		}
	}
	g := &grid{table: &table{line: max(w.line, 1)}, open: map[int]*cell{}}
	if w.boxes == 0 {
		g.table.line = w.line + 1
	}
	err := w.deeper(func() error {
		return m.children(func(e element) error { return w.rows(m, e, g) })
	})
	if len(g.table.rows) > 0 {
		*parts = append(*parts, part{table: g.table})
	}
	return err
}

func (w *word) rows(m *markup, e element, g *grid) error {
	if e.is("w", "tr") {
		return w.row(m, g)
	}
	if transparent(e) {
		return m.children(func(e element) error { return w.rows(m, e, g) })
	}
	return m.skip()
}

func (w *word) row(m *markup, g *grid) error {
	if err := w.block(); err != nil {
		return err
	}
	if w.boxes == 1 {
		w.line++
	}
	g.next, g.col, g.head, g.gone = map[int]*cell{}, 0, false, false
	g.table.rows = append(g.table.rows, nil)
	err := m.children(func(e element) error { return w.rowChild(m, e, g) })
	if g.gone {
		g.table.rows = g.table.rows[:len(g.table.rows)-1]
		if w.boxes == 1 {
			w.line--
		}
	} else {
		g.open = g.next
	}
	return err
}

func (w *word) rowChild(m *markup, e element, g *grid) error {
	switch {
	case e.is("w", "trPr"):
		return m.children(func(e element) error {
			switch e.name {
			case "gridBefore":
				g.col += span(e.attr("val"))
			case "tblHeader":
				g.head = *onOff(e)
			case "del":
				g.gone = true
			}
			return m.skip()
		})
	case e.is("w", "tc") && g.gone:
		return w.struck(m)
	case e.is("w", "tc"):
		return w.cellOf(m, g)
	case transparent(e):
		return m.children(func(e element) error { return w.rowChild(m, e, g) })
	}
	return m.skip()
}

func span(s string) int {
	n, _ := strconv.Atoi(s)
	return min(max(n, 1), 1024)
}

// cellOf reads w:tc. What a cell that is covered by the one above still holds
// is not printed.
func (w *word) cellOf(m *markup, g *grid) error {
	if err := w.cell(); err != nil {
		return err
	}
	c := &cell{col: g.col, cols: 1, rows: 1, line: w.line, head: g.head}
	goesOn, left := false, false
	outer := w.carry
	w.carry = nil
	err := m.children(func(e element) error {
		if !e.is("w", "tcPr") {
			return w.flowChild(m, e, &c.parts)
		}
		return m.children(func(e element) error {
			switch e.name {
			case "gridSpan":
				c.cols = span(e.attr("val"))
			case "vMerge":
				goesOn = e.attr("val") != "restart"
			case "hMerge":
				left = e.attr("val") != "restart"
			}
			return m.skip()
		})
	})
	if err == nil && w.carry != nil {
		err = w.finish(w.carry, &c.parts)
	}
	w.carry = outer
	g.col += c.cols
	if err != nil {
		return err
	}
	return w.place(g, c, goesOn, left)
}

func (w *word) place(g *grid, c *cell, goesOn, left bool) error {
	row := len(g.table.rows) - 1
	above := g.open[c.col]
	switch {
	case goesOn && above != nil && above.cols == c.cols:
		above.rows++
		g.next[c.col] = above
		return w.covered(c)
	case left && len(g.table.rows[row]) > 0:
		before := g.table.rows[row][len(g.table.rows[row])-1]
		if before.col+before.cols == c.col && before.rows == 1 {
			before.cols += c.cols
			return w.covered(c)
		}
	}
	g.table.rows[row] = append(g.table.rows[row], c)
	g.next[c.col] = c
	return nil
}

func (w *word) covered(c *cell) error {
	text := c.text()
	if joined(text) == "" {
		return nil
	}
	return w.note(c.where(), "合并单元格下面盖住的文字没有读入：“"+joined(text)+"”")
}
