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
	Red       []Line // red text: the mark; without what makes up red lines
	Above     []Line // black text over the text: headers
	Lines     []Line // black text of the type area, without that of tables
	Below     []Line // black text under the text: footers, page numbers
	Table     []printout.Glyph
	Turned    []printout.Glyph // text that does not run to the right
	Watermark []printout.Glyph // large pale text behind the text
	Tables    []printout.Box   // around the rules of tables

	red   []printout.Rule // red lines of glyphs: rows of underscores
	easel *easel
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
		if !r.Horizontal() || r.Box.Width() < length || r.Colour.Red() != red {
			continue
		}
		if !slices.ContainsFunc(p.Tables, func(b printout.Box) bool { return r.Box.Within(b, 1) }) {
			out = append(out, r)
		}
	}
	slices.SortStableFunc(out, func(a, b printout.Rule) int { return cmp.Compare(a.Box.Y0, b.Box.Y0) })
	return out
}

// place puts the page's glyphs where they belong; Lines then also holds headers
// and footers, which only all pages together tell.
func (p *Page) place() {
	p.Tables = tables(p.Page)
	var red, black []printout.Glyph
	for _, g := range p.Glyphs {
		switch {
		case watermark(g):
			p.Watermark = append(p.Watermark, g)
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
	p.Red, p.Lines = Lines(red), Lines(black)
	p.redGlyphs()
	if open := p.lyingTables(); len(open) > 0 {
		p.Tables = append(p.Tables, open...)
		for i, l := range p.Lines {
			p.Lines[i].Glyphs = slices.DeleteFunc(l.Glyphs, func(g printout.Glyph) bool {
				in := inside(open, g)
				if in {
					p.Table = append(p.Table, g)
				}
				return in
			})
		}
		p.Lines = slices.DeleteFunc(p.Lines, func(l Line) bool { return len(l.Glyphs) == 0 })
	}
	p.captions()
}

// Type of a watermark is large, and neither black nor red.
const watermarkSize = 30

func watermark(g printout.Glyph) bool {
	return g.Size >= watermarkSize && !g.Colour.Red() && !g.Colour.Dark()
}

// captions gives small lines right over or under a table to the table.
func (p *Page) captions() {
	p.Lines = slices.DeleteFunc(p.Lines, func(l Line) bool {
		near := slices.ContainsFunc(p.Tables, func(b printout.Box) bool {
			return l.Y > b.Y0-gbt9704.Pitch-2 && l.Y < b.Y1+gbt9704.Pitch+2 && l.X0() < b.X1 && l.X1() > b.X0
		})
		if near && l.Size() < 13 {
			p.Table = append(p.Table, l.Glyphs...)
			return true
		}
		return false
	})
}

// inside says whether a glyph stands in a table: its middle does, and its
// baseline.
func inside(boxes []printout.Box, g printout.Glyph) bool {
	x := (g.X0 + g.X1) / 2
	return slices.ContainsFunc(boxes, func(b printout.Box) bool {
		return g.Y > b.Y0 && g.Y < b.Y1+0.5 && x > b.X0-0.5 && x < b.X1+0.5
	})
}
