package load

import (
	"fmt"
	"regexp"
	"strings"

	"hongtou/internal/markdown"
	"hongtou/internal/zh"
)

// What an executing paragraph says after the label: 修改为 and the like always
// change something; 增加, 删去 also occur in opinions, so what is added or
// deleted must follow.
var (
	changesBy = regexp.MustCompile(`^(?:修改为|调整为|变更为|更正为|更改为|修订为|改为)`)
	addsBy    = regexp.MustCompile(`^中?(?:增加|新增|补充|加入|删去|删除)(?:“|《|（|第[^。；]{0,12}[项段条]|[^，。；：:]{0,10}[：:])`)
	beforeHim = regexp.MustCompile(`^(?:将|把)?(?:第[一二三四五六七八九十百]+项)?的?`)
)

// unmarked reports a paragraph that changes a field but has no {change …} line
// above it: the notice would be printed and nothing would change.
func (r *changeReader) unmarked(b markdown.Block) bool {
	label, ok := r.changed(b)
	if !ok {
		return false
	}
	r.lost()
	if strings.HasPrefix(strings.TrimSpace(r.l.files.Line(b.At.File, b.At.Line-1)), "{") {
		return true // a line that cannot be read has been reported
	}
	item := "06"
	if n, _, ok := zh.ParseOrdinal(r.in.item.Value); ok {
		item = fmt.Sprintf("%02d", n)
	}
	r.l.errorAt(b.Text.At, b.Text.FirstSentence(), "missing-change", fmt.Sprintf("这一段修改“%s”，上一行却没有修改指令，不会执行", label),
		fmt.Sprintf("上一行写“{change item=%s field=%s}”", item, r.labels[label]))
	return true
}

// changed gives the label of the field that a paragraph begins to change.
func (r *changeReader) changed(b markdown.Block) (label string, ok bool) {
	s := strings.TrimPrefix(b.Text.Value, b.Number)
	s = s[len(beforeHim.FindString(s)):]
	for l := range r.labels {
		rest, found := strings.CutPrefix(s, l)
		if found && len(l) > len(label) && (changesBy.MatchString(rest) || addsBy.MatchString(rest)) {
			label = l
		}
	}
	return label, label != ""
}
