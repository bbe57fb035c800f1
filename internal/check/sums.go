package check

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"hongtou/internal/diag"
)

var (
	sumHead   = regexp.MustCompile(`([0-9]{1,6})(项|个|户|台|家|处|件)[^0-9。；]{0,6}其中[：:]`)
	sumPart   = regexp.MustCompile(`([0-9]{1,6})(项|个|户|台|家|处|件)`)
	sumListed = regexp.MustCompile(`([0-9]{1,4})项，分别(?:是|为)第([0-9、]+)项`)
)

// longestSentence bounds the work on a hostile text, in bytes.
const longestSentence = 6000

// sums compares numbers inside one sentence: 19项，其中：…11项，…3项，…5项, and
// 3项，分别是第2、19、23项. Only a colon after 其中 says that the parts are all
// there is.
func sums(p printed) []diag.Diagnostic {
	var out []diag.Diagnostic
	offset := 0
	for sentence := range strings.SplitAfterSeq(p.Value, "。") {
		if len(sentence) > longestSentence {
			break
		}
		for _, m := range sumHead.FindAllStringSubmatchIndex(sentence, -1) {
			out = append(out, p.total(sentence, offset, m)...)
		}
		for _, m := range sumListed.FindAllStringSubmatchIndex(sentence, -1) {
			out = append(out, p.listed(sentence, offset, m)...)
		}
		offset += runes(sentence)
	}
	return out
}

func (p printed) total(sentence string, offset int, m []int) []diag.Diagnostic {
	whole, unit := sentence[m[2]:m[3]], sentence[m[4]:m[5]]
	rest, _, _ := strings.Cut(sentence[m[1]:], "；")
	sum, parts := 0, 0
	for _, part := range sumPart.FindAllStringSubmatch(rest, -1) {
		if part[2] == unit {
			n, _ := strconv.Atoi(part[1])
			sum, parts = sum+n, parts+1
		}
	}
	if n, _ := strconv.Atoi(whole); parts < 2 || n == sum {
		return nil
	}
	at := p.Position(offset + runes(sentence[:m[2]]))
	return []diag.Diagnostic{mark(at, runes(whole+unit), fmt.Sprintf("各数相加为%d%s，与“%s%s”不符", sum, unit, whole, unit), "核对各数")}
}

// listed counts the numbers of a list; 合并 in the sentence says that some
// numbers count together.
func (p printed) listed(sentence string, offset int, m []int) []diag.Diagnostic {
	stated, list := sentence[m[2]:m[3]], strings.Trim(sentence[m[4]:m[5]], "、")
	n := strings.Count(list, "、") + 1
	if strconv.Itoa(n) == stated || strings.Contains(sentence, "合并") {
		return nil
	}
	at := p.Position(offset + runes(sentence[:m[2]]))
	return []diag.Diagnostic{mark(at, runes(stated)+1, fmt.Sprintf("称“%s项”，列出的是%d项", stated, n), "核对各数")}
}
