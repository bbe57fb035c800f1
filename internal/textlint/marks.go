package textlint

import (
	"fmt"
	"regexp"
	"strings"

	"hongtou/internal/elements"
)

var (
	numberPrefixed = regexp.MustCompile(`[〔\[(（【]((?:19|20)[0-9]{2})[〕\])）】]第([0-9]+)号`)
	numberPadded   = regexp.MustCompile(`[〔\[(（【](?:19|20)[0-9]{2}[〕\])）】]第?(0+([1-9][0-9]*))号`)
)

// yearBrackets: 发文字号 has its year in 〔〕.
func yearBrackets(p passage) []finding {
	var out []finding
	for _, m := range p.match(elements.YearBrackets) {
		out = append(out, finding{m[2], m[1], fmt.Sprintf("发文字号的年份用六角括号，写作“〔%s〕%s号”", p.words(m, 2), strings.TrimLeft(p.words(m, 3), "0"))})
	}
	return out
}

// numberPrefix: no 第 before the serial number.
func numberPrefix(p passage) []finding {
	var out []finding
	for _, m := range p.match(numberPrefixed) {
		out = append(out, finding{m[0], m[1], fmt.Sprintf("发文字号的序号不加“第”，写作“〔%s〕%s号”", p.words(m, 1), strings.TrimLeft(p.words(m, 2), "0"))})
	}
	return out
}

// numberZero: no leading zeros.
func numberZero(p passage) []finding {
	var out []finding
	for _, m := range p.match(numberPadded) {
		out = append(out, finding{m[2], m[1], fmt.Sprintf("发文字号的序号不编虚位，“%s号”写作“%s号”", p.words(m, 1), p.words(m, 2))})
	}
	return out
}

// subjectWords: 主题词 was an element of the standard of 1999.
func subjectWords(p passage) []finding {
	return p.say(elements.SubjectWord, "主题词是1999年版的要素，现行标准已取消，删去")
}

// titleStop: a title does not end like a sentence.
func titleStop(p passage) []finding {
	n := len(p.runes) - 1
	if n < 1 || !strings.ContainsRune("。，；、,;", p.runes[n]) {
		return nil
	}
	return []finding{{n, n + 1, fmt.Sprintf("标题末尾不加标点，删去“%c”", p.runes[n])}}
}

var wideMarks = strings.NewReplacer(",", "，", ";", "；", ":", "：", "?", "？", "!", "！")

// halfWidth: between Chinese characters marks fill a cell.
func halfWidth(p passage) []finding {
	var out []finding
	for _, m := range p.match(elements.NarrowMark) {
		mark := string(p.runes[m[0]+1])
		out = append(out, finding{m[0] + 1, m[0] + 2, fmt.Sprintf("汉字之间用全角标点，“%s”改为“%s”", mark, wideMarks.Replace(mark))})
	}
	return out
}

// bracketPair: brackets around Chinese words fill a cell, both of a pair.
func bracketPair(p passage) []finding {
	var out []finding
	for _, b := range elements.Brackets(p.runes) {
		message := "汉字的括号用全角“（）”"
		if b.Mixed {
			message = "括号的前后两半全角半角不一，都改为全角“（）”"
		}
		out = append(out, finding{b.From, b.To + 1, message})
	}
	return out
}

// nestedTitles: 〈〉 stands inside 《》.
func nestedTitles(p passage) []finding {
	var out []finding
	var open []int
	for i, r := range p.runes {
		switch r {
		case '《':
			open = append(open, i)
		case '》':
			n := len(open) - 1
			if n < 0 {
				continue
			}
			if n == 1 {
				out = append(out, finding{open[n], i + 1, fmt.Sprintf("书名号里面的书名号用单书名号，写作“〈%s〉”", short(p.runes[open[n]+1:i]))})
			}
			open = open[:n]
		}
	}
	if len(open) > 1 { // a pair was not closed: which, nobody can say
		return nil
	}
	return out
}

func short(runes []rune) string {
	if len(runes) > 12 {
		return string(runes[:10]) + "…"
	}
	return string(runes)
}

var commaBetween = regexp.MustCompile(`(》、《|”、“)`)

// listingComma: between titles in 《》 and words in “” that follow each other no
// 、 is needed.
func listingComma(p passage) []finding {
	return p.say(commaBetween, "并列的书名号之间、引号之间通常不用顿号，可以删去“、”")
}

var (
	hyphens    = regexp.MustCompile(`[^-]?(-{2,3})[^-]`)
	fullDots   = regexp.MustCompile(`\p{Han}(\.{3,6}|。{2,})(?:[^.。]|$)`)
	halfOfDots = regexp.MustCompile(`(?:^|[^…])(…)(?:[^…]|$)`)
)

// dash: it fills two cells. Hyphens count if Chinese characters stand on both
// sides.
func dash(p passage) []finding {
	var out []finding
	for _, m := range p.match(hyphens) {
		if m[2] > 0 && m[3] < len(p.runes) && elements.Han(p.runes[m[2]-1]) && elements.Han(p.runes[m[3]]) {
			out = append(out, finding{m[2], m[3], "破折号占两个字的位置，写作“——”"})
		}
	}
	return out
}

// ellipsis: six dots that fill two cells.
func ellipsis(p passage) []finding {
	var out []finding
	for _, pattern := range []*regexp.Regexp{fullDots, halfOfDots} {
		for _, m := range p.match(pattern) {
			out = append(out, finding{m[2], m[3], "省略号用六个点、占两个字的位置，写作“……”"})
		}
	}
	return out
}

// narrowQuote is the width in em under which a quotation mark comes from a
// Latin face.
const narrowQuote = 0.75

// quoteFace: quotation marks around Chinese words fill a cell, that is, come
// from the Chinese face.
func quoteFace(p passage) []finding {
	var out []finding
	for i, g := range p.glyphs {
		if g.Angle != 0 || !strings.ContainsRune("“”‘’", g.Rune) || g.X1-g.X0 >= narrowQuote*em(g) {
			continue
		}
		inside, apart := i+1, g.Rune == '“' || g.Rune == '‘'
		if !apart {
			inside = i - 1
		}
		if inside < 0 || inside >= len(p.glyphs) || !elements.Han(p.runes[inside]) {
			continue
		}
		if elements.ClassOf(g.Face) == elements.Other {
			out = append(out, finding{i, i + 1, fmt.Sprintf("引号“%c”用了西文字体（%s），改用与正文相同的中文字体", g.Rune, g.Face)})
		}
	}
	return out
}
