package check

import (
	"fmt"

	"golang.org/x/text/unicode/norm"

	"hongtou/internal/diag"
)

// compatIdeographs reports characters that look like ordinary Han characters
// and are others: radicals (⼀ for 一) and compatibility ideographs, which PDF
// copying leaves behind. No search finds them and fonts lack them.
func compatIdeographs(p printed) []diag.Diagnostic {
	var out []diag.Diagnostic
	for i, r := range p.rs {
		proper, odd := properIdeograph(r)
		if !odd {
			continue
		}
		hint := "改为通用汉字"
		if proper != 0 {
			hint = fmt.Sprintf("改为“%c”（U+%04X）", proper, proper)
		}
		out = append(out, mark(p.Position(i), 1, fmt.Sprintf("“%c”（U+%04X）是部首或兼容汉字，不是通用汉字", r, r), hint))
	}
	return out
}

// properIdeograph gives the ordinary character that r looks like; proper is 0
// when Unicode does not say.
func properIdeograph(r rune) (proper rune, odd bool) {
	switch {
	case r >= 0x2E80 && r <= 0x2EF3, r >= 0x2F00 && r <= 0x2FD5:
		odd = true
	case r >= 0xF900 && r <= 0xFAD9, r >= 0x2F800 && r <= 0x2FA1D:
		// Twelve characters of the block are ordinary ones: they fold to themselves.
		odd = norm.NFKC.String(string(r)) != string(r)
	}
	if !odd {
		return 0, false
	}
	if s, ok := simplifiedRadicals[r]; ok {
		return s, true
	}
	if folded := []rune(norm.NFKC.String(string(r))); len(folded) == 1 && folded[0] != r {
		return folded[0], true
	}
	return 0, true
}

// simplifiedRadicals are radicals whose simplified character Unicode does not
// name, or for which it names the traditional one.
var simplifiedRadicals = map[rune]rune{
	'⼾': '户', '⺠': '民', '⺟': '母', '⻁': '虎', '⻄': '西', '⻅': '见', '⻆': '角', '⻉': '贝', '⻋': '车', '⻓': '长',
	'⻔': '门', '⻘': '青', '⻙': '韦', '⻚': '页', '⻛': '风', '⻜': '飞', '⻝': '食', '⻢': '马', '⻣': '骨', '⻤': '鬼',
	'⻥': '鱼', '⻦': '鸟', '⻨': '麦', '⻩': '黄', '⻬': '齐', '⻮': '齿', '⻰': '龙', '⻳': '龟', '⻧': '卤', '⺁': '厂',
}
