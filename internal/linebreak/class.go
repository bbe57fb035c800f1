package linebreak

import "unicode"

// class is what a character may do at the ends of a line.
type class uint8

const (
	han    class = iota // breaks on either side
	open                // may not end a line; its left half is blank
	shut                // may not begin a line; its right half is blank
	tail                // may not begin a line, and is no closing mark: — … · ℃
	digit               // 0–9, half or full width
	letter              // Latin and Greek letters, superscripts
	joiner              // half-width mark that continues a word: . - / : %
	sign                // belongs to the number after it: ± ≥ ￥ 第 is one too
	space               // vanishes at the end of a line
	glue                // no break on either side: no-break space, word joiner
	accent              // belongs to the character before it
)

const (
	openMarks  = "（《〈【〔「『“‘［｛〖"
	shutMarks  = "、。，；：！？）》〉】〕」』”’］｝〗．"
	tailMarks  = "—…·～％‰℃℉°′″‧・ー々〻〜–／￠"
	signMarks  = "±＋－−≥≤＞＜≈＝￥¥＄№×÷≮≯∶"
	latinMarks = "µ²³¹½¼¾"
)

// marks gives the class of the characters above; it is never written later.
var marks = func() map[rune]class {
	m := make(map[rune]class)
	for c, s := range map[class]string{open: openMarks, shut: shutMarks, tail: tailMarks, sign: signMarks, letter: latinMarks} {
		for _, r := range s {
			m[r] = c
		}
	}
	m[' '], m['\t'], m['\n'], m['\r'], m['　'], m['\u2002'], m['\u2003'] = space, space, space, space, space, space, space
	m['\u00a0'], m['\u2060'], m['\ufeff'] = glue, glue, glue
	m['('], m['['], m['{'] = open, open, open
	m[')'], m[']'], m['}'], m['!'] = shut, shut, shut, shut
	return m
}()

// The blocks of 256 characters whose classes are looked up: Latin, marks and
// full-width forms.
var blocks = func() (out [256]*[256]class) {
	for _, b := range [...]rune{0x00, 0x20, 0x30, 0xff} {
		out[b] = new([256]class)
		for i := range out[b] {
			out[b][i] = findClass(b<<8 + rune(i))
		}
	}
	return out
}()

func classOf(r rune) class {
	if r >= '一' && r <= 0x9fff && r != '第' {
		return han
	}
	if r>>16 == 0 {
		if b := blocks[r>>8]; b != nil {
			return b[r&0xff]
		}
	}
	return findClass(r)
}

func findClass(r rune) class {
	switch {
	case r >= '一' && r <= 0x9fff:
		if r == '第' {
			return sign
		}
		return han
	case r >= '0' && r <= '9', r >= '０' && r <= '９':
		return digit
	case r >= 'a' && r <= 'z', r >= 'A' && r <= 'Z':
		return letter
	}
	if c, ok := marks[r]; ok {
		return c
	}
	return classOfRest(r)
}

func classOfRest(r rune) class {
	switch {
	case r > ' ' && r < 0x7f:
		return joiner
	case r >= 0xc0 && r < 0x370 && unicode.IsLetter(r), r >= 0x370 && r < 0x530, r >= 0x2070 && r < 0x20a0:
		return letter
	case unicode.In(r, unicode.Mn, unicode.Me, unicode.Join_Control, unicode.Variation_Selector):
		return accent
	}
	return han
}

// endsWord are the joiners that, standing before a character that is no part
// of a word, close it as punctuation does.
func endsWord(r rune) bool {
	switch r {
	case '.', ',', ':', ';', '?', '%':
		return true
	}
	return false
}

// inWord says whether a character can be part of a half-width word.
func (c class) inWord() bool { return c == letter || c == digit || c == joiner }
