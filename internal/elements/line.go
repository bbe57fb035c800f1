package elements

import (
	"math"
	"slices"
	"strings"
	"unicode"

	"hongtou/internal/gbt9704"
	"hongtou/internal/printout"
)

// Line is the glyphs of one baseline from left to right.
type Line struct {
	Page   int     // from 1
	Y      float64 // baseline, mm from the top
	Glyphs []printout.Glyph
}

// X0 is the left edge of the first glyph's cell, in mm.
func (l Line) X0() float64 { return l.Glyphs[0].X0 }

// X1 is the right edge of the last glyph's cell, in mm.
func (l Line) X1() float64 { return l.Glyphs[len(l.Glyphs)-1].X1 }

// Centre is in the middle of both edges, in mm.
func (l Line) Centre() float64 { return (l.X0() + l.X1()) / 2 }

// Size is that of most glyphs, in points.
func (l Line) Size() float64 {
	return vote(l.Glyphs, 0.2, func(g printout.Glyph) float64 { return g.Size })
}

// Text is what is printed, without blanks.
func (l Line) Text() string {
	var b strings.Builder
	for _, g := range l.Glyphs {
		b.WriteRune(g.Rune)
	}
	return b.String()
}

// Large says whether a line is of a title.
func (l Line) Large() bool { return l.Size() > 19 }

// Body says whether a line is set in the size of the text, roughly.
func (l Line) Body() bool { return l.Size() > 15 && l.Size() < 17 }

// Parts cuts a line where nothing is printed over more than two characters. A
// name that is stretched by even spaces stays whole.
func (l Line) Parts() []Line {
	var out []Line
	from := 0
	for i := 1; i <= len(l.Glyphs); i++ {
		if i == len(l.Glyphs) || l.gap(i) > 2*gbt9704.Cell && !l.stretched(i) {
			out = append(out, Line{Page: l.Page, Y: l.Y, Glyphs: l.Glyphs[from:i]})
			from = i
		}
	}
	return out
}

// gap is the white before a glyph.
func (l Line) gap(i int) float64 { return l.Glyphs[i].X0 - l.Glyphs[i-1].X1 }

// stretched says whether the white before a glyph is as wide as that before or
// behind it.
func (l Line) stretched(i int) bool {
	return i > 1 && near(l.gap(i), l.gap(i-1), 0.3) || i+1 < len(l.Glyphs) && near(l.gap(i), l.gap(i+1), 0.3)
}

// InSize says whether all glyphs have a size in points.
func (l Line) InSize(points float64) bool {
	return !slices.ContainsFunc(l.Glyphs, func(g printout.Glyph) bool { return !near(g.Size, points, 0.1) })
}

// Han says whether a character is a Chinese one.
func Han(r rune) bool { return unicode.Is(unicode.Han, r) }

// Wide says whether a character fills a whole cell.
func Wide(r rune) bool { return r >= 0x2E80 || strings.ContainsRune("“”‘’—…·", r) }

func near(a, b, tolerance float64) bool { return math.Abs(a-b) <= tolerance }

// joined is what lines say in one.
func joined(lines []Line) string {
	var b strings.Builder
	for _, l := range lines {
		b.WriteString(l.Text())
	}
	return b.String()
}

// Around is the box around the cells of lines: a cell reaches 88 % of an em over
// the baseline and 12 % under it.
func Around(lines ...Line) printout.Box {
	var out printout.Box
	for _, l := range lines {
		em := l.Size() * gbt9704.Point
		out = out.Union(printout.Box{X0: l.X0(), Y0: l.Y - 0.88*em, X1: l.X1(), Y1: l.Y + 0.12*em})
	}
	return out
}
