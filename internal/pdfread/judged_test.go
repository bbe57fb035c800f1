package pdfread

import (
	"fmt"
	"math"
	"testing"

	"github.com/signintech/gopdf"

	"hongtou/fonts"
	"hongtou/internal/printout"
	"hongtou/internal/testkit/judge"
)

// generated is a file of two pages as gopdf makes it, with an embedded face.
func generated(t *testing.T) []byte {
	t.Helper()
	var face []byte
	for _, f := range fonts.Faces() {
		if f.Name == "HongtouSong" {
			face = f.Data
		}
	}
	pdf := &gopdf.GoPdf{}
	pdf.Start(gopdf.Config{PageSize: gopdf.Rect{W: 595.28, H: 841.89}})
	if err := pdf.AddTTFFontData("song", face); err != nil {
		t.Fatal(err)
	}
	for page := range 2 {
		pdf.AddPage()
		for line := range 20 {
			size := 8 + float64(line) + float64(page)/3
			if err := pdf.SetFontWithStyle("song", gopdf.Regular, size); err != nil {
				t.Fatal(err)
			}
			pdf.SetTextColor(uint8(200*(line%2)), 0, uint8(10*page))
			pdf.SetXY(30.5+float64(line), 40+35.25*float64(line))
			if err := pdf.Text("甲市〔2020〕7号：“落实”，（一）3.5% A—b"); err != nil {
				t.Fatal(err)
			}
		}
		pdf.SetLineWidth(1.5)
		pdf.Line(80, 790.5, 500, 790.5)
	}
	return pdf.GetBytesPdf()
}

func TestEveryCharacterIsWhereMuPDFSeesIt(t *testing.T) {
	data := generated(t)
	doc := open(t, data).Document()
	var got []printout.Glyph
	for _, p := range doc.Pages {
		got = append(got, p.Glyphs...)
	}
	want := judge.PDFGlyphs(t, judge.File(t, "a.pdf", data))
	if len(got) != len(want) || len(got) < 900 {
		t.Fatalf("%d characters, MuPDF sees %d", len(got), len(want))
	}
	for i, g := range got {
		w := want[i]
		off := max(math.Abs(g.X0-w.X0), math.Abs(g.X1-w.X1), math.Abs(g.Y-w.Y), math.Abs(g.Size-w.Size))
		if g.Rune != w.Rune || g.Page != w.Page || g.Angle != w.Angle || !sameColour(g.Colour, w.Colour) || g.Face != w.Face || off > 0.02 {
			t.Fatalf("got %+v, MuPDF sees %+v", g, w)
		}
	}
	lines := judge.PDFRules(t, judge.File(t, "a.pdf", data))
	for i, p := range doc.Pages {
		if len(p.Rules) != 1 || fmt.Sprintf("%.2f %.2f", p.Rules[0].Box, p.Rules[0].Width) != fmt.Sprintf("%.2f %.2f", lines[i].Box, lines[i].Width) {
			t.Errorf("%+v, MuPDF sees %+v", p.Rules, lines[i])
		}
	}
}

// sameColour lets a component be rounded up or down.
func sameColour(c printout.Colour, hex string) bool {
	var r, g, b int
	n, err := fmt.Sscanf(hex, "#%02x%02x%02x", &r, &g, &b)
	near := func(a uint8, b int) bool { return int(a)-b <= 1 && b-int(a) <= 1 }
	return err == nil && n == 3 && near(c.R, r) && near(c.G, g) && near(c.B, b)
}

func TestInkIsWherePopplerPaintsIt(t *testing.T) {
	data := generated(t)
	doc := open(t, data).Document()
	raster := judge.RasterInk(t, judge.File(t, "a.pdf", data), 1, 300)
	ours, err := doc.Paint(1, 300)
	if err != nil {
		t.Fatal(err)
	}
	measured := 0
	for _, g := range doc.Pages[0].Glyphs {
		near := grown(g.Ink, 0.3, 0.3)
		if g.Ink.Empty() || crowded(doc.Pages[0].Glyphs, near) {
			continue
		}
		measured++
		seen, ok := raster.Ink(func(r, g, b uint8) bool { return g < 160 }, judge.Box(near))
		if !ok || furthest(g.Ink, printout.Box(seen)) > 0.15 {
			t.Errorf("%c %v: ink %.2f, poppler paints %.2f", g.Rune, g.Size, g.Ink, seen)
		}
		// PDFium paints small characters at whole pixels of 0.085 mm.
		painted, ok := ours.Ink(func(c printout.Colour) bool { return c.G < 160 }, near)
		if !ok || furthest(g.Ink, painted) > 0.2 {
			t.Errorf("%c %v: ink %.2f, painted %.2f", g.Rune, g.Size, g.Ink, painted)
		}
	}
	if measured < 100 {
		t.Errorf("only %d characters stand alone", measured)
	}
}

// crowded says whether more than one character has ink in a box.
func crowded(glyphs []printout.Glyph, b printout.Box) bool {
	n := 0
	for _, g := range glyphs {
		if g.Ink.Overlaps(grown(b, 0.1, 0.1)) {
			n++
		}
	}
	return n != 1
}

func furthest(a, b printout.Box) float64 {
	return max(math.Abs(a.X0-b.X0), math.Abs(a.Y0-b.Y0), math.Abs(a.X1-b.X1), math.Abs(a.Y1-b.Y1))
}

func TestFontsAreTold(t *testing.T) {
	doc := open(t, generated(t)).Document()
	if len(doc.Fonts) != 1 || !doc.Fonts[0].Embedded || !doc.Fonts[0].ToUnicode || doc.Fonts[0].Name != "song" {
		t.Errorf("%+v", doc.Fonts)
	}
}
