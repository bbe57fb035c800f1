package pdf

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"hongtou/internal/doc"
	"hongtou/internal/layout"
	"hongtou/internal/testkit/judge"
)

func cellOf(text string) doc.Cell {
	return doc.Cell{Paragraphs: [][]doc.Inline{{{Text: text, Style: doc.Small}}}}
}

// lying is a landscape document of a few pages: a table with a head.
func lying(mirrored bool) doc.Document {
	t := doc.Table{Columns: []doc.Column{{Width: 1}, {Width: 4}}, Head: []doc.Row{{Cells: []doc.Cell{cellOf("条款"), cellOf("办法")}}}}
	for range 12 {
		t.Rows = append(t.Rows, doc.Row{Cells: []doc.Cell{cellOf("第一项"), cellOf(strings.Repeat("督察反馈问题整改", 40))}})
	}
	return doc.Document{Setup: doc.Setup{Landscape: true, Mirrored: mirrored, Status: "对照表"}, Blocks: []doc.Block{t}}
}

// TestLandscapePages asks two readers where clause 8 has put everything: on a
// page 297 mm wide whose head is the left edge of the paper, page numbers stand
// on the left, a quarter clockwise, below on odd pages and above on even ones.
func TestLandscapePages(t *testing.T) {
	fs := faceSet(t)
	for _, mirrored := range []bool{false, true} {
		book, problems := layout.Typeset(lying(mirrored), fs)
		if len(problems) > 0 || len(book.Pages) < 3 {
			t.Fatalf("%d pages, problems %v", len(book.Pages), problems)
		}
		path := render(t, fs, book)
		judge.QPDFCheck(t, path)
		judge.MutoolCheck(t, path)
		for i, size := range judge.PDFPages(t, path) {
			if math.Abs(size.Width-297) > 0.01 || math.Abs(size.Height-210) > 0.01 {
				t.Errorf("page %d is %.2f × %.2f mm", i+1, size.Width, size.Height)
			}
			top := 28.0
			if mirrored && i%2 == 1 {
				top = 26
			}
			checkFolio(t, path, i+1, top)
		}
		checkArea(t, judge.PDFGlyphs(t, path), mirrored)
	}
}

// checkFolio reads the ink of a page's left margin: the dashes on the line
// 28 mm from the edge, one character of 4号 from the end of the type area.
func checkFolio(t *testing.T, path string, page int, top float64) {
	t.Helper()
	ink, ok := judge.RasterInk(t, path, page, 200).Ink(judge.Dark, judge.Box{X0: 0, Y0: 0, X1: 34, Y1: 210})
	if !ok || math.Abs((ink.X0+ink.X1)/2-28) > 1 || ink.X1-ink.X0 > 5 {
		t.Errorf("page %d: ink of the left margin at %+v", page, ink)
	}
	const inset = 14 * 25.4 / 72
	if page%2 == 1 && math.Abs(ink.Y1-(top+156-inset)) > 0.8 || page%2 == 0 && math.Abs(ink.Y0-(top+inset)) > 0.8 {
		t.Errorf("page %d: number stands from %.2f to %.2f mm", page, ink.Y0, ink.Y1)
	}
	if words, want := judge.PDFText(t, path, page, page), fmt.Sprintf("—%d—", page); !strings.Contains(strings.ReplaceAll(words, " ", ""), want) {
		t.Errorf("page %d: no %q in %.200q", page, want, words)
	}
}

// checkArea proves what stands upright to be in the type area of 225 × 156 mm,
// the status line above it, and only the page numbers turned.
func checkArea(t *testing.T, glyphs []judge.Glyph, mirrored bool) {
	t.Helper()
	turned := map[int]string{}
	for _, g := range glyphs {
		top := 28.0
		if mirrored && g.Page%2 == 0 {
			top = 26
		}
		switch {
		case g.Angle == 90:
			turned[g.Page] += string(g.Rune)
		case g.Angle != 0:
			t.Errorf("%q on page %d at %d degrees", g.Rune, g.Page, g.Angle)
		case strings.ContainsRune("对照表", g.Rune) && g.Y < top:
		case g.X0 < 34.99 || g.X1 > 260.01 || g.Y < top || g.Y > top+156:
			t.Errorf("%q on page %d stands at %.2f–%.2f, %.2f", g.Rune, g.Page, g.X0, g.X1, g.Y)
		}
	}
	if turned[1] != "—1—" || turned[2] != "—2—" {
		t.Errorf("page numbers %v", turned)
	}
}
