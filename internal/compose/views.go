package compose

import (
	"strconv"

	"hongtou/internal/doc"
	"hongtou/internal/dossier"
	"hongtou/internal/zh"
)

// The view types are all a template sees of a dossier. docs/templates.md is
// generated from them: the doc tags say in Chinese what a field holds. A
// field of type Text, Title or Paragraphs that the source does not have is
// nil.

type noticeView struct {
	Letter letterView `doc:"印发通知本身"`
	Plan   planView   `doc:"所印发的方案"`
	Annex  annexView  `doc:"方案的附件：整改措施清单"`
}

type letterView struct {
	HeadMarks  headMarksView `doc:"版头左上角的三项"`
	Signers    []*Text       `doc:"签发人；只用于上行文"`
	Sealing    string        `doc:"用印：seal（印章）、stamp（签名章），不用印时为空"`
	Seals      []*Picture    `doc:"印章或签名章的图片，一个机关一个；没有时留出位置"`
	Posts      []*Text       `doc:"签名章前的职务，一个机关一个"`
	Note       *Text         `doc:"附注，带圆括号"`
	Imprint    imprintView   `doc:"版记"`
	Masthead   []*Text       `doc:"发文机关标志中的机关，主办机关在前"`
	WithWord   bool          `doc:"标志是否带“文件”二字"`
	Format     string        `doc:"letter（信函格式）；文件格式为空"`
	DocNumber  *Text         `doc:"发文字号"`
	Title      *Title        `doc:"标题"`
	Recipients *Text         `doc:"主送机关，含冒号"`
	Body       *Paragraphs   `doc:"正文各段"`
	Signature  []*Text       `doc:"署名，每个机关一项"`
	Date       *Text         `doc:"成文日期"`
}

type headMarksView struct {
	SerialNumber *Text `doc:"份号"`
	Secrecy      *Text `doc:"密级和保密期限"`
	Urgency      *Text `doc:"紧急程度"`
}

type imprintView struct {
	Recipients *Text `doc:"移到版记的主送机关"`
	CC         *Text `doc:"抄送机关"`
	Printer    *Text `doc:"印发机关"`
	PrintDate  *Text `doc:"印发日期"`
}

type planView struct {
	Title       *Title           `doc:"标题"`
	Body        []*Paragraphs    `doc:"正文各段，每段一项，标题层次已按序号定好"`
	Attachments []attachmentView `doc:"附件说明，每件一项；没有附件时为空"`
}

type attachmentView struct {
	Lead *Text `doc:"“附件：”"`
	Name *Text `doc:"附件名称"`
}

func letter(name string, n dossier.Notice) letterView {
	v := letterView{
		WithWord:   n.Masthead.WithWord,
		Masthead:   texts(name+".masthead", n.Masthead.Organs),
		DocNumber:  newText(name+".number", n.DocNumber),
		Title:      newTitle(name+".title", n.Title, mainOutline(name, n.Title)),
		Recipients: newText(name+".recipients", n.Recipients),
		Body:       body(name, n.Body),
		Signature:  texts(name+".signature", n.Signature),
		Date:       newText(name+".date", n.Date.Text),
	}
	v.face(name, n.Face)
	return v
}

// face adds the elements that few notices have.
func (v *letterView) face(name string, f dossier.Face) {
	v.HeadMarks = headMarksView{
		SerialNumber: newText(name+".serial", f.HeadMarks.SerialNumber),
		Secrecy:      newText(name+".secrecy", f.HeadMarks.Secrecy), Urgency: newText(name+".urgency", f.HeadMarks.Urgency),
	}
	v.Signers = texts(name+".signers", f.Signers)
	v.Sealing, v.Posts = f.Sealing.Kind.Value, texts(name+".posts", f.Sealing.Posts)
	for i, p := range f.Sealing.Pictures {
		v.Seals = append(v.Seals, newPicture(name+".seals."+strconv.Itoa(i+1), p))
	}
	if f.Letter {
		v.Format = "letter"
	}
	v.Note = newText(name+".note", f.Note)
	v.Imprint = imprintView{
		Recipients: newText(name+".imprint.recipients", f.Imprint.Recipients), CC: newText(name+".imprint.cc", f.Imprint.CC),
		Printer: newText(name+".imprint.printer", f.Imprint.Printer), PrintDate: newText(name+".imprint.print-date", f.Imprint.PrintDate.Text),
	}
}

// mustFace lists what of these a printed letter has to carry.
func (v letterView) mustFace() []*value {
	out := []*value{v.HeadMarks.SerialNumber.held(), v.HeadMarks.Secrecy.held(), v.HeadMarks.Urgency.held(), v.Note.held()}
	out = append(append(out, held(v.Signers)...), held(v.Posts)...)
	for _, p := range v.Seals {
		out = append(out, p.held())
	}
	return append(out, v.Imprint.Recipients.held(), v.Imprint.CC.held(), v.Imprint.Printer.held(), v.Imprint.PrintDate.held())
}

