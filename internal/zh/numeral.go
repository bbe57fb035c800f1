package zh

import "strings"

const digits = "零一二三四五六七八九"

// MaxNumeral is the largest number written in Chinese numerals here.
const MaxNumeral = 9999

// Numeral writes 1 … MaxNumeral in Chinese numerals: 17 → 十七, 105 →
// 一百零五. Any other number gives "".
func Numeral(n int) string {
	if n < 1 || n > MaxNumeral {
		return ""
	}
	var b strings.Builder
	pendingZero := false
	for _, place := range []struct {
		value int
		name  string
	}{{1000, "千"}, {100, "百"}, {10, "十"}, {1, ""}} {
		d := n / place.value % 10
		if d == 0 {
			pendingZero = b.Len() > 0
			continue
		}
		if pendingZero {
			b.WriteString("零")
			pendingZero = false
		}
		// 十七, not 一十七, when nothing stands before it.
		if d != 1 || place.value != 10 || b.Len() > 0 {
			b.WriteRune([]rune(digits)[d])
		}
		b.WriteString(place.name)
	}
	return b.String()
}

// ParseNumeral reads a whole string as a Chinese numeral in the one form
// Numeral writes, so that 一十七 or 十十 are refused.
func ParseNumeral(s string) (int, bool) {
	n, length := scanNumeral(s)
	return n, length == len(s) && n > 0
}

// scanNumeral reads the numeral at the start of s; length is in bytes, 0 when
// there is none.
func scanNumeral(s string) (n, length int) {
	for i, r := range s {
		if !strings.ContainsRune(digits+"十百千", r) {
			return value(s[:i]), i
		}
		if i > 3*8 { // longer than any numeral up to MaxNumeral
			return 0, 0
		}
	}
	return value(s), len(s)
}

func value(s string) int {
	n, digit := 0, 0
	for _, r := range s {
		switch r {
		case '十':
			n, digit = n+10*max(digit, 1), 0
		case '百':
			n, digit = n+100*digit, 0
		case '千':
			n, digit = n+1000*digit, 0
		default:
			digit = strings.Index(digits, string(r)) / len("零")
		}
	}
	n += digit
	if Numeral(n) != s {
		return 0
	}
	return n
}

// Ordinal writes 第十七项.
func Ordinal(n int) string {
	if s := Numeral(n); s != "" {
		return "第" + s + "项"
	}
	return ""
}

// ParseOrdinal reads 第N项 at the start of s and gives the number and the
// printed form; ok is false when s does not start so.
func ParseOrdinal(s string) (n int, printed string, ok bool) {
	rest, found := strings.CutPrefix(s, "第")
	if !found {
		return 0, "", false
	}
	n, length := scanNumeral(rest)
	if n == 0 || !strings.HasPrefix(rest[length:], "项") {
		return 0, "", false
	}
	return n, s[:len("第")+length+len("项")], true
}
