package conformity

import (
	"regexp"
	"strconv"
	"strings"
)

// attachmentClauses: 附件 on pages of their own.
var attachmentClauses = []Clause{
	{"7.3.7", "标识", "“附件”及顺序号用3号黑体顶格编排在版心左上角第一行，另面编排", attachmentFace},
	{"7.3.7", "标题", "附件标题居中编排在版心第三行", attachmentTitle},
	{"7.3.7", "一致", "附件顺序号和标题与附件说明一致，在版记之前", attachmentNames},
}

var attachmentForm = regexp.MustCompile(`^([\p{Han}]+〔20[0-9]{2}〕[1-9][0-9]*号)?附件[0-9]*$`)

func attachmentFace(d *Document) Result {
	var t tally
	for _, l := range d.elements.attachments {
		n, off := row(l)
		t.check(n == 1 && near(off, 0, 1), "%s在第%d行", place(l), n)
		t.check(near(l.X0(), left, 0.5), "%s左缘%.1f mm", place(l), l.X0())
		t.check(l.face(Hei) && l.size(size3), "%s用%s%.0f磅", place(l), l.Glyphs[0].Face, l.Size())
		t.check(attachmentForm.MatchString(l.Text()), "%s写法", place(l))
	}
	return t.result("%d处", len(d.elements.attachments))
}

// heads gives the title under each 附件.
func (d *Document) heads() []title {
	var out []title
	for _, a := range d.elements.attachments {
		var found title
		for _, t := range d.elements.titles {
			if t.lines[0].Page == a.Page && found.lines == nil {
				found = t
			}
		}
		out = append(out, found)
	}
	return out
}

func attachmentTitle(d *Document) Result {
	var t tally
	at := newSpan()
	for i, title := range d.heads() {
		a := d.elements.attachments[i]
		if title.lines == nil {
			t.check(false, "第%d页无标题", a.Page)
			continue
		}
		l := title.lines[0]
		n := (l.Y-a.Y)/pitch + 1
		at.add(n)
		t.check(near(n, 3, 0.25), "%s在第%.2f行", place(l), n)
		t.check(near(l.Centre(), (left+right)/2, 1), "%s中线%.1f mm", place(l), l.Centre())
	}
	return t.result("标题在第%v行", at)
}

func attachmentNames(d *Document) Result {
	var t tally
	e := d.elements
	entries := e.entries()
	if len(entries) == 0 || len(e.attachments) == 0 {
		return absent()
	}
	t.check(len(entries) == len(e.attachments), "附件说明列%d个，附件%d个", len(entries), len(e.attachments))
	for i, head := range d.heads() {
		if i >= len(entries) || head.lines == nil {
			continue
		}
		t.check(head.text() == name(entries[i]), "“%s”与附件说明“%s”不同", brief(head.text()), brief(name(entries[i])))
		number := strings.TrimPrefix(e.attachments[i].Text()[strings.Index(e.attachments[i].Text(), "附件"):], "附件")
		t.check(len(entries) == 1 || number == strconv.Itoa(i+1), "第%d个附件标“附件%s”", i+1, number)
	}
	return t.result("%d个附件", len(entries))
}
