package impact

import (
	"maps"
	"strings"
	"testing"

	"hongtou/internal/dossier"
)

// listed writes addresses and labels.
func listed(vs []Value) string {
	var out []string
	for _, v := range vs {
		out = append(out, string(v.Address)+" "+v.Label)
	}
	return strings.Join(out, "; ")
}

func TestCompare(t *testing.T) {
	const others = "jia; yi; bing; ding"
	for _, c := range []struct {
		name, notice                            string
		changed, restated, affected, unaffected string
		general                                 bool
	}{
		{
			name: "a field", notice: "一、第一项，管网缓慢。\n\n" + change("item=01 field=deadline", "整改时限修改为：2022年年底前"),
			changed: "01.deadline 第一项整改时限", affected: "jia 01[r]>[r]; bing 01[s]>[s]", unaffected: "yi; ding",
		},
		{
			name: "a list with one measure restated", notice: "一、第一项，管网缓慢。\n\n" +
				change("item=01 field=measures", "整改措施修改为：") + "\n\n（一）更快。\n\n（二）检查。",
			changed: "01.1 第一项整改措施（一）", restated: "01.2 第一项整改措施（二）",
			affected: "jia 01[r]>[r]; bing 01[s]>[s]", unaffected: "yi; ding",
		},
		{
			name: "only a restatement", notice: "一、第一项，管网缓慢。\n\n" +
				change("item=01 field=measures expect=cac3779d", "整改措施修改为：") + "\n\n（一）加快。\n\n（二）检查。",
			restated: "01.1 第一项整改措施（一）; 01.2 第一项整改措施（二）", unaffected: others,
		},
		{
			name: "responsibility goes from one unit to another", notice: "一、第一项，管网缓慢。\n\n" +
				change("item=01 field=responsible", "责任单位修改为：乙县政府、市丙局"),
			changed: "01.responsible 第一项责任单位", affected: "jia 01[r]>[]; yi 01[]>[r]; bing 01[s]>[rs]", unaffected: "ding",
		},
		{
			name: "one aspect", notice: "一、第二项，污染严重。\n\n" + change("item=02.1 field=goal", "整改目标修改为：达标。"),
			changed: "02.1.goal 第二项（一）整改目标", affected: "yi 02.1[r]>[r]; ding 02.1[s]>[s]", unaffected: "jia; bing",
		},
		{
			name: "the plan", notice: "一、正文。\n\n" + change("plan=1.1.p1 verb=replace", "该段修改为：不留一处死角。"),
			changed: "plan.1.1.p1 方案一、（一）第1段", unaffected: others, general: true,
		},
		{
			name: "a measure is deleted", notice: "一、第二项，污染严重。\n\n" +
				change("item=02.2 field=measures measure=02.2.1 verb=delete", "删去整改措施1.。"),
			changed: "02.2.1 第二项（二）整改措施第1条", unaffected: others,
		},
		{
			name: "an item is deleted", notice: "一、第一项，管网缓慢。\n\n" + change("item=01 verb=delete", "删去第一项。"),
			changed: "01 第一项", affected: "jia 01[r]>[]; bing 01[s]>[]", unaffected: "yi; ding",
		},
		{
			name: "an item is inserted", notice: "一、增加第四项。\n\n" + change("item=04 verb=insert", "增加：第四项，噪声。") + "\n\n" +
				strings.TrimSuffix(fields("甲县政府", "市丁局"), "\n\n") + "巡查。",
			changed: "04 第四项", affected: "jia 04[]>[r]; ding 04[]>[s]", unaffected: "yi; bing",
		},
		{
			name: "a unit is renamed", notice: "一、单位。\n\n" + change("unit=bing verb=rename to=市丙委", "市丙局更名为市丙委。"),
			changed: "01.supervisors 第一项督导单位", affected: "jia 01[r]>[r]; bing 01[s]>[s]", unaffected: "yi; ding",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := step(t, c.notice)
			for _, same := range []struct{ what, got, want string }{
				{"changed", listed(got.Changed), c.changed},
				{"restated", listed(got.Restated), c.restated},
				{"affected", tasks(got.Affected), c.affected},
				{"unaffected", tasks(got.Unaffected), c.unaffected},
			} {
				if same.got != same.want {
					t.Errorf("%s:\n got %s\nwant %s", same.what, same.got, same.want)
				}
			}
			if got.General != c.general {
				t.Errorf("general: %v", got.General)
			}
		})
	}
}

