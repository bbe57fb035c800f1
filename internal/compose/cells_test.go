package compose

import (
	"reflect"
	"strings"
	"testing"

	"hongtou/internal/diag"
	"hongtou/internal/doc"
)

func number(n int) *int { return &n }

// TestCellContent reads every key that gives a cell something else than text.
func TestCellContent(t *testing.T) {
	cells := []struct {
		text string
		want doc.Cell
	}{
		{"{blank: text}", doc.Cell{Blank: doc.BlankText}},
		{"{blank: number}", doc.Cell{Blank: doc.BlankNumber}},
		{"{blank: tick, choices: [合格, {{put .Mark}}]}", doc.Cell{Blank: doc.BlankTick, Choices: []string{"合格", "附件"}}},
		{"{date: 2020-12-31}", doc.Cell{Date: "2020-12-31"}},
		{"{count: 0}", doc.Cell{Count: number(0)}},
		{"{count: 12345}", doc.Cell{Count: number(12345)}},
		{"{sum: true}", doc.Cell{Formula: doc.Sum{}}},
		{"{share: {part: 1, whole: 0}, align: right}", doc.Cell{Align: doc.AlignRight, Formula: doc.Share{Part: 1}}},
		{"{overdue: {deadline: 1, state: 0, done: [已销号], word: 超期}}", doc.Cell{Formula: doc.Overdue{Deadline: 1, Done: []string{"已销号"}, Word: "超期"}}},
		{"{tally: {sheet: b}}", doc.Cell{Formula: doc.Tally{Sheet: "b"}}},
		{"{tally: {sheet: b, where: [{column: 2, equals: 甲{{put .Mark}}}, {column: 1, same_as: 0}, {column: 2, from: 2020-12-01, to: 2020-12-31}, {column: 0, empty: true}]}}",
			doc.Cell{Formula: doc.Tally{Sheet: "b", Where: []doc.Condition{{Column: 2, Equals: "甲附件"}, {Column: 1, SameAs: number(0)}, {Column: 2, From: "2020-12-01", To: "2020-12-31"}, {Empty: true}}}}},
	}
	for _, c := range cells {
		sheets, problems := trySheets(t, "```sheet\nname: a\ninput: {label: 统计日期, date: 2020-11-30}\ncolumns: [{width: 1}, {width: 1}]\nrows:\n- [x, "+c.text+"]\n```\n\n```sheet\nname: b\ncolumns: [{width: 1}, {width: 1}, {width: 1}]\n```")
		if len(problems) > 0 {
			t.Errorf("%s: %v", c.text, problems)
		} else if got := placeless(sheets[0].Table.Rows[0].Cells[1]); !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s:\n got %+v\nwant %+v", c.text, got, c.want)
		}
	}
}

func placeless(c doc.Cell) doc.Cell {
	c.At = diag.Position{}
	return c
}

// TestCellsKnowWhereTheirWordsStand: what a cell shows instead of text has its
// place as well.
func TestCellsKnowWhereTheirWordsStand(t *testing.T) {
	for cell, want := range map[string]bool{
		"{blank: tick, choices: [甲, {{put .Mark}}]}": true, "{tally: {sheet: a, where: [{column: 0, equals: {{put .Mark}}}]}}": true,
		"{blank: tick, choices: [甲]}": false, "{text: {{put .Mark}}}": false, // its runs know it
	} {
		sheets, problems := trySheets(t, "```sheet\nname: a\ncolumns: [{width: 1}]\nrows: [["+cell+"]]\n```")
		if got := sheets[0].Table.Rows[0].Cells[0].At.Line > 0; got != want || len(problems) > 0 {
			t.Errorf("%s: %v %v", cell, got, problems)
		}
	}
}

