package redline

import (
	"strings"
	"unicode/utf8"

	"hongtou/internal/zh"
)

// number passes a number with its unit, a date, or a range of them: 84.7%,
// 4万余户, 2020年7月30日, 2018—2020年.
func number(s string) int {
	if _, rest, ok := zh.DatePrefix(s); ok {
		return len(s) - len(rest)
	}
	n := figures(s)
	n += unit(s[n:])
	if r, size := utf8.DecodeRuneInString(s[n:]); strings.ContainsRune("—–-～~", r) && n+size < len(s) {
		if next, _ := utf8.DecodeRuneInString(s[n+size:]); digit(next) {
			return n + size + number(s[n+size:])
		}
	}
	for strings.HasSuffix(s[:n], "年") || strings.HasSuffix(s[:n], "月") { // 2020年7月
		more := span(s[n:], digit)
		if rest := s[n+more:]; more == 0 || !strings.HasPrefix(rest, "月") && !strings.HasPrefix(rest, "日") {
			break
		}
		n += more + len("月")
	}
	return n
}

// figures passes digits, thousands and decimal marks.
func figures(s string) int {
	n := span(s, digit)
	for n < len(s) {
		r, size := utf8.DecodeRuneInString(s[n:])
		more := span(s[n+size:], digit)
		if !strings.ContainsRune(".,．:/", r) || more == 0 {
			break
		}
		n += size + more
	}
	return n
}

// longUnits are the units of more than one character, the longest first.
var longUnits = strings.Fields(`平方公里 平方千米 立方厘米 平方厘米 千瓦时 兆瓦时 蒸汽吨 立方米 平方米 摄氏度 百分点 工作日 公里 公顷 公斤
	千米 千克 千瓦 毫克 微克 毫米 厘米 兆瓦 毫升 小时 分钟 星期 方面`)

const shortUnits = "个项户台家座天年月日类号条名人次件处口辆套吨亩元米升克瓦度级层倍成章节款页岁周分期届轮批"

// share tells the signs that stand behind a number.
func share(r rune) bool { return strings.ContainsRune("%％‰℃°", r) }

// unit passes what belongs to a number before it: signs of share, half-width
// letters, 余 and 万, and a measure word. 个 goes with the word it introduces.
func unit(s string) int {
	n := span(s, share)
	if n > 0 {
		return n
	}
	if r, _ := utf8.DecodeRuneInString(s); letter(r) {
		return word(s)
	}
	n = span(s, func(r rune) bool { return strings.ContainsRune("十百千万亿余多几来半", r) })
	rest := s[n:]
	one := 0
	if r, size := utf8.DecodeRuneInString(rest); r != utf8.RuneError && strings.ContainsRune(shortUnits, r) {
		one = size
	}
	for _, u := range longUnits {
		if strings.HasPrefix(rest, u) {
			return n + len(u)
		}
		if strings.HasPrefix(rest, "个"+u) {
			return n + len("个"+u)
		}
	}
	return n + one
}
