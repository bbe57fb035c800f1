package xlsx

import (
	"fmt"
	"os"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"github.com/xuri/excelize/v2"

	"hongtou/internal/doc"
	"hongtou/internal/testkit/judge"
	"hongtou/internal/testkit/officefonts"
)

// LibreOffice judges what it opens, prints and saves.

// squeezed leaves out white space, which extraction makes up and loses.
func squeezed(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, text)
}

// Every character is printed exactly once (heads once a page), inside its
// page, on A4 sheets, with a page number on each.
func TestPrinted(t *testing.T) {
	officefonts.Use(t)
	w := sample()
	data := render(t, w)
	pdf := judge.OfficeConvert(t, judge.File(t, "sample.xlsx", data), "pdf")[0]
	sizes := judge.PDFPages(t, pdf)
	if len(sizes) != 4 {
		t.Errorf("%d pages: page ends are not where they were set", len(sizes))
	}
	for i, s := range sizes {
		if landscape := i < 3; landscape != (s.Width > s.Height) || !near(s.Width*s.Height, 210*297, 100) {
			t.Errorf("page %d is %v", i+1, s)
		}
	}
	counts := map[rune]int{}
	for _, g := range judge.PDFGlyphs(t, pdf) {
		counts[g.Rune]++
		size := sizes[g.Page-1]
		if g.X0 < marginSide-1 || g.X1 > size.Width-marginSide+1 || g.Y > size.Height-marginFooter+1 {
			t.Errorf("page %d: %c at %.1f, %.1f", g.Page, g.Rune, g.X0, g.Y)
		}
	}
	for r, n := range expected(w, len(sizes)-1) {
		if counts[r] != n {
			t.Errorf("%c is printed %d times, want %d", r, counts[r], n)
		}
	}
}

func near(a, b, d float64) bool { return a-b < d && b-a < d }

// expected counts the characters that print: heads of the first sheet on each
// of its pages, and the page numbers.
func expected(w *doc.Workbook, pagesOfFirst int) map[rune]int {
	counts := map[rune]int{}
	add := func(text string, times int) {
		for _, r := range squeezed(text) {
			counts[r] += times
		}
	}
	page := 1
	for i, s := range w.Sheets {
		pages := 1
		if i == 0 {
			pages = pagesOfFirst
		}
		if p, err := arrange(&w.Sheets[i], &ruler{}); err == nil {
			for _, a := range p.body.areas {
				if a.again { // 2（续）
					add(string(a.text.runes), 1)
				}
			}
		}
		add(doc.Plain(s.Title)+doc.Plain(s.Table.Caption), 1)
		for _, rows := range [][]doc.Row{s.Table.Head, s.Table.Rows} {
			for _, r := range rows {
				for _, c := range r.Cells {
					for _, par := range c.Paragraphs {
						times := 1
						if c.Scope == "col" {
							times = pages
						}
						add(doc.Plain(par), times)
					}
				}
			}
		}
		for range pages {
			add(fmt.Sprintf("第%d页共%d页", page, pagesOfFirst+len(w.Sheets)-1)+w.Meta.Title, 1)
			page++
		}
	}
	return counts
}

// LibreOffice fits rows to their text itself when no height is set: it never
// asks for more than we give.
func TestHeightsSuffice(t *testing.T) {
	officefonts.Use(t)
	w := &doc.Workbook{}
	for _, width := range []int{4, 8, 12, 18, 30, 60, 100} {
		table := doc.Table{Columns: columns(width)}
		for n := 1; n <= 40; n += 3 {
			text := []rune("（一）加强“三线一单”管控，PM2.5年均浓度下降18.43%（含县区）；2020年12月底前，完成《甲市方案》〔2020〕7号文件要求的998.3533万立方米…… " + sentences("丁", 60))
			table.Rows = append(table.Rows, doc.Row{Cells: []doc.Cell{cell(string(text[:min(n*width/2, len(text))]))}})
		}
		w.Sheets = append(w.Sheets, doc.Sheet{Name: fmt.Sprint("宽", width), Table: table})
	}
	given := opened(t, render(t, w))
	asked, err := excelize.OpenFile(ownHeights(t, render(t, w)))
	if err != nil {
		t.Fatal(err)
	}
	defer asked.Close()
	seen := map[float64]bool{}
	for _, s := range w.Sheets {
		rows, err := given.GetRows(s.Name)
		if err != nil {
			t.Fatal(err)
		}
		for r := 1; r <= len(rows); r++ {
			have, err1 := given.GetRowHeight(s.Name, r)
			want, err2 := asked.GetRowHeight(s.Name, r)
			if err1 != nil || err2 != nil {
				t.Fatal(err1, err2)
			}
			if seen[want] = true; want > have {
				t.Errorf("%s row %d: LibreOffice asks for %.1f pt, has %.1f", s.Name, r, want, have)
			}
		}
	}
	if len(seen) < 20 {
		t.Errorf("only %d different heights: LibreOffice did not choose them", len(seen))
	}
}

// ownHeights has LibreOffice choose the heights. It does so only for files of
// its own kind that leave them open.
func ownHeights(t *testing.T, data []byte) string {
	t.Helper()
	f := opened(t, data)
	for _, s := range f.GetSheetList() {
		rows, err := f.GetRows(s)
		if err != nil {
			t.Fatal(err)
		}
		for r := range rows {
			if err := f.SetRowHeight(s, r+1, -1); err != nil {
				t.Fatal(err)
			}
		}
	}
	buf, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	flat, err := os.ReadFile(judge.OfficeConvert(t, judge.File(t, "free.xlsx", buf.Bytes()), "fods")[0])
	if err != nil {
		t.Fatal(err)
	}
	flat = regexp.MustCompile(` style:row-height="[^"]*"`).ReplaceAll(flat, nil)
	return judge.OfficeConvert(t, judge.File(t, "free.fods", flat), "xlsx")[0]
}

// What LibreOffice saves still has every text, link, name and print setting.
func TestRoundTrip(t *testing.T) {
	data := render(t, sample())
	path := judge.OfficeConvert(t, judge.File(t, "sample.xlsx", data), "xlsx")[0]
	saved, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	defer saved.Close()
	ours := opened(t, data)
	for _, s := range ours.GetSheetList() {
		a, err1 := ours.GetRows(s)
		b, err2 := saved.GetRows(s)
		if err1 != nil || err2 != nil || fmt.Sprintf("%q", a) != fmt.Sprintf("%q", b) {
			t.Errorf("%s: %v %v\n%q\n%q", s, err1, err2, a, b)
		}
		m1, _ := ours.GetMergeCells(s)
		m2, _ := saved.GetMergeCells(s)
		if len(m1) != len(m2) {
			t.Errorf("%s: %d merged areas, %d after", s, len(m1), len(m2))
		}
	}
	if has, to, err := saved.GetCellHyperLink("逐项'一览", "A3"); err != nil || !has || !strings.Contains(to, "at_item_01") {
		t.Errorf("link: %v %q %v", has, to, err)
	}
	names := map[string]bool{}
	for _, n := range saved.GetDefinedName() {
		names[n.Name] = true
	}
	for _, n := range []string{"_xlnm.Print_Titles", "_xlnm.Print_Area", "at_item_01", "at_item_02"} {
		if !names[n] {
			t.Errorf("name %s is gone; left: %v", n, names)
		}
	}
}
