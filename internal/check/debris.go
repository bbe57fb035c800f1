package check

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"hongtou/internal/diag"
)

// oddSpaces reports full-width and other blanks that Word leaves inside text.
func oddSpaces(p printed) []diag.Diagnostic {
	var out []diag.Diagnostic
	for i, r := range p.rs {
		if r != ' ' && unicode.Is(unicode.Zs, r) {
			out = append(out, mark(p.Position(i), 1, fmt.Sprintf("有特殊空格U+%04X", r), "删除；缩进和对齐由排版完成"))
		}
	}
	return out
}

// spaces reports ordinary spaces beside Chinese text.
func spaces(p printed) []diag.Diagnostic {
	var out []diag.Diagnostic
	for i := 1; i+1 < len(p.rs); i++ {
		if p.rs[i] == ' ' && p.rs[i-1] != ' ' && (chinese(p.rs[i-1]) || chinese(nextInk(p.rs[i:]))) {
			out = append(out, mark(p.Position(i), 1, "汉字旁有空格", "删除空格"))
		}
	}
	return out
}

// withoutBlanksInNames leaves out the blank inside a name (王 明) that is
// reported as a name.
func withoutBlanksInNames(list diag.List) diag.List {
	inside := map[diag.Position]bool{}
	for _, d := range list {
		for i := 0; d.Code == "unknown-person" && i < d.Length; i++ {
			inside[d.At.Shift(i)] = true
		}
	}
	return slices.DeleteFunc(list, func(d diag.Diagnostic) bool {
		return (d.Code == "space" || d.Code == "odd-space") && inside[d.At]
	})
}

func nextInk(rs []rune) rune {
	for _, r := range rs {
		if r != ' ' {
			return r
		}
	}
	return 0
}

const bulletMarks = "•●○◆◇■□▪▫◦➢➤►▶✓✔★☆※·"

// bullets reports list marks at the start of a paragraph.
func bullets(p printed) []diag.Diagnostic {
	first := p.rs[0]
	typed := strings.ContainsRune("-*+", first) && len(p.rs) > 1 && p.rs[1] == ' '
	if !typed && !strings.ContainsRune(bulletMarks, first) {
		return nil
	}
	return []diag.Diagnostic{mark(p.Position(0), 1, fmt.Sprintf("段首有项目符号“%c”", first), "公文用“一、”“（一）”“1.”“（1）”，删除符号")}
}

// rangeHyphens reports 2018-2020年, whose range mark is —.
func rangeHyphens(p printed) []diag.Diagnostic {
	var out []diag.Diagnostic
	for i := 1; i+1 < len(p.rs); i++ {
		if !strings.ContainsRune("-－–", p.rs[i]) || !digit(p.rs[i-1]) || !digit(p.rs[i+1]) {
			continue
		}
		end := i + 1
		for end < len(p.rs) && digit(p.rs[end]) {
			end++
		}
		if end < len(p.rs) && strings.ContainsRune("年月日项个户%", p.rs[end]) {
			out = append(out, mark(p.Position(i), 1, "数值范围用了连字符", "改为“—”"))
		}
	}
	return out
}

func digit(r rune) bool { return r >= '0' && r <= '9' }

// fullWidthLetters reports full-width digits and letters, which official
// documents write half-width.
func fullWidthLetters(p printed) []diag.Diagnostic {
	var out []diag.Diagnostic
	for i := 0; i < len(p.rs); {
		n := 0
		for i+n < len(p.rs) && fullWidthLetter(p.rs[i+n]) {
			n++
		}
		if n > 0 {
			words := string(p.rs[i : i+n])
			out = append(out, mark(p.Position(i), n, "全角数字或字母“"+short(words)+"”", "改为半角“"+short(norm.NFKC.String(words))+"”"))
		}
		i += max(n, 1)
	}
	return out
}

func fullWidthLetter(r rune) bool {
	return r >= '０' && r <= '９' || r >= 'Ａ' && r <= 'Ｚ' || r >= 'ａ' && r <= 'ｚ' || r == '％'
}

// leftovers of Markdown and HTML print literally here.
var leftovers = []string{"**", "__", "~~", "`", "](", "<br", "</", "&nbsp;", "&lt;", "&gt;", "&amp;"}

// leftMarkup advises on marks of Markdown and HTML inside text.
func leftMarkup(p printed) []diag.Diagnostic {
	var out []diag.Diagnostic
	for _, w := range leftovers {
		if at := strings.Index(p.Value, w); at >= 0 {
			out = append(out, mark(p.Position(runes(p.Value[:at])), runes(w), "正文中有标记“"+w+"”，将照样印出", "删除标记；正文不用Markdown和HTML"))
		}
	}
	return out
}
