package elements

import (
	"testing"

	"hongtou/internal/printout"
)

// TestTables: boxes around rules that touch, exact on all sides; what stands
// beside is text.
func TestTables(t *testing.T) {
	black := printout.Black
	for name, c := range map[string]struct {
		page   *hand
		tables int
		table  int // glyphs in tables
	}{
		"closed":           {newHand(1).grid([]float64{28, 80, 184}, []float64{100, 110, 120}).text(40, 107, 10, "", "甲").body(28, 1, 3), 1, 1},
		"open at sides":    {newHand(1).grid([]float64{80, 130}, []float64{100, 110, 120}).text(40, 107, 10, "", "甲"), 1, 1},
		"two":              {newHand(1).grid([]float64{28, 184}, []float64{100, 110}).grid([]float64{28, 184}, []float64{150, 160}), 2, 0},
		"lying only":       {newHand(1).rule(28, 100, 184, 100, 0.3, black).rule(28, 110, 184, 110, 0.2, black).rule(28, 130, 184, 130, 0.3, black).text(30, 107, 12, "", "项目          数量").text(30, 125, 12, "", "甲"), 1, 5},
		"row by itself":    {newHand(1).rule(28, 100, 184, 100, 0.3, black).rule(28, 110, 184, 110, 0.2, black).text(30, 107, 12, "", "项目          单位          数量"), 1, 6},
		"imprint":          {newHand(1).rule(28, 230, 184, 230, 0.3, black).rule(28, 245, 184, 245, 0.2, black).rule(28, 262, 184, 262, 0.3, black).text(33, 240, 14, "", "抄送：甲局，乙局。").text(33, 255, 14, "", "丙办公室              2026年3月6日印发"), 0, 0},
		"frame of page":    {newHand(1).grid([]float64{28, 184}, []float64{30, 270}).body(30, 2, 5), 0, 0},
		"underline":        {newHand(1).rule(60, 100, 90, 100, 0.2, black).text(60, 99, 16, "", "甲市"), 0, 0},
		"box to be ticked": {newHand(1).rule(60, 100, 64, 100, 0.2, black).rule(60, 104, 64, 104, 0.2, black).rule(60, 100, 60, 104, 0.2, black).rule(64, 100, 64, 104, 0.2, black), 0, 0},
		"beside a table":   {newHand(1).rule(100, 100, 180, 100, 0.2, black).rule(100, 120, 180, 120, 0.2, black).rule(140, 100, 140, 120, 0.2, black).text(40, 110, 16, "", "正文").text(110, 110, 10, "", "甲"), 1, 1},
	} {
		d := find(c.page)
		if p := d.Pages[0]; len(p.Tables) != c.tables || len(p.Table) != c.table {
			t.Errorf("%s: tables %v with %d glyphs, want %d with %d", name, p.Tables, len(p.Table), c.tables, c.table)
		}
	}
	box := find(newHand(1).grid([]float64{40, 80, 150}, []float64{100, 110, 120})).Pages[0].Tables[0]
	if box != (printout.Box{X0: 28, Y0: 100, X1: 184, Y1: 120}) {
		t.Errorf("box %v", box)
	}
}
