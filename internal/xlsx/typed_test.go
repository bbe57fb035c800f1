package xlsx

import (
	"encoding/xml"
	"errors"
	"fmt"
	"regexp"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"hongtou/internal/doc"
)

// addresses of the typed sample.
const (
	ledgerName = "整改'台账"
	formName   = "01 申请表"
)

func TestOnlyBlanksAreUnlocked(t *testing.T) {
	f := opened(t, render(t, typed()))
	unlocked := map[string]bool{}
	for _, sheet := range []string{ledgerName, "按单位", formName} {
		_, rows := extent(t, f, sheet)
		for r := 1; r <= rows; r++ {
			for c := 1; c <= 8; c++ {
				cell, _ := excelize.CoordinatesToCellName(c, r)
				if st := styleAt(t, f, sheet, cell); st.Protection != nil && !st.Protection.Locked {
					unlocked[sheet+"!"+cell] = true
					if st.Fill.Pattern != 1 || len(st.Border) != 4 {
						t.Errorf("%s!%s: nobody sees that it is to be filled in", sheet, cell)
					}
				}
			}
		}
	}
	var want []string
	for _, list := range []struct{ sheet, cells string }{
		{ledgerName, "C2 D2"}, // the input; the rest of an unprotected sheet is as ever
		{formName, "C5 D5 E5 C6 D6 E6 C7 D7 E7 C8 D8 E8 C9 D9 E9"},
		{formName, "B10 C10 D10 E10 B12 D12 E12"}, // not B11 and D11: people sign and seal on paper
	} {
		for _, c := range strings.Fields(list.cells) {
			want = append(want, list.sheet+"!"+c)
		}
	}
	for _, w := range want {
		if !unlocked[w] {
			t.Errorf("%s is locked", w)
		}
		delete(unlocked, w)
	}
	if len(unlocked) > 0 {
		t.Errorf("unlocked as well: %v", unlocked)
	}
}

func extent(t testing.TB, f *excelize.File, sheet string) (columns, rows int) {
	t.Helper()
	dimension, err := f.GetSheetDimension(sheet)
	if err != nil {
		t.Fatal(err)
	}
	_, corner, _ := strings.Cut(dimension, ":")
	columns, rows, err = excelize.CellNameToCoordinates(corner)
	if err != nil {
		t.Fatal(err)
	}
	return columns, rows
}

func styleAt(t testing.TB, f *excelize.File, sheet, cell string) *excelize.Style {
	t.Helper()
	id, err := f.GetCellStyle(sheet, cell)
	if err != nil {
		t.Fatal(err)
	}
	st, err := f.GetStyle(id)
	if err != nil {
		t.Fatal(err)
	}
	return st
}

// The attributes say what is forbidden; absent ones that Excel takes for “1”
// must be written as false.
func TestProtection(t *testing.T) {
	_, text := parts(t, render(t, typed()))
	for i, protected := range []bool{false, false, false, true} {
		var sheet struct {
			Protection *struct {
				Attributes []xml.Attr `xml:",any,attr"`
			} `xml:"sheetProtection"`
		}
		if err := xml.Unmarshal([]byte(text[fmt.Sprintf("xl/worksheets/sheet%d.xml", i+1)]), &sheet); err != nil {
			t.Fatal(err)
		}
		if (sheet.Protection != nil) != protected {
			t.Fatalf("sheet %d: %+v", i+1, sheet.Protection)
		}
		if !protected {
			continue
		}
		got := map[string]string{}
		for _, a := range sheet.Protection.Attributes {
			got[a.Name.Local] = a.Value
		}
		for name, want := range map[string]string{
			"sheet": "true", "formatCells": "true", "insertRows": "true", "deleteRows": "true", "sort": "true",
			"formatColumns": "false", "formatRows": "false", "autoFilter": "false",
			"selectLockedCells": "", "selectUnlockedCells": "", "password": "", "hashValue": "",
		} {
			if got[name] != want && !(want == "" && got[name] == "false") {
				t.Errorf("%s is %q, want %q; all %v", name, got[name], want, got)
			}
		}
	}
}

