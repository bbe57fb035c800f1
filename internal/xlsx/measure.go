package xlsx

import (
	"strings"

	"hongtou/internal/linebreak"
)

// closers are the marks that belong to the sentence before them.
const closers = "）〕〉》」』】〗”’"

// ruler measures texts; it keeps its buffers from text to text.
type ruler struct {
	breaker linebreak.Breaker
	glyphs  []linebreak.Glyph
	starts  []int
}

// lines gives the number of lines of a text in a column of so many half-width
// characters. Most texts of forms and ledgers fit on one, which is seen without
// judging every gap between two characters.
func (r *ruler) lines(text []rune, capacity int) int {
	width := 0
	for _, c := range text {
		if width += int(linebreak.HalfWidths(c)); c == '\n' || width > capacity {
			return len(r.wrap(text, capacity))
		}
	}
	return 1
}

// wrap gives the index at which each line begins; it is valid until the next
// call. Spreadsheet programs differ a little in this: body.capacity leaves
// room for it.
func (r *ruler) wrap(text []rune, capacity int) []int {
	glyphs, starts := r.glyphs[:0], r.starts[:0]
	m := linebreak.Measure{First: int32(capacity), Rest: int32(capacity)}
	begin := 0
	for i := 0; i <= len(text); i++ {
		if i < len(text) && text[i] != '\n' {
			glyphs = append(glyphs, linebreak.Glyph{Rune: text[i], Advance: linebreak.HalfWidths(text[i])})
			continue
		}
		lines, _ := r.breaker.Break(glyphs, m)
		for _, l := range lines {
			starts = append(starts, begin+l.Start)
		}
		if len(lines) == 0 {
			starts = append(starts, begin)
		}
		begin, glyphs = i+1, glyphs[:0]
	}
	r.glyphs, r.starts = glyphs, starts
	return starts
}

// fit gives the length of the longest beginning of text that fills at most
// the given number of lines and ends well: after 。 if there is one, else
// after a lesser mark, else at a line's end. 0 means that nothing fits.
func (r *ruler) fit(text []rune, capacity, lines int) int {
	if lines <= 0 {
		return 0
	}
	starts := r.wrap(text, capacity)
	if len(starts) <= lines {
		return len(text)
	}
	end := wellEnded(text, starts[lines])
	// A beginning may break otherwise than the whole: a word cut short fits
	// where the whole one did not.
	for end > 1 && r.lines(withoutEnd(text[:end]), capacity) > lines {
		end = wellEnded(text, end-1)
	}
	return end
}

// withoutEnd leaves out a paragraph end, behind which no line begins.
func withoutEnd(text []rune) []rune {
	if n := len(text); n > 0 && text[n-1] == '\n' {
		return text[:n-1]
	}
	return text
}

// wellEnded gives the last good place to end up to limit.
func wellEnded(text []rune, limit int) int {
	for _, marks := range []string{"。！？\n", "；;", "，、："} {
		for i := limit; i > 0; i-- {
			if endsWith(text, i, marks) {
				return i
			}
		}
	}
	return limit
}

// endsWith says whether text[:i] ends with one of marks and the closing marks
// that belong to it.
func endsWith(text []rune, i int, marks string) bool {
	if i < len(text) && strings.ContainsRune(closers, text[i]) {
		return false
	}
	j := i - 1
	for j > 0 && strings.ContainsRune(closers, text[j]) {
		j--
	}
	return strings.ContainsRune(marks, text[j])
}
