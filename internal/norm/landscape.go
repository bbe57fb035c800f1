package norm

import (
	"hongtou/internal/elements"
	"hongtou/internal/gbt9704"
)

// landscapeClauses: tables on paper that lies on its side.
var landscapeClauses = []Clause{
	{"8", "方向", gbt9704.Must, "A4横排表格：单页表头在订口一边，双页表头在切口一边（左侧装订即正文逆时针转90°）", "", tableHead},
	{"8", "页码位置", gbt9704.Must, "横排表格的页码位置与其他页相同：旋转后仍在版心下方，单右双左", "", turnedFolio},
	{"8", "版心", gbt9704.Must, "横排页版心：旋转后即竖排版心", "", landscapeArea},
}

// landscapes are the pages that lie on their side.
func (d paper) landscapes() []*elements.Page {
	var out []*elements.Page
	for _, p := range d.Pages {
		if p.Landscape() {
			out = append(out, p)
		}
	}
	return out
}

// tableHead: the page is turned back as it is bound, a quarter against the
// clock. Text that runs to the right on the lying page then runs upwards, and
// its top, the head of the table, is at the left edge on both sides: with left
// binding the inner edge of odd pages, the outer edge of even ones.
func tableHead(d paper) Result {
	var t tally
	for _, p := range d.landscapes() {
		t.check(len(p.Lines)+len(p.Table) > 0, "第%d页无正排文字", p.Number)
		for _, g := range p.Turned {
			t.check(g.Angle == 90, "第%d页“%c”转%d°", p.Number, g.Rune, g.Angle)
		}
		if _, ok := p.Folio(); !ok {
			t.check(false, "第%d页的页码不可辨", p.Number)
		}
	}
	return t.result("%d个横排页，表头在上（旋转后在左），页码顺时针转90°", len(d.landscapes()))
}

func turnedFolio(d paper) Result {
	var t tally
	s := newSpan()
	for _, p := range d.landscapes() {
		f, ok := p.Folio()
		if !ok || !f.Turned {
			t.check(false, "第%d页的页码未转", p.Number)
			continue
		}
		y := dash(p, f)
		s.add(y)
		t.check(near(y, gbt9704.Bottom+7, 0.5), "第%d页%.2f mm", p.Number, y)
		if p.Number%2 == 1 {
			t.check(near(f.X1, gbt9704.Right-gbt9704.Cell4, 1), "第%d页右缘%.1f mm", p.Number, f.X1)
		} else {
			t.check(near(f.X0, gbt9704.Left+gbt9704.Cell4, 1), "第%d页左缘%.1f mm", p.Number, f.X0)
		}
	}
	return t.result("旋转后一字线%v mm", s)
}

func landscapeArea(d paper) Result {
	var t tally
	for _, p := range d.landscapes() {
		a := p.Area()
		for _, g := range p.Table {
			t.check(g.X0 > a.X0-0.5 && g.X1 < a.X1+0.5 && g.Y > a.Y0 && g.Y < a.Y1+0.5, "第%d页“%c”在版心外", p.Number, g.Rune)
		}
		for _, r := range p.Rules {
			t.check(r.Box.Within(a, 0.5), "第%d页有线在版心外", p.Number)
		}
	}
	return t.result("%d个横排页", len(d.landscapes()))
}