func TestValidation(t *testing.T) {
	f := opened(t, render(t, typed()))
	got := map[string]string{}
	for _, sheet := range []string{ledgerName, "按单位", formName} {
		rules, err := f.GetDataValidations(sheet)
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range rules {
			if r.Prompt == nil || r.Error == nil || !r.ShowErrorMessage || !r.ShowInputMessage || *r.ErrorStyle != "stop" || !r.AllowBlank {
				t.Errorf("%s: %+v", sheet, r)
			}
			got[sheet+"!"+r.Sqref] = strings.Trim(fmt.Sprint(r.Type, " ", r.Operator, " ", r.Formula1, " ", r.Formula2), " ")
		}
	}
	want := map[string]string{
		ledgerName + "!C2:D2":  "date between 18264 73050",
		ledgerName + "!F5:F10": `list  "未启动,推进中,已完成待验,已销号,退回"`,
		ledgerName + "!G5:G10": "date between 18264 73050",
		formName + "!C5:C9":    `list  "已完成,未完成"`,
		formName + "!D5:D9":    "date between 18264 73050",
		formName + "!B12":      "whole greaterThanOrEqual 0 0",
		formName + "!D12:E12":  `list  "√"`,
	}
	for where, w := range want {
		if got[where] != w {
			t.Errorf("%s: %q, want %q", where, got[where], w)
		}
	}
	if len(got) != len(want) {
		t.Errorf("got %v", got)
	}
}

func TestFormats(t *testing.T) {
	f := opened(t, render(t, typed()))
	for _, c := range []struct{ sheet, cell, code string }{
		{ledgerName, "C2", "yyyy-mm-dd"}, {ledgerName, "E5", "yyyy-mm-dd"}, {ledgerName, "G5", "yyyy-mm-dd"},
		{"按单位", "B3", "0"}, {"按单位", "F3", "0.0%"}, {formName, "A5", "0"}, {formName, "D5", "yyyy-mm-dd"}, {formName, "E5", "@"}, {formName, "B12", "0"},
	} {
		if st := styleAt(t, f, c.sheet, c.cell); st.CustomNumFmt == nil && c.code != "@" && c.code != "0" || st.CustomNumFmt != nil && *st.CustomNumFmt != c.code {
			t.Errorf("%s!%s: %v", c.sheet, c.cell, st.CustomNumFmt)
		}
	}
	for cell, want := range map[string]string{"C2": "2020-06-30", "E5": "2020-01-28"} {
		if got, err := f.GetCellValue(ledgerName, cell); err != nil || got != want {
			t.Errorf("%s shows %q, %v", cell, got, err)
		}
		if kind, err := f.GetCellType(ledgerName, cell); err != nil || kind != excelize.CellTypeUnset {
			t.Errorf("%s is of type %v, not a number", cell, kind)
		}
	}
}

// Formulas look at exactly the body rows and carry their values.
func TestFormulasAndTheirValues(t *testing.T) {
	data := render(t, typed())
	f := opened(t, data)
	for _, c := range []struct{ sheet, cell, formula, value string }{
		{ledgerName, "H5", `IF(AND(ISNUMBER($E5),ISNUMBER(统计日期),$E5<统计日期,NOT(EXACT($F5,"已销号"))),"超期","")`, "超期"},
		{ledgerName, "H8", `IF(AND(ISNUMBER($E8),ISNUMBER(统计日期),$E8<统计日期,NOT(EXACT($F8,"已销号"))),"超期","")`, ""},
		{ledgerName, "H10", `IF(AND(ISNUMBER($E10),ISNUMBER(统计日期),$E10<统计日期,NOT(EXACT($F10,"已销号"))),"超期","")`, ""},
		{"按单位", "B3", `SUMPRODUCT(1*EXACT('整改''台账'!$D$5:$D$10&"",$A3&"")*EXACT('整改''台账'!$C$5:$C$10&"","责任"))`, "2"},
		{"按单位", "D4", `SUMPRODUCT(1*EXACT('整改''台账'!$D$5:$D$10&"",$A4&"")*EXACT('整改''台账'!$H$5:$H$10&"","超期"))`, "1"},
		{"按单位", "E5", `SUMPRODUCT(1*EXACT('整改''台账'!$D$5:$D$10&"",$A5&"")*('整改''台账'!$F$5:$F$10=""))`, "2"},
		{"按单位", "F3", `IF(N($B3)=0,"",N($D3)/N($B3))`, "0.5"},
		{"按单位", "F6", `IF(N($B6)=0,"",N($D6)/N($B6))`, ""},
		{"按单位", "B7", `SUM(B$3:B6)`, "4"},
		{"按月", "B2", `SUMPRODUCT(1*ISNUMBER('整改''台账'!$E$5:$E$10)*('整改''台账'!$E$5:$E$10>=DATE(2020,1,1))*('整改''台账'!$E$5:$E$10<=DATE(2020,1,31)))`, "1"},
		{"按月", "B4", `SUMPRODUCT(1*ISNUMBER('整改''台账'!$E$5:$E$10)*('整改''台账'!$E$5:$E$10>=DATE(2020,1,28))*('整改''台账'!$E$5:$E$10<=DATE(2020,9,28)))`, "5"},
		{"按月", "C2", `ROWS('整改''台账'!$A$5:$A$10)`, "6"},
	} {
		formula, err1 := f.GetCellFormula(c.sheet, c.cell)
		value, err2 := f.GetCellValue(c.sheet, c.cell, excelize.Options{RawCellValue: true})
		if formula != c.formula || value != c.value || err1 != nil || err2 != nil {
			t.Errorf("%s!%s: %s shows %q, want %s and %q", c.sheet, c.cell, formula, value, c.formula, c.value)
		}
	}
	_, text := parts(t, data)
	if !strings.Contains(text["xl/workbook.xml"], `fullCalcOnLoad="true"`) {
		t.Error("programs may keep the values as they are")
	}
	if !strings.Contains(text["xl/workbook.xml"], `<definedName name="统计日期">&#39;整改&#39;&#39;台账&#39;!$C$2<`) {
		t.Error("the input has no name")
	}
	for name, part := range text {
		if strings.ContainsAny(part, "\uFDD0\uFDD1\uFDD2") {
			t.Errorf("%s holds a mark of ours", name)
		}
	}
	if regexp.MustCompile(`<c [^>]*t="str"[^>]*><f>SUM`).MatchString(text["xl/worksheets/sheet2.xml"]) {
		t.Error("a number is written as text")
	}
}

