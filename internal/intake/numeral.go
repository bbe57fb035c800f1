package intake

import (
	"strconv"
	"strings"

	"hongtou/internal/zh"
)

// numeral writes a number in a format of WordprocessingML (17.18.59); an
// unknown one as Arabic digits.
func numeral(format string, n int) string {
	if f := numerals[format]; f != nil && n > 0 {
		if s := f(n); s != "" {
			return s
		}
	}
	if format == "none" {
		return ""
	}
	return strconv.Itoa(n)
}

var numerals = map[string]func(int) string{
	"chineseCounting": zh.Numeral, "chineseCountingThousand": zh.Numeral,
	"japaneseCounting": zh.Numeral, "taiwaneseCounting": zh.Numeral, "taiwaneseCountingThousand": zh.Numeral,
	"chineseLegalSimplified":       legalNumeral,
	"ideographDigital":             digits("〇一二三四五六七八九"),
	"japaneseDigitalTenThousand":   digits("〇一二三四五六七八九"),
	"taiwaneseDigital":             digits("○一二三四五六七八九"),
	"decimalFullWidth":             digits("０１２３４５６７８９"),
	"decimalFullWidth2":            digits("０１２３４５６７８９"),
	"decimalZero":                  padded,
	"ideographTraditional":         pick("甲乙丙丁戊己庚辛壬癸"),
	"ideographZodiac":              pick("子丑寅卯辰巳午未申酉戌亥"),
	"decimalEnclosedCircle":        circled,
	"decimalEnclosedCircleChinese": circled,
	"ideographEnclosedCircle":      pick("㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉"),
	"decimalEnclosedParen":         pick("⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇"),
	"decimalEnclosedFullstop":      pick("⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛"),
	"numberInDash":                 func(n int) string { return "- " + strconv.Itoa(n) + " -" },
	"upperLetter":                  func(n int) string { return letters(n, 'A') },
	"lowerLetter":                  func(n int) string { return letters(n, 'a') },
	"upperRoman":                   roman,
	"lowerRoman":                   func(n int) string { return strings.ToLower(roman(n)) },
}

func padded(n int) string {
	if n < 10 {
		return "0" + strconv.Itoa(n)
	}
	return strconv.Itoa(n)
}

func digits(set string) func(int) string {
	rs := []rune(set)
	return func(n int) string {
		var b strings.Builder
		for _, d := range strconv.Itoa(n) {
			b.WriteRune(rs[d-'0'])
		}
		return b.String()
	}
}

func pick(set string) func(int) string {
	rs := []rune(set)
	return func(n int) string {
		if n > len(rs) {
			return ""
		}
		return string(rs[n-1])
	}
}

func circled(n int) string {
	switch {
	case n <= 20:
		return string(rune('①' + n - 1))
	case n <= 35:
		return string(rune('㉑' + n - 21))
	case n <= 50:
		return string(rune('㊱' + n - 36))
	}
	return ""
}

// letters writes A … Z, AA, BB …, as Word does.
func letters(n int, first rune) string {
	if n > 26*8 {
		return ""
	}
	return strings.Repeat(string(first+rune((n-1)%26)), (n-1)/26+1)
}

func roman(n int) string {
	if n > 3999 {
		return ""
	}
	var b strings.Builder
	for _, step := range []struct {
		value int
		sign  string
	}{{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"}, {90, "XC"}, {50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}} {
		for ; n >= step.value; n -= step.value {
			b.WriteString(step.sign)
		}
	}
	return b.String()
}

func legalNumeral(n int) string {
	return strings.NewReplacer("一", "壹", "二", "贰", "三", "叁", "四", "肆", "五", "伍", "六", "陆", "七", "柒", "八", "捌", "九", "玖", "十", "拾", "百", "佰", "千", "仟").Replace(zh.Numeral(n))
}
