package amend

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"hongtou/internal/diag"
	"hongtou/internal/dossier"
)

const (
	first  = "一、第一项，问题不少。\n\n"
	second = "一、第二项，另一问题。\n\n"
)

// refusals: changes of the small dossier that contradict it or each other, the
// codes of what is reported, and words that the messages hold.
var refusals = []struct {
	name    string
	notices []string
	codes   []string
	says    []string
}{
	{"text that is not there", []string{first + "{change item=01 field=deadline expect=2021年9月底前}\n整改时限修改为：2022年底前"},
		[]string{"change-expect"}, []string{"第1份修改通知（2021年6月1日）修改第一项整改时限", "所依据的是“2021年【9月】底前”，现文是“2021年【】底前”（出自印发通知（2021年3月5日，甲办〔2021〕3号））", "把expect改为" + dossier.ExpectHash("2021年底前")}},
	{"hash that is not met", []string{first + "{change item=01 field=deadline expect=00000000}\n整改时限修改为：2022年底前"},
		[]string{"change-expect"}, []string{"所依据的校验码是00000000", "为“2021年底前”"}},
	{"measure that is not as expected", []string{first + "{change item=01 field=measures measure=01.1 expect=（一）建立机制。}\n整改措施第（一）项修改为：（一）做。"},
		[]string{"change-expect"}, []string{"第一项整改措施（一）", "建立机制。【／接着说。"}},
	{"applied before", []string{first + "{change item=01 field=deadline}\n整改时限修改为：2021年底前"},
		[]string{"change-twice"}, []string{"已经执行过", "expect="}},
	{"same notice again", []string{
		first + "{change item=01 field=deadline expect=2021年底前}\n整改时限修改为：2021年9月底前",
		first + "{change item=01 field=deadline expect=2021年底前}\n整改时限修改为：2021年9月底前"},
		[]string{"change-twice"}, []string{"第2份修改通知（2021年7月1日）对第一项整改时限的修改已经执行过"}},
	{"twice in one notice", []string{first + "{change item=01 field=deadline}\n整改时限修改为：2021年9月底前\n\n{change item=01 field=deadline}\n整改时限修改为：2021年10月底前"},
		[]string{"change-twice"}, []string{"两次修改第一项整改时限", "合并"}},
	{"list and measure in one notice", []string{first + "{change item=01 field=measures}\n整改措施修改为：（一）做。\n\n{change item=01 field=measures measure=01.1 find=做}\n（一）中“做”修改为“办”。"},
		[]string{"change-twice"}, nil},
	{"measure and list in one notice", []string{first + "{change item=01 field=measures measure=01.2 find=检查}\n（二）中“检查”修改为“办”。\n\n{change item=01 field=measures}\n整改措施修改为：（一）做。"},
		[]string{"change-twice"}, nil},
	{"two passages of one paragraph", []string{"一、正文\n\n{change plan=1.1 find=到位}\n“到位”修改为“完成”。\n\n{change plan=1.1 find=按时}\n“按时”修改为“按期”。"}, nil, nil},

	{"no such item", []string{first + "{change item=09 field=goal}\n整改目标修改为：甲。"}, []string{"change-target"}, []string{"没有整改项“09”"}},
	{"no such aspect", []string{second + "{change item=02.3 field=goal}\n整改目标修改为：甲。"}, []string{"change-target"}, []string{"没有方面“02.3”"}},
	{"no aspect named", []string{second + "{change item=02 field=goal}\n整改目标修改为：甲。"}, []string{"change-target"}, []string{"第二项分2个方面", "如“02.1”"}},
	{"no such field", []string{second + "{change item=02.2 field=leaders}\n责任领导修改为：甲。"}, []string{"change-target"}, []string{"第二项（二）没有字段“责任领导”"}},
	{"field that is there", []string{first + "{change item=01 field=leaders verb=insert}\n增加责任领导：甲。"}, []string{"change-target"}, []string{"find="}},
	{"no such measure", []string{first + "{change item=01 field=measures measure=01.9 verb=delete}\n整改措施删去第（九）项。"}, []string{"change-target"}, []string{"没有措施“01.9”"}},
	{"no measure named", []string{first + "{change item=01 field=measures find=检查}\n整改措施中“检查”修改为“办”。"}, []string{"change-target"}, []string{"measure="}},
	{"no such place", []string{first + "{change item=01 field=measures verb=insert after=01.9}\n整改措施增加：（四）甲。"}, []string{"change-target"}, []string{"没有措施“01.9”"}},
	{"no such part", []string{"一、增加\n\n{change item=04 verb=insert part=3}\n第四项，甲。\n\n整改目标：乙。"}, []string{"change-target"}, []string{"只有2部分"}},
	{"no part named", []string{"一、增加\n\n{change item=04 verb=insert}\n第四项，甲。\n\n整改目标：乙。"}, []string{"change-target"}, []string{"part="}},
	{"other part", []string{"一、增加\n\n{change item=04 verb=insert part=2 after=01}\n第四项，甲。\n\n整改目标：乙。"}, []string{"change-target"}, []string{"在第1部分"}},
	{"item that is there", []string{"一、增加\n\n{change item=03 verb=insert part=2}\n第三项，甲。\n\n整改目标：乙。"}, []string{"change-twice"}, []string{"第三项"}},
	{"measure ID of another item", []string{first + "{change item=01 field=measures verb=insert measure=02.4}\n整改措施增加：（四）甲。"}, []string{"change-number"}, []string{"“02.4”"}},
	{"item number that is taken", []string{"一、增加\n\n{change item=04 verb=insert part=2}\n第三项，甲。\n\n整改目标：乙。"}, []string{"change-number"}, []string{"“第三项”有两个"}},
	{"item deleted twice", []string{"一、第三项，小问题。\n\n{change item=03 verb=delete}\n删去该项。", "一、第三项，小问题。\n\n{change item=03 verb=delete}\n删去该项。"},
		[]string{"change-twice"}, []string{"第2份修改通知", "第1份修改通知（2021年6月1日）删去"}},
	{"field of a deleted item", []string{"一、第三项，小问题。\n\n{change item=03 verb=delete}\n删去该项。", "一、第三项，小问题。\n\n{change item=03 field=goal}\n整改目标修改为：甲。"},
		[]string{"change-target"}, []string{"已由第1份修改通知（2021年6月1日）删去"}},
	{"ID of a deleted item", []string{"一、第三项，小问题。\n\n{change item=03 verb=delete}\n删去该项。", "一、增加\n\n{change item=03 verb=insert part=2}\n第三项，甲。\n\n整改目标：乙。"},
		[]string{"change-target"}, []string{"“03”已经用过"}},
	{"no such paragraph", []string{"一、正文\n\n{change plan=7 verb=delete}\n删去第七部分。"}, []string{"change-target"}, []string{"没有段落“7”"}},
	{"paragraph ID and number", []string{"一、正文\n\n{change plan=2.3 verb=insert}\n增加：（二）甲。"}, []string{"change-number"}, []string{"编号“2.3”"}},
	{"paragraph that is there", []string{"一、正文\n\n{change plan=2.1 verb=insert}\n增加：（一）组织。加强领导。"}, []string{"change-twice"}, nil},
	{"number that changes silently", []string{"一、正文\n\n{change plan=2.1}\n第二部分第（一）项修改为：（二）组织。"}, []string{"change-number"}, []string{"number=（二）"}},
	{"number in a passage", []string{"一、正文\n\n{change plan=2.1 find=（一）}\n“（一）”修改为“（二）”。"}, []string{"change-number"}, []string{"verb=renumber"}},
	{"number that is taken", []string{first + "{change item=01 field=measures measure=01.2 verb=renumber number=（三）}\n（二）改为（三）。"}, []string{"change-number"}, []string{"“（三）”有两个"}},
	{"number of another level", []string{first + "{change item=01 field=measures measure=01.2 verb=renumber number=2.}\n（二）改为2.。"}, []string{"change-number"}, []string{"层次"}},
	{"number that is there", []string{first + "{change item=01 field=measures measure=01.2 verb=renumber number=（二）}\n（二）改为（二）。"}, []string{"change-twice"}, nil},

	{"passage that is not there", []string{"一、正文\n\n{change plan=1.1 find=2类4项任务}\n“2类4项任务”修改为“3项任务”。"},
		[]string{"change-find"}, []string{"现文中没有所引的“2类4项任务”", "所引的是“2类【4】项任务”，现文是“2类【3】项任务”"}},
	{"passage that is there twice", []string{"一、正文\n\n{change plan=1.1.1 find=核查}\n“核查”修改为“检查”。"}, []string{"change-find"}, []string{"有2处"}},
	{"passage replaced before", []string{"一、正文\n\n{change plan=1.1 find=2类3项}\n“2类3项”修改为“2类4项”。", "一、正文\n\n{change plan=1.1 find=2类3项}\n“2类3项”修改为“2类4项”。"},
		[]string{"change-twice"}, []string{"第2份修改通知"}},
	{"passage inserted before", []string{"一、正文\n\n{change plan=1.1 find=按时 verb=insert}\n“按时”之后增加“按质”。", "一、正文\n\n{change plan=1.1 find=按时 verb=insert}\n“按时”之后增加“按质”。"},
		[]string{"change-twice"}, nil},
	{"passage deleted before", []string{"一、正文\n\n{change plan=1.1 find=按时 verb=delete}\n删去“按时”。", "一、正文\n\n{change plan=1.1 find=按时 verb=delete}\n删去“按时”。"},
		[]string{"change-twice"}, nil},
	{"passage of the time before", []string{"一、正文\n\n{change plan=1.1 find=2类3项}\n“2类3项”修改为“2类4项”。", "一、正文\n\n{change plan=1.1 find=2类3项}\n“2类3项”修改为“2类5项”。"},
		[]string{"change-order"}, []string{"第2份修改通知（2021年7月1日）", "第1份修改通知（2021年6月1日）修改之前的文字", "晚于", "应在第1份修改通知（2021年6月1日）之前"}},
	{"passage of the time after", []string{"一、正文\n\n{change plan=1.1 find=2类4项}\n“2类4项”修改为“2类5项”。", "一、正文\n\n{change plan=1.1 find=2类3项}\n“2类3项”修改为“2类4项”。"},
		[]string{"change-order"}, []string{"第1份修改通知（2021年6月1日）", "第2份修改通知（2021年7月1日）修改后的文字", "早于", "应在第2份修改通知（2021年7月1日）之后"}},
	{"text of the time before", []string{first + "{change item=01 field=deadline expect=2021年底前}\n整改时限修改为：2021年9月底前", first + "{change item=01 field=deadline expect=2021年底前}\n整改时限修改为：2022年底前"},
		[]string{"change-order"}, []string{"第2份修改通知（2021年7月1日）修改第一项整改时限，所依据的是第1份修改通知（2021年6月1日）修改之前的文字，本通知的成文日期却晚于该通知", "应在第1份修改通知（2021年6月1日）之前", "把expect改为" + dossier.ExpectHash("2021年9月底前")}},
	{"item that comes later", []string{"一、第四项，甲。\n\n{change item=04 field=goal}\n整改目标修改为：丙。", "一、增加\n\n{change item=04 verb=insert part=2}\n第四项，甲。\n\n整改目标：乙。"},
		[]string{"change-order"}, []string{"没有整改项“04”", "第2份修改通知（2021年7月1日）才增加", "应在第2份修改通知（2021年7月1日）之后"}},

	{"no such unit", []string{"一、单位\n\n{change unit=wu verb=rename to=市戊局}\n“市己局”更名为“市戊局”。"}, []string{"change-target"}, []string{"名册中没有单位“wu”"}},
	{"unit renamed before", []string{"一、单位\n\n{change unit=yi verb=rename to=市戊局}\n“市乙局”更名为“市戊局”。", "一、单位\n\n{change unit=yi verb=rename to=市戊局}\n“市乙局”更名为“市戊局”。"}, []string{"change-twice"}, nil},
	{"unit merged before", []string{"一、单位\n\n{change unit=yi verb=merge into=bing}\n市乙局并入市丙局。", "一、单位\n\n{change unit=yi verb=merge into=bing}\n市乙局并入市丙局。"}, []string{"change-twice"}, nil},
	{"name of another unit", []string{"一、单位\n\n{change unit=yi verb=rename to=市丙局}\n“市乙局”更名为“市丙局”。"}, []string{"change-target"}, []string{"verb=merge"}},
	{"unit merged into itself", []string{"一、单位\n\n{change unit=yi verb=merge into=yi}\n市乙局并入市乙局。"}, []string{"change-target"}, nil},
	{"no such person", []string{"一、人员\n\n{change person=孙七 by=赵六}\n孙七变更为赵六。"}, []string{"change-target"}, []string{"名册中没有“孙七”"}},
	{"person of another unit", []string{"一、人员\n\n{change person=李四 by=赵六 unit=bing}\n李四变更为赵六。"}, []string{"change-target"}, []string{"不属于单位“bing”"}},
	{"leader of a unit", []string{"一、人员\n\n{change person=张三 by=赵六 unit=bing}\n张三变更为赵六。"}, []string{"change-target"}, []string{"不能写unit="}},
	{"person replaced before", []string{"一、人员\n\n{change person=李四 by=赵六}\n李四变更为赵六。", "一、人员\n\n{change person=李四 by=赵六}\n李四变更为赵六。"}, []string{"change-twice"}, nil},
}

