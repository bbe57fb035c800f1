package norm

import (
	"math"

	"hongtou/internal/elements"
	"hongtou/internal/printout"
)

// faces is a tally that also keeps what it cannot tell: glyphs whose font has a
// name that tells no class.
type faces struct {
	tally
	of      *elements.Document
	unknown string // the first such name
	unsure  spots
}

// doubt keeps a name that tells no class, and where.
func (f *faces) doubt(name string, at Place) {
	if f.unknown == "" {
		f.unknown = name
	}
	f.unsure.add(at)
}

// want counts a stretch of text that should be in a face of a class, given by
// its glyphs; what names it in messages.
func (f *faces) want(class elements.Class, at Place, glyphs []printout.Glyph, what string) {
	for _, g := range glyphs {
		if !elements.Han(g.Rune) {
			continue
		}
		switch f.of.Class(g.Face) {
		case class:
		case elements.Unknown:
			f.doubt(g.Face, at)
			return
		default:
			f.checkAt(at, false, "%s用%s", what, g.Face)
			return
		}
	}
	f.checkAt(at, true, "")
}

// result is unproven where nothing is wrong but a font's name tells no class.
func (f *faces) result(format string, args ...any) Result {
	r := f.tally.result(format, args...)
	if r.Verdict == Fails || len(f.unsure.pages) == 0 {
		return r
	}
	r = unproven("字体名“%s”看不出是哪种字体", f.unknown)
	r.Values = f.values
	return r.on(f.unsure)
}

// size checks that all glyphs of a line have a size in points; subscripts and
// exponents may be smaller.
func (f *tally) size(at Place, l elements.Line, points float64, what string) {
	for _, g := range l.Glyphs {
		small := g.Size < points && !elements.Han(g.Rune) && !near(g.Y, l.Y, 0.2)
		if !small && !near(g.Size, points, 0.15) {
			f.checkAt(at, false, "%s%s磅", what, tenths(g.Size))
			return
		}
	}
	f.checkAt(at, true, "")
}

// onGlyphs is around some glyphs of one line.
func onGlyphs(glyphs []printout.Glyph) Place {
	g := glyphs[0]
	return onLine(elements.Line{Page: g.Page, Y: g.Y, Glyphs: glyphs})
}

// sameLine cuts glyphs where their line ends.
func sameLine(glyphs []printout.Glyph) []printout.Glyph {
	for i, g := range glyphs {
		if g.Page != glyphs[0].Page || math.Abs(g.Y-glyphs[0].Y) > 1 {
			return glyphs[:i]
		}
	}
	return glyphs
}
