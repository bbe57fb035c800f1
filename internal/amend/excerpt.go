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
	a, b := []rune(text), []rune(other)
	from := 0
	for from < len(a) && from < len(b) && a[from] == b[from] {
		from++
	}
	ends := 0
	for ends < len(a)-from && ends < len(b)-from && a[len(a)-1-ends] == b[len(b)-1-ends] {
		ends++
	}
	to := len(a) - ends
	out := "“"
	if from > shownBefore {
		out += "……"
	}
	out += string(a[max(0, from-shownBefore):from]) + "【"
	if to-from > shownInside {
		out += string(a[from:from+shownInside]) + "……】"
	} else {
		end := min(len(a), to+shownAfter)
		out += string(a[from:to]) + "】" + string(a[to:end])
		if end < len(a) {
			out += "……"
		}
	}
	return oneLine(out + "”")
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
