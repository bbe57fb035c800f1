package compose

import (
	"hongtou/internal/doc"
	"hongtou/internal/docset"
	"hongtou/internal/dossier"
)

type handoverView struct {
	Organ     *Text        `doc:"发文机关标志"`
	DocNumber *Text        `doc:"发文字号；没有时为空"`
	Signature *Text        `doc:"署名；没有时为空"`
	Date      *Text        `doc:"成文日期；没有时为空"`
	CC        *Text        `doc:"抄送机关；没有时为空"`
	Goal      bool         `doc:"方案有整改目标这个字段"`
	Head      bookHeadView `doc:"所附任务书的文头"`
}

// handoverOf is the letter with which a task book goes out (交办函). The organ
// that hands the book over issues it: what the dossier does not give of it stays
// out.
func handoverOf(m *memory, p docset.Document) view {
	l := p.Dossier.Handout.Letter
	v := handoverView{
		Organ: newText("handout.letter.organ", l.Organ), DocNumber: newText("handout.letter.number", l.Number),
		Signature: newText("handout.letter.signature", l.Signature), Date: newText("handout.letter.date", l.Date.Text),
		CC: newText("handout.letter.cc", l.CC), Head: m.newBook(p).head(), Goal: hasLabel(p.Dossier, dossier.Goal),
	}
	return view{data: v, document: v.must}
}

// must lists what a letter has to carry: of its addressee the bodies that share
// the book, or the unit itself.
func (v handoverView) must() []*value {
	out := []*value{v.Organ.held(), v.DocNumber.held(), v.Signature.held(), v.Date.held(), v.CC.held(), v.Head.Issue.Number.held()}
	if len(v.Head.Bodies) > 0 {
		return append(out, held(v.Head.Bodies)...)
	}
	return append(out, v.Head.Unit.held())
}

// hasLabel says whether a plan has a label for a kind of field at all.
func hasLabel(d *dossier.Dossier, k dossier.FieldKind) bool {
	for _, kind := range d.Labels {
		if kind == k {
			return true
		}
	}
	return false
}

func handoverMeta(p docset.Document) doc.Meta {
	l := p.Dossier.Handout.Letter
	m := meta(p, dossier.Notice{Date: l.Date}, dossier.Title{Text: dossier.Text{Value: p.Dossier.Words.Say("关于交办整改任务的函") + "（" + p.Recipient.Unit.Name.Value + "）"}})
	m.Author, m.Subject = l.Organ.Value, l.Number.Value
	return m
}
