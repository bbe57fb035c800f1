package xlsx

import (
	"fmt"

	"hongtou/internal/doc"
)

// A workbook that people type into: a ledger, a summary that counts it, and a
// form.

func dateCell(date string) doc.Cell { return doc.Cell{Date: date} }

func countCell(n int) doc.Cell { return doc.Cell{Count: &n} }

func formula(f doc.Formula) doc.Cell { return doc.Cell{Formula: f} }

func blank(kind doc.Blank, choices ...string) doc.Cell {
	return doc.Cell{Blank: kind, Choices: choices}
}

func row(cells ...doc.Cell) doc.Row { return doc.Row{Cells: cells} }

func sameAs(column int) *int { return &column }

var states = []string{"未启动", "推进中", "已完成待验", "已销号", "退回"}

// ledger is one row per task and unit: number, problem, role, unit, deadline,
// state, when closed, overdue.
func ledger() doc.Sheet {
	t := doc.Table{Columns: columns(6, 34, 8, 14, 14, 14, 14, 8), Head: head("序号", "反馈问题", "职责", "单位", "整改时限", "状态", "销号日期", "超期")}
	for i, unit := range []string{"乙县政府", "丙县政府", "丁局", "乙县政府", "丁局", "丙县政府"} {
		role, deadline := "责任", dateCell(fmt.Sprintf("2020-%02d-28", 2*i+1))
		if i%3 == 2 {
			role = "督导"
		}
		if i == 5 {
			deadline = cell("长期坚持")
		}
		t.Rows = append(t.Rows, row(cell(fmt.Sprintf("%02d", i+1)), cell(fmt.Sprintf("第%d个问题，污水处理设施运行不正常，需要尽快改造", i+1)),
			cell(role), cell(unit), deadline, blank(doc.BlankTick, states...), blank(doc.BlankDate),
			formula(doc.Overdue{Deadline: 4, State: 5, Done: []string{"已销号"}, Word: "超期"})))
	}
	return doc.Sheet{
		Name: "整改'台账", Title: runs("甲市整改台账"), Status: runs("整理本，以正式文件为准"), Table: t, Landscape: true, FreezeCols: 2, Filter: true,
		Input:      &doc.Input{Label: runs("统计日期："), Date: "2020-06-30"},
		Highlights: []doc.Highlight{{Column: 7, Word: "超期", Tone: "warning"}, {Column: 5, Word: "已销号", Tone: "done"}},
	}
}

// summary counts the ledger by unit and by month.
func summary() doc.Sheet {
	const of = "整改'台账"
	t := doc.Table{Columns: columns(16, 10, 10, 10, 10, 10), Head: head("单位", "责任项", "督导项", "超期", "未填状态", "超期占比")}
	for _, unit := range []string{"乙县政府", "丙县政府", "丁局", "戊局"} {
		unitIs := doc.Condition{Column: 3, SameAs: sameAs(0)}
		t.Rows = append(t.Rows, row(cell(unit),
			formula(doc.Tally{Sheet: of, Where: []doc.Condition{unitIs, {Column: 2, Equals: "责任"}}}),
			formula(doc.Tally{Sheet: of, Where: []doc.Condition{unitIs, {Column: 2, Equals: "督导"}}}),
			formula(doc.Tally{Sheet: of, Where: []doc.Condition{unitIs, {Column: 7, Equals: "超期"}}}),
			formula(doc.Tally{Sheet: of, Where: []doc.Condition{unitIs, {Column: 5, Empty: true}}}),
			formula(doc.Share{Part: 3, Whole: 1})))
	}
	total := row(cell("合计"), formula(doc.Sum{}), formula(doc.Sum{}), formula(doc.Sum{}), formula(doc.Sum{}), formula(doc.Share{Part: 3, Whole: 1}))
	t.Rows = append(t.Rows, total)
	for i := range t.Columns {
		t.Columns[i].Align = doc.AlignColumn // as most templates leave it
	}
	return doc.Sheet{Name: "按单位", Title: runs("按单位汇总"), Table: t}
}

// monthly counts the ledger by month.
func monthly() doc.Sheet {
	const of = "整改'台账"
	t := doc.Table{Columns: columns(16, 12, 12), Head: head("月份", "到期", "全部")}
	for _, m := range []struct{ name, from, to string }{{"2020年1月", "2020-01-01", "2020-01-31"}, {"2020年3月", "2020-03-01", "2020-03-31"}, {"2020年前三季度", "2020-01-28", "2020-09-28"}} {
		t.Rows = append(t.Rows, row(cell(m.name), formula(doc.Tally{Sheet: of, Where: []doc.Condition{{Column: 4, From: m.from, To: m.to}}}), formula(doc.Tally{Sheet: of})))
	}
	return doc.Sheet{Name: "按月", Table: t}
}

// form is a closing application with one row per measure, one of which is
// higher than a row can be.
func form() doc.Sheet {
	t := doc.Table{Columns: columns(14, 44, 12, 14, 16), Head: head("措施序号", "整改措施", "是否完成", "完成日期", "佐证材料")}
	t.Rows = append(t.Rows, row(label("责任单位"), across(cell("乙县政府"), 4)), row(label("反馈问题"), across(cell("污水处理设施运行不正常，"+sentences("戊", 3)), 4)))
	for i, text := range []string{"（一）立即改正。", "（二）" + sentences("己", 60), "（三）长期坚持。"} {
		t.Rows = append(t.Rows, row(countCell(i+1), cell(text), blank(doc.BlankTick, "已完成", "未完成"), blank(doc.BlankDate), blank(doc.BlankText)))
	}
	t.Rows = append(t.Rows, doc.Row{Cells: []doc.Cell{label("自查自验意见"), across(blank(doc.BlankOpinion), 4)}, MinHeight: 25, Keep: true})
	t.Rows = append(t.Rows, doc.Row{Cells: []doc.Cell{label("签字"), blank(doc.BlankSignature), label("盖章"), across(blank(doc.BlankSeal), 2)}, MinHeight: 30, Keep: true})
	t.Rows = append(t.Rows, row(label("材料份数"), blank(doc.BlankNumber), label("属实"), across(blank(doc.BlankTick), 2)))
	return doc.Sheet{Name: "01 申请表", Title: runs("整改任务销号申请表"), Table: t, Protected: true}
}

func label(text string) doc.Cell {
	c := cell(text)
	c.Head, c.Scope = true, "row"
	return c
}

func across(c doc.Cell, columns int) doc.Cell {
	c.ColSpan = columns
	return c
}

func typed() *doc.Workbook {
	return &doc.Workbook{Meta: doc.Meta{Title: "甲市整改台账"}, Sheets: []doc.Sheet{ledger(), summary(), monthly(), form()}}
}
