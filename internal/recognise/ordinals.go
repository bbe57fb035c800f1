package recognise

import (
	"strconv"
	"unicode/utf8"

	"hongtou/internal/zh"
)

// numberings are the ways of numbering items that a dossier knows besides
// 第一项， by the style of their numbers, and how deep such a number stands.
var numberings = map[string]int{"一、": 1, "（一）": 2, "1.": 3, "（1）": 4}

// numbering says how the items that begin at the starts are numbered, when a
// dossier can hold it: one style, counting on through the whole list, and most
// of the numbers written as they should be. Else the items become 第N项，.
func (l *list) numbering(starts []int) string {
	if numberings[l.style] == 0 {
		return ""
	}
	last, items, exact := 0, 0, 0
	for _, i := range starts {
		if i < 0 {
			continue // an aspect
		}
		n := l.segs[i].num
		if n.style != l.style || n.value <= last || l.style == "1." && digit(at(l.segs[i].text, n.length)) {
			return "" // 4.2018年 would be read as a number with decimals
		}
		last = n.value
		items++
		if fits(l.segs[i].text, n, l.style) {
			exact++
		}
	}
	if 2*exact <= items {
		return ""
	}
	return l.style
}

// fits says whether a paragraph begins with a number that a dossier reads as
// one of this numbering: 1、 is none of 1. and （一）、 none of （一）.
func fits(gs []glyph, n number, numbering string) bool {
	if n.style != numbering || n.length > len(gs) {
		return false
	}
	level, ok := zh.ParseLevel(runes(gs[:min(len(gs), longestNumber)]))
	return ok && level.Depth == numberings[numbering] && level.Value == n.value && utf8.RuneCountInString(level.Number) == n.length
}

// opening gives the number that an item has in this list.
func (l *list) opening(n int) string {
	switch l.annex.Numbering {
	case "一、":
		return zh.Numeral(n) + "、"
	case "（一）":
		return "（" + zh.Numeral(n) + "）"
	case "1.":
		return strconv.Itoa(n) + "."
	case "（1）":
		return "（" + strconv.Itoa(n) + "）"
	}
	return zh.Ordinal(n) + "，"
}