func TestHighlights(t *testing.T) {
	f := opened(t, render(t, typed()))
	rules, err := f.GetConditionalFormats(ledgerName)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for where, list := range rules {
		for _, r := range list {
			st, err := f.GetConditionalStyle(*r.Format)
			if err != nil {
				t.Fatal(err)
			}
			got = append(got, fmt.Sprint(where, " ", r.Type, " ", r.Criteria, " ", st.Fill.Color))
		}
	}
	want := []string{`A5:H10 formula EXACT($H5,"超期") [FFE1E1]`, `A5:H10 formula EXACT($F5,"已销号") [E6F4E4]`}
	for _, w := range want {
		if !strings.Contains(strings.Join(got, "\n"), w) {
			t.Errorf("missing %s in %q", w, got)
		}
	}
}

// Nothing that a cell can hold becomes a formula but a formula.
func TestTextNeverBecomesAFormula(t *testing.T) {
	w := typed()
	nasty := `=HYPERLINK("http://x")`
	w.Sheets[0].Table.Rows[0].Cells[3] = cell(nasty)
	w.Sheets[0].Input.Label = runs("=1+1")
	w.Sheets[0].Table.Rows[0].Cells[7] = formula(doc.Overdue{Deadline: 4, State: 5, Done: []string{`")+1`}, Word: "=1+1"})
	w.Sheets[1].Table.Rows[0].Cells[0] = cell(nasty)
	w.Sheets[1].Table.Rows[0].Cells[1] = formula(doc.Tally{Sheet: ledgerName, Where: []doc.Condition{{Column: 3, Equals: nasty}}})
	f := opened(t, render(t, w))
	for _, c := range []struct{ sheet, cell, value, formula string }{
		{ledgerName, "A2", "=1+1", ""},
		{ledgerName, "D5", nasty, ""},
		{ledgerName, "H5", "=1+1", `IF(AND(ISNUMBER($E5),ISNUMBER(input_date),$E5<input_date,NOT(EXACT($F5,""")+1"))),"=1+1","")`},
		{"按单位", "A3", nasty, ""},
		{"按单位", "B3", "1", `SUMPRODUCT(1*EXACT('整改''台账'!$D$5:$D$10&"","=HYPERLINK(""http://x"")"))`},
	} {
		value, err1 := f.GetCellValue(c.sheet, c.cell)
		code, err2 := f.GetCellFormula(c.sheet, c.cell)
		if value != c.value || code != c.formula || err1 != nil || err2 != nil {
			t.Errorf("%s!%s: %q %q %v %v", c.sheet, c.cell, value, code, err1, err2)
		}
	}
}

// A blank stands in one piece though its row goes on in further rows of the
// sheet, and beyond a page.
func TestBlanksSpanContinuedRows(t *testing.T) {
	f := opened(t, render(t, typed()))
	merged := mergedTo(t, f, formName)
	for _, c := range []string{"C6", "D6", "E6"} {
		if to := merged[c]; to != c[:1]+"8" {
			t.Errorf("%s reaches to %q", c, to)
		}
	}
}

