package main

import (
	"strings"
	"testing"

	"hongtou/internal/build"
)

// TestPrintTogether: a workbook that holds all forms of a recipient is no form
// among them.
func TestPrintTogether(t *testing.T) {
	one := func(unit, item, edition, file string) build.DocumentSummary {
		return build.DocumentSummary{Name: "表", Unit: unit, Item: item, Edition: edition, Files: []string{file}}
	}
	for _, c := range []struct {
		documents []build.DocumentSummary
		want      string
	}{
		{[]build.DocumentSummary{
			one("甲", "02", "2021-06-01", "a/表/甲/02.pdf"), one("甲", "01", "2021-03-05", "a/表/甲/01.pdf"),
			one("甲", "", "2021-06-01", "a/表/甲.xlsx"), one("乙", "01", "2021-03-05", "a/表/乙/01.pdf"),
		}, "表 3 份，工作簿 1 个，发给 2 个单位（版本 2021-03-05 的 2 份、2021-06-01 的 1 份；工作簿 2021-06-01 的 1 个）\n  a/表/ 下 4 个文件\n"},
		{[]build.DocumentSummary{one("甲", "", "2021-06-01", "a/册/甲.pdf"), one("乙", "", "2021-06-01", "a/册/乙.pdf")},
			"表 2 份，发给 2 个单位（版本 2021-06-01 的 2 份）\n  a/册/ 下 2 个文件\n"},
	} {
		var b strings.Builder
		if printTogether(&b, c.documents); b.String() != c.want {
			t.Errorf("got\n%s\nwant\n%s", b.String(), c.want)
		}
	}
}
