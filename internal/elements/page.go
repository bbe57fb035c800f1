package elements

import (
	"cmp"
	"slices"

	"hongtou/internal/gbt9704"
	"hongtou/internal/printout"
)

// Page is one page of a file, its text by where it stands.
type Page struct {
	printout.Page
	Red    []Line // red text: the mark
	Above  []Line // black text over the type area
	Lines  []Line // black text of the type area, without that of tables
	Below  []Line // black text under the type area
	Table  []printout.Glyph
	Turned []printout.Glyph // text that does not run to the right
	Tables []printout.Box   // stretches of the page where rules stand

	paint  func(page, dpi int) (printout.Raster, error)
	raster *printout.Raster
}

// Landscape says whether a page lies on its side.
func (p *Page) Landscape() bool { return p.Width > p.Height }

// Area is the type area in the page's own direction. On paper that lies on its
// side the top of the upright page is at the right (clause 8).
func (p *Page) Area() printout.Box {
	if p.Landscape() {
		return printout.Box{
			X0: gbt9704.PaperHeight - gbt9704.Bottom, Y0: gbt9704.Left,
			X1: gbt9704.PaperHeight - gbt9704.Top, Y1: gbt9704.Right,
		}
	}
	return printout.Box{X0: gbt9704.Left, Y0: gbt9704.Top, X1: gbt9704.Right, Y1: gbt9704.Bottom}
}

// Blank says whether a page has nothing on it, a number aside.
func (p *Page) Blank() bool {
	return len(p.Red)+len(p.Above)+len(p.Lines)+len(p.Table)+len(p.Rules)+len(p.Images)+len(p.Areas) == 0
}

// LongRules are the lying rules of a colour at least as long as given in mm,
// top to bottom, that belong to no table.
func (p *Page) LongRules(red bool, length float64) []printout.Rule {
	var out []printout.Rule
	for _, r := range p.Rules {
		inTable := slices.ContainsFunc(p.Tables, func(b printout.Box) bool { return b.Y0-0.5 <= r.Box.Y0 && r.Box.Y0 <= b.Y1+0.5 })
		if r.Horizontal() && r.Box.Width() >= length && r.Colour.Red() == red && !inTable {
			out = append(out, r)
		}
	}
	slices.SortStableFunc(out, func(a, b printout.Rule) int { return cmp.Compare(a.Box.Y0, b.Box.Y0) })
	return out
}

// place puts the page's glyphs where they belong.
func (p *Page) place() {
	a := p.Area()
	var red, black []printout.Glyph
	for _, g := range p.Glyphs {
		switch {
		case g.Angle != 0:
			p.Turned = append(p.Turned, g)
		case inside(p.Tables, g):
			p.Table = append(p.Table, g)
		case g.Colour.Red():
			red = append(red, g)
		default:
			black = append(black, g)
		}
	}
	p.Red = Lines(red)
	for _, l := range Lines(black) {
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
		near := slices.ContainsFunc(p.Tables, func(b printout.Box) bool {
			return l.Y > b.Y0-gbt9704.Pitch-2 && l.Y < b.Y1+gbt9704.Pitch+2
		})
		if near && l.Size() < 13 {
			p.Table = append(p.Table, l.Glyphs...)
			return true
		}
		return false
	})
}

func inside(boxes []printout.Box, g printout.Glyph) bool {
	return slices.ContainsFunc(boxes, func(b printout.Box) bool { return g.Y > b.Y0 && g.Y < b.Y1+0.5 })
}

// tables are the stretches of a page where rules stand.
func tables(rules []printout.Rule) []printout.Box {
	var standing []printout.Box
	for _, r := range rules {
		if r.Vertical() {
			standing = append(standing, r.Box)
		}
	}
	slices.SortStableFunc(standing, func(a, b printout.Box) int { return cmp.Compare(a.Y0, b.Y0) })
	var out []printout.Box
	for _, b := range standing {
		if n := len(out); n > 0 && b.Y0 <= out[n-1].Y1+0.5 {
			out[n-1].Y1 = max(out[n-1].Y1, b.Y1)
			continue
		}
		out = append(out, b)
	}
	return out
}
