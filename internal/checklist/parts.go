package checklist

import (
	"strings"

	"hongtou/internal/zh"
)

// mostParts is the last of 一是 … 十是.
const mostParts = 10

// Parts gives where 一是, 二是, … begin in a paragraph, in characters: nil
// unless at least two follow each other in order from 一, each at the start of
// a clause and outside brackets and quotation marks.
func Parts(paragraph string) []int {
	r := []rune(paragraph)
	var cuts []int
	for _, at := range clauses(r, numberLength(paragraph)) {
		if len(cuts) < mostParts && marks(r[at:], len(cuts)+1) {
			cuts = append(cuts, at)
		}
	}
	if len(cuts) < 2 {
		return nil
	}
	return cuts
}

func numberLength(paragraph string) int {
	l, ok := zh.ParseLevel(paragraph)
	if !ok {
		return 0
	}
	return len([]rune(l.Number))
}

// marks says whether words begin with the n-th mark. 一是一 is no mark: it says
// what is.
func marks(r []rune, n int) bool {
	number := []rune(zh.Numeral(n)) // one character up to 十
	return len(r) >= 2 && r[0] == number[0] && r[1] == '是' && (len(r) == 2 || r[2] != number[0])
}

const (
	ends    = "。；：，"
	openers = "（《〈“‘〔【「『"
	closers = "）》〉”’〕】」』"
)

// clauses gives where clauses begin, outside brackets and quotation marks: at
// the start, behind the paragraph's number, and after each of ends.
func clauses(r []rune, number int) []int {
	out := []int{number}
	depth := 0
	for i, c := range r {
		switch {
		case strings.ContainsRune(openers, c):
			depth++
		case strings.ContainsRune(closers, c):
			depth = max(depth-1, 0)
		case depth == 0 && strings.ContainsRune(ends, c) && i+1 > number && i+1 < len(r):
			out = append(out, i+1)
		}
	}
	return out
}