func TestInputFields(t *testing.T) {
	for _, c := range []struct {
		columns []int
		label   string
		want    *fields
	}{
		{[]int{16, 16}, "统计日期：", &fields{1, 2}},
		{[]int{4, 6, 30, 30}, "统计日期：", &fields{3, 4}},
		{[]int{4, 10, 5, 5, 5}, "统计日期：", &fields{2, 5}},
		{[]int{4, 20}, "统计日期：", &fields{1, 2}},
		{[]int{30}, "统计日期：", nil},
		{[]int{30, 6}, "统计日期：", nil},
		{[]int{30, 11, 6}, "统" + strings.Repeat("计", 30), &fields{1, 2}},
	} {
		p := &plan{ruler: &ruler{}, columns: c.columns}
		got := p.inputFields(newPassage([][]doc.Inline{runs(c.label)}, false))
		if (got == nil) != (c.want == nil) || got != nil && *got != *c.want {
			t.Errorf("%v: %v, want %v", c.columns, got, c.want)
		}
	}
}

func TestMinHeightIsThatOnPaper(t *testing.T) {
	p, err := arrange(&doc.Sheet{Name: "表", Table: doc.Table{Columns: columns(60, 120), Rows: []doc.Row{{Cells: []doc.Cell{cell("甲"), blank(doc.BlankOpinion)}, MinHeight: 25}}}}, &ruler{})
	if err != nil {
		t.Fatal(err)
	}
	if got := p.body.heights[0] * p.scale() / pointsPerMM; p.scale() > 0.6 || got < 25 || got > 26 {
		t.Errorf("%.2f mm at %.2f", got, p.scale())
	}
}

func TestRefusesInTypedWorkbooks(t *testing.T) {
	with := func(c doc.Cell) *doc.Workbook {
		w := typed()
		w.Sheets[1].Table.Rows[0].Cells[1] = c
		return w
	}
	where := func(c doc.Condition) *doc.Workbook {
		return with(formula(doc.Tally{Sheet: ledgerName, Where: []doc.Condition{c}}))
	}
	change := func(f func(*doc.Workbook)) *doc.Workbook {
		w := typed()
		f(w)
		return w
	}
	for _, c := range []struct {
		says string
		w    *doc.Workbook
	}{
		{"一种内容", with(doc.Cell{Blank: doc.BlankDate, Date: "2020-01-01"})},
		{"一种内容", with(doc.Cell{Paragraphs: cell("甲").Paragraphs, Formula: doc.Sum{}})},
		{"日期“2020-02-30”", with(dateCell("2020-02-30"))},
		{"不早于1900-03-01", with(dateCell("1900-02-28"))},
		{"日期或数显示不下", change(func(w *doc.Workbook) { w.Sheets[0].Table.Columns[4].Width = 10 })},
		{"日期或数显示不下", change(func(w *doc.Workbook) { w.Sheets[0].Table.Columns[6].Width = 10 })},
		{"日期或数显示不下", change(func(w *doc.Workbook) { w.Sheets[1].Table.Columns[1].Width = 3 })},
		{"表头只能有文字", change(func(w *doc.Workbook) { w.Sheets[1].Table.Head[0].Cells[0] = dateCell("2020-01-01") })},
		{"“戊”不存在", with(formula(doc.Tally{Sheet: "戊"}))},
		{"单元格B3：公式所指的第8列", where(doc.Condition{Column: 8, Empty: true})},
		{"公式所指的第6列", where(doc.Condition{SameAs: sameAs(6)})},
		{"公式所指的第-1列", with(formula(doc.Share{Part: -1}))},
		{"共256个字符", where(doc.Condition{Equals: strings.Repeat("长", 256)})},
		{"U+0001", where(doc.Condition{Equals: "\x01"})},
		{"U+FDD1", where(doc.Condition{Equals: "\uFDD1"})},
		{"日期“”有误", where(doc.Condition{From: "2020-01-01"})},
		{"循环", with(formula(doc.Share{Part: 1, Whole: 2}))},
		{"循环", with(formula(doc.Tally{Sheet: "按单位", Where: []doc.Condition{{Column: 1, Empty: true}}}))},
		{"循环", change(func(w *doc.Workbook) {
			w.Sheets[0].Table.Rows[0].Cells[1] = formula(doc.Tally{Sheet: "按单位", Where: []doc.Condition{{Column: 1, Equals: "1"}}})
			w.Sheets[1].Table.Rows[0].Cells[1] = formula(doc.Tally{Sheet: ledgerName, Where: []doc.Condition{{Column: 1, Equals: "1"}}})
		})},
		{"公式共", with(formula(doc.Tally{Sheet: ledgerName, Where: make([]doc.Condition, 300)}))},
		{"供人设定的日期", change(func(w *doc.Workbook) { w.Sheets[0].Input = nil })},
		{"至多有一个", change(func(w *doc.Workbook) { w.Sheets[3].Input = &doc.Input{Label: runs("日"), Date: "2020-01-01"} })},
		{"日期“昨天”", change(func(w *doc.Workbook) { w.Sheets[0].Input.Date = "昨天" })},
		{"太窄", change(func(w *doc.Workbook) {
			w.Sheets[2].Table.Columns = columns(9, 5, 4)
			w.Sheets[2].Input, w.Sheets[0].Input = w.Sheets[0].Input, nil
		})},
		{"U+0001", change(func(w *doc.Workbook) { w.Sheets[0].Input.Label = runs("\x01") })},
		{"着色", change(func(w *doc.Workbook) { w.Sheets[0].Highlights[0].Tone = "red" })},
		{"着色所看的第8列", change(func(w *doc.Workbook) { w.Sheets[0].Highlights[0].Column = 8 })},
		{"被公式计数的工作表不能续行", change(func(w *doc.Workbook) {
			w.Sheets[0].Filter, w.Sheets[0].Highlights = false, nil
			w.Sheets[0].Table.Rows[0].Cells[1] = cell(sentences("长", 60))
		})},
		{"被公式计数的工作表不能有纵向合并", change(func(w *doc.Workbook) {
			w.Sheets[0].Filter, w.Sheets[0].Highlights = false, nil
			w.Sheets[0].Table.Rows[0].Cells[1].RowSpan = 2
			w.Sheets[0].Table.Rows[1].Cells = append(w.Sheets[0].Table.Rows[1].Cells[:1], w.Sheets[0].Table.Rows[1].Cells[2:]...)
		})},
		{"含有换行", with(blank(doc.BlankTick, "甲\n乙"))},
		{"变成公式", with(blank(doc.BlankTick, "甲,乙", "+1"))},
		{"超过255个字符", with(blank(doc.BlankTick, strings.Repeat("长", 256)))},
		{"变成公式", with(blank(doc.BlankTick, "=A1"))},
		{"变成公式", with(blank(doc.BlankTick, "-"))},
		{"重复", with(blank(doc.BlankTick, "甲", "甲"))},
		{"为空", with(blank(doc.BlankTick, "甲", ""))},
		{"首尾有空格", with(blank(doc.BlankTick, "甲 "))},
	} {
		_, err := Render(c.w)
		var e *Error
		if !errors.As(err, &e) || !strings.Contains(err.Error(), c.says) {
			t.Errorf("want an error that says %q, got %v", c.says, err)
		}
	}
}

