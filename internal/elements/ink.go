package elements

import (
	"slices"

	"hongtou/internal/gbt9704"
	"hongtou/internal/printout"
)

// dpi is the fineness of painted ink: a pixel is 0.127 mm, half of it is
// painted or not.
const dpi = 200

// Ink is the box around the ink of a colour inside an area: that of the glyphs'
// outlines, or, where a reader does not know them or pictures and shapes lie
// there, the painted page's. False if there is none.
func (p *Page) Ink(is func(printout.Colour) bool, in printout.Box) (printout.Box, bool) {
	if !p.drawn(in) {
		return p.glyphInk(is, in)
	}
	r, ok := p.painted()
	if !ok {
		return p.glyphInk(is, in)
	}
	return r.Ink(is, in)
}

// drawn says whether only painting tells the ink of an area.
func (p *Page) drawn(in printout.Box) bool {
	outlines := slices.ContainsFunc(p.Glyphs, func(g printout.Glyph) bool { return !g.Ink.Empty() })
	return !outlines ||
		slices.ContainsFunc(p.Areas, func(a printout.Area) bool { return a.Box.Overlaps(in) }) ||
		slices.ContainsFunc(p.Images, func(i printout.Image) bool { return i.Box.Overlaps(in) })
}

func (p *Page) glyphInk(is func(printout.Colour) bool, in printout.Box) (printout.Box, bool) {
	var out printout.Box
	for _, g := range p.Glyphs {
		if is(g.Colour) && g.Ink.Overlaps(in) {
			out = out.Union(g.Ink.Clip(in))
		}
	}
	return out, !out.Empty()
}

// LineInk is the box around the black ink of a line, inside the cells of its
// glyphs.
func (p *Page) LineInk(l Line) printout.Box {
	em := l.Size() * gbt9704.Point
	box, ok := p.Ink(printout.DarkInk, printout.Box{X0: l.X0() - 0.5, Y0: l.Y - em, X1: l.X1() + 0.5, Y1: l.Y + em/4})
	if !ok {
		return printout.Box{X0: l.X0(), Y0: l.Y, X1: l.X1(), Y1: l.Y}
	}
	return box
}
