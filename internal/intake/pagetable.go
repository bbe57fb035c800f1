package intake

import (
	"fmt"
	"strconv"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// table reads a table. One with tables inside only arranges the page: its
// cells are flows, read one after the other.
func (p *page) table(f *pageFlow, n *html.Node, m mood) error {
	if err := p.endParagraph(f); err != nil {
		return err
	}
	flat := attr(n, "role") == "presentation" || p.facts[n] != nil && p.facts[n].tables
	if flat {
		return p.block(f, n, m)
	}
	p.boxes++
	defer func() { p.boxes-- }()
	if p.boxes > p.limits.Depth {
		return tooMuch(fmt.Sprintf("表格嵌套超过%d层", p.limits.Depth))
	}
	t := &pageTable{table: &table{line: p.line + 1}, until: make([]int, columnLimit+1001)}
	if err := p.rows(f, t, n, m); err != nil {
		return err
	}
	if len(t.table.rows) > 0 {
		t.cut()
		f.parts = append(f.parts, part{table: t.table})
	}
	return nil
}

// columnLimit is how many columns a table of a page may have.
const columnLimit = 2048

// pageTable is a table being read. until tells for each column the number of
// the row (from 1) up to which a cell above covers it.
type pageTable struct {
	table *table
	until []int
}

func (t *pageTable) covered(col int) bool { return t.until[col] >= len(t.table.rows) }

// rows reads captions and rows; row groups are seen through.
func (p *page) rows(f *pageFlow, t *pageTable, n *html.Node, m mood) error {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type != html.ElementNode {
			continue
		}
		var err error
		switch {
		case hidden(c):
			err = p.hiddenNote(c)
		case c.DataAtom == atom.Tr:
			err = p.row(t, c, p.within(c, m))
		case c.DataAtom == atom.Caption:
			p.boxes--
			err = p.block(f, c, p.within(c, m))
			t.table.line = p.line + 1
			p.boxes++
		default:
			err = p.rows(f, t, c, p.within(c, m))
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func (p *page) row(t *pageTable, n *html.Node, m mood) error {
	if err := p.writer.block(); err != nil {
		return err
	}
	if p.boxes == 1 {
		p.line++
	}
	t.table.rows = append(t.table.rows, nil)
	col := 0
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.DataAtom != atom.Td && c.DataAtom != atom.Th {
			continue
		}
		if hidden(c) {
			if err := p.hiddenNote(c); err != nil {
				return err
			}
			continue
		}
		for col <= columnLimit && t.covered(col) {
			col++
		}
		next, err := p.cellOf(t, c, col, p.within(c, m))
		if err != nil {
			return err
		}
		col = next
	}
	return nil
}

// cellOf reads a cell and gives the column after it. A cell never covers one
// that a cell above covers.
func (p *page) cellOf(t *pageTable, n *html.Node, col int, m mood) (int, error) {
	if col >= columnLimit {
		return 0, tooMuch(fmt.Sprintf("表格超过%d列", columnLimit))
	}
	if err := p.cell(); err != nil {
		return 0, err
	}
	f := &pageFlow{}
	if err := p.walk(f, n, m); err != nil {
		return 0, err
	}
	if err := p.endParagraph(f); err != nil {
		return 0, err
	}
	c := &cell{col: col, cols: 1, rows: spanOf(n, "rowspan"), line: max(p.line, 1), parts: f.parts}
	c.head = n.DataAtom == atom.Th || n.Parent.Parent != nil && n.Parent.Parent.DataAtom == atom.Thead
	for wanted := spanOf(n, "colspan"); c.cols < wanted && !t.covered(col+c.cols); {
		c.cols++
	}
	last := len(t.table.rows) - 1
	for i := range c.cols {
		t.until[col+i] = last + c.rows
	}
	t.table.rows[last] = append(t.table.rows[last], c)
	return col + c.cols, nil
}

func spanOf(n *html.Node, name string) int {
	v, err := strconv.Atoi(attr(n, name))
	switch {
	case err == nil && v == 0 && name == "rowspan":
		return 1 << 16 // to the end of the table
	case err != nil || v < 1:
		return 1
	case name == "colspan":
		return min(v, 1000)
	}
	return min(v, 1<<16)
}

// cut ends cells with the table.
func (t *pageTable) cut() {
	for r, row := range t.table.rows {
		for _, c := range row {
			c.rows = min(c.rows, len(t.table.rows)-r)
		}
	}
}
