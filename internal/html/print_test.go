package html

import (
	"math"
	"strings"
	"testing"

	"hongtou/internal/doc"
	"hongtou/internal/testkit/judge"
)

// printed prints a document in Chromium and gives the PDF's path and glyphs.
func printed(t *testing.T, d *doc.Document) (path string, glyphs []judge.Glyph) {
	t.Helper()
	path = judge.HTMLToPDF(t, judge.File(t, "a.html", render(t, d)))
	return path, judge.PDFGlyphs(t, path)
}

func near(got, want, tolerance float64) bool { return math.Abs(got-want) <= tolerance }

const (
	cell        = 156.0 / 28 // mm
	top, bottom = 37.0, 262.0
)

// inArea says whether a glyph stands in the type area.
func inArea(g judge.Glyph) bool { return g.Y > top && g.Y < bottom }

// rows groups the glyphs of a page's type area by baseline.
func rows(glyphs []judge.Glyph, page int) [][]judge.Glyph {
	var out [][]judge.Glyph
	for _, g := range glyphs {
		if g.Page != page || !inArea(g) {
			continue
		}
		if n := len(out); n > 0 && near(out[n-1][0].Y, g.Y, 1) {
			out[n-1] = append(out[n-1], g)
			continue
		}
		out = append(out, []judge.Glyph{g})
	}
	return out
}

func TestPrintedPagesHave22LinesOf28Characters(t *testing.T) {
	t.Parallel()
	d := essay(17)
	d.Setup = doc.Setup{Status: "状态", Mirrored: true}
	path, glyphs := printed(t, d)
	pages := judge.PDFPages(t, path)
	if len(pages) != 4 {
		t.Fatalf("%d pages", len(pages))
	}
	for i, p := range pages {
		if !near(p.Width, 210, 0.3) || !near(p.Height, 297, 0.3) {
			t.Errorf("page %d measures %v", i+1, p)
		}
		left := 28.0
		if i%2 == 1 {
			left = 26
		}
		if i+1 < len(pages) {
			checkFullPage(t, rows(glyphs, i+1), left)
		}
		checkFolio(t, glyphs, i+1, left)
	}
	dash, _ := judge.RasterInk(t, path, 2, 300).Ink(judge.Dark, judge.Box{X0: 30.5, Y0: 263, X1: 36, Y1: 280})
	if !near((dash.Y0+dash.Y1)/2, 269, 0.5) {
		t.Errorf("the dash beside the page number is at %+v", dash)
	}
	var want, got strings.Builder
	for _, b := range d.Blocks {
		want.WriteString(doc.Plain(b.(doc.Paragraph).Text))
	}
	for _, g := range glyphs {
		if inArea(g) {
			got.WriteRune(g.Rune)
		}
	}
	if got.String() != want.String() {
		t.Error("the printed text is not the document's")
	}
}

func checkFullPage(t *testing.T, rows [][]judge.Glyph, left float64) {
	t.Helper()
	if len(rows) != 22 {
		t.Errorf("%d lines", len(rows))
		return
	}
	const size = 16 * 25.4 / 72
	first, last := rows[0][0].Y-0.88*size, rows[21][0].Y+0.12*size
	if !near(first, top, 0.5) || !near(last, bottom, 0.5) {
		t.Errorf("characters from %.2f to %.2f mm", first, last)
	}
	for _, row := range rows {
		a, z := row[0], row[len(row)-1]
		switch {
		case near(a.X0, left, 0.5): // full or last line of a paragraph
			if len(row) > 28 || len(row) == 28 && !near(z.X1, left+156, 0.3) {
				t.Errorf("line of %d characters ends at %.2f mm", len(row), z.X1-left)
			}
		case near(a.X0, left+2*cell, 0.5):
			if len(row) != 26 || !near(z.X1, left+156, 0.3) {
				t.Errorf("first line of %d characters ends at %.2f mm", len(row), z.X1-left)
			}
		default:
			t.Errorf("line begins at %.2f mm", a.X0)
		}
	}
}

