package glyphs

import (
	"math"
	"strings"
	"testing"

	"hongtou/internal/diag"
	"hongtou/internal/doc"
	"hongtou/internal/fontset"
	"hongtou/internal/html"
	"hongtou/internal/layout"
	"hongtou/internal/pdf"
	"hongtou/internal/testkit/judge"
)

// rare are characters of 通用规范汉字表 that GB 2312 lacks; with one common
// character on either side they are the text of every role.
const (
	rare = "镕喆堃𬱖"
	text = "甲" + rare + "乙"
)

// styles has one style for each role.
var styles = []doc.Style{doc.TitleText, doc.Body, doc.Level1, doc.Level2, doc.Small}

// faceOf is who draws the rare characters of a role: Fandol lacks them.
var faceOf = map[string]string{
	"title": "HongtouBiaoSong", "body": "HongtouFallback", "hei": "HongtouHei", "kai": "HongtouFallback", "song": "HongtouSong",
}

var place = diag.Position{File: "content/register.yaml", Line: 7, Column: 3}

func line(s doc.Style, text string) []doc.Inline {
	return []doc.Inline{{Text: text, Style: s, Origin: doc.Origin{At: place}}}
}

// sample shows a text once in each role.
func sample(text string) doc.Document {
	d := doc.Document{Meta: doc.Meta{Title: text}}
	for _, s := range styles {
		d.Blocks = append(d.Blocks, doc.Paragraph{Text: line(s, text)})
	}
	return d
}

func faces(t *testing.T) *fontset.Set {
	t.Helper()
	fs, err := fontset.Default()
	if err != nil {
		t.Fatal(err)
	}
	return fs
}

func TestRareCharactersInPDF(t *testing.T) {
	t.Parallel()
	path := toPDF(t, text)
	judge.QPDFCheck(t, path)
	judge.MutoolCheck(t, path)
	if title := judge.PDFInfo(t, path)["Title"]; title != text {
		t.Errorf("title %q", title)
	}
	for _, f := range judge.PDFFonts(t, path) {
		if !f.Embedded || !f.ToUnicode {
			t.Errorf("font %+v", f)
		}
	}
	checkFile(t, path, text, faceOf)
}

// toPDF makes a PDF of the sample and gives its path.
func toPDF(t *testing.T, text string) string {
	t.Helper()
	fs := faces(t)
	book, problems := layout.Typeset(sample(text), fs)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	data, err := pdf.Render(book, fs)
	if err != nil {
		t.Fatal(err)
	}
	return judge.File(t, "a.pdf", data)
}

func TestRareCharactersInHTML(t *testing.T) {
	t.Parallel()
	path := toHTML(t, text)
	if n := strings.Count(judge.HTMLDOM(t, path), text); n < len(styles) {
		t.Errorf("the page has the text %d times", n)
	}
	checkFile(t, judge.HTMLToPDF(t, path), text, faceOf)
}

func toHTML(t *testing.T, text string) string {
	t.Helper()
	d := sample(text)
	data, err := html.Render(&d, faces(t))
	if err != nil {
		t.Fatal(err)
	}
	return judge.File(t, "a.html", data)
}

// checkFile reads a PDF of the sample with two programs and measures every
// character but the first and the last of each line, which are drawn by the
// role's own face.
func checkFile(t *testing.T, path, text string, faceOf map[string]string) {
	t.Helper()
	if got := judge.PDFText(t, path, 0, 0); strings.Count(got, text) != len(styles) {
		t.Errorf("poppler reads %q", got)
	}
	if got := judge.MuText(t, path); strings.Count(got, text) != len(styles) {
		t.Errorf("mutool reads %q", got)
	}
	raster := judge.RasterInk(t, path, 1, 150)
	want := []rune(text)
	n := 0
	for _, g := range judge.PDFGlyphs(t, path) {
		if g.Y > 262 || n == len(want)*len(styles) {
			continue // the page number
		}
		role, at := styles[n/len(want)].Role(), n%len(want)
		n++
		if g.Rune != want[at] {
			t.Fatalf("%s: %c stands where %c should", role, g.Rune, want[at])
		}
		if at > 0 && at < len(want)-1 {
			checkGlyph(t, raster, role, faceOf[role], g)
		}
	}
	if n != len(want)*len(styles) {
		t.Errorf("%d characters, want %d", n, len(want)*len(styles))
	}
}

func checkGlyph(t *testing.T, raster *judge.Raster, role, face string, g judge.Glyph) {
	t.Helper()
	if em := g.Size * 25.4 / 72; math.Abs(g.X1-g.X0-em) > 0.02*em {
		t.Errorf("%s: %c is %.3f mm wide, want %.3f", role, g.Rune, g.X1-g.X0, em)
	}
	if !strings.HasPrefix(g.Face, face) {
		t.Errorf("%s: %c is drawn by %s, want %s", role, g.Rune, g.Face, face)
	}
	if share := inkShare(raster, g); share < 0.005 || share > 0.6 {
		t.Errorf("%s: %.1f %% of the cell of %c are ink", role, 100*share, g.Rune)
	}
}

// inkShare is how much of a character's cell is dark.
func inkShare(r *judge.Raster, g judge.Glyph) float64 {
	pixel := func(mm float64) int { return int(mm / 25.4 * float64(r.DPI)) }
	em := g.X1 - g.X0
	dark, all := 0, 0
	for y := pixel(g.Y - 0.88*em); y < pixel(g.Y+0.12*em); y++ {
		for x := pixel(g.X0); x < pixel(g.X1); x++ {
			all++
			if judge.Dark(r.At(x, y)) {
				dark++
			}
		}
	}
	return float64(dark) / float64(max(1, all))
}

// A character that no face has is an error that names it and its place,
// whatever is made.
func TestNobodyHasIt(t *testing.T) {
	t.Parallel()
	const unheard = "\U0003106C" // CJK extension H, younger than every face
	fs := faces(t)
	for _, role := range fontset.Roles() {
		if got := fs.Missing(role, text+unheard); string(got) != unheard {
			t.Errorf("%s: missing %q", role, string(got))
		}
	}
	d := doc.Document{Blocks: []doc.Block{doc.Paragraph{Text: line(doc.Body, text+unheard)}}}
	_, problems := layout.Typeset(d, fs)
	if len(problems) != 1 || problems[0].Severity != diag.Error || problems[0].At != place.Shift(len([]rune(text))) || !strings.Contains(problems[0].Message, "U+3106C") {
		t.Errorf("problems %+v", problems)
	}
	if _, err := html.Render(&d, fs); err == nil || !strings.Contains(err.Error(), "U+3106C") {
		t.Errorf("html: %v", err)
	}
}
