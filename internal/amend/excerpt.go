package amend

import "strings"

// How much of a text a message shows around the first difference, in
// characters.
const (
	shownBefore = 8
	shownAfter  = 4
	shownInside = 24
)

// excerpt shows a text where it differs from another one: the differing
// characters stand in 【】, a little of what is the same around them.
func excerpt(text, other string) string {
	a := []rune(text)
	from, to := differing(a, []rune(other))
	out := "“"
	if from > shownBefore {
		out += "……"
	}
	out += string(a[max(0, from-shownBefore):from]) + "【"
	if to-from > shownInside {
		return oneLine(out + string(a[from:from+shownInside]) + "……】”")
	}
	end := min(len(a), to+shownAfter)
	out += string(a[from:to]) + "】" + string(a[to:end])
	if end < len(a) {
		out += "……"
	}
	return oneLine(out + "”")
}

// differing gives the part of a that is not at the same end of b; a number
// belongs to it as a whole.
func differing(a, b []rune) (from, to int) {
	for from < len(a) && from < len(b) && a[from] == b[from] {
		from++
	}
	for from > 0 && digit(a, from-1) && (digit(a, from) || digit(b, from)) {
		from--
	}
	same := 0
	for same < len(a)-from && same < len(b)-from && a[len(a)-1-same] == b[len(b)-1-same] {
		same++
	}
	for same > 0 && digit(a, len(a)-same) && (digit(a, len(a)-same-1) || digit(b, len(b)-same-1)) {
		same--
	}
	return from, len(a) - same
}

func digit(rs []rune, i int) bool {
	return i >= 0 && i < len(rs) && rs[i] >= '0' && rs[i] <= '9'
}

// oneLine writes the end of a paragraph so that a message stays one line.
func oneLine(s string) string { return strings.ReplaceAll(s, "\n", "／") }

// difference is the offset of the first character that differs.
func difference(text, other string) int {
	a, b := []rune(text), []rune(other)
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n
}

// short gives the beginning of a text.
func short(text string) string {
	rs := []rune(text)
	if len(rs) <= shownInside {
		return oneLine("“" + text + "”")
	}
	return oneLine("“" + string(rs[:shownInside]) + "……”")
}
