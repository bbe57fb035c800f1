package judge_test

import (
	"math"
	"os"
	"strings"
	"testing"

	"hongtou/internal/testkit/judge"
)

// page is a PDF by hand: A4, a red bar 156 mm × 2 mm whose top left corner is
// at 28 mm, 40 mm, and two letters at 14 pt on the baseline 100 mm.
const page = `%PDF-1.4
1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 595.28 841.89]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>> endobj
4 0 obj <</Length 105>> stream
1 0 0 rg 79.37 722.83 442.2 5.67 re f 0 g BT /F 14 Tf 79.37 558.43 Td (Ab) Tj ET                          
endstream endobj
5 0 obj <</Type/Font/Subtype/Type1/BaseFont/Courier>> endobj
trailer <</Root 1 0 R/Size 6>>
startxref
0
%%EOF
`

func near(a, b, tolerance float64) bool { return math.Abs(a-b) <= tolerance }

func TestGlyphsAndInkAreWhereTheyWereDrawn(t *testing.T) {
	path := judge.File(t, "page.pdf", []byte(page))
	glyphs := judge.PDFGlyphs(t, path)
	if len(glyphs) != 2 {
		t.Fatalf("%d glyphs: %+v", len(glyphs), glyphs)
	}
	b := glyphs[1]
	if b.Rune != 'b' || b.Page != 1 || b.Size != 14 || b.Face != "Courier" || b.Colour != "#000000" {
		t.Errorf("second glyph %+v", b)
	}
	advance := 0.6 * 14 * 25.4 / 72
	if !near(b.X0, 28+advance, 0.01) || !near(b.X1, 28+2*advance, 0.01) || !near(b.Y, 100, 0.01) {
		t.Errorf("second glyph stands at %+v", b)
	}
	words := judge.PDFWords(t, path)
	if len(words) != 1 || words[0].Text != "Ab" || !near(words[0].Box.X0, 28, 0.01) {
		t.Errorf("words %+v", words)
	}
	if size := judge.PDFPages(t, path); len(size) != 1 || !near(size[0].Width, 210, 0.01) || !near(size[0].Height, 297, 0.01) {
		t.Errorf("pages %+v", size)
	}
	r := judge.RasterInk(t, path, 1, 300)
	bar, ok := r.Ink(judge.Red, judge.Box{})
	if !ok || !near(bar.X0, 28, 0.1) || !near(bar.X1, 184, 0.1) || !near(bar.Y0, 40, 0.1) || !near(bar.Y1, 42, 0.1) {
		t.Errorf("red bar at %+v", bar)
	}
	if _, ok := r.Ink(judge.Dark, judge.Box{X0: 0, Y0: 0, X1: 210, Y1: 90}); ok {
		t.Error("black ink above the letters")
	}
	if ink, ok := r.Ink(judge.Dark, judge.Box{}); !ok || !near(ink.Y1, 100, 0.3) {
		t.Errorf("letters end at %+v", ink)
	}
}

func TestFontsTellWhatIsMissing(t *testing.T) {
	fonts := judge.PDFFonts(t, judge.File(t, "page.pdf", []byte(page)))
	if len(fonts) != 1 || fonts[0] != (judge.Font{Name: "Courier", Type: "Type 1", Encoding: "Standard"}) {
		t.Errorf("fonts %+v", fonts)
	}
}

// verdict runs a check that must fail and reports whether it did.
func verdict(t *testing.T, check func(testing.TB)) (failed bool) {
	t.Helper()
	s := &spy{TB: t}
	done := make(chan struct{})
	go func() { // Fatalf ends the goroutine, as in a test
		defer close(done)
		check(s)
	}()
	<-done
	return s.failed
}

func TestChecksFailOnABrokenFile(t *testing.T) {
	path := judge.File(t, "page.pdf", []byte(page)) // no cross-reference table
	if !verdict(t, func(tb testing.TB) { judge.QPDFCheck(tb, path) }) {
		t.Error("qpdf is content with a file without table")
	}
	if !verdict(t, func(tb testing.TB) { judge.MutoolCheck(tb, path) }) {
		t.Error("mutool is content with a file without table")
	}
	if !verdict(t, func(tb testing.TB) { judge.Require(tb, "no-such-judge") }) {
		t.Error("a missing judge passes")
	}
}

func TestBrowserPrintsAndDumps(t *testing.T) {
	html := judge.File(t, "a.html", []byte(`<!DOCTYPE html><meta charset=utf-8><title>t</title>`+
		`<style>@page{size:A4;margin:0}</style><p>ABC<script>document.write("made " + "by script")</script>`))
	if dom := judge.HTMLDOM(t, html); !strings.Contains(dom, "made by script") {
		t.Errorf("DOM %q", dom)
	}
	pdf := judge.HTMLToPDF(t, html)
	if text := judge.PDFText(t, pdf, 0, 0); !strings.Contains(text, "ABC") {
		t.Errorf("printed text %q", text)
	}
	if size := judge.PDFPages(t, pdf); len(size) != 1 || !near(size[0].Width, 210, 0.5) {
		t.Errorf("printed pages %+v", size)
	}
}

func TestOfficeReadsAWorkbook(t *testing.T) {
	csv := judge.File(t, "a.csv", []byte("甲,乙\n1,2\n"))
	books := judge.OfficeConvert(t, csv, "xlsx")
	if len(books) != 1 {
		t.Fatalf("made %q", books)
	}
	sheets := judge.OfficeConvert(t, books[0], judge.AllSheets)
	if len(sheets) != 1 {
		t.Fatalf("made %q", sheets)
	}
	got, err := os.ReadFile(sheets[0])
	if err != nil || !strings.Contains(string(got), "1,2") {
		t.Errorf("sheet %q, %v", got, err)
	}
}
