package inspect

import (
	"strings"
	"unicode"

	"golang.org/x/text/width"
)

// columns is the width of a text on a terminal: two for wide characters, none
// for marks that stand over another.
func columns(s string) int {
	n := 0
	for _, r := range s {
		n += runeColumns(r)
	}
	return n
}

func runeColumns(r rune) int {
	if unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf) {
		return 0
	}
	switch width.LookupRune(r).Kind() {
	case width.EastAsianWide, width.EastAsianFullwidth:
		return 2
	}
	return 1
}

// pad fills a text up to a width.
func pad(s string, to int) string { return s + strings.Repeat(" ", max(0, to-columns(s))) }

// notFirst are marks that no line begins with, notLast those that none ends with.
const (
	notFirst = "，。、；：？！）〕】》〉”’…—,.;:)%°"
	notLast  = "（〔【《〈“‘(±第"
)

// wrap breaks a text into lines of at most so many columns: between Han
// characters, at blanks, never inside a number or a word.
func wrap(s string, to int) []string {
	var lines []string
	runes := []rune(s)
	for len(runes) > 0 {
		n := fitting(runes, to)
		lines = append(lines, strings.TrimRight(string(runes[:n]), " "))
		runes = runes[n:]
		for len(runes) > 0 && runes[0] == ' ' {
			runes = runes[1:]
		}
	}
	return lines
}

// fitting is how many runes go on one line, at least one.
func fitting(runes []rune, to int) int {
	n, used := 0, 0
	for n < len(runes) && used+runeColumns(runes[n]) <= to {
		used += runeColumns(runes[n])
		n++
	}
	if n == len(runes) {
		return n
	}
	for k := n; k > n/2 && k > 0; k-- {
		if mayBreak(runes[k-1], runes[k]) {
			return k
		}
	}
	return max(n, 1)
}

// mayBreak says whether a line may end between two characters.
func mayBreak(before, after rune) bool {
	switch {
	case after == ' ' || before == ' ':
		return after == ' ' || !strings.ContainsRune("×±", after)
	case strings.ContainsRune(notFirst, after) || strings.ContainsRune(notLast, before):
		return false
	}
	return runeColumns(before) == 2 || runeColumns(after) == 2
}
