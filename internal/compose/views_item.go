package compose

import (
	"slices"
	"strconv"
	"strings"

	"hongtou/internal/doc"
	"hongtou/internal/dossier"
	"hongtou/internal/markdown"
	"hongtou/internal/zh"
)

type itemView struct {
	Problem *Paragraphs  `doc:"反馈问题，以“第N项，”开头"`
	Remarks *Paragraphs  `doc:"问题与各方面之间的话，如“以上问题分2个方面进行整改。”"`
	Aspects []aspectView `doc:"各方面；一般的整改项只有一个"`
}

type aspectView struct {
	Anchor  string      `doc:"链接用的名称，全书不重复，如item-06、item-17-2"`
	Serial  *Text       `doc:"表格用的序号，如6、17（二）"`
	Short   *Text       `doc:"简短标题，只用于总览，正式文书中不用"`
	Problem *Paragraphs `doc:"这一方面自己的问题；一般的整改项为空"`
	Fields  []fieldView `doc:"各字段，按印发顺序"`
	Cells   []cellView  `doc:"各字段的值，与Heads逐一对应"`
	Rows    []rowView   `doc:"整改措施，每条一项，至少一项"`
}

type fieldView struct {
	Kind  string  `doc:"字段类别，如goal"`
	Label *Text   `doc:"标签，不含冒号"`
	RunIn *Text   `doc:"与标签同段的内容；另起一段时为空"`
	Below []*Text `doc:"标签之下另起的各段，如各条整改措施"`
}

type cellView struct {
	Kind  string `doc:"字段类别"`
	Label *Text  `doc:"标签；只在与Heads中的不同时才有"`
	Value *Text  `doc:"字段的值；没有这个字段时为空"`
}

type rowView struct {
	Texts []*Text `doc:"这条措施的各段，含它之前的引语"`
}

func (x *edition) item(item dossier.Item, heads []dossier.Field) itemView {
	place := doc.Outline{Level: 3, Title: itemTitle(item), ID: anchorID("item", item.ID)}
	v := itemView{
		Problem: styledProblem(item.ID+".problem", item.Problem, item.Head, itemHead(item), place),
		Remarks: problem(item.ID+".remarks", item.Remarks, 0, doc.Outline{}),
	}
	x.trace(v.Problem.held(), under(item.ID, "problem"))
	x.trace(v.Remarks.held(), under(item.ID, "remarks"), dossier.Address(item.ID))
	for _, a := range item.Aspects {
		v.Aspects = append(v.Aspects, x.aspect(item, a, heads))
	}
	return v
}

// problem gives the paragraphs of a problem; its first sentence is the head.
func problem(field string, ts []dossier.Text, head int, place doc.Outline) *Paragraphs {
	return styledProblem(field, ts, head, doc.ItemHead, place)
}

// itemHead is the face of an item's first sentence: one numbered as a level of
// the text has the face of that level (7.3.3).
func itemHead(item dossier.Item) doc.Style {
	if level, ok := zh.ParseLevel(item.Printed); ok {
		return levelStyle(level.Depth)
	}
	return doc.ItemHead
}

func styledProblem(field string, ts []dossier.Text, head int, style doc.Style, place doc.Outline) *Paragraphs {
	var blocks []doc.Paragraph
	for i, t := range ts {
		if i == 0 {
			p := headed(field, t, head, style)
			p.Outline = place
			blocks = append(blocks, p)
			continue
		}
		blocks = append(blocks, headed(field+"."+strconv.Itoa(i+1), t, 0, doc.Body))
	}
	return newParagraphs(field, blocks)
}

func itemTitle(item dossier.Item) string {
	if !item.Short.IsZero() {
		return item.Number + "，" + item.Short.Value
	}
	title := firstTitle(item.PrintedNumber(), item.Problem, item.Head)
	if item.Printed != "" {
		return item.Number + "，" + strings.TrimPrefix(title, item.Printed)
	}
	return title
}

func firstTitle(number string, ts []dossier.Text, head int) string {
	if len(ts) == 0 {
		return number
	}
	return shortTitle(number, part(ts[0], 0, min(head, ts[0].Len())).Value)
}

func (x *edition) aspect(item dossier.Item, a dossier.Aspect, heads []dossier.Field) aspectView {
	place := doc.Outline{Level: 3, Title: itemTitle(item), ID: anchorID("item", a.ID)}
	v := aspectView{Anchor: place.ID}
	if len(a.Problem) > 0 {
		head := markdown.FirstSentence(a.Problem[0].Value)
		place.Level, place.Title = 4, firstTitle(a.Number, a.Problem, head)
		v.Problem = problem(a.ID+".problem", a.Problem, head, place)
		x.trace(v.Problem.held(), under(a.ID, "problem"), dossier.Address(item.ID))
	}
	v.Serial = derived(item, a, "serial", strconv.Itoa(item.Ordinal)+a.Number)
	v.Short = derived(item, a, "short", place.Title)
	for _, f := range a.Fields {
		v.Fields = append(v.Fields, x.field(item.ID, a.ID, f))
	}
	v.Cells = cells(v.Fields, a.Fields, heads)
	v.Rows = rows(a, v.Fields)
	return v
}

// derived gives a value made from the item rather than printed in it.
func derived(item dossier.Item, a dossier.Aspect, name, value string) *Text {
	from := append(slices.Clone(a.Problem), item.Problem...)
	t := dossier.Text{Value: value}
	if len(from) > 0 {
		t.At = from[0].At
	}
	return newText(a.ID+"."+name, t)
}