func TestRefusals(t *testing.T) {
	for _, c := range refusals {
		t.Run(c.name, func(t *testing.T) {
			_, list := amended(t, c.notices...)
			var codes []string
			said := ""
			for _, d := range list {
				codes = append(codes, d.Code)
				said += d.Message + "\n" + d.Hint + "\n"
				if d.Severity != diag.Error || d.At.Line == 0 || d.Hint == "" {
					t.Errorf("%+v", d)
				}
			}
			if !slices.Equal(codes, c.codes) {
				t.Errorf("codes %q\n%s", codes, said)
			}
			for _, w := range c.says {
				if !strings.Contains(said, w) {
					t.Errorf("%q is not said:\n%s", w, said)
				}
			}
		})
	}
}

// TestRefusedChangesNothing: the edition without a refused change is the one
// in which it was never written.
func TestRefusedChangesNothing(t *testing.T) {
	for _, c := range refusals {
		if len(c.notices) != 1 || len(c.codes) == 0 || c.codes[0] == codeNumber || strings.Count(c.notices[0], "{change") > 1 {
			continue
		}
		e, _ := amended(t, c.notices...)
		if got := news(e); len(got) > 0 {
			t.Errorf("%s: %q", c.name, got)
		}
	}
}

func TestNoticesOfOneDay(t *testing.T) {
	body := func(from, to string) string {
		return first + fmt.Sprintf("{change item=01 field=deadline expect=%s}\n整改时限修改为：%s", from, to)
	}
	c := small()
	notice(c, "2021-06-01-2", body("2021年9月底前", "2021年10月底前"))
	notice(c, "2021-06-01", body("2021年底前", "2021年9月底前"))
	notice(c, "2021-06-01-10", body("2021年10月底前", "2021年11月底前"))
	d := loaded(t, c)
	all, list := Editions(d)
	if len(list) > 0 || len(all) != 2 || len(all[1].Applied) != 3 || len(all[1].History("01.deadline")) != 3 {
		t.Fatal(list, len(all))
	}
	if got := dossier.Lines(all[1].Text("01.deadline")); got != "2021年11月底前" {
		t.Error(got)
	}
	notice(c, "2021-06-01-2", body("2021年11月底前", "2022年底前"))
	_, list = At(loaded(t, c), "")
	if len(list) != 2 || list[0].Code != codeExpect || list[1].Code != codeExpect {
		t.Error(list) // a chain that is broken in the middle fits nowhere
	}
	delete(c, "plan1/amendments/2021-06-01-10.md")
	notice(c, "2021-06-01", body("2021年9月底前", "2021年10月底前"))
	notice(c, "2021-06-01-2", body("2021年底前", "2021年9月底前"))
	_, list = At(loaded(t, c), "")
	if len(list) != 1 || list[0].Code != codeOrder || !strings.Contains(list[0].Message, "同日发文，次序却早于") || !strings.Contains(list[0].Hint, "序号") {
		t.Error(list)
	}
}

