package xlsx

import (
	"fmt"
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"hongtou/internal/doc"
	"hongtou/internal/testkit/judge"
	"hongtou/internal/testkit/officefonts"
)

// LibreOffice works out what we wrote, and what people typed into it.

// recalculated opens workbooks in LibreOffice and gives what it saves. Their
// values are taken out first, so that it must work them out itself.
func recalculated(t *testing.T, books ...[]byte) []*excelize.File {
	t.Helper()
	var paths []string
	for i, data := range books {
		paths = append(paths, judge.File(t, fmt.Sprintf("%d.xlsx", i), withoutValues(t, data)))
	}
	var out []*excelize.File
	for _, files := range judge.OfficeConvertAll(t, paths, "xlsx") {
		f, err := excelize.OpenFile(files[0])
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { f.Close() })
		out = append(out, f)
	}
	return out
}

// withoutValues writes every formula anew, which drops its value.
func withoutValues(t *testing.T, data []byte) []byte {
	t.Helper()
	f := opened(t, data)
	for _, c := range formulasOf(t, f) {
		code, err := f.GetCellFormula(c.sheet, c.cell)
		if err == nil {
			err = f.SetCellStr(c.sheet, c.cell, "")
		}
		if err == nil {
			err = f.SetCellFormula(c.sheet, c.cell, code)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	return saved(t, f)
}

func saved(t *testing.T, f *excelize.File) []byte {
	t.Helper()
	buf, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

type address struct{ sheet, cell string }

func formulasOf(t *testing.T, f *excelize.File) []address {
	t.Helper()
	var out []address
	for _, sheet := range f.GetSheetList() {
		columns, rows := extent(t, f, sheet)
		for r := 1; r <= rows; r++ {
			for c := 1; c <= columns; c++ {
				cell, _ := excelize.CoordinatesToCellName(c, r)
				code, err := f.GetCellFormula(sheet, cell)
				if err != nil {
					t.Fatal(err)
				}
				if code != "" {
					out = append(out, address{sheet, cell})
				}
			}
		}
	}
	return out
}

// same compares the values of all formulas.
func same(t *testing.T, ours, theirs *excelize.File) {
	t.Helper()
	places := formulasOf(t, ours)
	for _, p := range places {
		want, err1 := ours.GetCellValue(p.sheet, p.cell, excelize.Options{RawCellValue: true})
		got, err2 := theirs.GetCellValue(p.sheet, p.cell, excelize.Options{RawCellValue: true})
		if err1 != nil || err2 != nil {
			t.Fatal(err1, err2)
		}
		a, errA := strconv.ParseFloat(want, 64)
		b, errB := strconv.ParseFloat(got, 64)
		if want != got && (errA != nil || errB != nil || !near(a, b, 1e-9)) {
			code, _ := ours.GetCellFormula(p.sheet, p.cell)
			t.Errorf("%s!%s: LibreOffice works out %q, we %q: %s", p.sheet, p.cell, got, want, code)
		}
	}
	if len(places) == 0 {
		t.Error("no formula")
	}
}

// What people type changes the counts as it would change them had it been
// there from the start: the values of a workbook rendered with the typed
// words are ours, those of the copy LibreOffice's.
func TestOfficeCounts(t *testing.T) {
	copied := opened(t, render(t, typed()))
	there := typed()
	there.Sheets[0].Input.Date = "2020-10-01"
	if err := copied.SetCellInt(ledgerName, "C2", 44105); err != nil {
		t.Fatal(err)
	}
	for i, state := range []string{"已销号", "推进中", "", "已销号", "", "退回"} {
		if state == "" {
			continue
		}
		there.Sheets[0].Table.Rows[i].Cells[5] = cell(state)
		if err := copied.SetCellStr(ledgerName, fmt.Sprintf("F%d", 5+i), state); err != nil {
			t.Fatal(err)
		}
	}
	books := recalculated(t, render(t, typed()), saved(t, copied))
	same(t, opened(t, render(t, typed())), books[0])
	after := opened(t, render(t, there))
	same(t, after, books[1])
	for cell, want := range map[string]string{"D3": "0", "D5": "2", "D7": "3", "E7": "2"} { // of the six, two are closed and one has no date
		if got, err := after.GetCellValue("按单位", cell); err != nil || got != want {
			t.Errorf("%s is %q, want %q", cell, got, want)
		}
	}
	if sheets := books[0].GetSheetList(); len(sheets) != 4 {
		t.Errorf("sheets %q", sheets)
	}
	if rules, err := books[0].GetDataValidations(ledgerName); err != nil || len(rules) != 3 {
		t.Errorf("LibreOffice keeps %d rules, %v", len(rules), err)
	}
}

// nastyWords look like operators, patterns, numbers, dates, errors or names.
func nastyWords() []string {
	words := []string{
		"*", "?", "~", "~*", "a*", "a?c", "abc", "ABC", "=A1", "=", "<3", ">0", "<>", "\"", "\"\"", "'", "&", "\"&\"",
		"17.1", "17.10", "17", "06", "6", "1e3", "1000", "0", "-1", "+1", "1/2", "50%", "TRUE", "true", "#N/A", "2020-12-31", "44196",
		"乙县政府", "乙县政府 ", "乙县", "１", "Ａ", "甲\n乙", "甲 乙", "甲\t乙", "_x0041_", "A", "[a]", "a.c", "^a", "(", "\\", "{1}", "A1:A2", "统计日期", "ß", "ss", "é", "𠮷",
	}
	r := rand.New(rand.NewPCG(1, 2))
	letters := []rune(`*?~"'=<>&aA1.0 _x甲，%#`)
	for range 60 {
		var b strings.Builder
		for range 1 + r.IntN(5) {
			b.WriteRune(letters[r.IntN(len(letters))])
		}
		words = append(words, b.String())
	}
	return words
}

// However a word looks, it is counted as the word it is.
func TestOfficeComparesWordForWord(t *testing.T) {
	words := nastyWords()
	counted, counting := doc.Table{Columns: columns(20)}, doc.Table{Columns: columns(20, 10, 10, 20, 20)}
	for _, w := range words {
		counted.Rows = append(counted.Rows, row(cell(w)))
		counting.Rows = append(counting.Rows, row(cell(w),
			formula(doc.Tally{Sheet: "a!'b", Where: []doc.Condition{{Equals: w}}}),
			formula(doc.Tally{Sheet: "a!'b", Where: []doc.Condition{{SameAs: sameAs(0)}}}),
			formula(doc.Overdue{Deadline: 4, State: 0, Done: []string{w}, Word: w}), dateCell("2020-01-01")))
	}
	counting.Rows = append(counting.Rows, row(cell("另一个词"), formula(doc.Sum{}), formula(doc.Sum{}),
		formula(doc.Overdue{Deadline: 4, State: 0, Done: []string{"*"}, Word: `"超"期`}), dateCell("2020-01-01")))
	w := &doc.Workbook{Sheets: []doc.Sheet{
		{Name: "b", Table: counting, Input: &doc.Input{Label: runs("日期"), Date: "2020-06-30"}},
		{Name: "a!'b", Table: counted},
	}}
	data := render(t, w)
	ours := opened(t, data)
	same(t, ours, recalculated(t, data)[0])
	times := map[string]int{}
	for _, w := range words {
		times[w]++
	}
	for i, w := range words {
		if got, err := ours.GetCellValue("b", fmt.Sprintf("B%d", i+2)); err != nil || got != strconv.Itoa(times[w]) {
			t.Errorf("%q is counted %s times, want %d", w, got, times[w])
		}
	}
}

// Every sheet prints on whole A4 pages, all columns on each, and boxes are as
// high on paper as asked for.
func TestTypedPrinted(t *testing.T) {
	officefonts.Use(t)
	w := typed()
	pdf := judge.OfficeConvert(t, judge.File(t, "typed.xlsx", render(t, w)), "pdf")[0]
	sizes := judge.PDFPages(t, pdf)
	if len(sizes) != 6 {
		t.Errorf("%d pages", len(sizes))
	}
	for i, s := range sizes {
		if landscape := i == 0; landscape != (s.Width > s.Height) || !near(s.Width*s.Height, 210*297, 100) {
			t.Errorf("page %d is %v", i+1, s)
		}
	}
	text := map[int]string{}
	rules := judge.PDFRules(t, pdf)
	labels := map[rune]float64{'见': 25, '签': 30} // 自查自验意见, 签字
	for _, g := range judge.PDFGlyphs(t, pdf) {
		text[g.Page] += string(g.Rune)
		size := sizes[g.Page-1]
		if g.X0 < marginSide-1 || g.X1 > size.Width-marginSide+1 || g.Y > size.Height-marginFooter+1 {
			t.Errorf("page %d: %c at %.1f, %.1f", g.Page, g.Rune, g.X0, g.Y)
		}
		if least, ok := labels[g.Rune]; ok && g.Page > 4 {
			box := judge.CellAt(rules, g.Page, g.X0+1, g.Y-1)
			if high := box.Y1 - box.Y0; high < least || high > least+2 {
				t.Errorf("the box of %c is %.1f mm high, want %.0f", g.Rune, high, least)
			}
			delete(labels, g.Rune)
		}
	}
	if len(labels) > 0 {
		t.Errorf("boxes not found: %v", labels)
	}
	for page, words := range map[int][]string{
		1: {"统计日期：2020-06-30", "乙县政府2020-01-28超期", "长期坚持"},
		2: {"乙县政府201250.0%", "戊局0000合计423675.0%"},
		3: {"月份到期全部161656"}, 4: {"第4页共6页"}, 5: {"措施序号整改措施", "己第059句话"}, 6: {"盖章", "属实"},
	} {
		for _, word := range words {
			if !strings.Contains(text[page], word) {
				t.Errorf("page %d has no %q: %s", page, word, text[page])
			}
		}
	}
	for page, all := range text {
		if strings.Contains(all, "##") || strings.Contains(all, "Err:") {
			t.Errorf("page %d: %s", page, all)
		}
	}
}
