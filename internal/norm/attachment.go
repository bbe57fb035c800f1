package norm

import (
	"regexp"
	"strconv"
	"strings"

	"hongtou/internal/elements"
	"hongtou/internal/gbt9704"
)

// attachmentClauses: 附件 on pages of their own.
var attachmentClauses = []Clause{
	{"7.3.7", "标识", gbt9704.Must, "“附件”及顺序号用3号黑体顶格编排在版心左上角第一行，另面编排", "", attachmentFace},
	{"7.3.7", "标题", gbt9704.Must, "附件标题居中编排在版心第三行", "", attachmentTitle},
	{"7.3.7", "一致", gbt9704.Must, "附件顺序号和标题与附件说明一致，在版记之前", "", attachmentNames},
}

var attachmentForm = regexp.MustCompile(`^([\p{Han}]+〔20[0-9]{2}〕[1-9][0-9]*号)?附件[0-9]*$`)

func attachmentFace(d paper) Result {
	var t tally
	for _, l := range d.Attachments {
		n, off := row(l)
		t.check(n == 1 && near(off, 0, 1), "%s在第%d行", place(l), n)
		t.check(near(l.X0(), gbt9704.Left, 0.5), "%s左缘%.1f mm", place(l), l.X0())
		t.check(l.InFace(elements.Hei) && l.InSize(gbt9704.Size3), "%s用%s%.0f磅", place(l), l.Glyphs[0].Face, l.Size())
		t.check(attachmentForm.MatchString(l.Text()), "%s写法", place(l))
	}
	return t.result("%d处", len(d.Attachments))
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

func attachmentTitle(d paper) Result {
	var t tally
	at := newSpan()
	for i, title := range d.heads() {
		a := d.Attachments[i]
		if title.Lines == nil {
			t.check(false, "第%d页无标题", a.Page)
			continue
		}
		l := title.Lines[0]
		n := (l.Y-a.Y)/gbt9704.Pitch + 1
		at.add(n)
		t.check(near(n, 3, 0.25), "%s在第%.2f行", place(l), n)
		t.check(near(l.Centre(), (gbt9704.Left+gbt9704.Right)/2, 1), "%s中线%.1f mm", place(l), l.Centre())
	}
	return t.result("标题在第%v行", at)
}

func attachmentNames(d paper) Result {
	var t tally
	e := d
	entries := e.entries()
	if len(entries) == 0 || len(d.Attachments) == 0 {
		return absent()
	}
	t.check(len(entries) == len(d.Attachments), "附件说明列%d个，附件%d个", len(entries), len(d.Attachments))
	for i, head := range d.heads() {
		if i >= len(entries) || head.Lines == nil {
			continue
		}
		t.check(head.Text() == name(entries[i]), "“%s”与附件说明“%s”不同", brief(head.Text()), brief(name(entries[i])))
		number := strings.TrimPrefix(d.Attachments[i].Text()[strings.Index(d.Attachments[i].Text(), "附件"):], "附件")
		t.check(len(entries) == 1 || number == strconv.Itoa(i+1), "第%d个附件标“附件%s”", i+1, number)
	}
	return t.result("%d个附件", len(entries))
}
