package exchange

import (
	"strings"

	"hongtou/internal/dossier"
	"hongtou/internal/zh"
)

// added proposes an item for a row without a key. It is not carried out: the
// notice that issued the list counts its items, and another has to add to it.
func (c *comparison) added(row ReturnedRow) {
	id, ordinal := c.nextID()
	problem := append([]string(nil), row.Cells[ProblemColumn].Lines...)
	if len(problem) == 0 {
		c.doubt(row.Cells[KeyColumn].At, "增加的第%d行没有反馈问题，没有采用", row.Row)
		return
	}
	if _, _, ok := zh.ParseOrdinal(problem[0]); !ok {
		problem[0] = zh.Ordinal(ordinal) + "，" + problem[0]
	}
	paragraphs := problem
	for _, col := range c.now.Columns {
		cell := row.Cells[col.Key]
		if cell.Doubt != "" {
			c.doubt(cell.At, "增加的第%d行：%s", row.Row, cell.Doubt)
		}
		if !isField(col.Key) || len(cell.Lines) == 0 {
			continue
		}
		if col.Key != string(dossier.Measures) {
			paragraphs = append(paragraphs, col.Title+"："+strings.Join(cell.Lines, ""))
			continue
		}
		paragraphs = append(append(paragraphs, col.Title+"："), cell.Lines...)
	}
	text := strings.Join(paragraphs, "\n\n") + "\n"
	if short := row.Cells[ShortColumn].Text(); short != "" {
		text = "---\nshort: " + scalar(short) + "\n---\n\n" + text
	}
	c.out.Additions = append(c.out.Additions, Addition{Row: row.Row, ID: id, Text: text})
}

func isField(column string) bool {
	switch column {
	case KeyColumn, NumberColumn, ShortColumn, ProblemColumn, RemarksColumn, NoteColumn:
		return false
	}
	return true
}
