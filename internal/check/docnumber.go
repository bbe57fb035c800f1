package check

import (
	"fmt"
	"regexp"
	"strings"

	"hongtou/internal/diag"
)

// docNumber matches what is meant as year and serial of a document number,
// whatever its brackets: 〔2020〕47号.
var docNumber = regexp.MustCompile(`([\[(（【［〔{〖])(\s*)((?:19|20)?[0-9]{2})(\s*)([\])）】］〕}〗])(\s*)(第?)(0*)([0-9]{1,5})(\s*)号`)

// docNumbers reports wrong forms of the year and serial of a document number
// (7.2.5): other brackets than 〔〕, 第, a leading zero, a short year.
func docNumbers(p printed) []diag.Diagnostic {
	var out []diag.Diagnostic
	for _, m := range matches(docNumber, p.Value) {
		year, serial := m.group(3), m.group(9)
		problem := docNumberProblem(m)
		if problem == "" || len(year) == 2 && !afterOrganWord(p.Value[:m.at[0]]) {
			continue
		}
		if len(year) == 2 {
			year = "20" + year
		}
		out = append(out, mark(p.Position(m.offset), runes(m.group(0)),
			fmt.Sprintf("发文字号“%s”%s", m.group(0), problem), fmt.Sprintf("改为“〔%s〕%s号”", year, serial)))
	}
	return out
}

func docNumberProblem(m match) string {
	switch {
	case m.group(1) != "〔" || m.group(5) != "〕":
		return "的年份应用六角括号“〔〕”括入"
	case len(m.group(3)) == 2:
		return "的年份应写全称"
	case m.group(7) != "":
		return "的序号不加“第”"
	case m.group(8) != "":
		return "的序号不编虚位"
	case m.group(2)+m.group(4)+m.group(6)+m.group(10) != "":
		return "中有空格"
	}
	return ""
}

// afterOrganWord says whether text ends like the organ's part of a document
// number: 甲办字, 甲政发.
func afterOrganWord(s string) bool {
	for _, w := range []string{"字", "发", "函", "办", "令", "党"} {
		if strings.HasSuffix(s, w) {
			return true
		}
	}
	return false
}

// docNumberSpans gives the places of document numbers, in characters: their
// brackets are not the half-width rule's.
func docNumberSpans(s string) [][2]int {
	var out [][2]int
	for _, m := range matches(docNumber, s) {
		out = append(out, [2]int{m.offset, m.offset + runes(m.group(0))})
	}
	return out
}

func inside(spans [][2]int, i int) bool {
	for _, s := range spans {
		if i >= s[0] && i < s[1] {
			return true
		}
	}
	return false
}

// match is one match of a pattern with its groups.
type match struct {
	s      string
	at     []int // byte offsets, as regexp gives them
	offset int   // of the match, in characters
}

// groupAt gives the place of a group in characters.
func (m match) groupAt(n int) int { return m.offset + runes(m.s[m.at[0]:m.at[2*n]]) }

func (m match) group(n int) string {
	if m.at[2*n] < 0 {
		return ""
	}
	return m.s[m.at[2*n]:m.at[2*n+1]]
}

func matches(pattern *regexp.Regexp, s string) []match {
	var out []match
	last, offset := 0, 0
	for _, at := range pattern.FindAllStringSubmatchIndex(s, -1) {
		offset += runes(s[last:at[0]])
		last = at[0]
		out = append(out, match{s: s, at: at, offset: offset})
	}
	return out
}
