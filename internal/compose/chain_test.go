package compose

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"hongtou/internal/doc"
	"hongtou/internal/docset"
	"hongtou/internal/dossier"
)

// chain is a dossier with three notices that do everything a notice can do to
// a text: the first has a number of its own, the other two are of one day.
func chain(t testing.TB) *dossier.Dossier { return chainWith(t, nil) }

// chainWith is the same with more files.
func chainWith(t testing.TB, more map[string]string) *dossier.Dossier {
	t.Helper()
	notice := func(date, more, title, body string) string {
		return "---\ndate: " + date + "\n" + more + "issuers: [甲市委办公室]\nsignature: [甲市委办公室]\n---\n\n# " + title + "\n\n各县委、政府：\n\n修改如下。\n\n" + body + "\n"
	}
	content := map[string]string{
		"units.yaml": "units:\n  - {id: jia, name: 甲县政府, kind: government}\n  - {id: yi, name: 市乙局, kind: department}\npeople:\n  - {name: 张三, leader: true, basis: 第一项}\n",
		"jia/dossier.yaml": `name: 甲市整改方案
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
		"jia/notice.md": "# 关于印发《甲市整改方案》的通知\n\n各县委、政府：\n\n现印发给你们。\n",
		"jia/plan.md":   "# 甲市整改方案\n\n为整改，制定本方案。\n\n一、目标\n\n总的要求如下。\n\n（一）到位。按时完成2类3项任务。\n\n（二）长效。建立机制。\n\n附件：整改措施清单\n",
		"jia/items/01.md": "第一项，问题不少。详见报告。\n\n整改目标：完成。\n\n整改时限：2021年底前\n\n责任单位：甲县政府、市乙局\n\n责任领导：张三\n\n整改措施：\n\n经梳理，措施如下。\n\n" +
			"（一）建立机制。\n\n接着说。\n\n（二）检查。\n",
		"jia/items/02.md": "第二项，另一问题。\n\n整改目标：完成乙。\n\n整改措施：做乙。\n",
		"jia/items/03.md": "第三项，小问题。\n\n整改目标：完成。\n\n责任单位：市乙局\n\n整改措施：排查。\n\n再排查。\n",
		"jia/amendments/2021-06-01.md": notice("2021年6月1日", "number: 甲办〔2021〕9号\n", "关于补充完善《甲市整改方案》部分内容的通知", `一、第一项，问题不少。

审核意见：时限过宽。

{change item=01 field=deadline}
整改时限修改为：2021年9月底前

{change item=01 field=measures measure=01.1 verb=delete}
整改措施删去第（一）项。

{change item=01 field=leaders verb=delete}
删去责任领导。

二、增加一项

{change item=04 verb=insert part=2 after=03}
清单中增加：第四项，新问题。

整改目标：完成丁。

整改措施：

（一）整改。

（二）总结。

三、清单和正文

{change part=2 find=1项}
第二部分标题中“1项”修改为“2项”。

{change plan=1.1 find=2类3项}
第一部分第（一）项中“2类3项”修改为“2类4项”。

{change plan=1.p1 verb=delete}
删去“总的要求如下。”

{change plan=2 verb=insert}
方案增加：

二、附则

自印发之日起施行。

{end}
以上。`),
		"jia/amendments/2021-07-01.md": notice("2021年7月1日", "", "关于修改整改方案的通知", `{change item=01 field=deadline}
第一项整改时限修改为：2021年8月底前

{change item=03 field=measures}
第三项整改措施修改为：全面排查。

{change unit=yi verb=rename to=市戊局}
“市乙局”更名为“市戊局”。`),
		"jia/amendments/2021-07-01-2.md": notice("2021年7月1日", "", "关于再修改《甲市整改方案》的通知", `一、第二项，另一问题。

{change item=02 verb=delete}
删去该项。

二、第三项，小问题。

{change item=03 verb=renumber number=第二项}
第三项改为第二项。`),
	}
	maps.Copy(content, more)
	return loadedFrom(t, content)
}

func TestOddChain(t *testing.T) {
	d := chain(t)
	checkPrinted(t, d)
	for _, m := range composeAll(t, d) {
		name := strings.TrimSuffix(m.Files[0].Path, ".pdf")
		switch m.Kind {
		case docset.Consolidated:
			golden(t, "chain-consolidated", doc.Dump(m.Composed.Document))
		case docset.Comparison:
			golden(t, "chain-comparison-"+m.Amendment.ID, doc.Dump(m.Composed.Document))
		case docset.Annex:
			golden(t, "chain-annex-workbook-"+m.Edition, doc.DumpWorkbook(m.Workbook))
		}
		if m.Document.Text.Amended() && m.Kind != docset.Amendment && m.Composed.Document.Meta.Author != "" {
			t.Errorf("%s has an author", name)
		}
	}
}

// TestNotesOfOddChain names every note of the newest text: what was changed
// twice, inserted whole, deleted with a number and without one.
func TestNotesOfOddChain(t *testing.T) {
	want := []string{
		"一、目标 ← （此处原有内容据2021年6月1日通知（甲办〔2021〕9号）删去）",
		"（一）到位。按时完成2类4项任务。 ← （据2021年6月1日通知（甲办〔2021〕9号）修改）",
		"二、附则 ← （据2021年6月1日通知（甲办〔2021〕9号）增加）",
		"自印发之日起施行。 ← （据2021年6月1日通知（甲办〔2021〕9号）增加）",
		"整改时限：2021年8月底前 ← （据2021年6月1日通知（甲办〔2021〕9号）修改、2021年7月1日通知修改）",
		"责任单位：甲县政府、市戊局 ← （据2021年7月1日通知修改）",
		"责任单位：甲县政府、市戊局 ← （此处原有的“责任领导”据2021年6月1日通知（甲办〔2021〕9号）删去）",
		"（一）〔删去〕 ← （据2021年6月1日通知（甲办〔2021〕9号）删去）",
		"（二）检查。 ← （此处原有的“第二项”据2021年7月1日再修改通知删去）",
		"二、第二部分（2项） ← （据2021年6月1日通知（甲办〔2021〕9号）修改）",
		"第二项，小问题。 ← （据2021年7月1日再修改通知修改）",
		"责任单位：市戊局 ← （据2021年7月1日通知修改）",
		"整改措施：全面排查。 ← （据2021年7月1日通知修改）",
		"整改措施：全面排查。 ← （此处原有内容据2021年7月1日通知删去）",
		"第四项，新问题。 ← （据2021年6月1日通知（甲办〔2021〕9号）增加）",
	}
	var got []string
	for _, m := range composeAll(t, chain(t)) {
		if m.Kind != docset.Consolidated {
			continue
		}
		if s := m.Composed.Document.Setup.Status; s != "整理本：据2021年6月1日补充完善通知（甲办〔2021〕9号）、2021年7月1日通知、2021年7月1日再修改通知修改，以正式文件为准" {
			t.Errorf("status %q", s)
		}
		before := ""
		for _, b := range m.Composed.Document.Blocks {
			p, ok := b.(doc.Paragraph)
			switch {
			case !ok:
			case p.Text[0].Style == doc.Note:
				got = append(got, before+" ← "+doc.Plain(p.Text))
			default:
				before = doc.Plain(p.Text)
			}
		}
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// TestRowsOfOddChain names every row of its comparisons.
func TestRowsOfOddChain(t *testing.T) {
	want := map[string][]string{
		"2021-06-01": {
			"方案 一、第1段 | «总的要求如下。» | 〔删去〕 |  | 三", "方案 一、（一） | （一）到位。按时完成2类«3项»任务。 | （一）到位。按时完成2类‹4项›任务。 |  | 三",
			"方案 二、 | （无） | ‹二、附则› |  | 三", "方案 二、第1段 | （无） | ‹自印发之日起施行。› |  | 三",
			"第一项 整改时限 | «2021年»底前 | ‹2021年9月›底前 | 时限过宽。 | 一", "第一项 责任领导 | «张三» | 〔删去〕 | 时限过宽。 | 一",
			"第一项 整改措施（一） | «（一）建立机制。» | 〔删去〕 | 时限过宽。 | 一", "第一项 整改措施第2段 | «接着说。» | 〔删去〕 | 时限过宽。 | 一",
			"清单 第二部分标题 | 二、第二部分（«1项»） | 二、第二部分（‹2项›） |  | 三",
			"第四项 | （无） | ‹第四项，新问题。›/‹整改目标：完成丁。›/‹整改措施：›/‹（一）整改。›/‹（二）总结。› |  | 二",
		},
		"2021-07-01": {
			"第一项 整改时限 | «2021年9月»底前 | ‹2021年8月›底前 |  | ", "第一项 责任单位 | 甲县政府、«市乙局» | 甲县政府、‹市戊局› |  | ",
			"第三项 责任单位 | «市乙局» | ‹市戊局› |  | ", "第三项 整改措施 | «排查。»/«再»排查。 | ‹全面›排查。 |  | ",
		},
		"2021-07-01-2": {
			"第二项 | «第二项，另一问题。»/«整改目标：完成乙。»/«整改措施：做乙。» | 〔删去〕 |  | 一", "第三项 | «第三项» | ‹第二项› |  | 二",
		},
	}
	for _, m := range composeAll(t, chain(t)) {
		if m.Kind != docset.Comparison {
			continue
		}
		var got []string
		for _, r := range m.Workbook.Sheets[0].Table.Rows {
			basis := ""
			if p := r.Cells[4].Paragraphs; len(p) > 1 {
				basis = strings.TrimSuffix(strings.TrimPrefix(doc.Plain(p[1]), "第"), "部分")
			}
			got = append(got, strings.Join([]string{
				strings.ReplaceAll(lines(r.Cells[0].Paragraphs), "\n", " "), shown(r.Cells[1]), shown(r.Cells[2]), lines(r.Cells[3].Paragraphs), basis,
			}, " | "))
		}
		if id := m.Amendment.ID; !slices.Equal(got, want[id]) {
			t.Errorf("%s: got\n%s\nwant\n%s", id, strings.Join(got, "\n"), strings.Join(want[id], "\n"))
		}
	}
}

// shown writes a cell with its marks: «deleted», ‹inserted›.
func shown(c doc.Cell) string {
	var out []string
	for _, p := range c.Paragraphs {
		text := ""
		for _, r := range p {
			text += [...]string{"", "‹", "«"}[r.Mark] + r.Text + [...]string{"", "›", "»"}[r.Mark]
		}
		out = append(out, strings.NewReplacer("›‹", "", "»«", "").Replace(text))
	}
	return strings.Join(out, "/")
}

// TestManyNoticesFitTheStatusLine: more notices than a line can name are
// counted.
func TestManyNoticesFitTheStatusLine(t *testing.T) {
	content := map[string]string{}
	for n := range 9 {
		content[fmt.Sprintf("jia/amendments/2022-0%d-01.md", n+1)] = fmt.Sprintf("---\ndate: 2022年%d月1日\nissuers: [甲市委办公室]\nsignature: [甲市委办公室]\n---\n\n# 关于修改《甲市整改方案》的通知\n\n各县委、政府：\n\n"+
			"{change item=01 field=goal}\n第一项整改目标修改为：完成%d件。\n", n+1, n+1)
	}
	d := chainWith(t, content)
	for _, m := range composeAll(t, d) {
		if s := m.Composed.Document.Setup.Status; m.Kind == docset.Consolidated && s != "整理本：据2021年6月1日至2022年9月1日的12件通知修改，以正式文件为准" {
			t.Errorf("status %q", s)
		}
	}
}
