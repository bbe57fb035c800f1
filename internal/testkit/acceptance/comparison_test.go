package acceptance

import (
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"github.com/xuri/excelize/v2"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"hongtou/internal/testkit/judge"
)

// stretch is a run of characters of a cell and its mark: "", ins or del.
type stretch struct{ mark, text string }

// compared is one row of a comparison: its clause, and old and new text.
type compared struct {
	clause   string
	old, new []stretch
}

// amended are the clauses with the words that the content's own files give
// them before and after the notice, in the notice's order.
func amended(t *testing.T) [][3]string {
	t.Helper()
	read := func(name string) string {
		data, err := os.ReadFile(filepath.Join(made.root, "content", "wuwei-2020", name))
		if err != nil {
			t.Fatal(err)
		}
		return string(data)
	}
	notice := read("amendments/2020-11-25.md")
	all := func(text, after string) string {
		return strings.TrimSpace(text[strings.Index(text, after)+len(after):])
	}
	line := func(text, after string) string { first, _, _ := strings.Cut(all(text, after), "\n"); return first }
	flat := func(text string) string { return strings.ReplaceAll(text, "\n\n", "\n") }
	return [][3]string{
		{"第六项整改时限", line(read("items/06.md"), "\n整改时限："), line(notice, "\n整改时限修改为：")},
		{"第十项整改目标", line(read("items/10.md"), "\n整改目标："), line(notice, "\n整改目标修改为：")},
		{"第十二项整改措施", flat(all(read("items/12.md"), "\n整改措施：")), line(notice, "\n整改措施修改为：")},
		{"第十四项整改措施", flat(all(read("items/14.md"), "\n整改措施：")), flat(all(notice[strings.LastIndex(notice, "\n整改措施修改为："):], "\n整改措施修改为："))},
	}
}

// TestMarksGiveOldAndNewText reads the comparison back from both of its open
// formats: the characters of the two columns are the old and the new text, and
// without the marked characters both are the same.
func TestMarksGiveOldAndNewText(t *testing.T) {
	for format, read := range map[string]func(*testing.T, string) []compared{"html": htmlRows, "xlsx": sheetRows} {
		rows, want := read(t, every(t, format)["comparison 2020-11-25"]), amended(t)
		if len(rows) != len(want) {
			t.Fatalf("%s: %d rows, want %d", format, len(rows), len(want))
		}
		for i, r := range rows {
			if strings.ReplaceAll(r.clause, "\n", "") != want[i][0] {
				t.Errorf("%s: row %d is %q, want %s", format, i, r.clause, want[i][0])
			}
			same(t, format+" before", text(r.old, "", "del"), want[i][1])
			same(t, format+" after", text(r.new, "", "ins"), want[i][2])
			same(t, format+" unmarked", flatten(text(r.new, "")), flatten(text(r.old, "")))
			if text(r.old, "ins")+text(r.new, "del") != "" {
				t.Errorf("%s: %s has marks in the wrong column", format, want[i][0])
			}
			for _, side := range [][]stretch{r.old, r.new} {
				checkCuts(t, format, side)
			}
		}
	}
}

// TestComparisonOnPaperHoldsAllText reads the printed columns page by page: what
// is divided between pages is whole, in order, and stands in its column.
func TestComparisonOnPaperHoldsAllText(t *testing.T) {
	edges := []float64{58, 118, 188} // mm: left ends of 修改前 and 修改后, right end of the latter
	got := make([]string, 2)
	for _, g := range judge.PDFGlyphs(t, every(t, "pdf")["comparison 2020-11-25"]) {
		if math.Abs(g.Size-12) > 0.1 || strings.Contains(g.Face, "Hei") { // title, status, heads
			continue
		}
		for k := range got {
			if g.X0 > edges[k] && g.X1 < edges[k+1] {
				got[k] += string(g.Rune)
			}
		}
	}
	for k, want := range []string{"", ""} {
		for _, clause := range amended(t) {
			want += flatten(clause[1+k])
		}
		same(t, fmt.Sprintf("column %d", k+1), got[k], want)
	}
}

// flatten takes out paragraph ends: a whole paragraph may be marked.
func flatten(s string) string { return strings.ReplaceAll(s, "\n", "") }