// Sheets without rows, and rows without anything above, are no error.
func TestEmptyTables(t *testing.T) {
	w := typed()
	w.Sheets[0].Table.Rows = nil
	w.Sheets[1].Table.Rows = w.Sheets[1].Table.Rows[len(w.Sheets[1].Table.Rows)-1:]
	f := opened(t, render(t, w))
	for cell, sheet := range map[string]string{"B3": "按单位", "B2": "按月", "C2": "按月"} {
		if got, err := f.GetCellValue(sheet, cell); err != nil || got != "0" {
			t.Errorf("%s!%s: %q %v", sheet, cell, got, err)
		}
	}
}

// unquoted is the string that a formula's literal stands for.
func unquoted(t testing.TB, code string) string {
	t.Helper()
	var out strings.Builder
	for _, part := range regexp.MustCompile(`"(?:[^"]|"")*"&?`).FindAllString(code, -1) {
		part = strings.TrimSuffix(part, "&")
		out.WriteString(strings.ReplaceAll(part[1:len(part)-1], `""`, `"`))
	}
	return out.String()
}

func FuzzLiteral(f *testing.F) {
	for _, s := range []string{"", "超期", `"`, `""`, `"&"`, "_x0041_", "_x0041_x0042_", `_x00"41_`, "*?~", "=<>", "a\nb"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, word string) {
		code, err := literal(word)
		if err != nil {
			return
		}
		if got := unquoted(t, code); got != word {
			t.Errorf("%q is written %s, which says %q", word, code, got)
		}
		for i := range []rune(code) {
			if beginsEscape([]rune(code)[i:]) {
				t.Errorf("%q is written %s, which holds an escape", word, code)
			}
		}
	})
}
