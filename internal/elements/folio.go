package elements

import (
	"slices"

	"hongtou/internal/gbt9704"
	"hongtou/internal/printout"
)

// Folio is the printed number of a page.
type Folio struct {
	Line   Line
	Turned bool
	X0, X1 float64 // mm on the upright page
	Y      float64 // baseline on the upright page
}

// Folio finds a page's number: a line under the text that is one, or has a figure
// in it, or else a line over the text; on paper that lies on its side, turned glyphs at its left edge.
func (p *Page) Folio() (Folio, bool) {
	if p.Landscape() && len(p.Turned) > 0 {
		return p.turnedFolio()
	}
	for _, is := range []func(Line) bool{isFolio, maybeFolio} {
		for _, l := range slices.Concat(p.Below, p.Above) {
			if is(l) {
				return Folio{Line: l, X0: l.X0(), X1: l.X1(), Y: l.Y}, true
			}
		}
	}
	return Folio{}, false
}

// maybeFolio is true of a few characters under the text with a figure among them.
func maybeFolio(l Line) bool {
	return l.Y > gbt9704.PaperHeight/2 && len(l.Glyphs) < 12 && FolioWord.MatchString(l.Text())
}

// turnedFolio turns the page upright, a quarter against the clock: what reads
// downwards on the lying page then runs to the right.
func (p *Page) turnedFolio() (Folio, bool) {
	var glyphs []printout.Glyph
	for _, g := range p.Turned {
		if g.Angle == 90 && g.X0 < p.Area().X0+2 {
			turned := g
			turned.X0, turned.Y = g.Y, p.Width-g.X0
			turned.X1 = turned.X0 + advance(g)
			glyphs = append(glyphs, turned)
		}
	}
	for _, l := range Lines(glyphs) {
		if FolioWord.MatchString(l.Text()) {
			return Folio{Line: l, Turned: true, X0: l.X0(), X1: l.X1(), Y: l.Y}, true
		}
	}
	return Folio{}, false
}

// advance is the width of a glyph of a folio in mm: figures fill half a cell.
func advance(g printout.Glyph) float64 {
	if Wide(g.Rune) {
		return g.Size * gbt9704.Point
	}
	return g.Size * gbt9704.Point / 2
}
