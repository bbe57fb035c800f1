package xlsx

import (
	"strings"

	"hongtou/internal/diag"
	"hongtou/internal/doc"
)

// Error is something a workbook cannot hold without loss.
type Error struct {
	Sheet  string
	Text   string        // beginning of the cell's text, "" when no cell is meant
	At     diag.Position // where the text stands in the source; zero when unknown
	Reason string        // Chinese
}

// Error says sheet, cell and reason.
func (e *Error) Error() string {
	var b strings.Builder
	b.WriteString("工作表“" + e.Sheet + "”")
	if e.Text != "" {
		b.WriteString("，单元格“" + e.Text + "”")
	}
	b.WriteString("：" + e.Reason)
	return b.String()
}

// cellError names the cell by the beginning of its text.
func cellError(sheet string, c *doc.Cell, reason string) *Error {
	e := &Error{Sheet: sheet, Reason: reason}
	for _, par := range c.Paragraphs {
		for _, run := range par {
			if e.At == (diag.Position{}) {
				e.At = run.Origin.At
			}
			e.Text += run.Text
		}
	}
	e.Text = beginning(e.Text)
	return e
}

func beginning(text string) string {
	const most = 16
	if rs := []rune(text); len(rs) > most {
		return string(rs[:most]) + "……"
	}
	return text
}
