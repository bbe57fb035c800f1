package xlsx

import (
	"encoding/json"
	"fmt"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"hongtou/internal/doc"
)

var sheetData = regexp.MustCompile(`(?s)<sheetData>.*</sheetData>|<sheetData></sheetData>|<sheetData/>`)

// TestInlinedReadsBackTheSame: a workbook whose texts stand in its cells has the
// same cells, and everything else is the same byte by byte: merges,
// validation, colouring, links, filter, panes, page setup, names, styles.
func TestInlinedReadsBackTheSame(t *testing.T) {
	odd := one(cell("_x0041_x0042_"))
	for _, text := range []string{"=1+1", "@甲", "007", "12", " 前后有空格 ", "a<b&\"c\"", "多\n行", "甲\t乙", strings.Repeat("𠮷", 300)} {
		odd.Sheets[0].Table.Rows = append(odd.Sheets[0].Table.Rows, row(cell(text)))
	}
	for name, w := range map[string]*doc.Workbook{"plain": sample(), "typed": typed(), "compared": compared(), "odd": odd} {
		whole, err := renderInlining(w, inlineAbove)
		if err != nil {
			t.Fatal(err)
		}
		inlined, err := renderInlining(w, 0)
		if err != nil {
			t.Fatal(err)
		}
		again, _ := renderInlining(w, 0)
		if string(inlined) != string(again) {
			t.Errorf("%s: other bytes the second time", name)
		}
		sameParts(t, name, whole, inlined)
		sameCells(t, name, opened(t, whole), opened(t, inlined))
	}
}

// sameParts compares everything but the cells and the table of strings.
func sameParts(t *testing.T, name string, whole, inlined []byte) {
	t.Helper()
	names, want := parts(t, whole)
	_, got := parts(t, inlined)
	for _, part := range names {
		if part == stringsPart {
			continue
		}
		a, b := want[part], got[part]
		if strings.HasPrefix(part, sheetParts) {
			if !strings.Contains(b, `t="inlineStr"`) {
				t.Errorf("%s: %s has no texts in its cells", name, part)
			}
			a, b = plainSheet(a), plainSheet(b)
		}
		if part == "[Content_Types].xml" || part == "xl/_rels/workbook.xml.rels" {
			continue // they tell of the table of strings
		}
		if part == "xl/workbook.xml" {
			number := regexp.MustCompile(`r:id="rId[0-9]+"`)
			a, b = number.ReplaceAllString(a, ""), number.ReplaceAllString(b, "")
		}
		if a != b {
			t.Errorf("%s: %s differs:\n%s\n%s", name, part, a, b)
		}
	}
}

// plainSheet takes out the cells.
func plainSheet(xml string) string { return sheetData.ReplaceAllString(xml, "") }

func sameCells(t *testing.T, name string, whole, inlined *excelize.File) {
	t.Helper()
	for _, sheet := range whole.GetSheetList() {
		extent, _ := whole.GetSheetDimension(sheet)
		_, corner, _ := strings.Cut(extent, ":")
		columns, rows, _ := excelize.CellNameToCoordinates(corner)
		for r := 1; r <= rows; r++ {
			for c := 1; c <= columns; c++ {
				at, _ := excelize.CoordinatesToCellName(c, r)
				if want, got := told(t, whole, sheet, at), told(t, inlined, sheet, at); !reflect.DeepEqual(want, got) {
					t.Errorf("%s: %s!%s: %q, inlined %q", name, sheet, at, want, got)
				}
			}
			a, _ := whole.GetRowHeight(sheet, r)
			if b, _ := inlined.GetRowHeight(sheet, r); a != b {
				t.Errorf("%s: %s row %d is %g high, inlined %g", name, sheet, r, a, b)
			}
		}
	}
}

// told is what a reader learns of a cell.
func told(t *testing.T, f *excelize.File, sheet, at string) []string {
	t.Helper()
	value, err := f.GetCellValue(sheet, at, excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	formula, _ := f.GetCellFormula(sheet, at)
	id, _ := f.GetCellStyle(sheet, at)
	st, err := f.GetStyle(id)
	if err != nil {
		t.Fatal(err)
	}
	json, err := json.Marshal(st)
	if err != nil {
		t.Fatal(err)
	}
	look := string(json)
	runs := ""
	if rich, _ := f.GetCellRichText(sheet, at); len(rich) > 1 {
		for _, r := range rich {
			runs += "|" + r.Text + " " + r.Font.Family + r.Font.Color + r.Font.Underline + fmt.Sprint(r.Font.Strike)
		}
	}
	kind, _ := f.GetCellType(sheet, at)
	if kind == excelize.CellTypeInlineString {
		kind = excelize.CellTypeSharedString
	}
	column, _, _ := strings.Cut(strings.TrimRight(at, "0123456789"), "!")
	width, _ := f.GetColWidth(sheet, column)
	return []string{value, formula, look, runs, fmt.Sprint(kind, width)}
}

// TestManyRows: a sheet of very many rows is whole, and each of its texts is
// where it should be.
func TestManyRows(t *testing.T) {
	const rows, wide = inlineAbove + 100, 11
	w := &doc.Workbook{Sheets: []doc.Sheet{{Name: "长", Table: doc.Table{Columns: columns(slices.Repeat([]int{80}, wide)...)}}}}
	for r := range rows {
		cells := slices.Repeat([]doc.Cell{cell(fmt.Sprint("第", r, "行"))}, wide)
		w.Sheets[0].Table.Rows = append(w.Sheets[0].Table.Rows, doc.Row{Cells: cells})
	}
	_, part := parts(t, render(t, w))
	sheet := part[sheetParts+"sheet1.xml"]
	if strings.Count(sheet, "<row ") != rows || strings.Count(sheet, "<is>") != rows*wide || part[stringsPart] != "" {
		t.Errorf("%d rows, %d texts, %d bytes of table", strings.Count(sheet, "<row "), strings.Count(sheet, "<is>"), len(part[stringsPart]))
	}
	for r, text := range strings.Split(sheet, "<row ")[1:] {
		if !strings.HasPrefix(text, fmt.Sprintf(`r="%d"`, r+1)) || strings.Count(text, fmt.Sprintf("<t>第%d行</t>", r)) != wide {
			t.Fatalf("row %d: %s", r, text)
		}
	}
}
