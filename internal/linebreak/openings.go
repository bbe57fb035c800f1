package linebreak

// Openings gives the places between glyphs where a line may begin at no
// price, ascending, for lines that are shaped and not filled (titles). The
// result is valid until the next call.
func (b *Breaker) Openings(glyphs []Glyph) []int {
	b.glyphs, b.measure = glyphs, Measure{}
	b.prepare()
	b.openings = b.openings[:0]
	for i, g := range b.gaps {
		if g.kind() == free {
			b.openings = append(b.openings, i)
		}
	}
	return b.openings
}
