package linebreak

// Blank says which half of its cell a full-width mark leaves blank: an opening
// mark the one before its ink, a closing mark the one after it. ？ and ！ count
// as leaving none, because in some faces they stand in the middle.
func Blank(r rune) (before, after bool) {
	switch c := classOf(r); {
	case r < 0x80, r == '？', r == '！':
		return false, false
	default:
		return c == open, c == shut
	}
}

// hair is the part of the half em that a pair of marks gives up which the whole
// line gives up instead, if need be: readers of PDF (poppler) take a mark for
// the beginning of another line when its cell overlaps the one before it by
// half the type size, and on the grid cells overlap by a little anyhow.
const hair = 25

// judgeMarks closes half an em between every two adjacent marks with a blank
// between them. What it notes holds only where both stand in one line: at the
// end of a line a mark keeps its full cell.
func (b *Breaker) judgeMarks() {
	clear(b.kern)
	for i := 1; i < len(b.glyphs); i++ {
		if b.isPair(i) {
			b.kern[i] = -b.measure.Em / 2
		}
	}
}

// isPair says whether glyph i and the one before it are adjacent marks with at
// least half an em of blank between their inks: 》， ）（ “《 ：“. Half-width
// marks of the same classes have no blank to give.
func (b *Breaker) isPair(i int) bool {
	left, right := b.classes[i-1], b.classes[i]
	switch {
	case left != shut && left != open || right != shut && right != open, left == open && right == shut:
		return false
	case !b.isWide(i-1) || !b.isWide(i):
		return false
	}
	before, _ := Blank(b.glyphs[i].Rune)
	_, after := Blank(b.glyphs[i-1].Rune)
	return before && !b.glyphs[i].Solid || after && !b.glyphs[i-1].Solid
}

// isWide says whether a glyph is about as wide as a cell.
func (b *Breaker) isWide(i int) bool { return 4*b.glyphs[i].Advance >= 3*b.measure.Em }

// advance is what glyph i adds to the width of a line that begins at start.
func (b *Breaker) advance(i, start int) int {
	if i == start {
		return int(b.glyphs[i].Advance)
	}
	return int(b.glyphs[i].Advance + b.kern[i])
}

// natural is the least width of a line: as fill reckons it, without the hairs.
func (b *Breaker) natural(start, end int) int {
	used := 0
	for i := start; i < end; i++ {
		used += b.advance(i, start)
	}
	return used
}

// closed is what stands before glyph i in a line as it is drawn.
func (b *Breaker) closed(i int) int32 { return b.kern[i] - b.kern[i]/hair }

// Squeeze gives what is to be added after every glyph of lines that are shaped
// and not filled (titles), where em is the side of a full-width character. It
// does not hold for the last glyph of a line. The result is valid until the
// next call.
func (b *Breaker) Squeeze(glyphs []Glyph, em int32) (adjust []int32) {
	b.glyphs, b.measure = glyphs, Measure{Em: em}
	b.prepare()
	for i := 1; i < len(glyphs); i++ {
		b.adjust[i-1] = b.closed(i)
	}
	return b.adjust
}
