package impact

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"hongtou/internal/amend"
	"hongtou/internal/dossier"
	"hongtou/internal/load"
	"hongtou/internal/source"
)

// example is an invented dossier: item 1 answered for by 甲县, supervised by
// 市丙局; item 2 with an aspect of 乙县 and one that only an open group
// answers for; item 3 of a closed group and an open one.
var example = map[string]string{
	"units.yaml": `units:
  - {id: jia, name: 甲县政府, kind: government}
  - {id: yi, name: 乙县政府, kind: government}
  - {id: bing, name: 市丙局, kind: department}
  - {id: ding, name: 市丁局, kind: department}
  - {id: wu, name: 戊公司, kind: company, recipient: false}
groups:
  - {id: xian, name: 各县政府, members: [jia, yi], basis: 只有两个县}
  - {id: zu, name: 领导小组成员单位, open: true, basis: 没有列出}
people:
  - {name: 张三, leader: true, basis: 责任领导}
  - {name: 李四, units: [jia], basis: 责任人员}
`,
	"plan1/dossier.yaml": `name: 甲市方案
notice: {issuers: [甲市政府], signature: [甲市政府], date: 2021年3月5日}
annex:
  title: 清单
  parts:
    - {heading: 一、第一部分（3项）, items: ["01", "02", "03"]}
`,
	"plan1/notice.md":   "# 通知\n\n各县政府：\n\n印发。\n",
	"plan1/plan.md":     "# 方案\n\n一、目标\n\n（一）到位。逐项明确。\n\n不留死角。\n",
	"plan1/items/01.md": "第一项，管网缓慢。\n\n" + fields("甲县政府", "市丙局") + "（一）加快。\n\n（二）检查。\n",
	"plan1/items/02.md": "第二项，污染严重。\n\n分2个方面。\n\n（一）污染。\n\n" + fields("乙县政府", "市丁局") +
		"治理。\n\n（二）反映。\n\n" + fields("领导小组成员单位", "领导小组成员单位") + "1.公开。\n\n2.请市丙局、戊公司监督，甲县政府配合。\n",
	"plan1/items/03.md": "第三项，扬尘。\n\n" + fields("各县政府，领导小组成员单位", "市丁局") + "洒水。\n",
}

func fields(responsible, supervisors string) string {
	return "整改目标：完成。\n\n整改时限：2021年年底前\n\n责任单位：" + responsible +
		"\n\n责任领导：张三\n\n责任人员：李四\n\n督导单位：" + supervisors + "\n\n整改措施：\n\n"
}

// editions loads the example with amending notices, one a month from June;
// each section of a notice opens by itself.
func editions(t *testing.T, notices ...string) []*amend.Edition {
	t.Helper()
	return editionsOf(t, example, notices...)
}

// editionsOf loads other files in the same way.
func editionsOf(t *testing.T, files map[string]string, notices ...string) []*amend.Edition {
	t.Helper()
	fsys := fstest.MapFS{}
	for name, text := range files {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	for i, body := range notices {
		fsys[fmt.Sprintf("plan1/amendments/2021-%02d-01.md", 6+i)] = &fstest.MapFile{Data: fmt.Appendf(nil,
			"---\ndate: 2021年%d月1日\nissuers: [甲市政府]\nsignature: [甲市政府]\n---\n\n# 修改\n\n各县政府：\n\n%s\n", 6+i, body)}
	}
	read, list := source.Read(fsys, "content", source.DefaultLimits)
	dossiers, problems := load.Load(read)
	list.Add(problems...)
	all, problems := amend.Editions(&dossiers[0])
	list.Add(problems...)
	if list.HasErrors() || len(all) != len(notices)+1 {
		t.Fatalf("%d editions, problems %+v", len(all), list)
	}
	return all
}

// step compares the edition as issued with the newest.
func step(t *testing.T, notices ...string) Impact {
	t.Helper()
	all := editions(t, notices...)
	return Compare(all[0], all[len(all)-1])
}

func change(line, sentence string) string { return "{change " + line + "}\n" + sentence }

// unitNames writes units for comparing.
func unitNames(units []*dossier.Unit) string {
	var out []string
	for _, u := range units {
		out = append(out, u.Name.Value)
	}
	return strings.Join(out, " ")
}

// tasks writes who is affected by what: 甲县政府 01[responsible>responsible].
func tasks(rs []Recipient) string {
	var out []string
	for _, r := range rs {
		s := r.Unit.ID
		for _, t := range r.Tasks {
			s += " " + t.Aspect + kinds(t.Before) + ">" + kinds(t.After)
		}
		out = append(out, s)
	}
	return strings.Join(out, "; ")
}

func kinds(ks []dossier.FieldKind) string {
	s := ""
	for _, k := range ks {
		s += string(k[0])
	}
	return "[" + s + "]"
}
