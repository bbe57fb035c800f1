package layout

import (
	"hongtou/internal/doc"
	"hongtou/internal/fontset"
	"hongtou/internal/linebreak"
	"hongtou/internal/page"
)

// text is a row of runs measured at one scale: what the breaker sees, and
// beside it what drawing needs. The setter has one and uses it again and
// again.
type text struct {
	runs   []doc.Inline
	scale  scale
	glyphs []linebreak.Glyph
	looks  []look
}

// look is how one glyph is drawn.
type look struct {
	tracking Unit  // that of its cell, before spreading
	run      int32 // index into runs
	from, to int32 // its bytes in the run's text
	face     fontset.FaceID
	drawn    bool
}

// measure fills the setter's text with runs at a scale. Characters without a
// glyph are problems; they keep an empty cell.
func (s *setter) measure(runs []doc.Inline, sc scale) *text {
	t := &s.text
	t.runs, t.scale, t.glyphs, t.looks = runs, sc, t.glyphs[:0], t.looks[:0]
	for i := range runs {
		s.measureRun(t, i)
	}
	return t
}

func (s *setter) measureRun(t *text, i int) {
	in := &t.runs[i]
	role := fontset.Role(in.Style.Role())
	table := s.metrics.role(role)
	count, width := 0, int16(0)
	advance, tracking := t.scale.place(0)
	for at, r := range in.Text {
		g := s.metrics.get(table, role, r)
		if g.state == missing {
			s.problems.MissingGlyph(role, r, in.Origin, count)
		}
		if g.width != width { // most are as wide as the one before
			width = g.width
			advance, tracking = t.scale.place(int(width))
		}
		t.glyphs = append(t.glyphs, linebreak.Glyph{Rune: r, Advance: int32(advance), Solid: g.solid})
		t.looks = append(t.looks, look{
			tracking: tracking, run: int32(i), from: int32(at), to: int32(at + runeLength(in.Text[at:], r)), face: g.face, drawn: g.state == inked,
		})
		count++
	}
}

// runeLength is the length of a rune in the text; an invalid byte counts one.
func runeLength(text string, r rune) int {
	switch {
	case r < 0x80:
		return 1
	case r < 0x800:
		return 2
	case r == 0xfffd && text[0] != 0xef:
		return 1
	case r < 0x10000:
		return 3
	}
	return 4
}

// width is the sum of advances from glyph i to j.
func (t *text) width(i, j int) Unit {
	w := Unit(0)
	for _, g := range t.glyphs[i:j] {
		w += Unit(g.Advance)
	}
	return w
}

// squeezed is the width of a line from glyph i to j, adjusted between them.
func (t *text) squeezed(i, j int, adjust []int32) Unit {
	w := t.width(i, j)
	for _, a := range adjust[i:max(i, j-1)] {
		w += Unit(a)
	}
	return w
}

// total is the width of the whole text.
func (t *text) total() Unit { return t.width(0, len(t.glyphs)) }

// ink gives the highest and lowest ink above and below the baseline, in
// thousandths of an em (page.Ink).
func (s *setter) ink(t *text) (up, down int) {
	return page.Ink(func(yield func(fontset.Box) bool) {
		for i, l := range t.looks {
			if !l.drawn {
				continue
			}
			if b, ok := s.fonts.Face(l.face).Bounds(t.glyphs[i].Rune); ok && !yield(b) {
				return
			}
		}
	})
}
