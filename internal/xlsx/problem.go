package xlsx

import (
	"errors"
	"fmt"
	"slices"
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
	e := &Error{Sheet: sheet, At: placeOf(c), Reason: reason}
	for _, par := range c.Paragraphs {
		e.Text += doc.Plain(par)
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

// placeOf is where what a cell shows stands in the source, zero when unknown.
func placeOf(c *doc.Cell) diag.Position {
	if c.At != (diag.Position{}) {
		return c.At
	}
	return firstPlace(c.Paragraphs...)
}

func firstPlace(lines ...[]doc.Inline) diag.Position {
	for _, line := range lines {
		for _, run := range line {
			if run.Origin.At != (diag.Position{}) {
				return run.Origin.At
			}
		}
	}
	return diag.Position{}
}

// named says on which sheet an error arose, if it does not itself.
func named(err error, sheet string) error {
	var known *Error
	if errors.As(err, &known) {
		return err
	}
	return fmt.Errorf("工作表“%s”：%w", sheet, err)
}

// placed gives an error about a sheet as a whole the place of the first words
// on it that have one.
func placed(err error, sheets []doc.Sheet) error {
	var e *Error
	if !errors.As(err, &e) || e.At != (diag.Position{}) {
		return err
	}
	for i := range sheets {
		if sheets[i].Name == e.Sheet {
			e.At = placeOnSheet(&sheets[i])
			break
		}
	}
	return err
}

func placeOnSheet(s *doc.Sheet) diag.Position {
	if at := firstPlace(s.Title, s.Status); at != (diag.Position{}) {
		return at
	}
	for _, row := range slices.Concat(s.Table.Head, s.Table.Rows) {
		for i := range row.Cells {
			if at := placeOf(&row.Cells[i]); at != (diag.Position{}) {
				return at
			}
		}
	}
	return diag.Position{}
}