// TestOpenTasksThatReachNobodyElseComeFirst changes items 3 and 2 in this
// order: both reach the open group, the second aspect of item 2 nobody else.
func TestOpenTasksThatReachNobodyElseComeFirst(t *testing.T) {
	got := step(t, "一、第一项，管网缓慢。\n\n"+change("item=01 field=goal", "整改目标修改为：建成。")+
		"\n\n二、第三项，扬尘。\n\n"+change("item=03 field=goal", "整改目标修改为：无尘。")+
		"\n\n三、第二项，污染严重。\n\n"+change("item=02.2 field=goal", "整改目标修改为：满意。")).Open
	if len(got) != 2 || got[0].Aspect != "02.2" || !got[0].Only || got[1].Aspect != "03" || got[1].Only {
		t.Fatalf("open tasks %+v", got)
	}
	if s := unitNames(got[0].Candidates); s != "市丙局 甲县政府" {
		t.Errorf("candidates of 02.2: %s", s)
	}
	want := []Group{{dossier.Responsible, "领导小组成员单位", false}, {dossier.Supervisors, "领导小组成员单位", false}}
	if len(got[0].Groups) != 2 || got[0].Groups[0] != want[0] || got[0].Groups[1] != want[1] {
		t.Errorf("groups %+v", got[0].Groups)
	}
}

// TestOpenGroupsWithKnownMembers: a group of which some members are listed is
// no group of which nobody is.
func TestOpenGroupsWithKnownMembers(t *testing.T) {
	files := maps.Clone(example)
	files["units.yaml"] = strings.Replace(files["units.yaml"], "领导小组成员单位, open: true", "领导小组成员单位, members: [bing], open: true", 1)
	all := editionsOf(t, files, "一、第三项，扬尘。\n\n"+change("item=03 field=goal", "整改目标修改为：无尘。"))
	open := Compare(all[0], all[1]).Open
	if len(open) != 1 || open[0].Only || len(open[0].Groups) == 0 {
		t.Fatalf("%+v", open)
	}
	for _, g := range open[0].Groups {
		if !g.Known {
			t.Errorf("%+v", g)
		}
	}
}

// TestOtherWays: documents change without a word of a task, and somebody is
// affected whenever they do.
func TestOtherWays(t *testing.T) {
	files := maps.Clone(example)
	files["units.yaml"] = strings.Replace(files["units.yaml"], "{id: xian, ", "{id: liang, name: 有关县区, members: [jia, yi], basis: 两个县}\n  - {id: xian, ", 1)
	files["units.yaml"] = strings.Replace(files["units.yaml"], "units: [jia], basis", "units: [yi], basis", 1)
	files["plan1/items/01.md"] = "第一项，管网缓慢。\n\n" + fields("有关县区", "市丙局") + "（一）加快。\n\n（二）请甲县落实。\n"
	files["plan1/dossier.yaml"] += "handout:\n  reporting:\n    clauses: [\"1.1\"]\n"
	for _, c := range []struct{ name, notice, affected, quoted string }{
		{"a unit that a group reaches is renamed", "一、单位。\n\n" + change("unit=jia verb=rename to=甲市政府", "甲县政府更名为甲市政府。"), "jia 01[r]>[r] 03[r]>[r]; bing 01[s]>[s]; ding 03[s]>[s]", ""},
		{"a person comes with a merged unit", "一、单位。\n\n" + change("unit=yi verb=merge into=jia", "乙县政府并入甲县政府。"), "jia 01[r]>[r] 02.1[]>[r] 03[r]>[r]; bing 01[s]>[s]; ding 02.1[s]>[s] 03[s]>[s]; yi 01[r]>[] 02.1[r]>[] 03[r]>[]", ""},
		{"a person is replaced", "一、人员。\n\n" + change("person=张三 by=赵六", "张三的职务由赵六接任。"), "jia 01[r]>[r] 03[r]>[r]; yi 01[r]>[r] 02.1[r]>[r] 03[r]>[r]; bing 01[s]>[s]; ding 02.1[s]>[s] 03[s]>[s]", ""},
		{"a quoted paragraph", "一、正文。\n\n" + change("plan=1.1 find=逐项", "“逐项”修改为“逐条”。"), "jia; yi; bing; ding", "jia yi bing ding"},
		{"the heading above it gets another number", "一、正文。\n\n" + change("plan=1 verb=renumber number=二、", "第一部分的序号改为：“二、”。"), "jia; yi; bing; ding", "jia yi bing ding"},
		{"a paragraph that nobody quotes", "一、正文。\n\n" + change("plan=1.1.p1 find=死角", "“死角”修改为“角落”。"), "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			all := editionsOf(t, files, c.notice)
			got := Compare(all[0], all[1]).Affected
			var quoted []string
			for _, r := range got {
				if r.Quoted {
					quoted = append(quoted, r.Unit.ID)
				}
			}
			if tasks(got) != c.affected || strings.Join(quoted, " ") != c.quoted {
				t.Errorf("affected %s, quoted %s", tasks(got), quoted)
			}
		})
	}
}

