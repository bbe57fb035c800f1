package acceptance

import (
	"strings"
	"testing"

	"hongtou/internal/testkit/judge"
)

// typeArea is the part of the page that carries text, with a hair's breadth
// for side bearings: x 28–184, y 37–262 mm.
var typeArea = judge.Box{X0: 27.5, Y0: 36, X1: 185, Y1: 263}

func inside(x, y float64) bool {
	return x > typeArea.X0 && x < typeArea.X1 && y > typeArea.Y0 && y < typeArea.Y1
}

func TestPDFTextIsTheSourceAndNothingElse(t *testing.T) {
	for kind, lines := range source(t) {
		path := files(t, "pdf")[kind]
		want := want(kind, lines)
		var mupdf strings.Builder
		for _, g := range judge.PDFGlyphs(t, path) {
			if inside((g.X0+g.X1)/2, g.Y) {
				mupdf.WriteRune(g.Rune)
			}
		}
		same(t, kind+" by mupdf", unmark(fold(mupdf.String())), want)
		var poppler strings.Builder
		for _, w := range judge.PDFWords(t, path) {
			if inside((w.Box.X0+w.Box.X1)/2, (w.Box.Y0+w.Box.Y1)/2) {
				poppler.WriteString(w.Text)
			}
		}
		same(t, kind+" by poppler", unmark(fold(poppler.String())), want)
	}
}

// want is the folded text a document must have.
func want(kind string, lines []string) string {
	return fold(official[kind] + strings.Join(lines, ""))
}

// unmark puts the word 文件 of the mark where the test lists it, whichever
// organ's line an extractor reads it with.
func unmark(s string) string {
	organs, rest, found := strings.Cut(s, "文件")
	if !found || len([]rune(organs)) > 40 {
		return s
	}
	const between = "中共武威市委办公室"
	all := organs + rest
	if after, ok := strings.CutPrefix(all, between); ok {
		return between + "文件" + after
	}
	return s
}

func TestNoHalfWidthMarkBesideHan(t *testing.T) {
	for kind, path := range every(t, "pdf") {
		checkMarks(t, kind+" pdf", judge.PDFText(t, path, 0, 0, "-raw"))
	}
	for kind, path := range every(t, "html") {
		checkMarks(t, kind+" html", strings.Join(htmlParagraphs(t, path), "\n"))
	}
	for kind, path := range every(t, "xlsx") {
		checkMarks(t, kind+" xlsx", strings.Join(cells(t, path), "\n"))
	}
}

func checkMarks(t *testing.T, what, text string) {
	t.Helper()
	rs := []rune(text)
	for i, r := range rs {
		if !strings.ContainsRune(",;:()", r) {
			continue
		}
		if (i > 0 && han(rs[i-1])) || (i+1 < len(rs) && han(rs[i+1])) {
			t.Errorf("%s: half-width %q beside Han: …%s", what, r, around(rs, i))
		}
	}
}
