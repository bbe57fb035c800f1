package xlsx

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"hongtou/internal/doc"
)

var sheetData = regexp.MustCompile(`(?s)<sheetData>.*</sheetData>|<sheetData></sheetData>|<sheetData/>`)

// TestStreamedReadsBackTheSame: a workbook written row by row has the same
// cells, and everything but its cells is the same byte by byte: merges,
// validation, colouring, links, filter, panes, page setup, names, styles.
func TestStreamedReadsBackTheSame(t *testing.T) {
	odd := one(cell("_x0041_x0042_"))
	for _, text := range []string{"=1+1", "@甲", "007", "12", " 前后有空格 ", "a<b&\"c\"", "多\n行", "甲\t乙", strings.Repeat("𠮷", 300)} {
		odd.Sheets[0].Table.Rows = append(odd.Sheets[0].Table.Rows, row(cell(text)))
	}
	for name, w := range map[string]*doc.Workbook{"plain": sample(), "typed": typed(), "compared": compared(), "odd": odd} {
		whole, err := renderStreaming(w, streamAbove)
		if err != nil {
			t.Fatal(err)
		}
		streamed, err := renderStreaming(w, 0)
		if err != nil {
			t.Fatal(err)
		}
		again, _ := renderStreaming(w, 0)
		if string(streamed) != string(again) {
			t.Errorf("%s: other bytes the second time", name)
		}
		sameParts(t, name, whole, streamed)
		sameCells(t, name, opened(t, whole), opened(t, streamed))
	}
}

// sameParts compares everything but the cells and the table of strings.
func sameParts(t *testing.T, name string, whole, streamed []byte) {
	t.Helper()
	names, want := parts(t, whole)
	_, got := parts(t, streamed)
	for _, part := range names {
		if part == stringsPart {
			continue
		}
		a, b := want[part], got[part]
		if strings.HasPrefix(part, sheetParts) {
			if !strings.Contains(b, `t="inlineStr"`) {
				t.Errorf("%s: %s is not streamed", name, part)
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

// plainSheet takes out the cells, and evens two ways of writing the same:
// merges stand in another order.
func plainSheet(xml string) string {
	xml = sheetData.ReplaceAllString(xml, "")
	xml = regexp.MustCompile(`<worksheet[^>]*>`).ReplaceAllString(xml, "<worksheet>")
	merges := regexp.MustCompile(`<mergeCell ref="[^"]*"`).FindAllString(xml, -1)
	slices.Sort(merges)
	xml = regexp.MustCompile(`<mergeCells [^>]*>.*</mergeCells>`).ReplaceAllString(xml, strings.Join(merges, ""))
	xml = regexp.MustCompile(`<cols>.*</cols>`).ReplaceAllString(xml, "") // sameCells compares widths
	return xml
}

func sameCells(t *testing.T, name string, whole, streamed *excelize.File) {
	t.Helper()
	for _, sheet := range whole.GetSheetList() {
		extent, _ := whole.GetSheetDimension(sheet)
		_, corner, _ := strings.Cut(extent, ":")
		columns, rows, _ := excelize.CellNameToCoordinates(corner)
		for r := 1; r <= rows; r++ {
			for c := 1; c <= columns; c++ {
				at, _ := excelize.CoordinatesToCellName(c, r)
				if want, got := told(t, whole, sheet, at), told(t, streamed, sheet, at); !reflect.DeepEqual(want, got) {
					t.Errorf("%s: %s!%s: %q, streamed %q", name, sheet, at, want, got)
				}
			}
			a, _ := whole.GetRowHeight(sheet, r)
			if b, _ := streamed.GetRowHeight(sheet, r); a != b {
				t.Errorf("%s: %s row %d is %g high, streamed %g", name, sheet, r, a, b)
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

// TestStreamedLeavesNoFiles: temporary files go, whatever comes of the
// workbook.
func TestStreamedLeavesNoFiles(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("TMPDIR", dir)
	t.Setenv("TMP", dir)
	const rows, wide = 5100, 11
	text := cell(strings.Repeat("&", 60)) // five bytes each
	w := &doc.Workbook{Sheets: []doc.Sheet{{Name: "长", Table: doc.Table{Columns: columns(slices.Repeat([]int{80}, wide)...)}}}}
	for range rows {
		w.Sheets[0].Table.Rows = append(w.Sheets[0].Table.Rows, doc.Row{Cells: slices.Repeat([]doc.Cell{text}, wide)})
	}
	data, err := Render(w)
	if err != nil {
		t.Fatal(err)
	}
	if left, _ := os.ReadDir(dir); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	f, err := z.Open(sheetParts + "sheet1.xml")
	if err != nil {
		t.Fatal(err)
	}
	sheet, err := io.ReadAll(f)
	if err != nil || len(sheet) < 16<<20 || bytes.Count(sheet, []byte("<row ")) != rows {
		t.Errorf("%d bytes: no temporary file was needed: %v", len(sheet), err)
	}
}
