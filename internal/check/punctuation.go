package check

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"hongtou/internal/diag"
	"hongtou/internal/zh"
)

// halfWidth reports half-width marks beside Han characters. Decimals, times
// (12:15), PM2.5 and the dot of 1. stand beside digits and are none.
func halfWidth(p printed) []diag.Diagnostic {
	if !slices.ContainsFunc(p.rs, halfCandidate) {
		return nil // nearly every text, and what follows is dear
	}
	var out []diag.Diagnostic
	before, after := besideHan(p.rs)
	numbers := docNumberSpans(p.Value)
	quotes := map[rune]int{}
	for i, r := range p.rs {
		quotes[r]++
		hint, ok := halfMark(p.rs, i, before[i], after[i], quotes[r]%2 == 1)
		if !ok || inside(numbers, i) || p.where == recipients && i == len(p.rs)-1 {
			continue
		}
		out = append(out, mark(p.Position(i), 1, fmt.Sprintf("汉字旁用了半角“%c”", r), hint))
	}
	return out
}

// halfCandidate says whether halfMark knows the character at all.
func halfCandidate(r rune) bool { return r == '.' || r == '\'' || isHalfMark(r) }

// halfMark says what should stand instead of the mark at i; opens says that
// it is the first of a pair.
func halfMark(rs []rune, i int, before, after, opens bool) (hint string, wrong bool) {
	if f, ok := zh.FullWidth(rs[i]); ok {
		return "改为“" + string(f) + "”", before || after
	}
	switch rs[i] {
	case '.':
		// ... is the ellipsis rule's.
		single := (i == 0 || rs[i-1] != '.') && (i+1 == len(rs) || rs[i+1] != '.')
		return "改为“。”", single && before && (after || i+1 == len(rs))
	case '"':
		return quoteHint("“", "”", opens), before || after
	case '\'':
		return quoteHint("‘", "’", opens), before || after
	}
	return "", false
}

// quoteHint says which curly mark a straight one stands for.
func quoteHint(open, closing string, opens bool) string {
	if opens {
		return "这是前引号，改为 " + open + " ；与它配对的后引号改为 " + closing
	}
	return "这是后引号，改为 " + closing
}

// besideHan says for every character whether Chinese text stands right before
// and right after it, other half-width marks between them not counted.
func besideHan(rs []rune) (before, after []bool) {
	before, after = make([]bool, len(rs)), make([]bool, len(rs))
	for i := 1; i < len(rs); i++ {
		before[i] = chinese(rs[i-1]) || isHalfMark(rs[i-1]) && before[i-1]
	}
	for i := len(rs) - 2; i >= 0; i-- {
		after[i] = chinese(rs[i+1]) || isHalfMark(rs[i+1]) && after[i+1]
	}
	return before, after
}

func isHalfMark(r rune) bool {
	if r >= utf8.RuneSelf {
		return false // spares Han the look-up
	}
	_, ok := zh.FullWidth(r)
	return ok || r == '"'
}

// chinese says whether a character belongs to Chinese text.
func chinese(r rune) bool { return zh.IsHan(r) || zh.IsFullWidthPunct(r) }

// doubledMarks reports 。。 and other pairs of which one is too many.
func doubledMarks(p printed) []diag.Diagnostic {
	const marks = "，。、；："
	var out []diag.Diagnostic
	for i := 1; i < len(p.rs); i++ {
		if !strings.ContainsRune(marks, p.rs[i]) || !strings.ContainsRune(marks, p.rs[i-1]) || longRun(p.rs, i) {
			continue
		}
		out = append(out, mark(p.Position(i-1), 2, fmt.Sprintf("标点重复“%s”", string(p.rs[i-1:i+1])), "只留一个"))
	}
	return out
}

// longRun says whether the 。 at i belongs to 。。。, which the ellipsis rule
// reports.
func longRun(rs []rune, i int) bool {
	for from := max(i-2, 0); from <= i && from+3 <= len(rs); from++ {
		if string(rs[from:from+3]) == "。。。" {
			return true
		}
	}
	return false
}

// ellipses reports ..., 。。。 and an odd … where …… is meant.
func ellipses(p printed) []diag.Diagnostic {
	return p.runs("….。", func(r rune, n int) (message, hint string) {
		if r == '…' && n%2 == 0 || r != '…' && n < 3 {
			return "", ""
		}
		return "省略号写法不对", "改为“……”"
	})
}

// dashes reports --, ―― and － － where —— is meant, and an odd number of —
// beyond one (a single — joins a range).
func dashes(p printed) []diag.Diagnostic {
	return p.runs("-—―─－–", func(r rune, n int) (message, hint string) {
		switch {
		case r == '—' && (n == 1 || n%2 == 0):
			return "", ""
		case (r == '-' || r == '－' || r == '–') && n == 1:
			return "", ""
		}
		return "破折号写法不对", "改为“——”（范围用“—”）"
	})
}

// runs calls judge with every run of one character of the set.
func (p printed) runs(set string, judge func(r rune, n int) (message, hint string)) []diag.Diagnostic {
	var out []diag.Diagnostic
	for i := 0; i < len(p.rs); {
		n := 1
		for i+n < len(p.rs) && p.rs[i+n] == p.rs[i] {
			n++
		}
		if strings.ContainsRune(set, p.rs[i]) {
			if message, hint := judge(p.rs[i], n); message != "" {
				out = append(out, mark(p.Position(i), n, message+"“"+short(string(p.rs[i:i+n]))+"”", hint))
			}
		}
		i += n
	}
	return out
}
