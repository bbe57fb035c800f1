package register

import (
	"strings"
	"unicode"
)

// Words that official fields use between and after names. Longer ones stand
// before shorter ones with the same beginning.
var (
	joiners     = []string{"以及", "和", "及", "与", "暨"}
	clauseWords = []string{"如有", "如遇", "因机构", "因人事", "因工作", "由接任", "根据", "按照", "其中"}
	roles       = []string{
		"党政主要负责人", "党政主要领导", "主要负责同志", "主要负责人", "主要领导",
		"领导班子成员", "班子成员", "分管负责同志", "分管负责人", "分管领导",
		"相关负责人", "有关负责人", "相关责任人", "有关责任人", "直接责任人",
		"相关人员", "有关人员", "负责同志", "负责人", "责任人", "党组书记", "党委书记", "书记", "局长", "主任",
	}
	settingWords = []string{"确定的", "规定的", "明确的", "列明的"}
	bodyEndings  = "局厅委办府院会队司站心部室处科所县区市乡镇校团组位"
)

// separates says whether a character ends a piece wherever it stands.
func separates(r rune) bool {
	return strings.ContainsRune("、，；。,;", r) || unicode.IsSpace(r)
}

// prefix gives the length of the first word rs begins with, or 0.
func prefix(rs []rune, words []string) int {
	for _, w := range words {
		if n := hasPrefix(rs, w); n > 0 {
			return n
		}
	}
	return 0
}

func hasPrefix(rs []rune, word string) int {
	n := 0
	for _, r := range word {
		if n >= len(rs) || rs[n] != r {
			return 0
		}
		n++
	}
	return n
}

func contains(rs []rune, words []string) bool {
	s := string(rs)
	for _, w := range words {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}

// likePerson guesses whether a piece is a name: two to four Han characters
// that do not end like a body, or parts joined by a middle dot.
func likePerson(piece []rune) bool {
	dotted := false
	for _, r := range piece {
		switch {
		case r == '·':
			dotted = true
		case !unicode.Is(unicode.Han, r):
			return false
		}
	}
	if dotted {
		return true
	}
	return len(piece) >= 2 && len(piece) <= 4 && !strings.ContainsRune(bodyEndings, piece[len(piece)-1])
}
