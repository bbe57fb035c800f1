package elements

import "regexp"

// Forms of words that clauses judge and advice speaks of. Both take them from
// here, so that a verdict and advice on the same words cannot contradict.

const levelDigits = "一二三四五六七八九十"

// Levels are the beginnings of the four levels (7.3.3), each with its number as
// its group.
var Levels = [4]*regexp.Regexp{
	regexp.MustCompile(`^([` + levelDigits + `]{1,3})、`),
	regexp.MustCompile(`^（([` + levelDigits + `]{1,3})）`),
	regexp.MustCompile(`^([0-9]{1,2})[.．][^0-9]`),
	regexp.MustCompile(`^（([0-9]{1,2})）`),
}

// WrongLevel is a beginning that is taken for that of a level.
type WrongLevel struct {
	Form *regexp.Regexp
	Says string // what is right
}

// WrongLevels are those that are met.
var WrongLevels = []WrongLevel{
	{regexp.MustCompile(`^[0-9]{1,2}、`), "第三层序数写作“1.”，数字后用下脚点，不用顿号"},
	{regexp.MustCompile(`^[（(][` + levelDigits + `]{1,3}[)）][、.．,，]`), "第二层序数“（一）”的括号后不加标点"},
	{regexp.MustCompile(`^[（(][0-9]{1,2}[)）][、.．,，]`), "第四层序数“（1）”的括号后不加标点"},
	{regexp.MustCompile(`^[` + levelDigits + `]{1,3}[.．,，]`), "第一层序数写作“一、”，数字后用顿号"},
	{regexp.MustCompile(`^\([` + levelDigits + `0-9]{1,3}\)`), "序数的括号用全角“（）”"},
}

// Aspect is 一是 and the like.
var Aspect = regexp.MustCompile(`[一二三四五六七八九]是`)

// NarrowMark is a half-width mark between Chinese characters; brackets are
// Brackets'.
var NarrowMark = regexp.MustCompile(`\p{Han}[,;:?!]\p{Han}`)

// YearBrackets is a number of a document whose year is in other brackets than
// 〔〕; its groups are the year with its brackets, the year, and the number.
var YearBrackets = regexp.MustCompile(`\p{Han}([\[(（【［]((?:19|20)[0-9]{2})[\])）】］])第?([0-9]+)号`)

// Bracket is a pair of round brackets that should fill a cell each, by the
// numbers of its characters in a text.
type Bracket struct {
	From, To int
	Mixed    bool // one of the pair does
}

// Brackets are the pairs of round brackets around Chinese words of which one or
// both are half-width. A mark that only closes, as after the number of a list,
// is left alone.
func Brackets(text []rune) []Bracket {
	var open []int
	var out []Bracket
	han := hanBefore(text)
	for i, r := range text {
		switch {
		case r == '（' || r == '(':
			open = append(open, i)
		case r == '）' || r == ')':
			if len(open) == 0 {
				continue
			}
			from := open[len(open)-1]
			open = open[:len(open)-1]
			mixed := (text[from] == '（') != (r == '）')
			if han[i] > han[from] && (mixed || r == ')' && from > 0 && Han(text[from-1])) {
				out = append(out, Bracket{from, i, mixed})
			}
		}
	}
	return out
}

// hanBefore counts the Chinese characters before each one.
func hanBefore(text []rune) []int {
	out := make([]int, len(text)+1)
	for i, r := range text {
		out[i+1] = out[i]
		if Han(r) {
			out[i+1]++
		}
	}
	return out
}
