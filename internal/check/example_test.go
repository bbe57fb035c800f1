package check

import (
	"strings"

	"hongtou/internal/diag"
	"hongtou/internal/dossier"
	"hongtou/internal/zh"
)

// writer makes texts, each on a line of its own of one file, so that tests
// can tell from a place what stands there.
type writer struct{ lines []string }

func (w *writer) text(s string) dossier.Text {
	w.lines = append(w.lines, s)
	return dossier.Text{Value: s, At: diag.Position{File: "a.md", Line: len(w.lines), Column: 1}}
}

func (w *writer) texts(list ...string) []dossier.Text {
	var out []dossier.Text
	for _, s := range list {
		out = append(out, w.text(s))
	}
	return out
}

func (w *writer) paragraphs(list ...string) []dossier.Paragraph {
	var out []dossier.Paragraph
	for _, s := range list {
		p := dossier.Paragraph{Text: w.text(s)}
		if l, ok := zh.ParseLevel(s); ok {
			p.Level, p.Number = l.Depth, l.Number
		}
		out = append(out, p)
	}
	return out
}

func (w *writer) title(s string) dossier.Title { return dossier.Title{Text: w.text(s)} }

func (w *writer) date(y, m, d int, s string) dossier.Date {
	return dossier.Date{Text: w.text(s), Year: y, Month: m, Day: d}
}

// words gives what stands at a place: the marked characters, or the whole
// line when none are.
func (w *writer) words(d diag.Diagnostic) string {
	if d.At.Line < 1 || d.At.Line > len(w.lines) {
		return ""
	}
	rs := []rune(w.lines[d.At.Line-1])
	from := min(max(d.At.Column-1, 0), len(rs))
	if d.Length == 0 {
		return string(rs[from:])
	}
	return string(rs[from:min(from+d.Length, len(rs))])
}

var exampleLabels = dossier.Labels{
	"目标": dossier.Goal, "时限": dossier.Deadline, "单位": dossier.Responsible, "领导": dossier.Leaders,
	"人员": dossier.Persons, "督导": dossier.Supervisors, "措施": dossier.Measures,
}

// fields makes the seven fields from label：value lines; 措施 takes the rest.
func (w *writer) fields(list ...string) []dossier.Field {
	var out []dossier.Field
	for i, s := range list {
		label, value, _ := strings.Cut(s, "：")
		f := dossier.Field{Kind: exampleLabels[label], Label: w.text(label)}
		if f.Kind == dossier.Measures {
			for _, m := range list[i+1:] {
				l, _ := zh.ParseLevel(m)
				f.Measures = append(f.Measures, dossier.Measure{ID: "m" + l.Number, Number: l.Number, Text: w.text(m)})
			}
			return append(out, f)
		}
		f.Value = w.text(value)
		out = append(out, f)
	}
	return out
}

const planTitle = "甲市贯彻落实反馈问题整改实施方案"

// example is a dossier in which nothing is wrong and nothing is missing.
func example() (*dossier.Dossier, *writer) {
	w := &writer{}
	d := &dossier.Dossier{ID: "jia", Labels: exampleLabels, Register: w.register()}
	d.Notice = w.notice("关于印发《"+planTitle+"》的通知", w.date(2020, 7, 30, "2020年7月30日"), "《"+planTitle+"》现印发给你们。")
	d.Notice.DocNumber = w.text("甲办字〔2020〕47号")
	d.Plan = dossier.Plan{
		Title: w.title(planTitle),
		Body: w.paragraphs("为整改，制定本方案，由张甲、李乙、王丙负责。", "一、目标", "（一）甲目标。共2类3项整改任务。", "（二）乙目标。", "二、措施", "（一）丙。",
			"1.丁。", "2.戊。"),
		AttachmentNote: w.text("附件：整改措施清单"),
	}
	d.Annex = dossier.Annex{Mark: w.text("附件"), Title: w.title("整改措施清单"), Parts: []dossier.Part{
		w.part("一、例行（1项）", w.item("01", "第一项，", 1,
			"目标：完成。", "时限：2020年年底前", "单位：各县政府，州城建局", "领导：丁市长", "人员：张甲、李乙、王丙", "督导：市环保局", "措施：", "（一）查。", "（二）改。")),
		w.part("二、专项（2项）", w.item("02", "第二项，", 2,
			"目标：完成。", "时限：立行立改，长期坚持", "单位：有关单位", "领导：有关单位主要负责人", "人员：有关单位班子成员", "督导：市环保局", "措施：", "查。"),
			w.twofold()),
	}}
	d.Amendments = []dossier.Amendment{w.amendment()}
	return d, w
}

