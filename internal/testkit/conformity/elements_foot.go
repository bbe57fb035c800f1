package conformity

import (
	"regexp"
	"strings"

	"hongtou/internal/testkit/judge"
)

// imprint is 版记: what stands between the long black rules of the last page,
// or, without rules, from the line that begins with 抄送 on.
type imprint struct {
	page  int
	from  float64 // mm from the top
	to    float64
	rules []judge.Rule
	lines []Line
}

func (i *imprint) holds(l Line) bool {
	return i != nil && l.Page == i.page && l.Y > i.from && l.Y < i.to
}

// ccWord begins the imprint where no rule does.
var (
	ccWord      = regexp.MustCompile(`^(抄送|主送)[:：]`)
	printedWord = regexp.MustCompile(`印发$`)
	folioWord   = regexp.MustCompile(`[0-9０-９]`)
)

// findImprint looks at the last page that has anything but a number on it.
func (d *Document) findImprint() *imprint {
	p := d.Pages[len(d.Pages)-1]
	i := &imprint{page: p.Number, rules: p.longRules(false, 100), from: bottom, to: p.area().Y1 + 20}
	if len(i.rules) < 2 {
		i.rules = nil
	} else {
		i.from, i.to = i.rules[0].Box.Y0, i.rules[len(i.rules)-1].Box.Y0
	}
	for _, l := range p.Lines {
		text := l.Text()
		if ccWord.MatchString(text) || printedWord.MatchString(text) && strings.Contains(text, "年") {
			i.from = min(i.from, l.Y-5)
		}
	}
	for _, l := range p.Lines {
		if i.holds(l) {
			i.lines = append(i.lines, l)
		}
	}
	if len(i.lines) == 0 {
		return nil
	}
	return i
}

// folio is the printed number of a page.
type folio struct {
	line   Line
	turned bool
	x0, x1 float64 // mm on the upright page
	y      float64 // baseline on the upright page
}

// folio finds a page's number: a line under the type area with a figure in it;
// on paper that lies on its side, turned glyphs at its left edge.
func (p *Page) folio() (folio, bool) {
	if p.landscape() && len(p.Turned) > 0 {
		return p.turnedFolio()
	}
	for _, l := range p.Below {
		if len(l.Glyphs) < 12 && folioWord.MatchString(l.Text()) {
			return folio{line: l, x0: l.X0(), x1: l.X1(), y: l.Y}, true
		}
	}
	return folio{}, false
}

// turnedFolio turns the page upright, a quarter against the clock: what reads
// downwards on the lying page then runs to the right.
func (p *Page) turnedFolio() (folio, bool) {
	var glyphs []judge.Glyph
	for _, g := range p.Turned {
		if g.Angle == 90 && g.X0 < p.area().X0+2 {
			turned := g
			turned.X0, turned.Y = g.Y, p.Width-g.X0
			turned.X1 = turned.X0 + advance(g)
			glyphs = append(glyphs, turned)
		}
	}
	for _, l := range lines(glyphs) {
		if folioWord.MatchString(l.Text()) {
			return folio{line: l, turned: true, x0: l.X0(), x1: l.X1(), y: l.Y}, true
		}
	}
	return folio{}, false
}

// advance is the width of a glyph of a folio in mm: figures fill half a cell.
func advance(g judge.Glyph) float64 {
	if wide(g.Rune) {
		return g.Size * point
	}
	return g.Size * point / 2
}
