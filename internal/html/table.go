package html

import (
	"fmt"

	"hongtou/internal/doc"
)

// table writes a table in a box of its own, which scrolls sideways on narrow
// screens and can be reached by keyboard for that.
func (b *body) table(t doc.Table) {
	caption := ""
	if len(t.Caption) > 0 {
		caption = b.ids.fresh("caption")
	}
	b.open("div", "class", "wide", "tabindex", "0", "role", when(caption != "", "region"), "aria-labelledby", caption)
	b.raw("\n")
	b.openBlock("table", "grid"+when(t.Top, " top"), fmt.Sprintf("--columns:%d", max(len(t.Columns), 1)))
	b.raw("\n")
	if caption != "" {
		b.open("caption", "class", "caption", "id", caption)
		b.runs(headFace, t.Caption)
		b.end("caption")
	}
	b.columns(t.Columns)
	b.rows("thead", t.Head, t.Columns)
	b.rows("tbody", t.Rows, t.Columns)
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

func (b *body) rows(group string, rows []doc.Row, columns []doc.Column) {
	if len(rows) == 0 {
		return
	}
	b.raw("<" + group + ">\n")
	var grid grid
	for _, row := range rows {
		b.open("tr", "class", when(row.Keep, "keep"), "style", height(row.MinHeight))
		for _, cell := range row.Cells {
			b.cell(cell, group == "thead", column(columns, grid.place(cell)))
		}
		grid.nextRow()
		b.end("tr")
	}
	b.end(group)
}

func height(mm int) string {
	return when(mm > 0, fmt.Sprintf("height:%dmm", mm))
}

func column(list []doc.Column, i int) doc.Column {
	if i < len(list) {
		return list[i]
	}
	return doc.Column{}
}
