package textlint

import (
	"fmt"
	"regexp"
	"strings"

	"hongtou/internal/gbt9704"
	"hongtou/internal/printout"
)

const hanDigits = "一二三四五六七八九"

var (
	yearInWords    = regexp.MustCompile(`[一二][〇○零` + hanDigits + `]{3}年([一二三四五六七八九十]{1,2}月([一二三四五六七八九十]{1,3}日)?)?`)
	yearCut        = regexp.MustCompile(`(?:^|[^0-9０-９年第〔])(['’‘]?[0-9]{2}年)(?:1[0-2]|[1-9])月(?:份|底|初|末|[0-9])`)
	yearApostrophe = regexp.MustCompile(`['’‘][0-9]{2}年`)
	measureWords   = regexp.MustCompile(`(?:^|[^数几上近成约余多点分之第两半每0-9０-９百千万亿.．〇零` + hanDigits + `十])([` + hanDigits + `十][` + hanDigits + `十百千零]*)(公里|千米|平方公里|平方千米|平方米|立方米|吨|公斤|千克|毫克|微克|毫米|厘米|千瓦|兆瓦|公顷)(?:[^级以]|$)`)
	percentWords   = regexp.MustCompile(`百分之([` + hanDigits + `十][` + hanDigits + `十零]*(?:点[〇零` + hanDigits + `]+)?)`)
	oneOfRange     = regexp.MustCompile(`(?:^|[^0-9.％%])([0-9]+(?:\.[0-9]+)?)([～~－-]|至|—)([0-9]+(?:\.[0-9]+)?)([%％]|万元|亿元|万吨|万亩|万人|万千瓦|亿立方米|万立方米)`)
)

// chineseDate: dates are written in Arabic figures.
func chineseDate(p passage) []finding {
	return p.say(yearInWords, "公历年月日用阿拉伯数字，如“2020年7月30日”")
}

// shortYear: years are not cut to two figures.
func shortYear(p passage) []finding {
	const message = "年份写全四位数字，不简写"
	out := p.say(yearApostrophe, message)
	for _, m := range p.match(yearCut) {
		if !strings.ContainsRune("'’‘", p.runes[m[2]]) {
			out = append(out, finding{m[2], m[3], message})
		}
	}
	return out
}

// approximate are two figures side by side, as in 三四十吨.
var approximate = regexp.MustCompile(`[` + hanDigits + `]{2}`)

// chineseMeasure: figures before units of measurement are Arabic. Figures that
// only say about how much stay in words.
func chineseMeasure(p passage) []finding {
	var out []finding
	for _, m := range p.match(measureWords) {
		number := p.words(m, 1)
		if number == "一" || approximate.MatchString(number) {
			continue
		}
		out = append(out, finding{m[2], m[5], fmt.Sprintf("计量单位前的数用阿拉伯数字，“%s%s”改用数字", number, p.words(m, 2))})
	}
	return out
}

// chinesePercent: per cent too.
func chinesePercent(p passage) []finding {
	return p.say(percentWords, "百分数用阿拉伯数字和“%”，如“15%”")
}

// rangeUnit: the sign or the factor of a range stands behind both figures, since
// 15～30% may mean from 15.
func rangeUnit(p passage) []finding {
	var out []finding
	for _, m := range p.match(oneOfRange) {
		first, sign, second, unit := p.words(m, 1), p.words(m, 2), p.words(m, 3), p.words(m, 4)
		if len(first) == 4 && strings.HasPrefix(first, "20") {
			continue // a year
		}
		if sign != "至" {
			sign = "～"
		}
		out = append(out, finding{m[2], m[1], fmt.Sprintf("数值范围的前一个数也带“%s”，写作“%s%s%s%s%s”", unit, first, unit, sign, second, unit)})
	}
	return out
}

// unitsOfNumbers are what belongs to a number and stays on its line.
const unitsOfNumbers = "%％‰℃"

// numberSplit: a number is not parted at the end of a line, neither in itself nor
// from its sign or unit.
func numberSplit(p passage) []finding {
	var out []finding
	for i := range p.runes[:max(0, len(p.runes)-1)] {
		if !p.ends[i] || !digit(p.runes[i]) && p.runes[i] != '.' {
			continue
		}
		next := p.runes[i+1]
		within := digit(next) || next == '.' && i+2 < len(p.runes) && digit(p.runes[i+2])
		switch {
		case p.runes[i] == '.' && !(digit(next) && i > 0 && digit(p.runes[i-1])):
		case within:
			out = append(out, finding{i, i + 2, "一个数不拆在两行"})
		case strings.ContainsRune(unitsOfNumbers, next) || latin(next):
			out = append(out, finding{i, i + 2, "数和它的单位、符号不拆在两行"})
		}
	}
	return out
}

func digit(r rune) bool { return r >= '0' && r <= '9' }

func latin(r rune) bool {
	return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r == 'μ' || r == 'µ'
}

func em(g printout.Glyph) float64 { return g.Size * gbt9704.Point }
