package zh

import "strings"

// Level is a paragraph number of GB/T 9704 7.3.3.
type Level struct {
	Depth  int    // 1 一、 2 （一） 3 1. 4 （1）
	Number string // as printed, closing mark included
	Value  int    // the number itself
}

// maxArabic is the largest number read from arabic digits: two digits, so
// that a year in brackets is never a number.
const maxArabic = 99

// ParseLevel reads the paragraph number at the start of s. Half-width
// brackets and the full-width dot are read too and stay as printed; 2020年 and
// 1.5万吨 are no numbers.
func ParseLevel(s string) (Level, bool) {
	for _, read := range []func(string) (Level, bool){parsePlain, parseBracketed, parseDotted} {
		if l, ok := read(s); ok {
			return l, true
		}
	}
	return Level{}, false
}

func parsePlain(s string) (Level, bool) {
	n, length := scanNumeral(s)
	if n == 0 || n > maxArabic || !strings.HasPrefix(s[length:], "、") {
		return Level{}, false
	}
	return Level{Depth: 1, Number: s[:length+len("、")], Value: n}, true
}

func parseBracketed(s string) (Level, bool) {
	open := prefixOf(s, "（", "(")
	if open == "" {
		return Level{}, false
	}
	rest := s[len(open):]
	depth := 2
	n, length := scanNumeral(rest)
	if n == 0 {
		depth = 4
		n, length = scanArabic(rest)
	}
	closing := prefixOf(rest[length:], "）", ")")
	if n == 0 || n > maxArabic || closing == "" {
		return Level{}, false
	}
	return Level{Depth: depth, Number: s[:len(open)+length+len(closing)], Value: n}, true
}

func parseDotted(s string) (Level, bool) {
	n, length := scanArabic(s)
	dot := prefixOf(s[length:], ".", "．")
	if n == 0 || dot == "" {
		return Level{}, false
	}
	end := length + len(dot)
	if end < len(s) && s[end] >= '0' && s[end] <= '9' {
		return Level{}, false
	}
	return Level{Depth: 3, Number: s[:end], Value: n}, true
}

// scanArabic reads a number of one or two digits without a leading zero;
// length is 0 when there is none.
func scanArabic(s string) (n, length int) {
	for length < len(s) && s[length] >= '0' && s[length] <= '9' {
		n = n*10 + int(s[length]-'0')
		length++
		if n > maxArabic || n == 0 {
			return 0, 0
		}
	}
	return n, length
}

func prefixOf(s string, candidates ...string) string {
	for _, c := range candidates {
		if strings.HasPrefix(s, c) {
			return c
		}
	}
	return ""
}
