package zh

import (
	"strings"
	"unicode"
)

// IsHan says whether r is a Han character (〇 included).
func IsHan(r rune) bool { return unicode.Is(unicode.Han, r) }

// fullWidthPunct are the marks of GB/T 15834 and those official documents use
// beside them; the curly quotes, —, … and · are full-width in Chinese text.
const fullWidthPunct = "，。、；：？！（）〔〕［］【】《》〈〉「」『』〖〗“”‘’—…·～．"

// IsFullWidthPunct says whether r is a mark that takes a whole Han cell (or
// half of one, when squeezed) in Chinese text.
func IsFullWidthPunct(r rune) bool { return strings.ContainsRune(fullWidthPunct, r) }

// fullOf maps the half-width marks that never stand beside Han characters to
// the mark that should stand there. The dot is not in it: it is a decimal
// point, a number's dot or part of PM2.5.
var fullOf = map[rune]rune{
	',': '，', ';': '；', ':': '：', '?': '？', '!': '！', '(': '（', ')': '）',
}

// FullWidth gives the full-width form of a half-width mark.
func FullWidth(r rune) (rune, bool) {
	f, ok := fullOf[r]
	return f, ok
}

// Width is the number of terminal columns of s: two for East Asian wide and
// full-width characters and for the full-width marks, none for combining
// marks and control characters.
func Width(s string) int {
	n := 0
	for _, r := range s {
		n += runeWidth(r)
	}
	return n
}

func runeWidth(r rune) int {
	switch {
	case r < 0x20 || r == 0x7F || unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf):
		return 0
	case r < 0x7F:
		return 1
	case IsFullWidthPunct(r) || unicode.Is(wide, r):
		return 2
	}
	return 1
}

// wide holds the W and F classes of UAX #11 as far as documents use them.
var wide = &unicode.RangeTable{
	R16: []unicode.Range16{
		{Lo: 0x1100, Hi: 0x115F, Stride: 1},
		{Lo: 0x2E80, Hi: 0x303E, Stride: 1},
		{Lo: 0x3041, Hi: 0xA4CF, Stride: 1},
		{Lo: 0xA960, Hi: 0xA97C, Stride: 1},
		{Lo: 0xAC00, Hi: 0xD7A3, Stride: 1},
		{Lo: 0xF900, Hi: 0xFAFF, Stride: 1},
		{Lo: 0xFE10, Hi: 0xFE19, Stride: 1},
		{Lo: 0xFE30, Hi: 0xFE6F, Stride: 1},
		{Lo: 0xFF01, Hi: 0xFF60, Stride: 1},
		{Lo: 0xFFE0, Hi: 0xFFE6, Stride: 1},
	},
	R32: []unicode.Range32{
		{Lo: 0x1F300, Hi: 0x1F64F, Stride: 1},
		{Lo: 0x1F900, Hi: 0x1F9FF, Stride: 1},
		{Lo: 0x20000, Hi: 0x3FFFD, Stride: 1},
	},
}
