package amend

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"hongtou/internal/dossier"
)

// verbCases: what each change of the small dossier makes of it.
var verbCases = []struct {
	name, body string
	want       []string
}{
	{"field", "一、第一项，问题不少。\n\n{change item=01 field=deadline expect=2021年底前}\n整改时限修改为：2021年9月底前",
		[]string{"01.deadline replace 2021年9月底前"}},
	{"field in quotation marks", "一、第一项，问题不少。\n\n{change item=01 field=goal}\n整改目标修改为：“到“十四五”末完成。”。",
		[]string{"01.goal replace 到“十四五”末完成。"}},
	{"field below the sentence", "一、第二项，另一问题。\n\n{change item=02.1 field=goal}\n（一）的整改目标修改为：\n\n全部完成甲。",
		[]string{"02.1.goal replace 全部完成甲。"}},
	{"passage of a field", "一、第一项，问题不少。\n\n{change item=01 field=responsible find=市乙局 verb=insert}\n责任单位中“市乙局”之后增加“、丁县政府”。",
		[]string{"01.responsible replace 甲县政府、市乙局、丁县政府，市丙局"}},
	{"deleted passage", "一、第一项，问题不少。\n\n{change item=01 field=responsible find=，市丙局 verb=delete}\n责任单位删去“，市丙局”。",
		[]string{"01.responsible replace 甲县政府、市乙局"}},
	{"field that was not there", "一、第三项，小问题。\n\n{change item=03 field=supervisors verb=insert}\n增加督导单位：市乙局",
		[]string{"03.supervisors insert 市乙局"}},
	{"deleted field", "一、第一项，问题不少。\n\n{change item=01 field=leaders verb=delete expect=张三}\n删去责任领导。",
		[]string{"01.leaders delete "}},

	{"all measures", "一、第一项，问题不少。\n\n{change item=01 field=measures}\n整改措施修改为：\n\n（一）建立机制。\n\n（二）每月检查。\n\n（四）公开。",
		[]string{"01.measures replace （一）建立机制。/（二）每月检查。/（四）公开。", "01.lead delete ", "01.1 replace =", "01.1.p2 delete ", "01.1.1 delete ", "01.1.2 delete ",
			"01.2 replace （二）每月检查。", "01.3 delete ", "01.4 insert （四）公开。"}},
	{"all measures by one", "一、第三项，小问题。\n\n{change item=03 field=measures}\n整改措施修改为：全面排查。",
		[]string{"03.measures replace 全面排查。", "03.1 replace 全面排查。", "03.2 delete "}},
	{"all measures to the end", "一、第三项，小问题。\n\n{change item=03 field=measures}\n整改措施修改为：\n\n先排查。\n\n再整改。\n\n后总结。\n\n{end}\n特此通知。",
		[]string{"03.measures replace 先排查。/再整改。/后总结。", "03.1 replace 先排查。", "03.2 replace 再整改。", "03.3 insert 后总结。"}},
	{"measures that are issued again", "一、第三项，小问题。\n\n{change item=03 field=measures expect=\"排查。\\n再排查。\"}\n整改措施修改为：\n\n排查。\n\n再排查。\n\n{end}\n特此通知。",
		[]string{"03.measures replace =", "03.1 replace =", "03.2 replace ="}},
	{"one measure", "一、第一项，问题不少。\n\n{change item=01 field=measures measure=01.2 expect=（二）检查。}\n整改措施第（二）项修改为：每月检查。",
		[]string{"01.measures replace 经梳理，措施如下。/（一）建立机制。/接着说。/1.先做。/2.再做。/（二）每月检查。/（三）总结。", "01.2 replace （二）每月检查。"}},
	{"measure with what stands under it", "一、第一项，问题不少。\n\n{change item=01 field=measures measure=01.1}\n整改措施第（一）项修改为：\n\n（一）建立机制。\n\n1.只做一次。",
		[]string{"01.measures replace 经梳理，措施如下。/（一）建立机制。/1.只做一次。/（二）检查。/（三）总结。", "01.1 replace =", "01.1.1 replace 1.只做一次。", "01.1.p2 delete ", "01.1.2 delete "}},
	{"passage of a measure", "一、第一项，问题不少。\n\n{change item=01 field=measures measure=01.2 find=检查}\n整改措施第（二）项中“检查”修改为“每月检查”。",
		[]string{"01.measures replace 经梳理，措施如下。/（一）建立机制。/接着说。/1.先做。/2.再做。/（二）每月检查。/（三）总结。", "01.2 replace （二）每月检查。"}},
	{"deleted measure", "一、第一项，问题不少。\n\n{change item=01 field=measures measure=01.1 verb=delete}\n整改措施删去第（一）项。",
		[]string{"01.measures replace 经梳理，措施如下。/（二）检查。/（三）总结。", "01.1 delete ", "01.1.p2 delete ", "01.1.1 delete ", "01.1.2 delete "}},
	{"measure after one", "一、第一项，问题不少。\n\n{change item=01 field=measures verb=insert after=01.1}\n整改措施增加一段：仍然接着说。",
		[]string{"01.measures replace 经梳理，措施如下。/（一）建立机制。/接着说。/仍然接着说。/1.先做。/2.再做。/（二）检查。/（三）总结。", "01.1.p3 insert 仍然接着说。"}},
	{"measure at the end", "一、第一项，问题不少。\n\n{change item=01 field=measures verb=insert}\n整改措施增加：（四）公开。",
		[]string{"01.measures replace 经梳理，措施如下。/（一）建立机制。/接着说。/1.先做。/2.再做。/（二）检查。/（三）总结。/（四）公开。", "01.4 insert （四）公开。"}},
	{"first measure and new numbers", "一、第一项，问题不少。\n\n{change item=01 field=measures verb=insert after=01.1}\n整改措施增加：（二）排查。\n\n{change item=01 field=measures measure=01.2 verb=renumber number=（三）}\n原（二）改为（三）。\n\n{change item=01 field=measures measure=01.3 verb=renumber number=（四）}\n原（三）改为（四）。",
		[]string{"01.measures replace 经梳理，措施如下。/（一）建立机制。/接着说。/1.先做。/2.再做。/（二）排查。/（三）检查。/（四）总结。", "01.2-2 insert （二）排查。", "01.2 renumber （三）检查。", "01.3 renumber （四）总结。"}},
	{"new lead", "一、第二项，另一问题。\n\n{change item=02.2 field=measures verb=insert first}\n（二）的整改措施增加一段：措施如下。",
		[]string{"02.2.measures replace 措施如下。/1.做乙。", "02.2.lead insert 措施如下。"}},

	{"inserted item", "一、增加一项\n\n{change item=04 verb=insert part=1 after=01}\n清单中增加：第四项，新问题。\n\n整改目标：完成。\n\n整改措施：\n\n（一）整改。\n\n二、其他",
		[]string{"04 insert 第四项", "04.problem insert 第四项，新问题。", "04.goal insert 完成。", "04.measures insert （一）整改。", "04.1 insert （一）整改。"}},
	{"inserted item by itself", "一、增加一项\n\n{change item=04 verb=insert part=2 first}\n第四项，新问题。\n\n整改目标：完成。\n\n整改措施：整改。",
		[]string{"04 insert 第四项", "04.problem insert 第四项，新问题。", "04.goal insert 完成。", "04.measures insert 整改。", "04.1 insert 整改。"}},
	{"deleted item", "一、第三项，小问题。\n\n{change item=03 verb=delete}\n删去该项。",
		[]string{"03 delete ", "03.problem delete ", "03.goal delete ", "03.responsible delete ", "03.persons delete ", "03.measures delete ", "03.1 delete ", "03.2 delete "}},
	{"renumbered item takes a deleted number", "一、第二项，另一问题。\n\n{change item=02 verb=delete}\n删去该项。\n\n二、第三项，小问题。\n\n{change item=03 verb=renumber number=第二项}\n第三项改为第二项。",
		[]string{"02 delete ", "02.problem delete ", "02.remarks delete ", "02.1.problem delete ", "02.1.goal delete ", "02.1.responsible delete ", "02.1.persons delete ", "02.1.measures delete ", "02.1.1 delete ", "02.1.2 delete ",
			"02.2.problem delete ", "02.2.goal delete ", "02.2.measures delete ", "02.2.1 delete ", "03 renumber 第二项", "03.problem renumber 第二项，小问题。"}},

	{"passage of the plan", "一、正文\n\n{change plan=1.1 find=2类3项}\n第一部分第（一）项中“2类3项”修改为“2类4项”。",
		[]string{"plan.1.1 replace （一）到位。按时完成2类4项任务。"}},
	{"words after a passage", "一、正文\n\n{change plan=1.1.2 find=逐项 verb=insert}\n“逐项”之后增加“、逐条”。",
		[]string{"plan.1.1.2 replace 2.整改。逐项、逐条整改。"}},
	{"paragraph of the plan", "一、正文\n\n{change plan=1.2 expect=（二）长效。建立机制。}\n第一部分第（二）项修改为：\n\n（二）长效机制。健全制度。",
		[]string{"plan.1.2 replace （二）长效机制。健全制度。"}},
	{"inserted paragraphs", "一、正文\n\n{change plan=2.2 verb=insert after=2.1}\n第二部分增加：（二）考核。严格考核。\n\n1.日常考核。\n\n{end}\n以上。",
		[]string{"plan.2.2 insert （二）考核。严格考核。", "plan.2.2.1 insert 1.日常考核。"}},
	{"inserted section", "一、正文\n\n{change plan=3 verb=insert}\n方案增加：\n\n三、附则\n\n自印发之日起施行。\n\n{end}\n以上。",
		[]string{"plan.3 insert 三、附则", "plan.3.p1 insert 自印发之日起施行。"}},
	{"inserted at the front", "一、正文\n\n{change plan=p0 verb=insert first}\n开头增加：前言。",
		[]string{"plan.p0 insert 前言。"}},
	{"deleted paragraph", "一、正文\n\n{change plan=1.1 verb=delete}\n删去第一部分第（一）项。",
		[]string{"plan.1.1 delete ", "plan.1.1.1 delete ", "plan.1.1.2 delete "}},
	{"renumbered paragraph", "一、正文\n\n{change plan=1.1.2 verb=renumber number=3.}\n第2.项改为3.。",
		[]string{"plan.1.1.2 renumber 3.整改。逐项整改。"}},
	{"heading of a part", "一、清单\n\n{change part=2 find=1项}\n第二部分标题中“1项”修改为“2项”。",
		[]string{"part.2 replace 二、第二部分（2项）"}},

	{"renamed unit", "一、单位\n\n{change unit=yi verb=rename to=市戊局}\n“市乙局”更名为“市戊局”。",
		[]string{"01.responsible rename 甲县政府、市戊局，市丙局", "01.supervisors rename 市戊局", "02.1.responsible rename 市戊局", "02.1.persons rename 市戊局主要负责人、王五", "unit.yi rename 市戊局"}},
	{"merged unit", "一、单位\n\n{change unit=yi verb=merge into=bing}\n市乙局并入市丙局。",
		[]string{"01.responsible merge 甲县政府，市丙局", "01.supervisors merge 市丙局", "02.1.responsible merge 市丙局", "02.1.persons merge 市丙局主要负责人、王五", "unit.yi merge 市丙局"}},
	{"person in office", "一、人员\n\n{change person=李四 by=赵六}\n李四的职务由赵六接任。",
		[]string{"01.persons replace 赵六、王五", "person.李四 replace 赵六", "person.赵六 insert 赵六"}},
	{"leader", "一、人员\n\n{change person=张三 by=赵六}\n责任领导张三变更为赵六。",
		[]string{"01.leaders replace 赵六", "person.张三 replace 赵六", "person.赵六 insert 赵六"}},
}

