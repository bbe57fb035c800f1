package acceptance

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"hongtou/internal/testkit/judge"
)

// TestWorkbooksCalculateAndPrint opens every workbook in LibreOffice: no cell
// is an error, every printed page is a whole sheet of A4, and what the cells
// say stands on them.
func TestWorkbooksCalculateAndPrint(t *testing.T) {
	names := slices.Sorted(maps.Keys(all(t, "xlsx")))
	var paths []string
	for _, n := range names {
		paths = append(paths, all(t, "xlsx")[n])
	}
	sheets, printed := judge.OfficeConvertAll(t, paths, judge.AllSheets), judge.OfficeConvertAll(t, paths, "pdf")
	for i, name := range names {
		paper := fold(judge.MuText(t, printed[i][0]))
		for _, c := range cellsOf(t, sheets[i]) {
			if strings.HasPrefix(c, "#") || strings.HasPrefix(c, "Err:") {
				t.Errorf("%s: a cell shows %s", name, c)
			}
			if s := fold(c); !strings.Contains(paper, beginning(s)) && !strings.Contains(paper, s) {
				t.Errorf("%s: %q is not on paper", name, beginning(c))
			}
		}
		for k, p := range judge.PDFPages(t, printed[i][0]) {
			if !near(min(p.Width, p.Height), 210) || !near(max(p.Width, p.Height), 297) {
				t.Errorf("%s: printed page %d is %.1f × %.1f mm", name, k+1, p.Width, p.Height)
			}
		}
	}
}