func (w *writer) register() *dossier.Register {
	unit := func(id, name string, aliases ...string) dossier.Unit {
		return dossier.Unit{ID: id, Name: w.text(name), Aliases: w.texts(aliases...)}
	}
	person := func(name, id string) dossier.Person {
		return dossier.Person{Name: w.text(name), Units: w.texts(id), Inferred: true, Basis: w.text("依次序")}
	}
	return &dossier.Register{
		Units: []dossier.Unit{
			unit("weiban", "中共甲州委办公室", "州委办"), unit("zhengban", "甲州政府办公室"),
			unit("zhujian", "州城建局"), unit("huanbao", "市环保局"), unit("yi", "乙县政府"), unit("bing", "丙县政府"),
		},
		Groups: []dossier.Group{
			{ID: "xian", Name: w.text("各县政府"), Members: w.texts("yi", "bing")},
			{ID: "youguan", Name: w.text("有关单位"), Open: true, Members: w.texts("huanbao")},
		},
		People: []dossier.Person{
			person("张甲", "yi"), person("李乙", "bing"), person("王丙", "zhujian"), {Name: w.text("丁市长"), Leader: true},
		},
	}
}

func (w *writer) notice(title string, date dossier.Date, body ...string) dossier.Notice {
	organs := func() []dossier.Text { return w.texts("中共甲州委办公室", "甲州政府办公室") }
	return dossier.Notice{
		Face: dossier.Face{
			Masthead: dossier.Masthead{Organs: organs()}, Issuers: organs(), DocNumber: w.text("甲办字〔2020〕99号"),
			Imprint: dossier.Imprint{CC: w.text("抄送：有关单位")},
		},
		Title: w.title(title), Recipients: w.text("各县政府："), Body: w.paragraphs(body...), Signature: organs(), Date: date,
	}
}

func (w *writer) part(heading string, items ...dossier.Item) dossier.Part {
	return dossier.Part{Heading: dossier.Paragraph{Level: 1, Text: w.text(heading)}, Items: items}
}

func (w *writer) item(id, number string, ordinal int, fields ...string) dossier.Item {
	i := dossier.Item{ID: id, Ordinal: ordinal, Number: strings.TrimSuffix(number, "，"), File: "a.md"}
	i.Problem = w.texts(number+"问题甲。还有问题乙。", "又有问题丙。")
	i.Aspects = []dossier.Aspect{{ID: id, Fields: w.fields(fields...)}}
	return i
}

// twofold is an item of two aspects.
func (w *writer) twofold() dossier.Item {
	i := w.item("03", "第三项，", 3)
	i.Remarks = w.texts("以上分2个方面整改。")
	i.Aspects = nil
	for _, n := range []string{"（一）", "（二）"} {
		i.Aspects = append(i.Aspects, dossier.Aspect{
			ID: "03." + map[string]string{"（一）": "1", "（二）": "2"}[n], Number: n, Problem: w.texts(n + "问题。"),
			Fields: w.fields("目标：完成。", "时限：2021年6月底前", "单位：乙县政府", "领导：丁市长", "人员：张甲", "督导：市环保局", "措施：", "1.查。", "2.改。"),
		})
	}
	return i
}

// amendment sets a new deadline and new measures for item 01.
func (w *writer) amendment() dossier.Amendment {
	a := dossier.Amendment{ID: "2020-11-25", Notice: w.notice(
		"关于补充完善《"+planTitle+"》的通知", w.date(2020, 11, 25, "2020年11月25日"),
		"我市制定了《"+planTitle+"》（甲办字〔2020〕47号），现对1项问题修改如下。",
		"一、第一项，问题甲。还有问题乙。", "审核意见：不妥。", "时限修改为：2021年年底前", "措施修改为：", "（一）核查。", "（二）整改。",
	)}
	b := a.Body
	head := func(i int, words string) dossier.Text { return b[i].Text.Slice(0, runes(words)) }
	a.Changes = []dossier.Change{
		{
			At: w.text("{change item=01 field=deadline}").At, Target: dossier.Target{Item: "01", Field: dossier.Deadline}, Verb: dossier.Replace,
			Expect: w.text(dossier.ExpectHash("2020年年底前")), New: []dossier.Text{b[3].Text.Slice(6, b[3].Text.Len())},
			Item: b[1].Text.Slice(2, 5), Quoted: b[1].Text.Slice(2, b[1].Text.Len()), Label: head(3, "时限"), Paragraph: 3,
		},
		{
			At: w.text("{change item=01 field=measures}").At, Target: dossier.Target{Item: "01", Field: dossier.Measures}, Verb: dossier.Replace,
			Expect: w.text("（一）查。\n（二）改。"), New: []dossier.Text{b[5].Text, b[6].Text},
			Item: b[1].Text.Slice(2, 5), Quoted: b[1].Text.Slice(2, b[1].Text.Len()), Label: head(4, "措施"), Paragraph: 4,
		},
	}
	return a
}
