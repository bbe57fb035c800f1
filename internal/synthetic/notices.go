package synthetic

import (
	"fmt"
	"strings"

	"hongtou/internal/dossier"
	"hongtou/internal/zh"
)

// notices writes the amending notices: each changes the time limit of one item
// and the goal of another, of those that have one aspect only.
func (m *maker) notices() {
	values := map[string]string{} // as the notices so far left them
	issued := m.base.Notice.Date
	for k := range m.Amendments {
		month := issued.Month + k
		year, month := issued.Year+1+month/12, month%12+1
		deadline := fmt.Sprintf("%d年%d月底前", year+1, month)
		var body strings.Builder
		number := 0
		change := func(n int, kind dossier.FieldKind, to func(old string) string) {
			item := m.model(n)
			f := item.Aspects[0].Field(kind)
			if len(item.Aspects) > 1 || f == nil {
				return
			}
			key := fmt.Sprint(n, kind)
			old, changed := values[key]
			if !changed {
				old = m.rewrite(n, f.Value.Value)
			}
			head := item.Problem[0].Slice(0, item.Head).Value
			number++
			values[key] = to(old)
			fmt.Fprintf(&body, "%s、%s\n\n{change item=%s field=%s verb=replace expect=%q}\n%s修改为：%s\n\n",
				zh.Numeral(number), m.numbered(n, m.rewrite(n, head)), m.id(n), kind, old, f.Label.Value, values[key])
		}
		change(m.whole(k*7+3), dossier.Deadline, func(string) string { return deadline })
		change(m.whole(k*5+1), dossier.Goal, func(old string) string {
			return strings.TrimSuffix(old, "。") + "，每季度通报一次进展。"
		})
		if number > 0 {
			m.notice(fmt.Sprintf("%d-%02d-05", year, month), fmt.Sprintf("%d年%d月5日", year, month), body.String())
		}
	}
}

// whole is the first item at or after the nth that has one aspect only.
func (m *maker) whole(n int) int {
	for i := range m.Items {
		if at := (n + i) % m.Items; len(m.model(at).Aspects) == 1 {
			return at
		}
	}
	return n % m.Items
}

func (m *maker) notice(id, date, body string) {
	var b strings.Builder
	fmt.Fprintf(&b, "---\ndate: %s\n", date)
	for _, list := range []struct {
		key   string
		texts []dossier.Text
	}{{"issuers", m.base.Notice.Issuers}, {"signature", m.base.Notice.Issuers}} {
		fmt.Fprintf(&b, "%s: [%s]\n", list.key, quoted(list.texts))
	}
	fmt.Fprintf(&b, "---\n\n# 关于调整整改方案部分内容的通知\n\n%s：\n\n现将整改方案部分内容修改情况通知如下，请按修改后内容抓好整改落实。\n\n%s", m.supervisor(), body)
	m.put(Folder+"/amendments/"+id+".md", b.String())
}
