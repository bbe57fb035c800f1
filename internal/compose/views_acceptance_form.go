package compose

import (
	"strings"

	"hongtou/internal/assign"
	"hongtou/internal/checklist"
	"hongtou/internal/doc"
	"hongtou/internal/docset"
	"hongtou/internal/dossier"
)

type formView struct {
	Anchor      string         `doc:"链接用的名称，如form-07"`
	Sheet       string         `doc:"工作表名称的前半，如第七项"`
	Basis       basisView      `doc:"依据"`
	Number      *Text          `doc:"序号，如第七项、第十七项（一）"`
	NoticeTitle *Title         `doc:"公示稿的标题：关于《方案》某项整改任务完成情况的公示（稿）"`
	Recipient   *Text          `doc:"收文单位"`
	Problem     *Paragraphs    `doc:"反馈问题"`
	Remarks     *Paragraphs    `doc:"问题与各方面之间的话；没有时为空"`
	Own         *Paragraphs    `doc:"这一方面自己的问题；一般的整改项为空"`
	Goal        *formFieldView `doc:"整改目标；没有这个字段时为空，以下同"`
	Deadline    *formFieldView `doc:"整改时限"`
	Responsible *formFieldView `doc:"责任单位"`
	Leaders     *formFieldView `doc:"责任领导"`
	Persons     *formFieldView `doc:"责任人员"`
	Supervisors *formFieldView `doc:"督导单位"`
	MeasureHead *Text          `doc:"整改措施的标签；没有这个字段时为空"`
	Measures    []*Text        `doc:"整改措施，照原文每段一项；公示稿用"`
	Rows        []checkView    `doc:"逐项逐条核实的各行"`
	Applicants  []*Text        `doc:"申请单位：收文单位中负责这项任务的；只作督导单位时为空，也没有申请表和公示稿"`
	Verified    []*Text        `doc:"被验收单位；督导单位的表上是全部责任单位"`
	Choose      bool           `doc:"被验收单位不止一个，每份勾选一个"`
	Open        bool           `doc:"被验收单位还有原文没有列出的"`
}

type formFieldView struct {
	Label *Text `doc:"标签，不含冒号"`
	Value *Text `doc:"内容"`
}

type basisView struct {
	Plan    *Title       `doc:"方案的标题，写在书名号里用：其中的《》已改为〈〉"`
	Edition *Text        `doc:"表的版本日期"`
	Number  *Text        `doc:"印发方案的发文字号；没有时为空"`
	Date    *Text        `doc:"印发方案的日期"`
	Sources []sourceView `doc:"改动过这项任务的通知，先后为序；照印发原文时为空"`
}

type checkView struct {
	Heading bool    `doc:"引语或已删去的，不单独核实"`
	Texts   []*Text `doc:"这一行的各段，照原文"`
}

// maxRow is the number of characters of a row in forms. A row of a form is
// never cut by the end of a page, and so many fill most of a page in a column
// of half its width.
const maxRow = 540

// form gives the forms of one task for the recipient of a document.
func (x *edition) form(p docset.Document, t *assign.Task) formView {
	v := x.memory.form(p.Dossier, t)
	v.Basis, v.Recipient = x.basis(p, t), unitName(p.Recipient.Unit)
	v.who(p.Recipient, t)
	return v
}

// form gives what the forms of a task have in common, whoever they are for.
// One document never has two forms of a task, so that they may share it.
func (m *memory) form(d *dossier.Dossier, t *assign.Task) formView {
	if m == nil {
		return newForm(d, t)
	}
	return m.forms.get(formKey{d, t}, func() formView { return newForm(d, t) })
}

type formKey struct {
	dossier *dossier.Dossier
	task    *assign.Task
}

func newForm(d *dossier.Dossier, t *assign.Task) formView {
	item, a := *t.Item, *t.Aspect
	v := formView{
		Anchor: anchorID("form", t.ID), Number: taskNumber(t, "number"),
		NoticeTitle: noticeTitle(d.Plan.Title, d.Words, t),
		Problem:     problem(item.ID+".problem", item.Problem, 0, doc.Outline{}),
		Remarks:     problem(item.ID+".remarks", item.Remarks, 0, doc.Outline{}),
		Own:         problem(a.ID+".problem", a.Problem, 0, doc.Outline{}),
		Goal:        formField(a, dossier.Goal), Deadline: formField(a, dossier.Deadline),
		Responsible: formField(a, dossier.Responsible), Supervisors: formField(a, dossier.Supervisors),
		Leaders: formField(a, dossier.Leaders), Persons: formField(a, dossier.Persons),
	}
	if f := a.Field(dossier.Measures); f != nil {
		v.MeasureHead = newText(a.ID+".measures.label", f.Label)
		v.Measures = newEdition(nil).field(item.ID, a.ID, *f).texts()
	}
	for _, row := range checklist.Of(a, maxRow) {
		v.Rows = append(v.Rows, check(row))
	}
	return v
}

func (x *edition) basis(p docset.Document, t *assign.Task) basisView {
	notice := p.Text.Issued.Notice
	return basisView{
		Plan:    quotedTitle("plan.title", p.Dossier.Plan.Title, doc.Outline{}),
		Number:  newText("notice.number", notice.DocNumber),
		Date:    newText("notice.date", notice.Date.Text),
		Edition: newText("edition", editionDay(formDocument(p, t))),
		Sources: x.sources(func(a dossier.Address) bool { return concerns(t, a) }),
	}
}

// formDocument is the document that has the form of one task to itself: in a
// workbook of many, each keeps its own edition.
func formDocument(p docset.Document, t *assign.Task) docset.Document {
	for _, one := range p.Parts {
		if one.Item == t.ID {
			return one
		}
	}
	return p
}

// concerns says whether a form of the task prints a value.
func concerns(t *assign.Task, a dossier.Address) bool {
	item := t.Item.ID
	switch string(a) {
	case item, item + ".problem", item + ".remarks", t.ID:
		return true
	}
	return strings.HasPrefix(string(a), t.ID+".")
}

func formField(a dossier.Aspect, k dossier.FieldKind) *formFieldView {
	f := a.Field(k)
	if f == nil {
		return nil
	}
	name := a.ID + "." + string(k)
	return &formFieldView{Label: newText(name+".label", f.Label), Value: newText(name, f.Value)}
}

func check(r checklist.Row) checkView {
	v := checkView{Heading: !r.Verified()}
	for _, p := range r.Pieces {
		v.Texts = append(v.Texts, newText(p.ID, p.Text))
	}
	return v
}

func (v formView) must() []*value {
	out := []*value{v.Basis.Plan.held(), v.Basis.Edition.held(), v.Basis.Number.held(), v.Number.held(), v.Recipient.held(), v.Problem.held(), v.Remarks.held(), v.Own.held(), v.MeasureHead.held()}
	for _, f := range []*formFieldView{v.Goal, v.Deadline, v.Responsible, v.Leaders, v.Persons, v.Supervisors} {
		if f != nil {
			out = append(out, f.Label.held(), f.Value.held())
		}
	}
	for _, r := range v.Rows {
		out = append(out, held(r.Texts)...)
	}
	out = append(append(out, held(v.Applicants)...), held(v.Verified)...)
	return append(out, mustSources(v.Basis.Sources)...)
}
