// Package linebreak is the one line breaker of the project: paragraphs, table
// cells and workbook heights all come from it. In goes a sequence of
// characters with their advances and the width of a line; out come lines and
// an adjustment after every glyph.
//
// It implements the rules of GB/T 15834—2011 for where marks stand (5.1: which
// may not begin or end a line, which may not be divided, that adjacent marks
// may be squeezed) and what GB/T 9704—2012 clause 9 asks of numbers and units.
// Greedy first fit, as a compositor works on a grid:
//
//   - two adjacent marks with blank halves between them (》， ）（ “《 ：“) always
//     stand half an em closer, in full and in last lines alike: never more, so
//     that their inks keep their distance, and never less, because a hole
//     between two marks is seen while the same half em shared by a whole line
//     is not (a hair of the half em is taken from the whole line, see hair);
//   - what the pairs of a line give up is filled first with further characters,
//     so that two pairs make room for one more, and then by spreading;
//   - where no line may begin, the break moves back to the last allowed place;
//   - a full line that is not full is spread evenly over its gaps, but not
//     inside words, numbers, —— or ……: evenly, because the widest gap is what
//     is seen. Lines without pairs and with an even number of half-width
//     characters need none and stand on the cells of the grid (5.2.3);
//   - nothing hangs outside the line, and its last glyph keeps its full box,
//     although GB/T 15834 5.1.10 would have marks at a line's end take half of
//     it: that would move every line that ends with a mark off the grid.
//
// Faces and styles are invisible here: a break may fall at a style's border.
package linebreak

// Glyph is one character as the breaker sees it. Advance is in any unit, the
// same as that of Measure; it must not be negative.
type Glyph struct {
	Rune    rune
	Advance int32
	Solid   bool // a mark whose ink reaches into the half that Blank names: not squeezed
}

// Measure says how wide lines are.
type Measure struct {
	First, Rest int32 // width of the first line and of all others
	Em          int32 // side of a full-width character; 0 forbids squeezing
	Justify     bool  // spread every line but the last to its width
	MaxSpread   int32 // a line whose gaps would grow by more stays ragged; 0 = no limit
	Company     bool  // no single character alone on the last line (titles, headings)
}

// Line is a stretch of glyphs. Glyphs Start to End belong to it; those from
// Shown on are the spaces that vanish at its end.
type Line struct {
	Start, Shown, End int
	Width             int32 // advances and adjustments of the shown glyphs
	Forced            bool  // broken inside something unbreakable, which is wider than a line
}

// Breaker holds the buffers that one caller reuses from paragraph to
// paragraph. The zero Breaker is ready. It is not safe for concurrent use.
type Breaker struct {
	glyphs  []Glyph
	measure Measure
	classes []class
	gaps    []gap
	kern    []int32 // what stands before a glyph between adjacent marks; not after a line's end
	adjust  []int32
	lines   []Line

	openings []int
}

// Break cuts glyphs into lines. adjust[i] is to be added after glyph i,
// negative between squeezed marks and by a hair beside them, nothing after the
// last shown glyph of a line.
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
	if m.Company {
		b.giveCompany()
	}
	return b.lines, b.adjust
}

// prepare classifies the glyphs and judges every gap between them.
func (b *Breaker) prepare() {
	n := len(b.glyphs)
	b.classes = grow(b.classes, n)
	b.gaps = grow(b.gaps, n)
	b.kern = grow(b.kern, n)
	b.adjust = grow(b.adjust, n)
	clear(b.adjust)
	for i, g := range b.glyphs {
		b.classes[i] = classOf(g.Rune)
	}
	b.judgePairs()
	b.judgeMarks()
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