func text(list []stretch, marks ...string) string {
	var b strings.Builder
	for _, s := range list {
		for _, m := range marks {
			if s.mark == m {
				b.WriteString(s.text)
			}
		}
	}
	return b.String()
}

// checkCuts finds marks that begin or end inside a number.
func checkCuts(t *testing.T, format string, side []stretch) {
	t.Helper()
	for i := 1; i < len(side); i++ {
		before, after := []rune(side[i-1].text), []rune(side[i].text)
		if side[i-1].mark == side[i].mark || len(before) == 0 || len(after) == 0 {
			continue
		}
		if last, next := before[len(before)-1], after[0]; unicode.IsDigit(last) && (unicode.IsDigit(next) || next == '.' || next == '%') {
			t.Errorf("%s: a mark cuts a number: %s│%s", format, side[i-1].text, side[i].text)
		}
	}
}

func htmlRows(t *testing.T, path string) []compared {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	tree, err := html.Parse(strings.NewReader(string(data)))
	if err != nil {
		t.Fatal(err)
	}
	var out []compared
	for n := range tree.Descendants() {
		if n.DataAtom != atom.Tr || n.Parent.DataAtom != atom.Tbody {
			continue
		}
		var cells [][]stretch
		for c := range n.ChildNodes() {
			if c.Type == html.ElementNode {
				cells = append(cells, stretches(c))
			}
		}
		out = append(out, compared{text(cells[0], ""), cells[1], cells[2]})
	}
	return out
}

// stretches reads a cell; its paragraphs are separated by line feeds.
func stretches(cell *html.Node) []stretch {
	var out []stretch
	for n := range cell.Descendants() {
		if n.DataAtom == atom.P && len(out) > 0 {
			out = append(out, stretch{text: "\n"})
		}
		if n.Type != html.TextNode {
			continue
		}
		s := stretch{text: n.Data}
		for up := n.Parent; up != cell; up = up.Parent {
			if up.DataAtom == atom.Ins || up.DataAtom == atom.Del {
				s.mark = up.Data
			}
		}
		out = append(out, s)
	}
	return out
}

func sheetRows(t *testing.T, path string) []compared {
	t.Helper()
	f, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	sheet := f.GetSheetName(0)
	lines, err := f.GetRows(sheet)
	if err != nil {
		t.Fatal(err)
	}
	var out []compared
	for i := 4; i <= len(lines); i++ { // below title, status and head
		clause, err := f.GetCellValue(sheet, fmt.Sprint("A", i))
		if err != nil {
			t.Fatal(err)
		}
		r := compared{clause, sheetCell(t, f, sheet, fmt.Sprint("B", i)), sheetCell(t, f, sheet, fmt.Sprint("C", i))}
		if n := len(out) - 1; n >= 0 && clause == out[n].clause+"\n（续）" { // a text that goes on in a further row
			out[n].old, out[n].new = append(out[n].old, r.old...), append(out[n].new, r.new...)
			continue
		}
		out = append(out, r)
	}
	return out
}

// sheetCell reads a cell with the fonts of its characters; a cell that only
// continues a merged one is empty.
func sheetCell(t *testing.T, f *excelize.File, sheet, name string) []stretch {
	t.Helper()
	merged, err := f.GetMergeCells(sheet)
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range merged {
		if m.GetStartAxis() != name && covers(m, name) {
			return nil
		}
	}
	runs, err := f.GetCellRichText(sheet, name)
	if err != nil {
		t.Fatal(err)
	}
	if len(runs) == 0 {
		value, err := f.GetCellValue(sheet, name)
		if err != nil {
			t.Fatal(err)
		}
		return []stretch{{text: value}}
	}
	var out []stretch
	for _, r := range runs {
		s := stretch{text: r.Text}
		switch {
		case r.Font != nil && r.Font.Strike:
			s.mark = "del"
		case r.Font != nil && r.Font.Underline != "" && r.Font.Underline != "none":
			s.mark = "ins"
		}
		out = append(out, s)
	}
	return out
}

func covers(m excelize.MergeCell, name string) bool {
	c, r, err := excelize.CellNameToCoordinates(name)
	c1, r1, err1 := excelize.CellNameToCoordinates(m.GetStartAxis())
	c2, r2, err2 := excelize.CellNameToCoordinates(m.GetEndAxis())
	return err == nil && err1 == nil && err2 == nil && c >= c1 && c <= c2 && r >= r1 && r <= r2
}
