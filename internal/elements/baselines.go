package elements

import (
	"cmp"
	"math"
	"slices"

	"hongtou/internal/gbt9704"
	"hongtou/internal/printout"
)

const (
	oneBaseline = 1.0  // mm: baselines within are one
	scriptSize  = 0.9  // of a line's type: what raised and lowered figures have at most
	scriptRise  = 0.7  // em: how far they are raised or lowered at most
	scriptGap   = 0.35 // em: how far they stand from the character before or behind
	longScript  = 6    // characters
)

// Lines gathers glyphs by their baselines, top to bottom. Baselines up to 1 mm
// apart are one; raised and lowered small figures belong to the line that they
// stand in.
func Lines(glyphs []printout.Glyph) []Line {
	sorted := slices.Clone(glyphs)
	slices.SortStableFunc(sorted, func(a, b printout.Glyph) int { return cmp.Compare(a.Y, b.Y) })
	var out []Line
	for _, g := range sorted {
		if n := len(out); n > 0 && g.Y-out[n-1].Y < oneBaseline {
			out[n-1].Glyphs = append(out[n-1].Glyphs, g)
			continue
		}
		out = append(out, Line{Page: g.Page, Y: g.Y, Glyphs: []printout.Glyph{g}})
	}
	for i := range out {
		out[i].settle()
	}
	return withScripts(out)
}

// settle puts a line's glyphs in order and takes the baseline of most of them.
func (l *Line) settle() {
	slices.SortStableFunc(l.Glyphs, func(a, b printout.Glyph) int { return cmp.Compare(a.X0, b.X0) })
	l.Y = vote(l.Glyphs, 0.05, func(g printout.Glyph) float64 { return g.Y })
}

// vote gives the value that more than half of the glyphs have, if there is one,
// else one of the common ones.
func vote(glyphs []printout.Glyph, tolerance float64, of func(printout.Glyph) float64) float64 {
	value, lead := 0.0, 0
	for _, g := range glyphs {
		switch v := of(g); {
		case lead == 0:
			value, lead = v, 1
		case near(v, value, tolerance):
			lead++
		default:
			lead--
		}
	}
	return value
}

// withScripts gives lines of nothing but raised or lowered figures to the line
// over or under them.
func withScripts(lines []Line) []Line {
	gone := make([]bool, len(lines))
	for i, l := range lines {
		for _, k := range []int{i - 1, i + 1} {
			if k >= 0 && k < len(lines) && !gone[k] && l.scriptOf(lines[k]) {
				lines[k].Glyphs = append(slices.Clone(lines[k].Glyphs), l.Glyphs...)
				lines[k].settle()
				gone[i] = true
				break
			}
		}
	}
	out := lines[:0]
	for i, l := range lines {
		if !gone[i] {
			out = append(out, l)
		}
	}
	return out
}

// scriptOf says whether a line is a few small figures that stand beside
// characters of another.
func (l Line) scriptOf(of Line) bool {
	em := of.Size() * gbt9704.Point
	if len(l.Glyphs) > longScript || len(of.Glyphs) < 2*len(l.Glyphs) || math.Abs(l.Y-of.Y) > scriptRise*em {
		return false
	}
	for i, g := range l.Glyphs {
		if g.Size > scriptSize*of.Size() {
			return false
		}
		beside := i > 0 && g.X0-l.Glyphs[i-1].X1 < scriptGap*em || slices.ContainsFunc(of.Glyphs, func(o printout.Glyph) bool {
			return near(g.X0, o.X1, scriptGap*em)
		})
		if !beside {
			return false
		}
	}
	return true
}
