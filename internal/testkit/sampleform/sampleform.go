// Package sampleform makes a form as offices print it, for invented organs: an
// acceptance form with every kind of blank, behind a table of contents. Tests
// of layout, HTML and PDF draw it; people look at it.
package sampleform

import (
	"fmt"
	"strings"

	"hongtou/internal/doc"
)

// New gives a document with contents and one form of so many measures.
func New(measures int) doc.Document {
	place := func(n int) string { return fmt.Sprintf("form-%d", n) }
	return doc.Document{
		Meta: doc.Meta{Kind: "acceptance", Title: "第三项验收意见表"},
		Blocks: []doc.Block{
			title("目录", "contents"),
			doc.Contents{Entries: []doc.ContentsEntry{
				{Text: run(doc.Body, "第三项整改任务验收意见表"), To: place(1)},
				{Text: run(doc.Body, "第三项整改任务销号申请及其全部佐证材料由责任单位自查自验后报县级初验的登记表"), To: place(2)},
			}},
			doc.PageBreak{}, title("第三项整改任务验收意见表", place(1)), Acceptance(measures),
			doc.PageBreak{}, title("登记表", place(2)), Acceptance(2),
		},
	}
}

func title(text, id string) doc.Title {
	return doc.Title{Lines: [][]doc.Inline{run(doc.TitleText, text)}, Outline: doc.Outline{Level: 1, Title: text, ID: id}}
}

// Acceptance is the form alone: what is verified, one row a measure, then one
// block of opinion, signature, seal and date for each level.
func Acceptance(measures int) doc.Table {
	t := doc.Table{Columns: []doc.Column{{Width: 12}, {Width: 14}, {Width: 14}, {Width: 10}, {Width: 14}, {Width: 14}}}
	t.Rows = append(t.Rows,
		row(label("责任单位"), wide(cell("甲县人民政府"), 2), label("编号"), wide(cell("03"), 2)),
		row(label("整改时限"), wide(cell("2020年12月31日前完成，长期坚持"), 5)),
		row(label("联系人"), wide(doc.Cell{Blank: doc.BlankText}, 2), label("电话"), wide(doc.Cell{Blank: doc.BlankText}, 2)),
		row(label("反馈问题"), wide(cell("部分企业主体责任未落实，污染治理设施运行不正常，群众反映强烈。"), 5)),
	)
	for i := range measures {
		text := cell(fmt.Sprintf("（%d）", i+1) + strings.Repeat("对辖区内排污单位逐一核查，督促完善治理设施，", 3) + "按期完成。")
		verdict := wide(doc.Cell{Blank: doc.BlankTick, Choices: []string{"完成", "未完成"}}, 2)
		if i == 0 {
			t.Rows = append(t.Rows, row(tall(label("整改措施逐条核实"), measures), wide(text, 3), verdict))
		} else {
			t.Rows = append(t.Rows, row(wide(text, 3), verdict))
		}
	}
	t.Rows = append(t.Rows, row(label("材料份数"), wide(doc.Cell{Blank: doc.BlankNumber}, 2), label("核对"), wide(doc.Cell{Blank: doc.BlankTick, Align: doc.AlignCentre}, 2)))
	for _, level := range []string{"责任单位自查自验", "县级初验", "市级核查认定"} {
		t.Rows = append(t.Rows, block(level)...)
	}
	return t
}

// block is the block of one level: conclusion, opinion, signature, seal and
// date beside one label.
func block(name string) []doc.Row {
	return []doc.Row{
		row(tall(label(name), 4), label("结论"), wide(doc.Cell{Blank: doc.BlankTick, Choices: []string{"合格", "不合格", "限期补充材料后重新申请验收"}}, 4)),
		row(wide(doc.Cell{Blank: doc.BlankOpinion}, 5)),
		row(label("验收人员签字"), wide(doc.Cell{Blank: doc.BlankSignature}, 2), tall(label("盖章"), 2), tall(doc.Cell{Blank: doc.BlankSeal}, 2)),
		row(label("日期"), wide(doc.Cell{Blank: doc.BlankDate}, 2)),
	}
}

func run(s doc.Style, text string) []doc.Inline { return []doc.Inline{{Text: text, Style: s}} }

func cell(text string) doc.Cell {
	return doc.Cell{Paragraphs: [][]doc.Inline{run(doc.Small, text)}}
}

func label(text string) doc.Cell {
	return doc.Cell{Paragraphs: [][]doc.Inline{run(doc.TableHead, text)}, Head: true, Scope: "row"}
}

func row(cells ...doc.Cell) doc.Row { return doc.Row{Cells: cells} }

func wide(c doc.Cell, columns int) doc.Cell { c.ColSpan = columns; return c }

func tall(c doc.Cell, rows int) doc.Cell { c.RowSpan = rows; return c }