// TestColumnsAreNamedByTheirHeads: in the counted sheet and in the own one, by
// the lowest head or by all of them.
func TestColumnsAreNamedByTheirHeads(t *testing.T) {
	const sheet = "```sheet\nname: a\ncolumns: [{width: 1}, {width: 1}, {width: 1}, {width: 1}]\n" +
		"head:\n- [{text: 单位, rowspan: 2}, {text: 负责, colspan: 2}, 督导]\n- [合计, 已销号, 合计]\nrows:\n- [x, y, z, %]\n```\n\n" +
		"```sheet\nname: b\ncolumns: [{width: 1}, {width: 1}]\nhead: [[收文单位, 状态]]\n```"
	for cell, want := range map[string]doc.Formula{
		"{share: {part: 已销号, whole: 负责/合计}}":                                                 doc.Share{Part: 2, Whole: 1},
		"{tally: {sheet: b, where: [{column: 状态, equals: x}, {column: 收文单位, same_as: 单位}]}}": doc.Tally{Sheet: "b", Where: []doc.Condition{{Column: 1, Equals: "x"}, {SameAs: number(0)}}},
		"{tally: {sheet: a, where: [{column: 督导/合计, equals: x}]}}":                           doc.Tally{Sheet: "a", Where: []doc.Condition{{Column: 3, Equals: "x"}}},
	} {
		sheets, problems := trySheets(t, strings.ReplaceAll(sheet, "%", cell))
		if len(problems) > 0 || !reflect.DeepEqual(sheets[0].Table.Rows[0].Cells[3].Formula, want) {
			t.Errorf("%s: %v %v", cell, problems, sheets[0].Table.Rows[0].Cells[3].Formula)
		}
	}
	for cell, want := range map[string]string{
		"{share: {part: 合计, whole: 已销号}}":                       "表头为“合计”的有2列 写出各层表头，以/隔开，如“负责/合计”，或者写列数",
		"{share: {part: 销号, whole: 已销号}}":                       "没有表头为“销号”的列 表头：单位、负责/合计、负责/已销号、督导/合计",
		"{tally: {sheet: b, where: [{column: 职责, equals: x}]}}": "没有表头为“职责”的列 表头：收文单位、状态",
		"{tally: {sheet: a, where: [{column: 合计, equals: x}]}}": "表头为“合计”的有2列 写出各层表头，以/隔开，如“负责/合计”，或者写列数",
	} {
		_, problems := trySheets(t, strings.ReplaceAll(sheet, "%", cell))
		if len(problems) != 1 || problems[0].Code != "formula-column" || problems[0].Message+" "+problems[0].Hint != want {
			t.Errorf("%s: %v", cell, problems)
		}
	}
}

func TestSheetKeys(t *testing.T) {
	sheets, problems := trySheets(t, "```sheet\nname: a\nprotected: true\ninput: {label: 统计日期：, date: 2020-11-30}\nhighlights:\n- {column: 1, word: 超期, tone: warning}\n- {column: 0, word: {{put .Mark}}, tone: done}\ncolumns: [{width: 1}, {width: 1}]\n```")
	want := []doc.Highlight{{Column: 1, Word: "超期", Tone: "warning"}, {Word: "附件", Tone: "done"}}
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	s := sheets[0]
	if !s.Protected || !reflect.DeepEqual(s.Highlights, want) || s.Input == nil || s.Input.Date != "2020-11-30" || doc.Plain(s.Input.Label) != "统计日期：" {
		t.Errorf("%+v %+v", s, s.Input)
	}
}

func TestBadCells(t *testing.T) {
	for _, c := range []struct{ cell, want string }{
		{"{text: a, date: 2020-12-31}", "cell-content"},
		{"{blank: date, date: 2020-12-31}", "cell-content"},
		{"{count: 1, sum: true}", "cell-content"},
		{"{share: {part: 0, whole: 1}, tally: {sheet: a}}", "cell-content"},
		{"{text: '', blank: tick}", ""},
		{"{choices: [a]}", "choices-tick"},
		{"{blank: text, choices: [a]}", "choices-tick"},
		{"{blank: tick, choices: []}", "element-type"},
		{"{blank: tick, choices: [a, a]}", "word-twice"},
		{"{blank: tick, choices: ['']}", "element-type"},
		{"{date: 2020-13-01}", "element-type"},
		{"{date: 2020年12月31日}", "element-type"},
		{"{date: {{put .Mark}}}", "element-type"},
		{"{date: }", "element-type"},
		{"{count: -1}", "element-type"},
		{"{count: 1.5}", "element-type"},
		{"{count: 1234567890}", "element-type"},
		{"{sum: false}", "element-type"},
		{"{sum: 1}", "element-type; element-type"},
		{"{share: {part: 0}}", "element-missing"},
		{"{share: {part: 0, whole: 2}}", "formula-column"},
		{"{share: {part: 0, whole: -1}}", "element-type"},
		{"{overdue: {deadline: 0, state: 1}}", "element-missing"},
		{"{overdue: {deadline: 2, state: 1, word: 超期}}", "formula-column"},
		{"{overdue: {deadline: 0, state: 1, word: 超期, done: 已销号}}", "element-type"},
		{"{tally: {where: []}}", "element-missing; tally-sheet"},
		{"{tally: {sheet: b}}", "tally-sheet"},
		{"{tally: {sheet: a, where: [{column: 2, empty: true}]}}", "formula-column"},
		{"{tally: {sheet: a, where: [{column: 1, same_as: 2}]}}", "formula-column"},
		{"{tally: {sheet: a, where: [{column: 1}]}}", "tally-condition"},
		{"{tally: {sheet: a, where: [{empty: true}]}}", "element-missing"},
		{"{tally: {sheet: a, where: [{column: 1, equals: x, empty: true}]}}", "tally-condition"},
		{"{tally: {sheet: a, where: [{column: 1, equals: ''}]}}", "element-type"},
		{"{tally: {sheet: a, where: [{column: 1, empty: false}]}}", "element-type"},
		{"{tally: {sheet: a, where: [{column: 1, from: 2020-12-01}]}}", "element-missing"},
		{"{tally: {sheet: a, where: [{column: 1, from: 2020-12-02, to: 2020-12-01}]}}", "element-type"},
		{"{tally: {sheet: a, where: [1]}}", "element-type"},
		{"{tally: [a]}", "element-type; tally-sheet"},
		{"{tally: {sheet: a, were: []}}", "element-key"},
	} {
		_, problems := trySheets(t, "```sheet\nname: a\ninput: {label: 日, date: 2020-11-30}\ncolumns: [{width: 1}, {width: 1}]\nrows:\n- [x, "+c.cell+"]\n```")
		want := ""
		for i, code := range strings.Split(c.want, "; ") {
			if code != "" {
				want += strings.Repeat("; ", min(i, 1)) + "own/a.tmpl:6 " + code
			}
		}
		if got := says(problems); got != want {
			t.Errorf("%s: %s, want %s", c.cell, got, want)
		}
	}
}

