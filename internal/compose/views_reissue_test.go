package compose

import (
	"maps"
	"slices"
	"strconv"
	"strings"
	"testing"

	"hongtou/internal/doc"
	"hongtou/internal/docset"
	"hongtou/internal/dossier"
)

// handed is a dossier whose notices do to recipients whatever notices can do:
// of one day, they give a task, take one away, change who supervises, delete a
// task, rename a unit and change a task that only unlisted units have. 甲县
// holds the book of its two bodies.
func handed(t testing.TB, more map[string]string) *dossier.Dossier {
	t.Helper()
	item := func(problem, deadline, responsible, supervisors string) string {
		return problem + "\n\n整改目标：完成。\n\n整改时限：" + deadline + "\n\n责任单位：" + responsible + "\n\n责任领导：张三\n\n责任人员：李四\n\n督导单位：" + supervisors +
			"\n\n整改措施：\n\n（一）排查。\n\n（二）整改。\n"
	}
	content := map[string]string{
		"units.yaml": `units:
  - {id: jia, name: 甲县, kind: county, recipient: false}
  - {id: jia-wei, name: 甲县委, kind: party, book: jia}
  - {id: jia-fu, name: 甲县政府, kind: government, book: jia}
  - {id: yi, name: 市乙局, kind: department}
  - {id: bing, name: 市丙局, kind: department}
  - {id: ding, name: 市丁局, kind: department}
  - {id: wu, name: 市戊局, kind: department}
  - {id: ji, name: 市己局, kind: department}
groups:
  - {id: liang, name: 县委和政府, members: [jia-wei, jia-fu], basis: 甲县}
  - {id: cheng, name: 各成员单位, open: true, basis: 来源没有列出}
people:
  - {name: 张三, leader: true, basis: 第一项}
  - {name: 李四, units: [jia-fu], inferred: true, basis: 第一项}
`,
		"jia/dossier.yaml": `name: 甲市整改方案
notice:
  number: 甲办〔2021〕3号
  issuers: [甲市委办公室]
  signature: [甲市委办公室]
  date: 2021年3月5日
handout:
  reporting:
    clauses: ["2"]
annex:
  mark: 附件
  title: 整改措施清单
  parts:
    - heading: 一、整改项（6项）
      items: ["01", "02", "03", "04", "05", "06"]
`,
		"jia/notice.md":   "# 关于印发《甲市整改方案》的通知\n\n各县委、政府：\n\n现印发给你们。\n",
		"jia/plan.md":     "# 甲市整改方案\n\n为整改，制定本方案。\n\n一、目标\n\n总的要求如下。\n\n二、按月报送。\n\n附件：整改措施清单\n",
		"jia/items/01.md": item("第一项，污水直排。详见报告。", "2021年底前", "县委和政府、市乙局", "市丙局"),
		"jia/items/02.md": item("第二项，烟气超标。", "2021年9月底前", "各成员单位", "各成员单位"),
		"jia/items/03.md": item("第三项，机制不全。", "长期坚持", "市乙局，各成员单位", "市丙局"),
		"jia/items/04.md": item("第四项，垃圾堆放。", "2021年9月底前", "市丁局", "市丁局"),
		"jia/items/05.md": item("第五项，噪声扰民。", "2022年底前", "市戊局", "市戊局"),
		"jia/items/06.md": item("第六项，扬尘严重。", "2021年底前", "市己局", "市己局"),
		"jia/amendments/2021-06-01.md": `---
date: 2021年6月1日
number: 甲办〔2021〕9号
issuers: [甲市委办公室]
signature: [甲市委办公室]
---

# 关于补充完善《甲市整改方案》的通知

各县委、政府：

一、第一项，污水直排。

{change item=01 field=goal}
整改目标修改为：全部完成。

{change item=01 field=measures measure=01.2}
整改措施第（二）项修改为：（二）全面整改。

{change item=02 field=deadline}
第二项整改时限修改为：2021年8月底前

{change item=03 field=supervisors}
第三项督导单位修改为：市丁局

{change item=04 verb=delete}
删去第四项。

{change unit=wu verb=rename to=市庚局}
“市戊局”更名为“市庚局”。
`,
	}
	maps.Copy(content, more)
	return loadedFrom(t, content)
}

// composed gives the only document of a kind.
func composed(t testing.TB, d *dossier.Dossier, kind docset.Kind) made {
	t.Helper()
	all := composeKinds(t, d, kind)
	if len(all) != 1 {
		t.Fatalf("%d documents of kind %s", len(all), kind)
	}
	return all[0]
}

// tables gives the tables of a document as lines, one a row, cells and their
// paragraphs divided; a blank shows what it is for.
func tables(d *doc.Document) [][]string {
	var out [][]string
	for _, b := range d.Blocks {
		if table, ok := b.(doc.Table); ok {
			out = append(out, rowLines(table))
		}
	}
	return out
}

func rowLines(table doc.Table) []string {
	var out []string
	for _, r := range table.Rows {
		var cells []string
		for _, c := range r.Cells {
			text := strings.ReplaceAll(lines(c.Paragraphs), "\n", "/")
			if c.Blank != doc.NotBlank {
				text = "[" + string(c.Blank) + "]" + text
			}
			if c.Count != nil {
				text = strconv.Itoa(*c.Count)
			}
			cells = append(cells, text+c.Date)
		}
		out = append(out, strings.Join(cells, " | "))
	}
	return out
}

