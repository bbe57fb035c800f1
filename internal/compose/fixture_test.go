package compose

import (
	"strconv"
	"strings"

	"hongtou/internal/amend"
	"hongtou/internal/diag"
	"hongtou/internal/docset"
	"hongtou/internal/dossier"
	"hongtou/internal/markdown"
)

// fixture builds an invented dossier; say decorates every free text, so that
// tests can make it hostile. Each text stands in a line of its own.
type fixture struct {
	say  func(string) string
	line int
}

func plainly(s string) string { return s }

func (f *fixture) text(words string) dossier.Text {
	f.line++
	return dossier.Text{Value: words, At: diag.Position{File: "content/甲/a.md", Line: f.line, Column: 1}}
}

func (f *fixture) free(words string) dossier.Text { return f.text(f.say(words)) }

func (f *fixture) title(lines ...string) dossier.Title {
	words, breaks := "", []int(nil)
	for i, l := range lines {
		if i > 0 {
			breaks = append(breaks, len([]rune(words)))
		}
		words += f.say(l)
	}
	return dossier.Title{Text: f.text(words), Breaks: breaks}
}

// heading is a numbered paragraph, run-in after the first 。.
func (f *fixture) heading(level int, number, words string) dossier.Paragraph {
	t := f.text(number + f.say(words))
	return dossier.Paragraph{Level: level, Number: number, Text: t, Head: markdown.FirstSentence(t.Value)}
}

// clause gives a paragraph of the plan its ID.
func (f *fixture) clause(id string, p dossier.Paragraph) dossier.Paragraph {
	p.ID = id
	return p
}

func (f *fixture) para(words string) dossier.Paragraph { return dossier.Paragraph{Text: f.free(words)} }

func (f *fixture) notice(date dossier.Date) dossier.Notice {
	return dossier.Notice{
		Face: dossier.Face{
			Masthead:  dossier.Masthead{Organs: []dossier.Text{f.free("甲市办公室"), f.free("乙市办公室")}, WithWord: true},
			DocNumber: f.free("甲办字〔2021〕5号"),
			Issuers:   []dossier.Text{f.free("甲市办公室")},
		},
		Title:      f.title("关于印发《甲方案》", "的通知"),
		Recipients: f.free("各乡镇："),
		Body: []dossier.Paragraph{
			f.para("现印发给你们。"), f.heading(1, "一、", "总的要求"), f.heading(2, "（一）", "要快。其余略。"),
			f.heading(3, "1.", "第一步。"), f.heading(4, "（1）", "小步。"),
		},
		Signature: []dossier.Text{f.free("甲市办公室"), f.free("乙市办公室")},
		Date:      date,
	}
}

func (f *fixture) date(words string, y, m, d int) dossier.Date {
	return dossier.Date{Text: f.text(words), Year: y, Month: m, Day: d}
}

func (f *fixture) field(k dossier.FieldKind, label, value string) dossier.Field {
	return dossier.Field{Kind: k, Label: f.text(label), Value: f.free(value)}
}

func (f *fixture) measures(aspect string, texts ...string) dossier.Field {
	out := dossier.Field{Kind: dossier.Measures, Label: f.text("办法")}
	for i, s := range texts {
		number := ""
		if strings.HasPrefix(s, "（") {
			number = s[:len("（一）")]
		}
		out.Measures = append(out.Measures, dossier.Measure{
			ID: aspect + "." + strconv.Itoa(i+1), Number: number, Text: f.text(number + f.say(strings.TrimPrefix(s, number))),
		})
	}
	return out
}

func (f *fixture) fields(aspect string) []dossier.Field {
	return []dossier.Field{
		f.field(dossier.Goal, "目标", "做到位。"),
		f.field(dossier.Responsible, "单位", "甲局、乙局，丙县"),
		f.measures(aspect, "（一）先做这个。", "（二）再做那个。"),
	}
}

func (f *fixture) item(id string, ordinal int, number string) dossier.Item {
	t := f.text(number + "，" + f.say("有毛病。还有别的。"))
	item := dossier.Item{
		ID: id, Ordinal: ordinal, Number: number,
		Problem: []dossier.Text{t, f.free("又一段。")}, Head: markdown.FirstSentence(t.Value),
	}
	return item
}

