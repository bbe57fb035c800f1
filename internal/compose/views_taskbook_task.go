package compose

import (
	"slices"

	"hongtou/internal/assign"
	"hongtou/internal/doc"
	"hongtou/internal/dossier"
)

type taskView struct {
	Anchor  string          `doc:"链接用的名称，各册不重复"`
	Number  *Text           `doc:"序号，如第十七项（二）"`
	Role    roleView        `doc:"职责"`
	Heading *Paragraphs     `doc:"标题：序号"`
	Item    itemView        `doc:"所在的整改项：问题、说明"`
	Aspect  aspectView      `doc:"这一方面的问题和各字段"`
	Fields  []taskFieldView `doc:"各字段，按印发顺序"`
}

type taskFieldView struct {
	Kind  string        `doc:"字段类别，如goal"`
	Label *Text         `doc:"标签，不含冒号"`
	Rows  []taskRowView `doc:"内容；整改措施每条一项，其他字段只有一项"`
}

type taskRowView struct {
	Texts []*Text    `doc:"各段"`
	Hints []hintView `doc:"编制时加的提示"`
}

type hintView struct {
	Kind  string  `doc:"group（统称包括这些单位）、named（本条提到本单位）、past（时限已过）、both（兼负督导）"`
	Words *Text   `doc:"原文的词；both没有"`
	Units []*Text `doc:"统称所包括的、合用这一册的单位；只有group有"`
	Group bool    `doc:"提到的是统称；只有named有"`
	Date  *Text   `doc:"这一版所据通知的日期；只有past有"`
}

func (b *book) anchor(t *assign.Task) string { return anchorID("task", b.Unit, t.ID) }

// task gives a task in full; also is the recipient's part as a supervisor of
// what it answers for, or nil.
func (b *book) task(s assign.Share, also *assign.Share) taskView {
	t := s.Task
	v := taskView{Anchor: b.anchor(t), Number: taskNumber(t, "number"), Heading: b.heading(t), Item: b.knownItem(t.Item)}
	v.Role = roleOf([]dossier.FieldKind{s.Words[0].Field})
	v.Role.Supervised = v.Role.Supervised || also != nil
	v.Role.Assisted = shareOf(b.Recipient.Assisted, t) != nil
	i := slices.IndexFunc(t.Item.Aspects, func(a dossier.Aspect) bool { return a.ID == t.ID })
	v.Aspect = v.Item.Aspects[i]
	for k, f := range t.Aspect.Fields {
		field := v.Aspect.Fields[k]
		row := taskFieldView{Kind: field.Kind, Label: field.Label}
		if f.Kind == dossier.Measures {
			row.Rows = b.measures(s, v.Aspect.Rows)
		} else {
			row.Rows = []taskRowView{{field.texts(), b.hints(s, also, f)}}
		}
		v.Fields = append(v.Fields, row)
	}
	return v
}

// heading prints the number alone: the problem follows in full. The bookmark
// says what it is about.
func (b *book) heading(t *assign.Task) *Paragraphs {
	field := t.ID + ".heading"
	label := dossier.Text{Value: t.Label, At: placeOfAspect(*t.Item, *t.Aspect)}
	p := headed(field, label, label.Len(), doc.Label)
	p.Outline = doc.Outline{Level: 3, Title: t.Label + "　" + b.memory.shortName(t), ID: b.anchor(t)}
	return newParagraphs(field, []doc.Paragraph{p})
}

// measures puts behind each measure whom it names.
func (b *book) measures(s assign.Share, rows []rowView) []taskRowView {
	var out []taskRowView
	for _, r := range rows {
		row := taskRowView{Texts: r.Texts}
		for _, text := range r.Texts {
			row.Hints = append(row.Hints, b.named(s, text.field)...)
		}
		out = append(out, row)
	}
	return out
}

func (v taskView) must() []*value { return append(v.Heading.must(), v.values()...) }

func (v taskView) mustTabulate() []*value { return append(v.values(), v.Number.held()) }

func (v taskView) values() []*value {
	out := slices.Concat(v.Item.Problem.must(), v.Item.Remarks.must(), v.Aspect.Problem.must())
	for _, f := range v.Fields {
		out = append(out, f.Label.must()...)
		for _, r := range f.Rows {
			out = append(append(out, held(r.Texts)...), mustHints(r.Hints)...)
		}
	}
	return out
}
