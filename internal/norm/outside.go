package norm

import (
	"strings"

	"hongtou/internal/elements"
	"hongtou/internal/gbt9704"
	"hongtou/internal/printout"
)

// outside looks for text and rules out of the type area that the page really
// has. The status line of a paper that no organ issued is a declared exception.
// Running text over its head or under its foot is 5.2.1's, rules that a clause of
// their own measures (red lines, those of the imprint, tables on lying paper) are
// theirs.
func outside(d paper) Result {
	var t tally
	status := 0
	for _, p := range d.Pages {
		a := wide(d.frame(p.Number))
		if !d.red() && len(p.Above) == 1 {
			status++
		} else {
			for _, l := range p.Above {
				t.checkAt(onLine(l), false, "第%d页天头有“%s”", p.Number, brief(l.Text()))
			}
		}
		for _, l := range p.Lines {
			x := unhung(l).X1()
			t.checkAt(onLine(l), l.X0() > a.X0-0.5 && x < a.X1+0.5, "第%d页“%s”（%.1f～%.1f mm）越出左右缘", p.Number, brief(l.Text()), l.X0(), x)
		}
		d.notText(&t, p)
		if p.Landscape() {
			continue
		}
		for _, r := range p.Rules {
			if !d.own[r] {
				t.checkAt(onRule(r), r.Box.Within(a, 0.5), "第%d页有线在版心外", p.Number)
			}
		}
	}
	return t.result("%d页，天头提示行%d行", len(d.Pages), status)
}

// notText looks at what is neither running text nor a table.
func (d paper) notText(t *tally, p *elements.Page) {
	f, ok := p.Folio()
	for _, l := range p.Below {
		t.checkAt(onLine(l), ok && near(f.Y, l.Y, 0.1), "第%d页下白边有“%s”", p.Number, brief(l.Text()))
	}
	for _, b := range p.Notes {
		t.checkAt(onBox(p, b), false, "第%d页有批注", p.Number)
	}
	for _, l := range elements.Lines(p.Watermark) {
		t.checkAt(onLine(l), false, "第%d页有水印“%s”", p.Number, brief(l.Text()))
	}
}

// unhung is a line without one closing mark at its end: office programs let it
// hang over the edge, and it has its ink at its left.
func unhung(l elements.Line) elements.Line {
	if n := len(l.Glyphs); n > 1 && strings.ContainsRune(closing, l.Glyphs[n-1].Rune) {
		l.Glyphs = l.Glyphs[:n-1]
	}
	return l
}

// wide is a type area no narrower than the standard's from the same left edge:
// text that is not justified ends before it.
func wide(a printout.Box) printout.Box {
	a.X1 = max(a.X1, a.X0+gbt9704.Right-gbt9704.Left)
	return a
}
