package norm

import (
	"hongtou/internal/elements"
	"hongtou/internal/gbt9704"
)

// landscapeClauses: tables on paper that lies on its side.
var landscapeClauses = []Clause{
	{"8", "方向", gbt9704.Must, "A4横排表格：单页表头在订口一边，双页表头在切口一边（左侧装订即正文逆时针转90°）", "", tableHead},
	{"8", "页码位置", gbt9704.Must, "横排表格的页码位置与其他页相同：转正后仍在版心下方7 mm，单右双左", "一字线±0.5 mm，左右±1 mm", turnedFolio},
	{"8", "版心", gbt9704.Must, "横排页的版心转正后即竖排版心", "±0.5 mm", landscapeArea},
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
// binding the inner edge of odd pages, the outer edge of even ones. A number
// that is turned back shows which way the paper is bound.
func tableHead(d paper) Result {
	var t tally
	for _, p := range d.landscapes() {
		t.checkAt(onPage(p), len(p.Lines)+len(p.Table) > 0, "第%d页无正排文字", p.Number)
		a := p.Area()
		for _, g := range p.Turned {
			outside := g.X0 < a.X0 || g.X0 > a.X1 || g.Y < a.Y0 || g.Y > a.Y1
			if outside && g.Angle != 90 { // inside, a cell may be written upwards
				t.checkAt(onPage(p), false, "第%d页“%c”转%d°", p.Number, g.Rune, g.Angle)
				break
			}
		}
	}
	t.value("横排页", float64(len(d.landscapes())), "")
	return t.result("%d个横排页，表头在上（转正后在左）", len(d.landscapes()))
}

// turnedFolio: a page without any number is 7.5's. The ink is measured on the
// first page of each side; the others must share its baseline.
func turnedFolio(d paper) Result {
	var t tally
	s, side := newSpan(), newSpan()
	first := map[bool]float64{} // baseline of each side
	for _, p := range d.landscapes() {
		f, ok := p.Folio()
		switch {
		case !ok:
			continue
		case !f.Turned:
			t.checkAt(onFolio(p, f), false, "第%d页的页码没有随纸转", p.Number)
			continue
		}
		odd := p.Number%2 == 1
		if baseline, measured := first[odd]; measured {
			t.checkAt(onFolio(p, f), near(f.Y, baseline, 0.5), "第%d页基线%s mm，首个%s mm", p.Number, hundredths(f.Y), hundredths(baseline))
		} else {
			first[odd] = f.Y
			y := dash(p, f)
			s.add(y)
			t.checkAt(onFolio(p, f), near(y, gbt9704.FolioDash, 0.5), "第%d页一字线%s mm", p.Number, hundredths(y))
		}
		blank := (f.X0 - gbt9704.Left) / one(f.Line)
		name := "左"
		if odd {
			blank, name = (gbt9704.Right-f.X1)/one(f.Line), "右"
		}
		side.add(blank)
		t.checkAt(onFolio(p, f), near(blank*one(f.Line), one(f.Line), 1), "第%d页%s空%s字", p.Number, name, hundredths(blank))
	}
	if s.empty() {
		return t.result("%d个横排页的页码", t.n)
	}
	t.span("转正后一字线", s, "mm")
	t.span("转正后外侧空", side, "字")
	return t.result("转正后一字线%s mm，外侧空%v字", s.hundredths(), side)
}

func landscapeArea(d paper) Result {
	var t tally
	for _, p := range d.landscapes() {
		a := p.Area()
		for _, l := range elements.Lines(p.Table) {
			for _, g := range l.Glyphs {
				if g.X0 < a.X0-0.5 || g.X1 > a.X1+0.5 || g.Y < a.Y0 || g.Y > a.Y1+0.5 {
					t.checkAt(onLine(l), false, "第%d页“%c”在版心外", p.Number, g.Rune)
					break
				}
			}
		}
		for _, r := range p.Rules {
			if !r.Box.Within(a, 0.5) {
				t.checkAt(onRule(r), false, "第%d页有线在版心外（%s～%s mm）", p.Number, tenths(r.Box.X0), tenths(r.Box.X1))
			}
		}
		t.checkAt(onPage(p), true, "")
	}
	t.value("横排页", float64(len(d.landscapes())), "")
	return t.result("%d个横排页", len(d.landscapes()))
}