func TestDays(t *testing.T) {
	c := small()
	notice(c, "2021-06-01", first+"{change item=01 field=deadline expect=2021年底前}\n整改时限修改为：2021年9月底前")
	notice(c, "2021-08-01", first+"{change item=01 field=deadline expect=2021年9月底前}\n整改时限修改为：2021年10月底前")
	d := loaded(t, c)
	for _, day := range []struct {
		asOf, date, text string
		applied, later   int
	}{
		{"2020-01-01", "2021-03-05", "2021年底前", 0, 2},
		{"2021-05-31", "2021-03-05", "2021年底前", 0, 2},
		{"2021-06-01", "2021-06-01", "2021年9月底前", 1, 1},
		{"2021-07-31", "2021-06-01", "2021年9月底前", 1, 1},
		{"2021-08-01", "2021-08-01", "2021年10月底前", 2, 0},
		{"", "2021-08-01", "2021年10月底前", 2, 0},
	} {
		e, list := At(d, day.asOf)
		if got := dossier.Lines(e.Text("01.deadline")); got != day.text || e.Date != day.date || e.AsOf != day.asOf || len(e.Applied) != day.applied ||
			len(e.Later) != day.later || len(e.History("01.deadline")) != day.applied || e.Amended() != (day.applied > 0) || len(list) > 0 {
			t.Errorf("%+v: %s %s %v", day, got, e.Date, list)
		}
	}
}