func (x *edition) plan(p dossier.Plan) planView {
	const name = "plan"
	v := planView{Title: newTitle(name+".title", p.Title, mainOutline(name, p.Title))}
	x.trace(v.Title.held(), planTitle)
	for i, block := range paragraphs(name, p.Body) {
		passage := newParagraphs(field(name, i), []doc.Paragraph{block})
		x.trace(passage.held(), planAddress(p.Body[i]))
		v.Body = append(v.Body, passage)
	}
	if note := p.AttachmentNote; !note.IsZero() {
		lead, rest := splitNote(note)
		const field = name + ".attachment-note"
		if len(p.Attachments) > 0 { // several are numbered: the number belongs to the lead
			lead, rest = splitAt(note, lead.Len()+numberLength(rest))
		}
		v.Attachments = []attachmentView{{Lead: newText(field+".lead", lead), Name: newText(field+".name", rest)}}
	}
	for i, a := range p.Attachments {
		field := name + ".attachment-note." + strconv.Itoa(i+2)
		lead, rest := splitAt(a, numberLength(a))
		v.Attachments = append(v.Attachments, attachmentView{Lead: newText(field+".lead", lead), Name: newText(field+".name", rest)})
	}
	return v
}

// splitNote cuts 附件：… after its first colon; without one all of it is name.
func splitNote(note dossier.Text) (lead, name dossier.Text) {
	for i, r := range []rune(note.Value) {
		if r == '：' {
			return note.Slice(0, i+1), note.Slice(i+1, note.Len())
		}
	}
	return dossier.Text{}, note
}

func splitAt(t dossier.Text, n int) (lead, rest dossier.Text) {
	return t.Slice(0, n), t.Slice(n, t.Len())
}

// numberLength is the length of the number before the name of one of several
// attachments, as printed.
func numberLength(t dossier.Text) int {
	level, ok := zh.ParseLevel(t.Value)
	if !ok {
		return 0
	}
	return len([]rune(level.Number))
}

func mainOutline(id string, t dossier.Title) doc.Outline {
	return doc.Outline{Level: 1, Title: t.Value, ID: anchorID(id)}
}

// body gives all paragraphs of a letter as one value.
func body(name string, ps []dossier.Paragraph) *Paragraphs {
	return newParagraphs(name+".body", paragraphs(name, ps))
}

// paragraphs gives the paragraphs of a letter or plan with the faces and
// bookmarks of their levels.
func paragraphs(name string, ps []dossier.Paragraph) []doc.Paragraph {
	n := &numbering{part: name}
	var blocks []doc.Paragraph
	for i, p := range ps {
		blocks = append(blocks, printed(field(name, i), p, n))
	}
	return blocks
}

func field(name string, i int) string { return name + ".body." + strconv.Itoa(i+1) }

func printed(field string, p dossier.Paragraph, n *numbering) doc.Paragraph {
	out := headed(field, p.Text, p.Head, levelStyle(p.Level))
	out.Outline = n.outline(p)
	return out
}

// texts gives one value each, the first with number 1.
func texts(field string, ts []dossier.Text) []*Text {
	var out []*Text
	for i, t := range ts {
		out = append(out, newText(field+"."+strconv.Itoa(i+1), t))
	}
	return out
}

// must lists what a printed letter has to carry.
func (v letterView) must() []*value {
	out := append(held(v.Masthead), v.mustFace()...)
	out = append(out, v.DocNumber.held(), v.Title.held(), v.Recipients.held(), v.Body.held())
	return append(append(out, held(v.Signature)...), v.Date.held())
}

func (v planView) must() []*value {
	out := v.Title.must()
	for _, p := range v.Body {
		out = append(out, p.must()...)
	}
	for _, a := range v.Attachments {
		out = append(out, a.Lead.held(), a.Name.held())
	}
	return out
}

func (v noticeView) must() []*value {
	return append(append(v.Letter.must(), v.Plan.must()...), v.Annex.must()...)
}

// held gives the values of texts and of their history.
func held(ts []*Text) []*value {
	var out []*value
	for _, t := range ts {
		out = append(out, t.must()...)
	}
	return out
}

func (t *Text) must() []*value       { return t.held().must() }
func (t *Title) must() []*value      { return t.held().must() }
func (p *Paragraphs) must() []*value { return p.held().must() }

// must lists a value with what has to be told of its history.
func (v *value) must() []*value {
	if v == nil {
		return nil
	}
	out := append([]*value{v}, mustSteps(v.steps)...)
	for _, g := range v.gone {
		out = append(append(out, held(g.Labels)...), mustSteps(g.Steps)...)
	}
	return out
}

func mustSteps(steps []stepView) []*value {
	var out []*value
	for _, s := range steps {
		out = append(out, s.Date.held(), s.Number.held(), s.Matter.held(), s.Ordinal.held())
	}
	return out
}