func TestVerbs(t *testing.T) {
	for _, c := range verbCases {
		t.Run(c.name, func(t *testing.T) {
			content := small()
			notice(content, "2021-06-01", c.body)
			e, list := At(loaded(t, content), "")
			for _, d := range list {
				t.Errorf("%s %s", d.Code, d.Message)
			}
			got := news(e)
			slices.Sort(got)
			slices.Sort(c.want)
			if !slices.Equal(got, c.want) {
				t.Errorf("have\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(c.want, "\n"))
			}
			consistent(t, e, content)
		})
	}
}

// consistent checks what holds for every edition: addresses are those of the
// printed values, in printed order, and each changed value has its source.
func consistent(t *testing.T, e *Edition, content map[string]string) {
	t.Helper()
	order := map[dossier.Address]int{}
	for i, a := range e.Addresses() {
		if _, twice := order[a]; twice {
			t.Errorf("%s is listed twice", a)
		}
		order[a] = i
	}
	last := -1
	walk(e.Dossier, func(a dossier.Address, ts []dossier.Text) {
		at, known := order[a]
		if !known || at <= last {
			t.Errorf("%s stands at %d after %d", a, at, last)
		}
		last = at
		if (ts == nil) != e.Deleted(a) {
			t.Errorf("%s: deleted %v, text %v", a, e.Deleted(a), ts)
		}
	})
	for a := range order {
		if e.Changed(a) && (e.Origin(a).Amendment == "" || e.Origin(a).At.File == "" || len(e.History(a)) == 0) {
			t.Errorf("%s has no source: %+v", a, e.Origin(a))
		}
		for _, text := range e.Text(a) {
			if content != nil {
				placed(t, content, text)
			}
		}
	}
}

// placed checks that every character of a text stands at its place in the
// source.
func placed(t *testing.T, content map[string]string, text dossier.Text) {
	t.Helper()
	for i, r := range []rune(text.Value) {
		at := text.Position(i)
		lines := strings.Split(content[strings.TrimPrefix(at.File, "content/")], "\n")
		if at.Line < 1 || at.Line > len(lines) {
			t.Fatalf("%q: %v is nowhere", text.Value, at)
		}
		if line := []rune(lines[at.Line-1]); at.Column > len(line) || line[at.Column-1] != r {
			t.Fatalf("%q: %c is not at %v", text.Value, r, at)
		}
	}
}

func TestTombstones(t *testing.T) {
	e, list := amended(t, `一、第一项，问题不少。

{change item=01 field=measures measure=01.2 verb=delete}
整改措施删去第（二）项。

二、第三项，小问题。

{change item=03 verb=delete}
删去该项。

三、正文

{change plan=1.1 verb=delete}
删去第一部分第（一）项。
`)
	if len(list) > 0 {
		t.Fatal(list)
	}
	var got []string
	for _, m := range e.Dossier.Annex.Parts[0].Items[0].Aspects[0].Field(dossier.Measures).Measures {
		got = append(got, fmt.Sprint(m.Text.Value, m.Deleted))
	}
	gone := e.Dossier.Annex.Parts[1].Items[0]
	got = append(got, fmt.Sprint(gone.Problem[0].Value, gone.Deleted, len(gone.Aspects), len(gone.Aspects[0].Fields), gone.Ordinal))
	for _, p := range e.Dossier.Plan.Body {
		got = append(got, fmt.Sprint(p.ID, " ", p.Text.Value, p.Deleted))
	}
	want := []string{"经梳理，措施如下。false", "（一）建立机制。false", "接着说。false", "1.先做。false", "2.再做。false", "（二）〔删去〕true", "（三）总结。false",
		"第三项〔删去〕true 1 0 3",
		"p1 为整改，制定本方案。false", "1 一、目标false", "1.p1 总的要求如下。false", "1.1 （一）〔删去〕true", "1.2 （二）长效。建立机制。false", "2 二、保障false", "2.1 （一）组织。加强领导。false"}
	if !slices.Equal(got, want) {
		t.Errorf("have\n%s", strings.Join(got, "\n"))
	}
	if e.Expected("01.measures") != "经梳理，措施如下。\n（一）建立机制。\n接着说。\n1.先做。\n2.再做。\n（三）总结。" || e.Expected("01.1") != "（一）建立机制。\n接着说。\n1.先做。\n2.再做。" || e.Expected("01.2") != "" || e.Expected("unit.yi") != "市乙局" {
		t.Errorf("%q %q", e.Expected("01.measures"), e.Expected("01.1"))
	}
}

// TestRegisterFollows: groups, ties and names go along with units and people.
func TestRegisterFollows(t *testing.T) {
	e, list := amended(t, "一、单位\n\n{change unit=yi verb=merge into=bing}\n市乙局并入市丙局。\n\n{change unit=jia verb=rename to=甲市政府}\n甲县政府更名为甲市政府。",
		"一、人员\n\n{change person=王五 by=李四 unit=bing}\n市丙局王五变更为李四。")
	if len(list) > 0 {
		t.Fatal(list)
	}
	r := e.Dossier.Register
	if len(r.Units) != 3 || r.Units[1].ID != "bing" || len(r.Units[1].Aliases) != 2 || len(r.Groups[1].Members) != 1 || r.Groups[1].Members[0].Value != "bing" {
		t.Errorf("%+v", r)
	}
	if r.Units[0].Name.Value != "甲市政府" || r.Units[0].Aliases[0].Value != "甲县政府" {
		t.Errorf("%+v", r.Units[0])
	}
	if len(r.People) != 2 || len(r.People[1].Units) != 2 {
		t.Errorf("%+v", r.People)
	}
	if len(e.Issued.Register.Units) != 4 || e.Issued.Register.Units[0].Name.Value != "甲县政府" || len(e.Issued.Register.Groups[1].Members) != 2 {
		t.Error("the issued register changed")
	}
	if got := dossier.Lines(e.Text("01.persons")); got != "李四" {
		t.Error(got)
	}
}

// TestPersonOfSeveralUnits: only the fields of the unit in question change.
func TestPersonOfSeveralUnits(t *testing.T) {
	e, list := amended(t, "一、人员\n\n{change person=王五 by=赵六 unit=yi}\n市乙局王五变更为赵六。")
	if len(list) != 1 || list[0].Code != codeTarget || !strings.Contains(list[0].Message, "第一项") {
		t.Fatal(list) // items 01 and 03 concern both units
	}
	c := small()
	c["plan1/items/01.md"] = strings.Replace(c["plan1/items/01.md"], "，市丙局", "", 1)
	c["plan1/items/03.md"] = strings.Replace(c["plan1/items/03.md"], "各局", "市丙局", 1)
	notice(c, "2021-06-01", "一、人员\n\n{change person=王五 by=赵六 unit=yi}\n市乙局王五变更为赵六。")
	e, list = At(loaded(t, c), "")
	if len(list) > 0 {
		t.Fatal(list)
	}
	for a, want := range map[dossier.Address]string{"01.persons": "李四、赵六", "02.1.persons": "市乙局主要负责人、赵六", "03.persons": "王五"} {
		if got := dossier.Lines(e.Text(a)); got != want {
			t.Errorf("%s: %s", a, got)
		}
	}
	people := e.Dossier.Register.People
	if len(people) != 4 || people[2].Units[0].Value != "bing" || len(people[2].Units) != 1 || people[3].Name.Value != "赵六" || people[3].Units[0].Value != "yi" {
		t.Errorf("%+v", people)
	}
}

// TestMergedOnce: where both units stand in one field, one name is left, with
// one role and no stray mark.
func TestMergedOnce(t *testing.T) {
	for persons, want := range map[string]string{
		"市丙局主要负责人、市乙局主要负责人、王五": "市丙局主要负责人、王五",
		"市乙局主要负责人、市丙局主要负责人":    "市丙局主要负责人",
		"市丙局、市乙局主要负责人":         "市丙局主要负责人",
		"市乙局和市丙局主要负责人":         "市丙局主要负责人",
		"市乙局、市乙管理局主要负责人":       "市丙局主要负责人",
		"王五、市乙局主要负责人":          "王五、市丙局主要负责人",
	} {
		c := small()
		c["plan1/items/03.md"] = strings.Replace(c["plan1/items/03.md"], "责任人员：王五", "责任人员："+persons, 1)
		notice(c, "2021-06-01", "一、单位\n\n{change unit=yi verb=merge into=bing}\n市乙局并入市丙局。")
		e, list := At(loaded(t, c), "")
		if got := dossier.Lines(e.Text("03.persons")); got != want || len(list) > 0 {
			t.Errorf("%s: %s, want %s %v", persons, got, want, list)
		}
	}
}

// TestMergedHolder: tasks that stood in the book of a merged unit stand in the
// book of the unit it became part of.
func TestMergedHolder(t *testing.T) {
	for _, c := range []struct {
		books map[string]string
		into  dossier.Unit
		want  map[string]string
	}{
		{map[string]string{"a": "yi", "b": "c"}, dossier.Unit{ID: "bing"}, map[string]string{"a": "bing", "b": "c"}},
		{map[string]string{"a": "yi"}, dossier.Unit{ID: "bing", Book: dossier.Text{Value: "ding"}}, map[string]string{"a": "ding"}},
		{map[string]string{"bing": "yi"}, dossier.Unit{ID: "bing", Book: dossier.Text{Value: "yi"}}, map[string]string{"bing": ""}},
	} {
		var units []dossier.Unit
		for id, book := range c.books {
			units = append(units, dossier.Unit{ID: id, Book: dossier.Text{Value: book}})
		}
		rebook(units, "yi", c.into, dossier.Text{Value: c.into.ID})
		for _, u := range units {
			if u.Book.Value != c.want[u.ID] {
				t.Errorf("%v: the book of %s is %q, want %q", c.books, u.ID, u.Book.Value, c.want[u.ID])
			}
		}
	}
}
