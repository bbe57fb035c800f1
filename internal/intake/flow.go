package intake

import (
	"hongtou/internal/manuscript"
)

// part is one thing of a flow: a paragraph, or a table.
type part struct {
	block manuscript.Block
	table *table
}

// table is a table as its reader gathers it.
type table struct {
	rows [][]*cell
	line int
	flat bool // it only arranges a page: its cells are read one after the other
}

type cell struct {
	col, cols, rows int
	line            int
	place           manuscript.Place
	head            bool
	parts           []part
}

// emit puts a flow into the manuscript.
func (w *writer) emit(parts []part) error {
	for _, p := range parts {
		if p.table == nil {
			w.m.Blocks = append(w.m.Blocks, p.block)
			continue
		}
		if err := w.emitTable(p.table); err != nil {
			return err
		}
	}
	return nil
}

// emitTable puts a table into the manuscript. A table of one cell is a frame
// around a flow. Tables within its cells come after it, each by itself.
func (w *writer) emitTable(t *table) error {
	if t.flat || single(t) {
		return w.cellsOf(t, func(c *cell) error { return w.emit(c.parts) })
	}
	b := manuscript.Block{Place: manuscript.Place{Line: t.line}, Rows: make([][]manuscript.Cell, len(t.rows))}
	for r, row := range t.rows {
		for _, c := range row {
			b.Rows[r] = append(b.Rows[r], manuscript.Cell{
				Place: c.where(), Row: r, Col: c.col, Rows: c.rows, Cols: c.cols, Text: c.text(), Head: c.head,
			})
		}
	}
	w.m.Blocks = append(w.m.Blocks, b)
	return w.cellsOf(t, func(c *cell) error { return w.nested(c) })
}

func (w *writer) nested(c *cell) error {
	for _, p := range c.parts {
		if p.table == nil {
			continue
		}
		if err := w.note(c.where(), "单元格里还有一个表格，列在这个表格之后"); err != nil {
			return err
		}
		if err := w.emitTable(p.table); err != nil {
			return err
		}
	}
	return nil
}

func (w *writer) cellsOf(t *table, f func(*cell) error) error {
	for _, row := range t.rows {
		for _, c := range row {
			if err := f(c); err != nil {
				return err
			}
		}
	}
	return nil
}

func single(t *table) bool {
	n := 0
	for _, row := range t.rows {
		n += len(row)
	}
	return n == 1
}

func (c *cell) where() manuscript.Place {
	if c.place.Line > 0 {
		return c.place
	}
	return manuscript.Place{Line: c.line}
}

// text gives the paragraphs of a cell as printed, numbers included, for a cell
// has no other place for them. Empty ones at either end are left out.
func (c *cell) text() []string {
	var all []string
	for _, p := range c.parts {
		if p.table == nil {
			all = append(all, p.block.Number+p.block.Text)
		}
	}
	for len(all) > 0 && all[0] == "" {
		all = all[1:]
	}
	for len(all) > 0 && all[len(all)-1] == "" {
		all = all[:len(all)-1]
	}
	return all
}
