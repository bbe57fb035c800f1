package xlsx

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

var update = flag.Bool("update", false, "write the golden files anew")

// TestGolden compares the structure of the sample, read back, with
// testdata/sample.txt: widths, heights, merged cells, looks and texts.
func TestGolden(t *testing.T) {
	const path = "testdata/sample.txt"
	data := render(t, sample())
	got := dump(t, opened(t, data))
	_, text := parts(t, data)
	for i := range 2 {
		got += pageEnds(i+1, text[fmt.Sprintf("xl/worksheets/sheet%d.xml", i+1)])
	}
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got == string(want) {
		return
	}
	a, b := strings.Split(got, "\n"), strings.Split(string(want), "\n")
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			t.Fatalf("line %d\n got %s\nwant %s\n(go test -update writes the file anew)", i+1, a[i], b[i])
		}
	}
	t.Fatalf("%d lines, want %d", len(a), len(b))
}

func pageEnds(n int, xml string) string {
	var b strings.Builder
	for _, part := range strings.Split(xml, `<brk id="`)[1:] {
		row, _, _ := strings.Cut(part, `"`)
		fmt.Fprintf(&b, "sheet %d: page ends after row %s\n", n, row)
	}
	return b.String()
}

func dump(t testing.TB, f *excelize.File) string {
	var b strings.Builder
	for _, sheet := range f.GetSheetList() {
		fmt.Fprintf(&b, "sheet %s\n", sheet)
		merged := mergedTo(t, f, sheet)
		rows, err := f.Rows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		dimension, err := f.GetSheetDimension(sheet)
		if err != nil {
			t.Fatal(err)
		}
		_, corner, _ := strings.Cut(dimension, ":")
		columns, _, err := excelize.CellNameToCoordinates(corner)
		if err != nil {
			t.Fatal(err)
		}
		for c := 1; c <= columns; c++ {
			name, _ := excelize.ColumnNumberToName(c)
			width, err := f.GetColWidth(sheet, name)
			if err != nil {
				t.Fatal(err)
			}
			fmt.Fprintf(&b, "  column %s %.2f\n", name, width)
		}
		for r := 1; rows.Next(); r++ {
			height, err := f.GetRowHeight(sheet, r)
			if err != nil {
				t.Fatal(err)
			}
			fmt.Fprintf(&b, "  row %d %.2f\n", r, height)
			for c := 1; c <= columns; c++ {
				dumpCell(t, &b, f, sheet, merged, c, r)
			}
		}
	}
	return b.String()
}

func mergedTo(t testing.TB, f *excelize.File, sheet string) map[string]string {
	cells, err := f.GetMergeCells(sheet)
	if err != nil {
		t.Fatal(err)
	}
	to := map[string]string{}
	for _, m := range cells {
		c1, r1, err1 := excelize.CellNameToCoordinates(m.GetStartAxis())
		c2, r2, err2 := excelize.CellNameToCoordinates(m.GetEndAxis())
		if err1 != nil || err2 != nil {
			t.Fatal(err1, err2)
		}
		for c := c1; c <= c2; c++ {
			for r := r1; r <= r2; r++ {
				name, _ := excelize.CoordinatesToCellName(c, r)
				to[name] = ""
			}
		}
		to[m.GetStartAxis()] = m.GetEndAxis()
	}
	return to
}

// dumpCell writes a cell that is not covered by another.
func dumpCell(t testing.TB, b *strings.Builder, f *excelize.File, sheet string, merged map[string]string, c, r int) {
	name, _ := excelize.CoordinatesToCellName(c, r)
	to, isMerged := merged[name]
	if isMerged && to == "" {
		return
	}
	value, err := f.GetCellValue(sheet, name)
	if err != nil {
		t.Fatal(err)
	}
	id, err := f.GetCellStyle(sheet, name)
	if err != nil {
		t.Fatal(err)
	}
	st, err := f.GetStyle(id)
	if err != nil {
		t.Fatal(err)
	}
	look := fmt.Sprintf("%s %v %s/%s", st.Font.Family, st.Font.Size, st.Alignment.Horizontal, st.Alignment.Vertical)
	for _, e := range st.Border {
		look += fmt.Sprintf(" %s%d", e.Type, e.Style)
	}
	fmt.Fprintf(b, "    %s:%s [%s] %q\n", name, to, look, value)
}
