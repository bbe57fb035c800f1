package xlsx

import (
	"fmt"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"hongtou/internal/doc"
	"hongtou/internal/testkit/judge"
)

func marked(m doc.Marking, text string) doc.Inline {
	return doc.Inline{Text: text, Style: doc.Small, Mark: m}
}

// compared is a sheet of a comparison: what was and what is, one row short,
// one longer than a sheet's row can be, one that is a number.
func compared() *doc.Workbook {
	side := func(m doc.Marking, words string, n int) doc.Cell {
		return doc.Cell{Paragraphs: [][]doc.Inline{
			{marked(doc.Unmarked, "（一）"), marked(m, words), marked(doc.Unmarked, "，到2020年。")},
			{marked(m, sentences(words, n)), marked(doc.Unmarked, "完。")},
		}}
	}
	t := doc.Table{Columns: columns(10, 50, 50), Head: head("条款", "修改前", "修改后")}
	t.Rows = []doc.Row{
		{Cells: []doc.Cell{cell("第一项"), side(doc.Deleted, "先做", 2), side(doc.Inserted, "后做", 3)}},
		{Cells: []doc.Cell{cell("第二项"), side(doc.Deleted, "旧", 150), side(doc.Inserted, "新", 2)}},
		{Cells: []doc.Cell{cell("第三项"), {Paragraphs: [][]doc.Inline{{marked(doc.Deleted, "5")}}}, {Paragraphs: [][]doc.Inline{{marked(doc.Inserted, "6")}}}}},
	}
	return &doc.Workbook{Sheets: []doc.Sheet{{Name: "对照表", Title: runs("对照表"), Status: runs("据2021年6月7日通知"), Table: t, Landscape: true}}}
}

// readMarks gives the text of a column below the head with the marks that its
// fonts carry: «deleted» and ‹inserted›.
func readMarks(t *testing.T, f *excelize.File, column string, rows int) string {
	t.Helper()
	var b strings.Builder
	for r := 4; r <= rows; r++ {
		name := fmt.Sprint(column, r)
		list, err := f.GetCellRichText("对照表", name)
		if err != nil {
			t.Fatal(err)
		}
		if len(list) == 0 {
			value, _ := f.GetCellValue("对照表", name)
			b.WriteString(value)
		}
		for _, run := range list {
			switch {
			case run.Font != nil && run.Font.Strike:
				b.WriteString("«" + run.Text + "»")
			case run.Font != nil && run.Font.Underline == "single":
				b.WriteString("‹" + run.Text + "›")
			default:
				b.WriteString(run.Text)
			}
		}
	}
	return b.String()
}

// TestMarksReadBack finds the marks in the file again, over rows that a long
// text goes on in: the same characters, the same marks.
func TestMarksReadBack(t *testing.T) {
	w := compared()
	data := render(t, w)
	f := opened(t, data)
	rows, err := f.GetRows("对照表")
	if err != nil {
		t.Fatal(err)
	}
	for i, column := range []string{"B", "C"} {
		want := ""
		for _, r := range w.Sheets[0].Table.Rows {
			for _, p := range r.Cells[i+1].Paragraphs {
				for _, run := range p {
					want += strings.Replace([...]string{"%", "‹%›", "«%»"}[run.Mark], "%", run.Text, 1)
				}
			}
		}
		flat := strings.NewReplacer("»«", "", "›‹", "", "\n", "") // stretches that rows or paragraphs cut
		if got := readMarks(t, f, column, len(rows)); flat.Replace(got) != flat.Replace(want) {
			t.Errorf("column %s:\n got %.300s\nwant %.300s", column, flat.Replace(got), flat.Replace(want))
		}
	}
}

func TestStatusStandsOnEveryPage(t *testing.T) {
	w := compared()
	f := opened(t, render(t, w))
	if v, _ := f.GetCellValue("对照表", "A2"); v != "据2021年6月7日通知" {
		t.Errorf("A2 is %q", v)
	}
	for _, n := range f.GetDefinedName() {
		if n.Name == "_xlnm.Print_Titles" && n.RefersTo != "'对照表'!$2:$3" {
			t.Errorf("repeated rows are %s", n.RefersTo)
		}
	}
	pdf := judge.OfficeConvert(t, judge.File(t, "a.xlsx", render(t, w)), "pdf")[0]
	pages := strings.Split(strings.TrimSuffix(judge.PDFText(t, pdf, 0, 0, "-raw"), "\f"), "\f")
	if len(pages) < 2 {
		t.Fatalf("%d pages", len(pages))
	}
	for i, p := range pages {
		if !strings.Contains(p, "据2021年6月7日通知") || !strings.Contains(p, "修改前") {
			t.Errorf("page %d: %.60q", i+1, p)
		}
	}
}
