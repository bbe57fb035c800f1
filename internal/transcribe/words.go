package transcribe

import (
	"fmt"
	"regexp"
	"strings"

	"hongtou/internal/recognise"
)

// ownWord is what may stand in words: (docs/content.md).
var ownWord = regexp.MustCompile(`^\p{Han}{1,12}$`)

// words writes how a plan that speaks of no 整改 calls what our own documents
// say. What the labels say need not be repeated; the name of the list is the
// plan's; the rest is a proposal, and marked as one.
func (w *writer) words(y *yamlText, d recognise.Draft) {
	if len(d.Annex.Items()) == 0 || rectifies(d) {
		return
	}
	y.WriteString("# 来源里没有“整改”，程序自己加的文字改用下面的说法；不合适的请改。\nwords:\n")
	pair := func(ours, its string) { fmt.Fprintf(y, "  %s: %s\n", ours, its) }
	pair("反馈问题", "工作任务")
	pair("问题", "工作任务")
	pair("整改问题", "工作任务")
	if title := d.Annex.Title.Value(); ownWord.MatchString(title) {
		pair("整改措施清单", title)
	} else {
		pair("整改措施清单", "任务清单")
	}
	pair("整改任务", "工作任务")
	pair("整改台账", "任务台账")
	pair("整改完成情况", "完成情况")
	pair("整改情况", "落实情况")
	pair("整改方案", "工作方案")
	pair("整改", "落实")
	pair("销号验收", "办结验收")
	pair("销号", "办结")
	pair("省级销号备案", "省级备案")
}

// rectifies says whether the sources speak of 整改 anywhere.
func rectifies(d recognise.Draft) bool {
	for _, t := range d.Texts() {
		if strings.Contains(t.Value(), "整改") {
			return true
		}
	}
	return false
}
