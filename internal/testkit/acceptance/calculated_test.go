package acceptance

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"hongtou/internal/testkit/judge"
	"hongtou/internal/testkit/officefonts"
)

// TestWorkbooksCalculateAndPrint opens every workbook in LibreOffice: no cell
// is an error, every printed page is a whole sheet of A4, every character of
// every cell stands on them, and none is cut off by the edge of its cell.
func TestWorkbooksCalculateAndPrint(t *testing.T) {
	officefonts.Use(t)
	names := slices.Sorted(maps.Keys(all(t, "xlsx")))
	var paths []string
	for _, n := range names {
		paths = append(paths, all(t, "xlsx")[n])
	}
	sheets, printed := judge.OfficeConvertAll(t, paths, judge.AllSheets), judge.OfficeConvertAll(t, paths, "pdf")
	for i, name := range names {
		texts := cellsOf(t, sheets[i])
		for _, c := range texts {
			if strings.HasPrefix(c, "#") || strings.HasPrefix(c, "Err:") {
				t.Errorf("%s: a cell shows %s", name, c)
			}
		}
		for k, p := range judge.PDFPages(t, printed[i][0]) {
			if !near(min(p.Width, p.Height), 210) || !near(max(p.Width, p.Height), 297) {
				t.Errorf("%s: printed page %d is %.1f × %.1f mm", name, k+1, p.Width, p.Height)
			}
		}
		checkPaper(t, name, printed[i][0], fold(strings.Join(texts, "")))
	}
}

// checkPaper looks for every character of some text on the pages of a file, and
// for the ink of every character there: what is cut off has none.
func checkPaper(t *testing.T, name, path, text string) {
	t.Helper()
	missing := map[rune]int{}
	for _, r := range text {
		missing[r]++
	}
	var page *judge.Raster
	number, cut := 0, 0
	for _, g := range judge.PDFGlyphs(t, path) {
		for _, r := range fold(string(g.Rune)) {
			missing[r]--
		}
		if g.Page != number {
			number, page = g.Page, judge.RasterInk(t, path, g.Page, 72)
		}
		height := g.Size * 25.4 / 72
		area := judge.Box{X0: g.X0, Y0: g.Y - 0.85*height, X1: g.X1, Y1: g.Y + 0.15*height}
		if _, inked := page.Ink(judge.Printed, area); !inked {
			cut++
		}
	}
	for r, n := range missing {
		if n > 0 {
			t.Errorf("%s: %d times %q is not on paper", name, n, r)
		}
	}
	if cut > 0 {
		t.Errorf("%s: %d characters are cut off", name, cut)
	}
}