// TestNothingHappened: an edition compared with itself has no impact.
func TestNothingHappened(t *testing.T) {
	to := editions(t, "一、第一项，管网缓慢。\n\n"+change("item=01 field=goal", "整改目标修改为：建成。"))[1]
	got := Compare(to, to)
	if len(got.Open)+len(got.Changed)+len(got.Restated)+len(got.Affected) > 0 || got.General || tasks(got.Unaffected) != "jia; yi; bing; ding" {
		t.Errorf("%+v", got)
	}
}

// TestEveryRecipientIsOnOneSide: affected and unaffected are everybody who has
// a task, each once.
func TestEveryRecipientIsOnOneSide(t *testing.T) {
	got := step(t, "一、第三项，扬尘。\n\n"+change("item=03 field=supervisors", "督导单位修改为：市丙局"))
	seen := map[string]int{}
	for _, r := range append(got.Affected, got.Unaffected...) {
		seen[r.Unit.ID]++
	}
	if len(seen) != 4 || seen["jia"]+seen["yi"]+seen["bing"]+seen["ding"] != 4 {
		t.Errorf("recipients %v", seen)
	}
}

// TestSeveralNotices: between the ends only the net change counts, in the
// middle each notice by itself.
func TestSeveralNotices(t *testing.T) {
	const head = "一、第一项，管网缓慢。\n\n"
	all := editions(t,
		head+change("item=01 field=goal", "整改目标修改为：建成。")+"\n\n"+change("item=01 field=deadline", "整改时限修改为：2022年年底前"),
		head+change("item=01 field=goal", "整改目标修改为：完成。")+"\n\n"+change("item=01 field=deadline", "整改时限修改为：2023年年底前"))
	whole := Compare(all[0], all[2])
	if got := listed(whole.Changed); got != "01.deadline 第一项整改时限" || len(whole.Changed[0].Steps) != 2 || len(whole.Restated) != 0 {
		t.Errorf("from end to end: %s, %d restated", got, len(whole.Restated))
	}
	if v := whole.Changed[0]; v.Old[0].Value != "2021年年底前" || v.New[0].Value != "2023年年底前" {
		t.Errorf("deadline %q to %q", v.Old[0].Value, v.New[0].Value)
	}
	second := Compare(all[1], all[2])
	if got := listed(second.Changed); got != "01.goal 第一项整改目标; 01.deadline 第一项整改时限" || len(second.Changed[0].Steps) != 1 {
		t.Errorf("the second notice: %s", got)
	}
}

// TestCameAndWent: what one notice inserts and another deletes is no change.
func TestCameAndWent(t *testing.T) {
	got := step(t,
		"一、增加第四项。\n\n"+change("item=04 verb=insert", "增加：第四项，噪声。")+"\n\n"+fields("甲县政府", "市丁局")+"巡查。",
		"一、第四项，噪声。\n\n"+change("item=04 verb=delete", "删去第四项。"))
	if len(got.Changed)+len(got.Restated)+len(got.Affected) > 0 {
		t.Errorf("changed %s, affected %s", listed(got.Changed), tasks(got.Affected))
	}
}