// dossier gives a notice with plan, an annex of three items in two parts (one
// ordinary, one with a lead, a run-in measure, a value on its own line and
// another label, one with two aspects) and one amendment.
func (f *fixture) dossier() *dossier.Dossier {
	d := &dossier.Dossier{ID: "jia", Name: f.free("甲案"), Notice: f.notice(f.date("2021年3月4日", 2021, 3, 4))}
	d.Plan = dossier.Plan{
		Title:          f.title("甲方案"),
		Body:           []dossier.Paragraph{f.para("为了……"), f.heading(1, "一、", "原则"), f.clause("1.1", f.heading(2, "（一）", "稳。不急。"))},
		AttachmentNote: f.text("附件：" + f.say("措施清单")),
	}
	one := f.item("01", 1, "第一项")
	one.Aspects = []dossier.Aspect{{ID: "01", Fields: f.fields("01")}}
	two := f.item("02", 2, "第二项")
	two.Short = f.free("第二个毛病")
	two.Aspects = []dossier.Aspect{{ID: "02", Fields: f.odd()}}
	three := f.item("03", 3, "第三项")
	three.Remarks = []dossier.Text{f.free("分两个方面。")}
	three.Aspects = []dossier.Aspect{
		{ID: "03.1", Number: "（一）", Problem: []dossier.Text{f.text("（一）" + f.say("头一个方面。细说。"))}, Fields: f.fields("03.1")},
		{ID: "03.2", Number: "（二）", Problem: []dossier.Text{f.text("（二）" + f.say("另一个方面"))}, Fields: f.fields("03.2")},
	}
	d.Annex = dossier.Annex{
		Mark: f.free("附件"), Title: f.title("措施", "清单"),
		Parts: []dossier.Part{
			{Heading: f.heading(1, "一、", "甲类（1项）"), Items: []dossier.Item{one}},
			{Heading: f.heading(1, "二、", "乙类（2项）"), Items: []dossier.Item{two, three}},
		},
	}
	d.Amendments = []dossier.Amendment{f.amendment()}
	d.Register = f.register()
	d.Handout = dossier.Handout{Clauses: []dossier.Text{f.text("1.1")}, Reporting: []dossier.Text{f.free("每月报送一次。")}}
	return d
}

// register knows the units of the fields, in a closed group that has the whole
// value for a name as well, so that hostile values reach them too. 丙县 shares
// the book of 乙局.
func (f *fixture) register() *dossier.Register {
	unit := func(id, name, book string) dossier.Unit {
		return dossier.Unit{ID: id, Name: f.text(name), Kind: "department", Recipient: true, Book: dossier.Text{Value: book}}
	}
	group := dossier.Group{ID: "dou", Name: f.text("都要做的"), Aliases: []dossier.Text{f.free("甲局、乙局，丙县")}}
	for _, id := range []string{"jia-ju", "yi-ju", "bing-xian"} {
		group.Members = append(group.Members, f.text(id))
	}
	return &dossier.Register{
		Units:  []dossier.Unit{unit("jia-ju", "甲局", ""), unit("yi-ju", "乙局", ""), unit("bing-xian", "丙县", "yi-ju")},
		Groups: []dossier.Group{group},
	}
}

func (f *fixture) odd() []dossier.Field {
	ms := f.measures("02", "总说一句：", "（一）做。", "接着做。", "（二）再做。")
	ms.Measures[0].Lead, ms.Measures[0].RunIn = true, true
	own := f.field(dossier.Goal, "另一种目标", "在下一行。")
	own.OwnLine = true
	return []dossier.Field{own, ms}
}

func (f *fixture) amendment() dossier.Amendment {
	a := dossier.Amendment{ID: "2021-06-07", Serial: 1, Notice: f.notice(f.date("2021年6月7日", 2021, 6, 7))}
	a.DocNumber = dossier.Text{}
	a.Body = []dossier.Paragraph{
		f.heading(1, "一、", "第一项，有毛病。引文。"), f.para("办法修改为："), f.heading(2, "（一）", "新的做法。更好。"),
	}
	a.Changes = []dossier.Change{{
		Target: dossier.Target{Item: "01", Field: dossier.Measures}, Verb: dossier.Replace,
		Label: f.text("办法"), Opinion: []dossier.Text{f.text("审核意见：" + f.say("不具体。"))}, New: []dossier.Text{a.Body[2].Text}, Paragraph: 1,
	}}
	return a
}

// planned gives the planned document of a kind in all its formats.
func planned(d *dossier.Dossier, k docset.Kind) docset.Document {
	editions, _ := amend.Editions(d)
	docs, _ := docset.Plan(editions, "")
	for _, p := range docs {
		if p.Kind == k {
			return p
		}
	}
	return docset.Document{}
}
