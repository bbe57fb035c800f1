package conformity

import (
	"slices"
	"testing"

	"hongtou/internal/testkit/judge"
)

// Page is one page of a file, its text by where it stands.
type Page struct {
	Number        int     // from 1
	Width, Height float64 // mm
	Red           []Line  // red text: the mark
	Above         []Line  // black text over the type area
	Lines         []Line  // black text of the type area, without that of tables
	Below         []Line  // black text under the type area
	Table         []judge.Glyph
	Turned        []judge.Glyph // text that does not run to the right
	Rules         []judge.Rule  // lines; thin filled areas are lines, too
	Images        []judge.Image
	tables        []judge.Box

	t      testing.TB
	path   string
	raster *judge.Raster
}

// dpi is the fineness of painted ink: a pixel is 0.127 mm, half of it is painted or not.
const dpi = 200

// ink is the box around ink of a colour inside an area.
func (p *Page) ink(is func(r, g, b uint8) bool, in judge.Box) (judge.Box, bool) {
	p.t.Helper()
	if p.raster == nil {
		p.raster = judge.RasterInk(p.t, p.path, p.Number, dpi)
	}
	return p.raster.Ink(is, in)
}

// lineInk is the box around the black ink of a line, inside the cells of its
// glyphs.
func (p *Page) lineInk(l Line) judge.Box {
	p.t.Helper()
	em := l.Size() * point
	box, ok := p.ink(judge.Dark, judge.Box{X0: l.X0() - 0.5, Y0: l.Y - em, X1: l.X1() + 0.5, Y1: l.Y + em/4})
	if !ok {
		return judge.Box{X0: l.X0(), Y0: l.Y, X1: l.X1(), Y1: l.Y}
	}
	return box
}

func (p *Page) landscape() bool { return p.Width > p.Height }

func (p *Page) area() judge.Box { return area(p.landscape()) }

// empty says whether a page has nothing on it.
func (p *Page) empty() bool {
	return len(p.Red)+len(p.Above)+len(p.Lines)+len(p.Below)+len(p.Table)+len(p.Turned)+len(p.Rules)+len(p.Images) == 0
}

// longRules are the lying rules of a colour at least as long as given in mm,
// top to bottom, that belong to no table.
func (p *Page) longRules(red bool, length float64) []judge.Rule {
	var out []judge.Rule
	for _, r := range p.Rules {
		inTable := slices.ContainsFunc(p.tables, func(b judge.Box) bool { return b.Y0-0.5 <= r.Box.Y0 && r.Box.Y0 <= b.Y1+0.5 })
		if r.Horizontal() && r.Box.X1-r.Box.X0 >= length && isRed(r.Colour) == red && !inTable {
			out = append(out, r)
		}
	}
	slices.SortFunc(out, func(a, b judge.Rule) int { return compare(a.Box.Y0, b.Box.Y0) })
	return out
}

func compare(a, b float64) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

// place puts the page's glyphs where they belong.
func (p *Page) place(glyphs []judge.Glyph) {
	a := p.area()
	var red, black []judge.Glyph
	for _, g := range glyphs {
		switch {
		case g.Angle != 0:
			p.Turned = append(p.Turned, g)
		case inside(p.tables, g):
			p.Table = append(p.Table, g)
		case isRedHex(g.Colour):
			red = append(red, g)
		default:
			black = append(black, g)
		}
	}
	p.Red = lines(red)
	for _, l := range lines(black) {
		switch {
		case l.Y < a.Y0:
			p.Above = append(p.Above, l)
		case l.Y > a.Y1+2:
			p.Below = append(p.Below, l)
		default:
			p.Lines = append(p.Lines, l)
		}
	}
	p.captions()
}

// captions gives small lines right over or under a table to the table.
func (p *Page) captions() {
	p.Lines = slices.DeleteFunc(p.Lines, func(l Line) bool {
		near := slices.ContainsFunc(p.tables, func(b judge.Box) bool { return l.Y > b.Y0-pitch-2 && l.Y < b.Y1+pitch+2 })
		if near && l.Size() < 13 {
			p.Table = append(p.Table, l.Glyphs...)
			return true
		}
		return false
	})
}

func inside(boxes []judge.Box, g judge.Glyph) bool {
	return slices.ContainsFunc(boxes, func(b judge.Box) bool { return g.Y > b.Y0 && g.Y < b.Y1+0.5 })
}
