package html

import (
	"fmt"
	"slices"

	"hongtou/internal/doc"
	"hongtou/internal/page"
)

// table writes a table in a box of its own, which scrolls sideways on narrow
// screens and can be reached by keyboard for that. What has no caption is named
// by the heading above; many may be, so that such a box is no landmark.
func (b *body) table(t doc.Table) {
	caption := ""
	if doc.Plain(t.Caption) != "" {
		caption = b.ids.fresh("caption")
	}
	role, name := "region", caption
	if caption == "" {
		role, name = "group", b.above
	}
	b.open("div", "class", "wide", "tabindex", "0", "role", role, "aria-labelledby", name, "aria-label", when(name == "", "表格"))
	b.raw("\n")
	form := page.IsForm(t)
	b.openBlock("table", "grid"+when(t.Top, " top")+when(form, " form"),
		joinStyles(fmt.Sprintf("--columns:%d", max(len(t.Columns), 1)), when(form, "border:"+points(page.FormRule)+" solid #000000")), "aria-labelledby", when(caption == "", b.above))
	b.forms = b.forms || form
	b.raw("\n")
	if caption != "" {
		b.open("caption", "class", "caption", "id", caption)
		b.runs(headFace, t.Caption)
		b.end("caption")
	}
	b.columns(t.Columns)
	b.rows("thead", t.Head, t.Columns)
	b.tableBody(t)
	b.raw("</table>\n</div>\n")
}

func when(yes bool, s string) string {
	if yes {
		return s
	}
	return ""
}

// columns writes the shares of the width in per cent.
func (b *body) columns(list []doc.Column) {
	sum := 0
	for _, c := range list {
		sum += max(c.Width, 0)
	}
	if sum == 0 {
		return
	}
	b.raw("<colgroup>")
	for _, c := range list {
		b.open("col", "style", fmt.Sprintf("width:%.2f%%", 100*float64(max(c.Width, 0))/float64(sum)))
	}
	b.end("colgroup")
}

// tableBody writes the body rows; the blocks of a form are groups of their own,
// which no page end divides.
func (b *body) tableBody(t doc.Table) {
	from := 0
	for _, g := range page.Groups(t.Rows) {
		if g.Signed && g.Last > g.First {
			b.rows("tbody", t.Rows[from:g.First], t.Columns)
			b.rows("tbody", t.Rows[g.First:g.Last+1], t.Columns, "class", "keep")
			from = g.Last + 1
		}
	}
	b.rows("tbody", t.Rows[from:], t.Columns)
}

func (b *body) rows(group string, rows []doc.Row, columns []doc.Column, attributes ...string) {
	if len(rows) == 0 {
		return
	}
	b.open(group, attributes...)
	b.raw("\n")
	var grid grid
	for _, row := range rows {
		whole, tied := page.Whole(row), reachesDown(row)
		b.open("tr", "class", when(whole && !tied, "keep"), "style", height(page.RowHeight(row)))
		for _, cell := range row.Cells {
			keep := whole && tied && cell.RowSpan <= 1
			b.cell(cell, keep, group == "thead", column(columns, grid.place(cell)))
		}
		grid.nextRow()
		b.end("tr")
	}
	b.end(group)
}

// reachesDown says whether a cell of a row spans further ones. Browsers would
// keep all of them with such a row, so that its other cells are kept instead.
func reachesDown(r doc.Row) bool {
	return slices.ContainsFunc(r.Cells, func(c doc.Cell) bool { return c.RowSpan > 1 })
}

// pixel is what browsers take from a height for borders on whole pixels.
const pixel page.Length = 750

func height(least page.Length) string { return when(least > 0, "height:"+points(least+pixel)) }

func column(list []doc.Column, i int) doc.Column {
	if i < len(list) {
		return list[i]
	}
	return doc.Column{}
}
