package xlsx

import (
	"errors"
	"strings"
	"testing"

	"hongtou/internal/diag"
	"hongtou/internal/doc"
)

func TestRefuses(t *testing.T) {
	two := func(a, b doc.Cell) *doc.Workbook {
		w := one(a)
		w.Sheets[0].Table.Rows = append(w.Sheets[0].Table.Rows, doc.Row{Cells: []doc.Cell{b}})
		return w
	}
	with := func(change func(*doc.Workbook)) *doc.Workbook {
		w := one(cell("字"))
		change(w)
		return w
	}
	name := func(n string) *doc.Workbook { return with(func(w *doc.Workbook) { w.Sheets[0].Name = n }) }
	cases := []struct {
		says string
		w    *doc.Workbook
	}{
		{"没有工作表", &doc.Workbook{}},
		{"名称为空", name("")},
		{"超过31个字符", name(strings.Repeat("长", 32))},
		{"名称含有", name("甲/乙")},
		{"名称含有", name("甲[乙]")},
		{"单引号", name("'甲")},
		{"History", name("history")},
		{"U+0007", name("甲\a")},
		{"重复", with(func(w *doc.Workbook) {
			s := w.Sheets[0]
			s.Name = "A"
			w.Sheets[0].Name = "a"
			w.Sheets = append(w.Sheets, s)
		})},
		{"U+0001", one(cell("a\x01b"))},
		{"U+000D", one(cell("a\r\nb"))},
		{"U+FFFE", one(cell("a\uFFFEb"))},
		{"U+FDD0", one(cell("a\uFDD0b"))},
		{"UTF-8", one(cell("a\xffb"))},
		{"U+000B", with(func(w *doc.Workbook) { w.Sheets[0].Title = runs("a\vb") })},
		{"超过单元格上限32767", one(cell(strings.Repeat("字", 32768)))},
		{"超过单元格上限32767", one(cell(strings.Repeat("𠮷", 16384)))},
		{"换行", one(cell(strings.Repeat("\n", 254)))},
		{"列宽", with(func(w *doc.Workbook) { w.Sheets[0].Table.Columns[0].Width = 0 })},
		{"列数为0", with(func(w *doc.Workbook) { w.Sheets[0].Table.Columns = nil })},
		{"冻结", with(func(w *doc.Workbook) { w.Sheets[0].FreezeCols = 1 })},
		{"第1行缺少单元格", with(func(w *doc.Workbook) { w.Sheets[0].Table.Rows[0].Cells = nil })},
		{"纵向合并超出", one(doc.Cell{RowSpan: 2})},
		{"横向合并", one(doc.Cell{ColSpan: 2})},
		{"多于列数", with(func(w *doc.Workbook) { w.Sheets[0].Table.Rows[0].Cells = make([]doc.Cell, 2) })},
		{"“b”不存在", one(doc.Cell{Link: "b"})},
		{"“b”重复", two(doc.Cell{Anchor: "b"}, doc.Cell{Anchor: "b"})},
		{"“B”重复", two(doc.Cell{Anchor: "b"}, doc.Cell{Anchor: "B"})},
		{"行高要求", with(func(w *doc.Workbook) { w.Sheets[0].Table.Rows[0].MinHeight = 200 })},
		{"占满整页", with(func(w *doc.Workbook) { w.Sheets[0].Table.Head = head(strings.Repeat("长", 800)) })},
		{"没有表头", with(func(w *doc.Workbook) { w.Sheets[0].Filter = true })},
		{"不能续行", with(func(w *doc.Workbook) {
			w.Sheets[0].Table.Head, w.Sheets[0].Filter = head("头"), true
			w.Sheets[0].Table.Columns = columns(40, 20)
			w.Sheets[0].Table.Head = head("头", "备注")
			w.Sheets[0].Table.Rows[0].Cells = []doc.Cell{cell(sentences("长", 60)), {Blank: doc.BlankText}} // nobody fills in a blank twice
		})},
		{"不能有纵向合并", func() *doc.Workbook {
			w := one(doc.Cell{RowSpan: 2})
			w.Sheets[0].Table.Rows = append(w.Sheets[0].Table.Rows, doc.Row{})
			w.Sheets[0].Table.Head, w.Sheets[0].Filter = head("头"), true
			return w
		}()},
	}
	for _, c := range cases {
		_, err := Render(c.w)
		var e *Error
		if !errors.As(err, &e) || !strings.Contains(err.Error(), c.says) {
			t.Errorf("want an error that says %q, got %v", c.says, err)
		}
	}
}

func TestErrorHasPlace(t *testing.T) {
	at := diag.Position{File: "content/a.md", Line: 3, Column: 1}
	c := doc.Cell{Paragraphs: [][]doc.Inline{{{Text: "长长长长长长长长长长长长长长长长长长\x01", Origin: doc.Origin{Field: "a", At: at}}}}}
	_, err := Render(one(c))
	var e *Error
	if !errors.As(err, &e) || e.At != at || e.Sheet != "表" || e.Text != "长长长长长长长长长长长长长长长长……" {
		t.Errorf("%+v", e)
	}
}

func TestNamesThatExcelAccepts(t *testing.T) {
	for _, n := range []string{"甲", strings.Repeat("长", 31), "a'b", "（一）甲—乙"} {
		if _, err := Render(func() *doc.Workbook { w := one(cell("字")); w.Sheets[0].Name = n; return w }()); err != nil {
			t.Error(err)
		}
	}
}

func TestDefinedNames(t *testing.T) {
	for anchor, want := range map[string]string{"item-06": "at_item_06", "A1": "at_A1", "a.b_c": "at_a_2E_b_5F_c", "项": "at__9879_"} {
		if got := definedName(anchor); got != want {
			t.Errorf("%q becomes %q, want %q", anchor, got, want)
		}
	}
}
