package xlsx

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"hongtou/internal/diag"
	"hongtou/internal/doc"
)

// offering is a workbook that offers lists, one a sheet, and has a sheet that
// bears the name of the helper sheet.
func offering(lists ...[]string) *doc.Workbook {
	w := &doc.Workbook{Sheets: []doc.Sheet{{Name: choicesSheet, Table: doc.Table{Columns: columns(10), Rows: []doc.Row{row(cell("字"))}}}}}
	for i, list := range lists {
		w.Sheets = append(w.Sheets, doc.Sheet{
			Name: fmt.Sprintf("表%d", i+1), Protected: true,
			Table: doc.Table{Columns: columns(10, 10), Rows: []doc.Row{row(cell("选"), blank(doc.BlankTick, list...))}},
		})
	}
	return w
}

func many(n int) []string {
	var out []string
	for i := range n {
		out = append(out, fmt.Sprintf("第%d个名称很长的责任单位", i+1))
	}
	return out
}

// TestLongChoicesStandOnASheet: a list that no rule can hold is offered from
// cells, each list once, word for word.
func TestLongChoicesStandOnASheet(t *testing.T) {
	short, long, marks := []string{"是", "否"}, many(42), []string{"甲局，办公室", "乙局,一科", `“丙”"局"`}
	data := render(t, offering(short, long, marks, long))
	if !bytes.Equal(data, render(t, offering(short, long, marks, long))) {
		t.Error("not the same bytes again")
	}
	f := opened(t, data)
	if got := strings.Join(f.GetSheetList(), " "); got != "选项 表1 表2 表3 表4 选项2" {
		t.Fatalf("sheets %s", got)
	}
	for sheet, want := range map[string]string{"表1": `"是,否"`, "表2": "'选项2'!$A$4:$A$45", "表3": "'选项2'!$B$4:$B$6", "表4": "'选项2'!$A$4:$A$45"} {
		rules, err := f.GetDataValidations(sheet)
		if err != nil || len(rules) != 1 || rules[0].Type != "list" || rules[0].Formula1 != want {
			t.Errorf("%s: %+v %v", sheet, rules, err)
		}
	}
	for column, list := range map[int][]string{1: long, 2: marks} {
		for i, word := range list {
			at, _ := excelize.CoordinatesToCellName(column, 4+i)
			if got, err := f.GetCellValue("选项2", at); err != nil || got != word {
				t.Errorf("%s is %q, want %q", at, got, word)
			}
			if st := styleAt(t, f, "选项2", at); st.Protection != nil && !st.Protection.Locked {
				t.Errorf("%s can be changed", at)
			}
		}
	}
	if _, text := parts(t, data); !strings.Contains(text["xl/worksheets/sheet6.xml"], "<sheetProtection") {
		t.Error("the helper sheet is not protected")
	}
}

// TestOfficeKeepsLongChoices: LibreOffice reads the rule and keeps it.
func TestOfficeKeepsLongChoices(t *testing.T) {
	back := recalculated(t, render(t, offering(many(42))))[0]
	rules, err := back.GetDataValidations("表1")
	if err != nil || len(rules) != 1 || !strings.Contains(rules[0].Formula1, "$A$4:$A$45") {
		t.Errorf("%+v %v", rules, err)
	}
}

// TestErrorsKnowTheirPlace: whatever on a sheet was read from a source gives an
// error its place, and the sheet is named once.
func TestErrorsKnowTheirPlace(t *testing.T) {
	at := func(line int) diag.Position { return diag.Position{File: "content/a.md", Line: line, Column: 1} }
	book := func() *doc.Workbook {
		w := offering([]string{"是", "否"})
		w.Sheets[1].Title = []doc.Inline{{Text: "题", Origin: doc.Origin{At: at(9)}}}
		return w
	}
	choices, date, counted, wide := book(), book(), book(), book()
	choices.Sheets[1].Table.Rows[0].Cells[1] = doc.Cell{Blank: doc.BlankTick, Choices: []string{"=1"}, At: at(2)}
	date.Sheets[1].Table.Rows[0].Cells[1] = doc.Cell{Date: "1800-01-01", At: at(3)}
	counted.Sheets[1].Table.Rows[0].Cells[1] = doc.Cell{Formula: doc.Tally{Sheet: "无"}, At: at(4)}
	wide.Sheets[1].FreezeCols = 7
	for want, w := range map[int]*doc.Workbook{2: choices, 3: date, 4: counted, 9: wide} {
		_, err := Render(w)
		var e *Error
		if !errors.As(err, &e) || e.At != at(want) || strings.Count(err.Error(), "表1") != 1 {
			t.Errorf("want line %d: %v at %+v", want, err, e)
		}
	}
}

// TestCellsFindTheirPlace: a sheet that excelize writes in another form than
// the known one is no silent loss.
func TestCellsFindTheirPlace(t *testing.T) {
	for sheet, want := range map[string]string{
		`<a><sheetData></sheetData>` + mergeMark + `</a>`:                    `<a><sheetData></sheetData><mergeCells count="1"><x></mergeCells></a>`,
		`<a><sheetData><row>1</row></sheetData><b></b>` + mergeMark + `</a>`: `<a><sheetData></sheetData><b></b><mergeCells count="1"><x></mergeCells></a>`,
		`<a><sheetData></sheetData></a>`:                                     "",
		`<a><sheetData/>` + mergeMark + `</a>`:                               "",
	} {
		c := &cells{sheetWriter: &sheetWriter{plan: &plan{}}, merges: []byte("<x>"), merged: 1}
		var got bytes.Buffer
		err := new(rowsWriter).into(&got, []byte(sheet), c)
		if got.String() != want && want != "" || (err != nil) != (want == "") {
			t.Errorf("%s becomes %s, %v", sheet, got.String(), err)
		}
	}
}
