// Package linebreak is the one line breaker of the project: paragraphs, table
// cells and workbook heights all come from it. In goes a sequence of
// characters with their advances and the width of a line; out come lines and
// an adjustment after every glyph.
//
// It implements the rules of GB/T 15834—2011 (5.1: which marks may not begin
// or end a line) and what GB/T 9704—2012 clause 9 asks of numbers and units.
// Greedy first fit, as a compositor works on a grid:
//
//   - a mark that may not begin a line is pulled in when the blanks between
//     adjacent marks of the line give way for it: at most half an em in all,
//     so a line of full-width characters never holds more than its cells;
//   - otherwise the break moves back to the last allowed place and the line
//     is spread evenly over its gaps, but not inside words, numbers, —— or ……;
//   - nothing hangs outside the line, and the last glyph keeps its full box.
//
// Faces and styles are invisible here: a break may fall at a style's border.
package linebreak

// Glyph is one character as the breaker sees it. Advance is in any unit, the
// same as that of Measure; it must not be negative.
type Glyph struct {
	Rune    rune
	Advance int32
}

// Measure says how wide lines are.
type Measure struct {
	First, Rest int32 // width of the first line and of all others
	Em          int32 // side of a full-width character; 0 forbids squeezing
	Justify     bool  // spread every line but the last to its width
	MaxSpread   int32 // a line whose gaps would grow by more stays ragged; 0 = no limit
}

// Line is a stretch of glyphs. Glyphs Start to End belong to it; those from
// Shown on are the spaces that vanish at its end.
type Line struct {
	Start, Shown, End int
	Width             int32 // advances and adjustments of the shown glyphs
	Squeezed          bool  // a mark was pulled in
	Forced            bool  // broken inside something unbreakable, which is wider than a line
}

// Breaker holds the buffers that one caller reuses from paragraph to
// paragraph. The zero Breaker is ready. It is not safe for concurrent use.
type Breaker struct {
	glyphs  []Glyph
	measure Measure
	classes []class
	gaps    []gap
	adjust  []int32
	lines   []Line

	openings []int
}

// Break cuts glyphs into lines. adjust[i] is to be added after glyph i,
// negative between squeezed marks, never after the last shown glyph of a line.
// Both results are valid until the next call. Every line holds at least one
// glyph, so a glyph wider than the line sticks out and Width tells it.
func (b *Breaker) Break(glyphs []Glyph, m Measure) (lines []Line, adjust []int32) {
	b.glyphs, b.measure, b.lines = glyphs, m, b.lines[:0]
	b.prepare()
	width := m.First
	for start := 0; start < len(glyphs); width = m.Rest {
		l := b.fill(start, int(width))
		b.finish(&l, int(width))
		b.lines = append(b.lines, l)
		start = l.End
	}
	return b.lines, b.adjust
}

// prepare classifies the glyphs and judges every gap between them.
func (b *Breaker) prepare() {
	n := len(b.glyphs)
	b.classes = grow(b.classes, n)
	b.gaps = grow(b.gaps, n)
	b.adjust = grow(b.adjust, n)
	clear(b.adjust)
	for i, g := range b.glyphs {
		b.classes[i] = classOf(g.Rune)
	}
	b.judgePairs()
	b.judgeNumbers()
	b.judgeAddresses()
	b.judgeLabel()
}

func grow[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n, n+n/4)
	}
	return s[:n]
}