func TestBadSheetKeys(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"input: {label: 日}", "3 element-missing"},
		{"input: {label: 日, date: x}", "3 element-type"},
		{"input: [日]", "3 element-type"},
		{"input:", ""},
		{"protected: yes", "3 element-type"},
		{"highlights: [{column: 1, word: x, tone: done}]", "3 formula-column"},
		{"highlights: [{column: 0, word: x, tone: red}]", "3 element-type"},
		{"highlights: [{column: 0, tone: done}]", "3 element-missing"},
		{"rows: [[{overdue: {deadline: 0, state: 0, word: x}}]]", "1 overdue-input"},
		{"head: [[{sum: true}]]", "3 cell-workbook"},
		{"input: {label: 日, date: 2020-11-30}\n```\n\n```sheet\nname: b\ninput: {label: 日, date: 2020-11-30}", "1 input-twice"},
	} {
		_, problems := trySheets(t, "```sheet\nname: a\n"+c.text+"\ncolumns: [{width: 1}]\n```")
		if got := strings.ReplaceAll(says(problems), "own/a.tmpl:", ""); got != c.want {
			t.Errorf("%q: %s, want %s", c.text, got, c.want)
		}
	}
}

func TestFormulasOnlyInWorkbooks(t *testing.T) {
	for _, cell := range []string{"{date: 2020-12-31}", "{count: 1}", "{sum: true}", "{share: {part: 0, whole: 0}}"} {
		_, problems := try(t, "```table\ncolumns: [{width: 1}]\nrows:\n- ["+cell+"]\n```")
		if got := says(problems); got != "own/a.tmpl:4 cell-workbook" {
			t.Errorf("%s: %s", cell, got)
		}
	}
	blocks, problems := try(t, "```table\ncolumns: [{width: 1}]\nrows:\n- [{blank: tick, choices: [是, 否]}]\n```")
	if len(problems) > 0 || !reflect.DeepEqual(blocks[0].(doc.Table).Rows[0].Cells[0], doc.Cell{Blank: doc.BlankTick, Choices: []string{"是", "否"}}) {
		t.Errorf("%v %+v", problems, blocks)
	}
}

func TestContentsElement(t *testing.T) {
	blocks, problems := try(t, "```contents\n- {text: 甲{{put .Mark}}, to: title}\n- {text: 乙, to: section}\n```\n\n# 题\n\n一、节\n")
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	c := blocks[0].(doc.Contents)
	if len(c.Entries) != 2 || doc.Plain(c.Entries[0].Text) != "甲附件" || c.Entries[0].To != "title" || c.Entries[1].To != "section" {
		t.Errorf("%+v", c)
	}
	for _, c := range []struct{ text, want string }{
		{"- {text: 甲, to: title}\n- {text: 乙, to: none}", "3 contents-nowhere"},
		{"- {text: 甲}", "2 element-missing"},
		{"- {to: title}", "2 element-missing"},
		{"- 甲", "2 element-type"},
		{"text: 甲", "2 element-type"},
		{"- {text: 甲, to: title, page: 3}", "2 element-key"},
	} {
		_, problems := try(t, "```contents\n"+c.text+"\n```\n\n# 题\n")
		if got := strings.ReplaceAll(says(problems), "own/a.tmpl:", ""); got != c.want {
			t.Errorf("%q: %s, want %s", c.text, got, c.want)
		}
	}
}
