package compose

import (
	"fmt"

	"hongtou/internal/doc"
)

func tableElement(f fence, root *node) []doc.Block {
	m := f.mapping(root, tableKeys...)
	t := f.table(m)
	t.Caption = f.runs(m.of("caption"), doc.TableHead)
	f.checkLinks([]doc.Table{t}, f.block.at.Line)
	return []doc.Block{t}
}

// table reads columns, head and rows and checks that the spans fill the grid.
func (f fence) table(m entries) doc.Table {
	var t doc.Table
	list := f.sequence(m.of("columns"))
	if list.size() > 0 {
		t.Columns = make([]doc.Column, 0, list.size())
	}
	for n := range list.each() {
		c := f.mapping(n, "width", "align")
		t.Columns = append(t.Columns, doc.Column{Width: f.number(c.of("width")), Align: f.align(c.of("align"))})
	}
	t.Head = f.rows(m.of("head"), headsOf(t), true)
	t.Rows = f.rows(m.of("rows"), headsOf(t), false)
	t.Top = f.flag(m.of("top"))
	return t
}

func (f fence) rows(n *node, of columns, head bool) []doc.Row {
	var out []doc.Row
	open := make([]int, len(of)) // rows each column is still covered from above
	list := f.sequence(n)
	if list.size() > 0 {
		out = make([]doc.Row, 0, list.size())
	}
	for entry := range list.each() {
		row := f.row(entry, of, head)
		f.fill(entry, row, open, list.size()-len(out))
		out = append(out, row)
	}
	return out
}

// fill lays a row's cells into the columns that no cell above covers.
func (f fence) fill(n *node, row doc.Row, open []int, left int) {
	next := 0
	covered := func() {
		for next < len(open) && open[next] > 0 {
			next++
		}
	}
	for _, c := range row.Cells {
		covered()
		if c.RowSpan > left {
			f.problem(f.at(n), "table-grid", fmt.Sprintf("单元格跨%d行，但只剩%d行", c.RowSpan, left), "请改正rowspan")
		}
		for range max(c.ColSpan, 1) {
			if next >= len(open) || open[next] > 0 {
				f.problem(f.at(n), "table-grid", fmt.Sprintf("这一行的单元格超出%d列", len(open)), "请检查colspan和上面各行的rowspan")
				return
			}
			open[next] = max(c.RowSpan, 1)
			next++
		}
	}
	covered()
	if next < len(open) {
		f.problem(f.at(n), "table-grid", fmt.Sprintf("这一行的单元格不足%d列", len(open)), "请检查colspan和上面各行的rowspan")
	}
	for i := range open {
		open[i] = max(open[i]-1, 0)
	}
}

func (f fence) row(n *node, of columns, head bool) doc.Row {
	cells, row := n, doc.Row{}
	if n.kind == mappingNode {
		m := f.mapping(n, rowNames...)
		cells = m.of("cells")
		row.Keep, row.MinHeight = f.flag(m.of("keep")), f.number(m.of("min_height"))
	}
	list := f.sequence(cells)
	if list.size() > 0 {
		row.Cells = make([]doc.Cell, 0, list.size())
	}
	for c := range list.each() {
		row.Cells = append(row.Cells, doc.Cell{})
		f.cell(&row.Cells[len(row.Cells)-1], c, of, head)
	}
	return row
}

func defaultScope(head bool) string {
	if head {
		return "col"
	}
	return ""
}

func (f fence) align(n *node) doc.Align {
	switch f.choice(n, "left", "centre", "right") {
	case "left":
		return doc.AlignLeft
	case "centre":
		return doc.AlignCentre
	case "right":
		return doc.AlignRight
	}
	return doc.AlignColumn
}

// checkLinks reports links that lead nowhere and anchors that stand twice in
// tables that belong together.
func (b *builder) checkLinks(tables []doc.Table, line int) {
	at := placeOfLine(line)
	anchors := map[string]bool{}
	var links []string
	for _, t := range tables {
		for _, r := range t.Rows {
			for _, c := range r.Cells {
				if c.Anchor != "" && anchors[c.Anchor] {
					b.problem(at, "anchor-twice", "表格中的anchor“"+c.Anchor+"”用了两次", "每个anchor只能用一次")
				}
				if c.Anchor != "" {
					anchors[c.Anchor] = true
				}
				if c.Link != "" {
					links = append(links, c.Link)
				}
			}
		}
	}
	for _, l := range links {
		if !anchors[l] {
			b.problem(at, "link-nowhere", "链接指向不存在的anchor“"+l+"”", "请检查link")
		}
	}
}
