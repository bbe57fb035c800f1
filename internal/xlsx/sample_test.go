package xlsx

import (
	"fmt"
	"strings"

	"hongtou/internal/doc"
)

// Invented content for tests.

func runs(text string) []doc.Inline {
	if text == "" {
		return nil
	}
	return []doc.Inline{{Text: text, Style: doc.Small}}
}

func cell(text string) doc.Cell {
	if text == "" {
		return doc.Cell{}
	}
	return doc.Cell{Paragraphs: [][]doc.Inline{runs(text)}}
}

func head(texts ...string) []doc.Row {
	var r doc.Row
	for _, t := range texts {
		r.Cells = append(r.Cells, doc.Cell{Paragraphs: [][]doc.Inline{{{Text: t, Style: doc.TableHead}}}, Head: true, Scope: "col"})
	}
	return []doc.Row{r}
}

func columns(widths ...int) []doc.Column {
	var cs []doc.Column
	for i, w := range widths {
		c := doc.Column{Width: w, Align: doc.AlignLeft}
		if i == 0 {
			c.Align = doc.AlignCentre
		}
		cs = append(cs, c)
	}
	return cs
}

// sentences makes a text of n sentences of 20 characters, all different.
func sentences(tag string, n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "%s第%03d句话共有二十个字，句号也算在内。", tag, i)
	}
	return b.String()
}

// item is one row group: number, problem and a cell per measure.
func item(n int, problem string, measures ...string) []doc.Row {
	var rows []doc.Row
	for i, m := range measures {
		var r doc.Row
		if i == 0 {
			number, text := cell(fmt.Sprint(n)), cell(problem)
			number.RowSpan, text.RowSpan = len(measures), len(measures)
			number.Anchor = fmt.Sprintf("item-%02d", n)
			r.Cells = append(r.Cells, number, text)
		}
		r.Cells = append(r.Cells, cell(m))
		rows = append(rows, r)
	}
	return rows
}

// sample is a workbook with all that sheets can ask for.
func sample() *doc.Workbook {
	var list doc.Table
	list.Columns = columns(6, 30, 60)
	list.Head = head("序号", "存在问题", "整改措施")
	list.Caption = runs("甲市整改办")
	banner := doc.Cell{Paragraphs: [][]doc.Inline{{{Text: "一、例行检查（2项）", Style: doc.Level1}}}, ColSpan: 3, Head: true, Align: doc.AlignLeft}
	list.Rows = append(list.Rows, doc.Row{Cells: []doc.Cell{banner}})
	first := item(1, "", "（一）"+sentences("甲", 3), "（二）立即改正。")
	first[0].Cells[1].Paragraphs = [][]doc.Inline{
		{{Text: "第一项，制度不全。", Style: doc.ItemHead}, {Text: "乙县未建制度。", Style: doc.Body}},
		{{Text: "目标：", Style: doc.Label}, {Text: "制度齐全。", Style: doc.Body}},
	}
	list.Rows = append(list.Rows, first...)
	list.Rows = append(list.Rows, item(2, sentences("乙", 24), "（一）逐项核实。", sentences("丙", 40), "（三）长期坚持。")...)

	var index doc.Table
	index.Columns = columns(6, 24, 12, 16)
	index.Head = head("序号", "问题", "时限", "单位")
	for n := 1; n <= 2; n++ {
		link := cell(fmt.Sprint(n))
		link.Link = fmt.Sprintf("item-%02d", n)
		index.Rows = append(index.Rows, doc.Row{Cells: []doc.Cell{link, cell("问题" + fmt.Sprint(n)), cell("2021年年底前"), cell("乙县政府，丙局")}})
	}
	return &doc.Workbook{
		Meta: doc.Meta{Title: "甲市整改措施清单", Subject: "甲办字〔2021〕1号", Author: "甲市整改办", Keywords: []string{"整改", "清单"}, Date: "2021-03-04"},
		Sheets: []doc.Sheet{
			{Name: "整改措施", Title: runs("甲市整改措施清单"), Table: list, Landscape: true, FreezeCols: 1},
			{Name: "逐项'一览", Title: runs("逐项一览"), Table: index, Filter: true, FreezeCols: 1},
		},
	}
}