// checkFolio looks for — n — at the outer corner and the status line above.
func checkFolio(t *testing.T, glyphs []judge.Glyph, page int, left float64) {
	t.Helper()
	const inset = 14 * 25.4 / 72
	var folio, status []judge.Glyph
	for _, g := range glyphs {
		switch {
		case g.Page == page && g.Y > bottom:
			folio = append(folio, g)
		case g.Page == page && g.Y < top:
			status = append(status, g)
		}
	}
	if len(folio) != 3 || folio[1].Rune != '0'+rune(page) || folio[0].Rune != '—' {
		t.Fatalf("page number of page %d: %+v", page, folio)
	}
	if page%2 == 1 && !near(folio[2].X1, left+156-inset, 0.5) || page%2 == 0 && !near(folio[0].X0, left+inset, 0.5) {
		t.Errorf("page number of page %d from %.2f to %.2f mm", page, folio[0].X0, folio[2].X1)
	}
	if len(status) != 2 || !near((status[0].X0+status[1].X1)/2, left+78, 0.3) {
		t.Errorf("status line of page %d: %+v", page, status)
	}
}

func TestPrintedRedHead(t *testing.T) {
	t.Parallel()
	path, glyphs := printed(t, gallery())
	page := judge.RasterInk(t, path, 1, 300)
	mark, _ := page.Ink(judge.Red, judge.Box{X0: 20, Y0: 40, X1: 200, Y1: 110})
	// Chromium rounds the ascent of a font to whole pixels and may take another
	// one off, which is 0.5 mm at the size of a mark.
	if !near(mark.Y0, 72, 0.7) || !near((mark.X0+mark.X1)/2, 106, 1) {
		t.Errorf("the mark's ink is at %+v", mark)
	}
	number, _ := page.Ink(judge.Dark, judge.Box{X0: 20, Y0: mark.Y1, X1: 200, Y1: mark.Y1 + 35})
	rule, _ := page.Ink(judge.Red, judge.Box{X0: 20, Y0: number.Y1, X1: 200, Y1: number.Y1 + 10})
	if !near(rule.Y0-number.Y1, 4, 0.5) || !near(rule.X0, 28, 0.3) || !near(rule.X1, 184, 0.3) {
		t.Errorf("number %+v, red line %+v", number, rule)
	}
	ending := rows(glyphs, 1)
	ending = ending[len(ending)-3:]
	a, b, date := ending[0], ending[1], ending[2]
	if !near(a[0].X0, b[0].X0, 0.1) || !near(a[len(a)-1].X1, b[len(b)-1].X1, 0.3) {
		t.Error("the organs are not equally wide")
	}
	if right := b[len(b)-1].X1; !near(right, 184-2*cell, 0.3) {
		t.Errorf("the organs end at %.2f mm", right)
	}
	if !near(date[0].X0-b[0].X0, 2*cell, 0.3) {
		t.Errorf("the date begins %.2f mm right of the organs", date[0].X0-b[0].X0)
	}
}

func TestPartsBeginOnNewPages(t *testing.T) {
	t.Parallel()
	path, glyphs := printed(t, gallery())
	if n := len(judge.PDFPages(t, path)); n != 3 {
		t.Fatalf("%d pages", n)
	}
	const pitch = 10.4455
	title := rows(glyphs, 2)[0][0]
	if em := title.Y - 0.88*22*25.4/72; !near(em, top+2*pitch, 0.5) {
		t.Errorf("the plan's title begins at %.2f mm, not on the third line", em)
	}
	if text := rows(glyphs, 2)[1][0]; !near(math.Mod(text.Y-41.97, pitch), 0, 0.5) && !near(math.Mod(text.Y-41.97, pitch), pitch, 0.5) {
		t.Errorf("the text after the title stands off the grid: %.2f mm", text.Y)
	}
	third := rows(glyphs, 3)
	if !near(third[0][0].X0, 28, 0.3) || third[0][0].Face != "HongtouHei" || third[1][0].Size < 21.9 {
		t.Errorf("the attachment begins with %+v, %+v", third[0][0], third[1][0])
	}
}

func TestTableHeadIsRepeatedOnEveryPage(t *testing.T) {
	t.Parallel()
	table := doc.Table{
		Columns: []doc.Column{{Width: 1}},
		Head:    []doc.Row{{Cells: []doc.Cell{{Paragraphs: [][]doc.Inline{line(doc.TableHead, "表头")}}}}},
	}
	for range 80 {
		table.Rows = append(table.Rows, doc.Row{Cells: []doc.Cell{{Paragraphs: [][]doc.Inline{line(doc.Small, "内容")}}}})
	}
	path, glyphs := printed(t, &doc.Document{Meta: doc.Meta{Title: "表"}, Blocks: []doc.Block{table}})
	pages := len(judge.PDFPages(t, path))
	if pages < 3 {
		t.Fatalf("%d pages", pages)
	}
	for page := 1; page <= pages; page++ {
		if first := rows(glyphs, page)[0]; first[0].Rune != '表' {
			t.Errorf("page %d begins with %c", page, first[0].Rune)
		}
	}
}
