package check

import (
	"strings"
	"testing"

	"hongtou/internal/amend"
	"hongtou/internal/diag"
	"hongtou/internal/dossier"
)

// passage turns the first change of the example into one of the plan's 1.1.
func passage(sentence, find, words string) mutation {
	return func(d *dossier.Dossier, w *writer) {
		dossier.IdentifyParagraphs(d.Plan.Body)
		a := &d.Amendments[0]
		a.Body[0].Text = w.text("现修改如下。")
		a.Body[3] = w.paragraphs(sentence)[0]
		a.Changes[0] = dossier.Change{
			At: w.text("{change plan=1.1}").At, Target: dossier.Target{Plan: "1.1"}, Verb: dossier.Replace,
			Find: w.text(find), New: w.texts(words), Paragraph: 3,
		}
	}
}

// without turns the first change of the example into the deletion of the
// plan's 1.1, which task books quote.
func without(d *dossier.Dossier, w *writer) {
	passage("删去第一部分第（一）项。", "", "")(d, w)
	handout("1.1", "1.2")(d, w)
	c := &d.Amendments[0].Changes[0]
	c.Verb, c.Find, c.New, c.Paragraph = dossier.Delete, dossier.Text{}, nil, 3
}

// crowd gives a group so many members that no task may reach it.
func crowd(r *dossier.Register, w *writer) {
	for range mostOfTask {
		r.Groups[0].Members = append(r.Groups[0].Members, r.Groups[0].Members[0])
	}
}

// added gives the amendment a change that inserts an item 04 into part 2.
func added(number string, ordinal int) mutation {
	return func(d *dossier.Dossier, w *writer) {
		item := w.item("04", number+"，", ordinal,
			"目标：完成。", "时限：2021年年底前", "单位：有关单位", "领导：丁市长", "人员：有关单位班子成员", "督导：市环保局", "措施：", "查。")
		a := &d.Amendments[0]
		a.Body[0].Text = w.text("现对2项问题修改如下。")
		a.Body = append(a.Body, w.paragraphs("二、增加一项", "清单中增加一项：")...)
		a.Changes = append(a.Changes, dossier.Change{
			At: w.text("{change item=04}").At, Target: dossier.Target{Item: "04", Part: "2"}, Verb: dossier.Insert,
			Item: w.text("第四项"), New: item.Problem, Inserted: &item, Paragraph: len(a.Body) - 1,
		})
	}
}

var changeCases = []struct {
	name   string
	mutate mutation
	want   []string
}{
	{"passage", passage("将“2类3项”修改为“2类三项”。", "2类3项", "2类三项"), nil},
	{"passage that is not there", passage("将“2类4项”修改为“2类三项”。", "2类4项", "2类三项"), []string{"change-find: 4"}},
	{"passage that the sentence does not print", passage("将“2类2项”修改为“2类三项”。", "2类3项", "2类三项"),
		[]string{"change-words: 将“2类2项”修改为“2类三项”。"}},
	{"passage that is wrong in force", passage("将“2类3项”修改为“2类4项”。", "2类3项", "2类4项"), []string{"count-later: 4"}},
	{"new item", added("第四项", 4), []string{"count-later: 2", "count-later: 3"}},
	{"new item with a number that is taken", added("第三项", 3), []string{"change-item: 第四项", "change-number: {change item=04}", "count-later: 2", "count-later: 3", "item-file: 第三项"}},
	{"measure with another number", change(1, func(c *dossier.Change, w *writer) {
		c.Target.Measure, c.Expect, c.New = "m（二）", w.text("（二）改。"), w.texts("（三）改进。")
	}), []string{"change-number: {change item=01 field=measures}", "change-words: 措施修改为："}},
	{"text of the time before", func(d *dossier.Dossier, w *writer) {
		later := w.amendment()
		later.ID, later.Date = "2020-12-25", w.date(2020, 12, 25, "2020年12月25日")
		later.Changes[0].New, later.Changes = w.texts("2022年年底前"), later.Changes[:1]
		d.Amendments = append(d.Amendments, later)
	}, []string{"change-order: " + dossier.ExpectHash("2020年年底前")}},
	{"quoted clause that is deleted", without, []string{"change-unguarded: {change plan=1.1}", "handout-clause-deleted: 1.1"}},
	{"group that is a crowd", registered(crowd), []string{"duty-limit: 第一项，问题甲。还有问题乙。", "register-member: yi"}},
}

func TestEditionOfTheIssuedTextIsSilent(t *testing.T) {
	d, w := example()
	added("第四项", 4)(d, w)
	editions, _ := amend.Editions(d)
	if got := Edition(editions[0]); len(got) > 0 {
		t.Error(got)
	}
	got := Edition(editions[1])
	if len(got) != 2 || got[0].Severity != diag.Warning || !strings.Contains(got[0].Message, "现为4项，原文不改") && !strings.Contains(got[1].Message, "现为4项，原文不改") {
		t.Error(got)
	}
}

// TestDutiesOfEditions: who answers is judged with the register as the notice
// left it.
func TestDutiesOfEditions(t *testing.T) {
	d, w := example()
	a := &d.Amendments[0]
	a.Body[0].Text = w.text("现修改如下。")
	a.Body = append(a.Body, w.paragraphs("“州城建局”更名为“州住建局”。", "人员王丙变更为赵丁。")...)
	a.Changes = []dossier.Change{
		{At: w.text("{change unit=zhujian}").At, Target: dossier.Target{Unit: "zhujian"}, Verb: dossier.Rename, New: w.texts("州住建局"), To: w.text("州住建局"), Paragraph: 7},
		{At: w.text("{change person=王丙}").At, Target: dossier.Target{Person: "王丙"}, Verb: dossier.Replace, New: w.texts("赵丁"), To: w.text("赵丁"), Paragraph: 8},
	}
	if got := report(d, w); len(got) > 0 {
		t.Error(got)
	}
}
