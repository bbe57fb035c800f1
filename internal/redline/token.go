package redline

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"hongtou/internal/zh"
)

// New gives a Comparer that never cuts the given names, such as those of the
// register. Empty names are ignored.
func New(names []string) Comparer {
	c := Comparer{map[rune][]string{}}
	for _, n := range slices.Compact(slices.Sorted(slices.Values(names))) {
		if n != "" {
			first, _ := utf8.DecodeRuneInString(n)
			c.names[first] = append(c.names[first], n)
		}
	}
	for _, list := range c.names {
		slices.SortStableFunc(list, func(a, b string) int { return cmp.Compare(len(b), len(a)) })
	}
	return c
}

// tokens cuts a text; joined again they are the text, byte by byte.
func (c Comparer) tokens(text string) []string {
	var out []string
	for text != "" {
		n := c.next(text)
		out = append(out, text[:n])
		text = text[n:]
	}
	return out
}

// next gives the length of the first token of s.
func (c Comparer) next(s string) int {
	r, size := utf8.DecodeRuneInString(s)
	for _, name := range c.names[r] {
		if strings.HasPrefix(s, name) && !splitsWord(s, len(name)) {
			return len(name)
		}
	}
	switch {
	case digit(r):
		return number(s)
	case letter(r):
		return word(s)
	case r == '〔':
		return reference(s)
	case r == '（' || r == '(':
		return label(s)
	case r == '第' || numeral(r):
		return numerals(s)
	case r == '—' || r == '…':
		return span(s, func(x rune) bool { return x == r })
	}
	return size + span(s[size:], attached)
}

// splitsWord says whether a name would end inside a number or a Latin word.
func splitsWord(s string, end int) bool {
	before, _ := utf8.DecodeLastRuneInString(s[:end])
	after, _ := utf8.DecodeRuneInString(s[end:])
	return narrow(before) && narrow(after)
}

// span gives the length of the characters at the start of s that belong to a
// class.
func span(s string, in func(rune) bool) int {
	if i := strings.IndexFunc(s, func(r rune) bool { return !in(r) }); i >= 0 {
		return i
	}
	return len(s)
}

func digit(r rune) bool  { return r >= '0' && r <= '9' || r >= '０' && r <= '９' }
func letter(r rune) bool { return r < 0x2000 && unicode.IsLetter(r) }
func narrow(r rune) bool { return digit(r) || letter(r) }
func numeral(r rune) bool {
	return strings.ContainsRune("〇零一二三四五六七八九十百千万亿两", r)
}

// attached tells marks that stand on the character before them.
func attached(r rune) bool {
	return unicode.Is(unicode.Mn, r) || r == 0x200D || r >= 0xFE00 && r <= 0xFE0F || r >= 0xE0100 && r <= 0xE01EF
}

// word passes a Latin word with its digits and joints: PM2.5, Wi-Fi, mg/L.
func word(s string) int {
	n := span(s, narrow)
	for n < len(s) {
		r, size := utf8.DecodeRuneInString(s[n:])
		more := span(s[n+size:], narrow)
		switch {
		case strings.ContainsRune("₀₁₂₃₄₅₆₇₈₉⁰¹²³", r), share(r), attached(r):
			n += size
		case strings.ContainsRune("./·-_'&@:", r) && more > 0:
			n += size
		default:
			return n
		}
		n += more
	}
	return n
}

// reference passes 〔2020〕 with the serial number behind it: 〔2020〕47号.
func reference(s string) int {
	const most = 40 // bytes
	end := strings.Index(s[:min(len(s), most)], "〕")
	if end < 0 {
		return len("〔")
	}
	end += len("〕")
	if serial := span(s[end:], digit); serial > 0 {
		end += serial
		if strings.HasPrefix(s[end:], "号") {
			end += len("号")
		}
	}
	return end
}

// label passes the number of a measure: （一）, （12）.
func label(s string) int {
	open := utf8.RuneLen('（')
	if s[0] == '(' {
		open = 1
	}
	inner := span(s[open:], func(r rune) bool { return digit(r) || numeral(r) })
	rest := s[open+inner:]
	for _, closing := range []string{"）", ")"} {
		if inner > 0 && strings.HasPrefix(rest, closing) {
			return open + inner + len(closing)
		}
	}
	return open
}

// numerals passes Chinese numbers of several characters, and ordinals with
// what they count: 十五, 第十五项. A lone numeral is a character like others.
func numerals(s string) int {
	if _, printed, ok := zh.ParseOrdinal(s); ok {
		return len(printed)
	}
	lead := 0
	if strings.HasPrefix(s, "第") {
		lead = len("第")
	}
	n := span(s[lead:], numeral)
	if lead > 0 && n == 0 {
		n = span(s[lead:], digit)
	}
	if n == 0 {
		return lead
	}
	return lead + n + unit(s[lead+n:])
}
