package judge_test

import (
	"testing"

	"github.com/signintech/gopdf"

	"hongtou/internal/testkit/judge"
)

func TestRulesAreWhereTheyWereDrawn(t *testing.T) {
	pdf := &gopdf.GoPdf{}
	pdf.Start(gopdf.Config{PageSize: *gopdf.PageSizeA4})
	pdf.AddPage()
	const in = 72.0
	pdf.SetLineWidth(2)
	pdf.Line(in, 2*in, 3*in, 2*in)
	pdf.Line(in, 3*in, 3*in, 3*in)
	pdf.Line(in, 2*in, in, 3*in)
	pdf.Line(3*in, 2*in, 3*in, 3*in)
	pdf.RectFromUpperLeftWithStyle(in, 4*in, in, in, "F")
	rules := judge.PDFRules(t, judge.File(t, "rules.pdf", pdf.GetBytesPdf()))
	if len(rules) != 5 {
		t.Fatalf("%d rules, want 5: %+v", len(rules), rules)
	}
	r := rules[0]
	if !r.Horizontal() || !near(r.Box.X0, 25.4, 0.01) || !near(r.Box.X1, 76.2, 0.01) || !near(r.Box.Y0, 50.8, 0.01) || !near(r.Width, 0.7056, 0.001) {
		t.Errorf("the first line is %+v", r)
	}
	if f := rules[4]; !f.Filled || !near(f.Box.Y0, 101.6, 0.01) || !near(f.Box.Y1, 127, 0.01) {
		t.Errorf("the rectangle is %+v", f)
	}
	cell := judge.CellAt(rules, 1, 50, 60)
	if !near(cell.X0, 25.4, 0.01) || !near(cell.X1, 76.2, 0.01) || !near(cell.Y0, 50.8, 0.01) || !near(cell.Y1, 76.2, 0.01) {
		t.Errorf("the cell is %+v", cell)
	}
}