func TestNoticeBeforeThePlan(t *testing.T) {
	c := small()
	notice(c, "2021-03-01", first+"{change item=01 field=deadline expect=2021年底前}\n整改时限修改为：2021年9月底前")
	e, list := At(loaded(t, c), "")
	if len(list) != 1 || list[0].Code != codeDate || len(e.Applied) > 0 || e.Date != "2021-03-05" || len(news(e)) > 0 {
		t.Errorf("%+v %+v", list, e.Applied)
	}
	if !strings.Contains(list[0].Message, "第1份修改通知（2021年3月1日）") || !strings.Contains(list[0].Message, "印发通知（2021年3月5日") || len(list[0].Notes) != 1 {
		t.Error(list[0])
	}
}

func TestLimits(t *testing.T) {
	d := loaded(t, small())
	a := dossier.Amendment{ID: "2021-06-01", Notice: dossier.Notice{Date: dossier.Date{Year: 2021, Month: 6, Day: 1}}}
	for range mostChanges + 1 {
		a.Changes = append(a.Changes, dossier.Change{Target: dossier.Target{Item: "01", Field: dossier.Goal}, Verb: dossier.Replace, New: []dossier.Text{{Value: "甲"}}})
	}
	d.Amendments = []dossier.Amendment{a}
	e, list := At(d, "")
	if len(list) != 1 || list[0].Code != codeLimit || e.Amended() {
		t.Error(list)
	}
}

func TestExcerpt(t *testing.T) {
	for _, c := range []struct{ text, other, want string }{
		{"甲乙丙", "甲丁丙", "“甲【乙】丙”"},
		{"甲丙", "甲丁丙", "“甲【】丙”"},
		{"甲", "", "“【甲】”"},
		{"", "甲", "“【】”"},
		{"共17项", "共18项", "“共【17】项”"},
		{"共170项", "共17项", "“共【170】项”"},
		{"共17项", "共170项", "“共【17】项”"},
		{"一二三四五六七八九十甲一二三四五六", "一二三四五六七八九十乙一二三四五六", "“……三四五六七八九十【甲】一二三四……”"},
		{strings.Repeat("甲", 30), strings.Repeat("乙", 30), "“【" + strings.Repeat("甲", 24) + "……】”"},
		{"甲\n乙", "甲\n丙", "“甲／【乙】”"},
	} {
		if got := excerpt(c.text, c.other); got != c.want {
			t.Errorf("%q, %q: %s, want %s", c.text, c.other, got, c.want)
		}
	}
}
