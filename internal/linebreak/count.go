package linebreak

import "strings"

// Count says how many lines a text takes in a column of so many half-width
// characters, as a spreadsheet shows it: nothing is squeezed or spread, and
// every newline begins another paragraph. It is at least 1.
func (b *Breaker) Count(text string, columns int) int {
	lines := 0
	m := Measure{First: int32(columns), Rest: int32(columns)}
	var glyphs []Glyph
	for paragraph := range strings.SplitSeq(text, "\n") {
		glyphs = glyphs[:0]
		for _, r := range paragraph {
			glyphs = append(glyphs, Glyph{r, HalfWidths(r)})
		}
		broken, _ := b.Break(glyphs, m)
		lines += max(1, len(broken))
	}
	return lines
}

// HalfWidths gives the width of a character in half-width characters: 2 for
// Han and full-width marks, “ ” and — among them, and 1 for the rest.
func HalfWidths(r rune) int32 {
	if r < 0x2000 && r != '·' || r >= 0xff61 && r <= 0xffdc {
		return 1
	}
	return 2
}