// TestReissueSaysWhoGetsWhat names every row.
func TestReissueSaysWhoGetsWhat(t *testing.T) {
	want := [][]string{{
		"第二项/受文单位待定 | 整改时限 | 负责：各成员单位/督导：各成员单位 | （原文没有提到） | [text] | [signature]",
		"第三项/部分单位待定 | 督导单位 | 负责：各成员单位 | （原文没有提到） | [text] | [signature]",
	}, {
		"甲县 | 第一项（负责）：整改目标、整改措施（二） | 任务书、现行条款/销号验收表1份：第一项 | 上列文书的2021年3月5日版 | [text] | [signature]",
		"市乙局 | 第一项（负责）：整改目标、整改措施（二）/第三项（负责）：督导单位 | 任务书、现行条款/销号验收表1份：第一项 | 上列文书的2021年3月5日版 | [text] | [signature]",
		"市丙局 | 第一项（督导）：整改目标、整改措施（二）/第三项（原督导）：不再承担 | 任务书、现行条款/销号验收表1份：第一项 | 上列文书的2021年3月5日版 | [text] | [signature]",
		"市丁局 | 第三项（督导）：新增任务/第四项（原负责、督导）：任务删去 | 任务书、现行条款 | 任务书、现行条款，销号验收表1份：第四项（2021年3月5日版） | [text] | [signature]",
		"市庚局/（原市戊局） | 第五项（负责、督导）：责任单位、督导单位 | 任务书、现行条款/销号验收表1份：第五项 | 上列文书的2021年3月5日版 | [text] | [signature]",
	}, {
		"市己局 | 任务书、现行条款，销号验收表1份：第六项（2021年3月5日版）",
	}}
	m := composed(t, handed(t, nil), docset.Reissue)
	got := tables(m.Composed.Document)
	compareRows(t, "document", slices.Concat(got...), slices.Concat(want...))
	for i, row := range want[1] { // a sheet takes a date where the paper leaves room for one
		want[1][i] = strings.ReplaceAll(row, "[text]", "[date]")
	}
	var sheets []string
	for _, s := range m.Workbook.Sheets {
		sheets = append(sheets, slices.DeleteFunc(rowLines(s.Table), func(l string) bool { return strings.HasPrefix(l, "修改依据：") })...)
	}
	compareRows(t, "workbook", sheets, slices.Concat(want...))
	golden(t, "handed-reissue", doc.Dump(m.Composed.Document))
	golden(t, "handed-reissue-workbook", doc.DumpWorkbook(m.Workbook))
}

func compareRows(t *testing.T, what string, got, want []string) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("%s: got\n%s\nwant\n%s", what, strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// TestReissueOfQuotedClause: a notice that changes a clause which every book
// quotes renews the books of everybody, and nothing else.
func TestReissueOfQuotedClause(t *testing.T) {
	d := handed(t, map[string]string{"jia/amendments/2021-06-01.md": `---
date: 2021年6月1日
issuers: [甲市委办公室]
signature: [甲市委办公室]
---

# 关于修改《甲市整改方案》的通知

各县委、政府：

{change plan=2}
第二部分修改为：二、按周报送。
`})
	for _, table := range tables(composed(t, d, docset.Reissue).Composed.Document) {
		for _, row := range table {
			if !strings.HasSuffix(row, " | 任务书引用的方案二、 | 任务书 | 上列文书的2021年3月5日版 | [text] | [signature]") {
				t.Errorf("%q", row)
			}
		}
		if len(table) != 6 {
			t.Errorf("%d rows", len(table))
		}
	}
}

// TestReissueOfEveryDay: the list of each day tells the step of that day, and
// prints nothing of later ones.
func TestReissueOfEveryDay(t *testing.T) {
	later := `---
date: 2021年7月1日
issuers: [甲市委办公室]
signature: [甲市委办公室]
---

# 关于再修改《甲市整改方案》的通知

各县委、政府：

{change item=06 field=responsible}
第六项责任单位修改为：市乙局

{change item=06 field=supervisors}
第六项督导单位修改为：市丙局
`
	d := handed(t, nil)
	first := dumpOf(composed(t, d, docset.Reissue).Composed)
	all := composeKinds(t, handed(t, map[string]string{"jia/amendments/2021-07-01.md": later}), docset.Reissue)
	if len(all) != 2 || dumpOf(all[0].Composed) != first {
		t.Fatalf("%d lists, or the first changed", len(all))
	}
	want := []string{
		"市乙局 | 第六项（负责）：新增任务 | 任务书、现行条款/销号验收表1份：第六项 | 任务书、现行条款（2021年6月1日版） | [text] | [signature]",
		"市丙局 | 第六项（督导）：新增任务 | 任务书、现行条款/销号验收表1份：第六项 | 任务书、现行条款（2021年6月1日版） | [text] | [signature]",
		"市己局 | 第六项（原负责、督导）：不再承担 | （不再发给文书） | 任务书、现行条款，销号验收表1份：第六项（2021年3月5日版） | [text] | [signature]",
	}
	compareRows(t, "second list", tables(all[1].Composed.Document)[0], want)
}
