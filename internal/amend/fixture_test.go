package amend

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"hongtou/internal/diag"
	"hongtou/internal/dossier"
	"hongtou/internal/load"
	"hongtou/internal/source"
)

// small is a dossier that uses every part of the format; no city of it exists.
func small() map[string]string {
	return map[string]string{
		"units.yaml": `units:
  - {id: jia, name: 甲县政府, kind: government}
  - {id: yi, name: 市乙局, aliases: [市乙管理局], kind: department}
  - {id: bing, name: 市丙局, kind: department}
  - {id: ding, name: 丁县政府, kind: government}
groups:
  - {id: xian, name: 各县政府, members: [jia, ding], basis: 两个县}
  - {id: ju, name: 各局, members: [yi, bing], basis: 两个局}
people:
  - {name: 张三, leader: true, basis: 第一项}
  - {name: 李四, units: [jia], basis: 次序}
  - {name: 王五, units: [yi, bing], basis: 次序}
`,
		"plan1/dossier.yaml": `name: 甲市整改方案
notice:
  number: 甲办〔2021〕3号
  issuers: [甲市委办公室]
  signature: [甲市委办公室]
  date: 2021年3月5日
annex:
  mark: 附件
  title: 整改措施清单
  parts:
    - heading: 一、第一部分（2项）
      items: ["01", "02"]
    - heading: 二、第二部分（1项）
      items: ["03"]
`,
		"plan1/notice.md": "# 关于印发《方案》的通知\n\n各县委、政府：\n\n现印发给你们。\n",
		"plan1/plan.md": `# 甲市整改方案

为整改，制定本方案。

一、目标

总的要求如下。

（一）到位。按时完成2类3项任务。

1.核查。逐项核查。

2.整改。逐项整改。

（二）长效。建立机制。

二、保障

（一）组织。加强领导。

附件：整改措施清单
`,
		"plan1/items/01.md": `第一项，问题不少。详见报告。

整改目标：完成。

整改时限：2021年底前

责任单位：甲县政府、市乙局，市丙局

责任领导：张三

责任人员：李四、王五

督导单位：市乙管理局

整改措施：

经梳理，措施如下。

（一）建立机制。

接着说。

1.先做。

2.再做。

（二）检查。

（三）总结。
`,
		"plan1/items/02.md": `第二项，另一问题。

以上问题分2个方面进行整改。

（一）甲方面。

整改目标：

完成甲。

责任单位：市乙局

责任人员：市乙局主要负责人、王五

整改措施：1.做甲。

2.再做甲。

（二）乙方面。

整改目标：完成乙。

整改措施：

1.做乙。
`,
		"plan1/items/03.md": "第三项，小问题。\n\n整改目标：完成。\n\n责任单位：各局\n\n责任人员：王五\n\n整改措施：排查。\n\n再排查。\n",
	}
}

// notice writes an amending notice of a day: 2021-06-01, 2021-06-01-2.
func notice(content map[string]string, id, body string) {
	var y, m, d int
	fmt.Sscanf(id, "%d-%d-%d", &y, &m, &d)
	content["plan1/amendments/"+id+".md"] = fmt.Sprintf(
		"---\ndate: %d年%d月%d日\nissuers: [甲市委办公室]\nsignature: [甲市委办公室]\n---\n\n# 关于修改《方案》的通知\n\n各县委、政府：\n\n修改如下。\n\n%s\n", y, m, d, body)
}

// loaded loads a content tree that has no problems.
func loaded(t testing.TB, content map[string]string) *dossier.Dossier {
	t.Helper()
	fsys := fstest.MapFS{}
	for name, data := range content {
		fsys[name] = &fstest.MapFile{Data: []byte(data)}
	}
	files, list := source.Read(fsys, "content", source.DefaultLimits)
	dossiers, problems := load.Load(files)
	if list.Add(problems...); len(list) > 0 || len(dossiers) != 1 {
		for _, d := range list {
			t.Errorf("%s:%d:%d %s %s", d.At.File, d.At.Line, d.At.Column, d.Code, d.Message)
		}
		t.FailNow()
	}
	return &dossiers[0]
}

// amended applies notices of the days 2021-06-01, 2021-07-01 … to the small
// dossier.
func amended(t testing.TB, bodies ...string) (*Edition, diag.List) {
	t.Helper()
	c := small()
	for i, b := range bodies {
		notice(c, fmt.Sprintf("2021-%02d-01", 6+i), b)
	}
	return At(loaded(t, c), "")
}

// news writes what an edition changed: address, verb of the last step, words
// now in force; = marks a restatement.
func news(e *Edition) []string {
	var out []string
	addresses := e.Addresses()
	for _, a := range slices.Sorted(maps.Keys(e.history)) {
		if strings.HasPrefix(string(a), "unit.") || strings.HasPrefix(string(a), "person.") {
			addresses = append(addresses, a)
		}
	}
	for _, a := range addresses {
		h := e.History(a)
		if len(h) == 0 {
			continue
		}
		last := h[len(h)-1]
		text := strings.ReplaceAll(dossier.Lines(e.Text(a)), "\n", "/")
		if _, printed := e.texts[a]; !printed {
			text = dossier.Lines(last.New)
		}
		if last.Restated {
			text = "="
		}
		out = append(out, fmt.Sprintf("%s %s %s", a, last.Verb, text))
	}
	return out
}
