package norm

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"hongtou/internal/elements"
	"hongtou/internal/gbt9704"
)

// attachmentClauses: 附件 on pages of their own.
var attachmentClauses = []Clause{
	{"7.3.7", "标识", gbt9704.Must, "附件另面编排，“附件”及顺序号用3号黑体字顶格编排在版心左上角第一行", "±0.5 mm", attachmentFace},
	{"7.3.7", "标题", gbt9704.Must, "附件标题编排在版心第三行（居中见7.3.1）", "±0.3行", attachmentTitle},
	{"7.3.7", "一致", gbt9704.Must, "附件顺序号和标题与附件说明一致", "", attachmentNames},
}

var attachmentForm = regexp.MustCompile(`^([\p{Han}]+〔(19|20)[0-9]{2}〕[1-9][0-9]*号)?附件[0-9]*$`)

// attachmentFace: the first line is that on which the other pages begin; half a
// line under it is still the first.
func attachmentFace(d paper) Result {
	f := faces{of: d.Document}
	s, rows := newSpan(), newSpan()
	for _, l := range d.Attachments {
		row := (l.Y-d.firstBaseline)/d.pitch + 1
		x := d.indent(l, 0)
		s.add(x)
		rows.add(row)
		f.checkAt(onLine(l), row > 0.8 && row < 1.5, "%s", d.lowAttachment(l, row))
		f.checkAt(onLine(l), near(x*one(l), 0, 0.5), "%s左空%s字", place(l), hundredths(x))
		f.want(elements.Hei, onLine(l), l.Glyphs, place(l))
		f.size(onLine(l), l, gbt9704.Size3, place(l))
		f.checkAt(onLine(l), attachmentForm.MatchString(l.Text()), "%s写法", place(l))
	}
	f.span("左空", s, "字")
	f.span("所在行", rows, "行")
	return f.result("%d处，左空%v字", len(d.Attachments), s)
}

// lowAttachment says of 附件 under the first line what is over it.
func (d paper) lowAttachment(l elements.Line, row float64) string {
	if d.above(l) != nil {
		return fmt.Sprintf("附件没有另起一页：%s在第%s行", place(l), rowsText(row))
	}
	return fmt.Sprintf("%s在第%s行", place(l), rowsText(row))
}

// heads gives the title under each 附件.
func (d paper) heads() []elements.Title {
	var out []elements.Title
	for _, a := range d.Attachments {
		var found elements.Title
		for _, t := range d.Titles {
			if t.Lines[0].Page == a.Page && found.Lines == nil {
				found = t
			}
		}
		out = append(out, found)
	}
	return out
}

// attachmentTitle counts its line from that of 附件. Type of 2号 stands lower on
// its line than that of 3号. That it is centred, as all titles are, is measured
// by 7.3.1.
func attachmentTitle(d paper) Result {
	var t tally
	rows := newSpan()
	for i, title := range d.heads() {
		a := d.Attachments[i]
		if d.above(a) != nil {
			continue // on no page of its own: 标识 says so
		}
		if title.Lines == nil {
			t.checkAt(onLine(a), false, "第%d页无标题", a.Page)
			continue
		}
		l := title.Lines[0]
		row := d.rowsApart(a, l) + 1
		rows.add(row)
		t.checkAt(onLine(l), near(row, 3, 0.3), "%s在第%s行", place(l), rowsText(row))
	}
	t.span("所在行", rows, "行")
	return t.result("标题在第%v行", rows)
}

func attachmentNames(d paper) Result {
	var t tally
	entries := d.entries()
	if len(entries) == 0 || len(d.Attachments) == 0 {
		return absent()
	}
	t.checkAt(onLines(d.Note), len(entries) == len(d.Attachments), "附件说明列%d个，附件%d个", len(entries), len(d.Attachments))
	for i, head := range d.heads() {
		if i >= len(entries) || head.Lines == nil {
			continue
		}
		t.checkAt(onLines(head.Lines), head.Text() == name(entries[i]), "“%s”与附件说明“%s”不同", brief(head.Text()), brief(name(entries[i])))
		a := d.Attachments[i]
		_, number, _ := strings.Cut(a.Text(), "附件")
		t.checkAt(onLine(a), len(entries) == 1 || number == strconv.Itoa(i+1), "第%d个附件标“附件%s”", i+1, number)
	}
	t.value("附件说明", float64(len(entries)), "")
	t.value("附件", float64(len(d.Attachments)), "")
	return t.result("%d个附件", len(entries))
}
