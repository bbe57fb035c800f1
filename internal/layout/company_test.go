package layout

import (
	"fmt"
	"testing"

	"hongtou/internal/doc"
)

// A heading at a page's foot has two rows of its table under it or none, and no
// table goes on with one row where two can.
func TestRowsKeepCompany(t *testing.T) {
	fs := square(t)
	for _, headed := range []bool{false, true} {
		for _, rows := range []int{2, 4, 5, 6, 7, 9, 17, 22, 24, 25, 26, 27, 30, 40, 48} { // of three rows one is alone
			for above := 0; above <= 21; above++ {
				d := doc.Table{Columns: make([]doc.Column, 1)}
				if headed {
					d.Head = []doc.Row{headOf("头")}
				}
				for i := range rows {
					d.Rows = append(d.Rows, rowOf(fmt.Sprintf("第%d", i+1)))
				}
				b := typeset(t, fs, filled(above+1), heading("一、标题"), d)
				checkCompanyOfRows(t, b, fmt.Sprintf("%d rows under %d lines, head %v", rows, above+1, headed))
			}
		}
	}
}

func checkCompanyOfRows(t *testing.T, b *Book, what string) {
	t.Helper()
	for i, p := range b.Pages {
		rows, title := 0, false
		for _, r := range p.Runs {
			switch {
			case r.Artifact:
			case r.Text == "一、标题":
				title = true
			case r.Block == 2 && r.Text != "头":
				rows++
			}
		}
		if title && rows < 2 {
			t.Errorf("%s: page %d has a heading and %d rows", what, i+1, rows)
		}
		if i > 0 && !title && rows == 1 {
			t.Errorf("%s: page %d has one row", what, i+1)
		}
	}
}
