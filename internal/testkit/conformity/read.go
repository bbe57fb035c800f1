package conformity

import (
	"math"
	"strconv"
	"strings"
	"testing"

	"hongtou/internal/elements"
	"hongtou/internal/printout"
	"hongtou/internal/testkit/judge"
)

// Read reads a file with programs of others and finds its elements.
func Read(t testing.TB, path string) *elements.Document {
	t.Helper()
	return elements.Find(Printout(t, path))
}

// Printout is a file as independent programs see it.
func Printout(t testing.TB, path string) printout.Document {
	t.Helper()
	var d printout.Document
	for i, size := range judge.PDFPages(t, path) {
		d.Pages = append(d.Pages, printout.Page{Number: i + 1, Width: size.Width, Height: size.Height})
	}
	for _, f := range judge.PDFFonts(t, path) {
		d.Fonts = append(d.Fonts, printout.Font{Name: untagged(f.Name), Embedded: f.Embedded, ToUnicode: f.ToUnicode})
	}
	for _, g := range judge.PDFGlyphs(t, path) {
		p := &d.Pages[g.Page-1]
		p.Glyphs = append(p.Glyphs, printout.Glyph{
			Page: g.Page, Face: g.Face, Size: g.Size, Rune: g.Rune, X0: g.X0, X1: g.X1, Y: g.Y, Angle: g.Angle, Colour: hex(t, g.Colour),
		})
	}
	for _, r := range judge.PDFRules(t, path) {
		p := &d.Pages[r.Page-1]
		if rule, ok := straight(t, r); ok {
			p.Rules = append(p.Rules, rule)
		}
	}
	drawing := judge.PDFDrawing(t, path)
	for _, i := range drawing.Images {
		p := &d.Pages[i.Page-1]
		p.Images = append(p.Images, printout.Image{Page: i.Page, Box: printout.Box(i.Box), Width: i.Width, Height: i.Height, Mask: i.Mask})
	}
	for _, page := range drawing.Outlined {
		d.Pages[page-1].Outlined++
	}
	d.Paint = func(page, dpi int) (printout.Raster, error) { return paint(t, path, page, dpi), nil }
	return d
}

func paint(t testing.TB, path string, page, dpi int) printout.Raster {
	r := judge.RasterInk(t, path, page, dpi)
	out := printout.Raster{Width: r.Width, Height: r.Height, DPI: dpi, Pixels: make([]byte, 0, 3*r.Width*r.Height)}
	for y := range r.Height {
		for x := range r.Width {
			red, green, blue := r.At(x, y)
			out.Pixels = append(out.Pixels, red, green, blue)
		}
	}
	return out
}

// straight makes a line of a thin filled area, and leaves out other areas.
func straight(t testing.TB, r judge.Rule) (printout.Rule, bool) {
	t.Helper()
	out := printout.Rule{Page: r.Page, Box: printout.Box(r.Box), Width: r.Width, Colour: components(t, r.Colour)}
	b := &out.Box
	switch {
	case !r.Filled:
	case b.Height() < 1:
		out.Width = b.Height()
		b.Y0, b.Y1 = b.Middle(), b.Middle()
	case b.Width() < 1:
		out.Width = b.Width()
		b.X0, b.X1 = b.Centre(), b.Centre()
	default:
		return out, false
	}
	return out, true
}

// components reads a colour as a content stream gives it: grey, RGB or CMYK.
func components(t testing.TB, s string) printout.Colour {
	t.Helper()
	var v []float64
	for f := range strings.FieldsSeq(s) {
		x, err := strconv.ParseFloat(f, 64)
		if err != nil {
			t.Fatalf("colour %q", s)
		}
		v = append(v, x)
	}
	level := func(x float64) uint8 { return uint8(math.Round(255 * min(1, max(0, x)))) }
	switch len(v) {
	case 1:
		return printout.Colour{R: level(v[0]), G: level(v[0]), B: level(v[0])}
	case 3:
		return printout.Colour{R: level(v[0]), G: level(v[1]), B: level(v[2])}
	case 4:
		k := 1 - v[3]
		return printout.Colour{R: level((1 - v[0]) * k), G: level((1 - v[1]) * k), B: level((1 - v[2]) * k)}
	}
	t.Fatalf("colour %q", s)
	return printout.Colour{}
}

// hex reads #rrggbb.
func hex(t testing.TB, s string) printout.Colour {
	t.Helper()
	v, err := strconv.ParseUint(strings.TrimPrefix(s, "#"), 16, 24)
	if err != nil {
		t.Fatalf("colour %q", s)
	}
	return printout.Colour{R: uint8(v >> 16), G: uint8(v >> 8), B: uint8(v)}
}

// untagged is a font's name without the tag of a subset: ABCDEF+.
func untagged(name string) string {
	if _, rest, ok := strings.Cut(name, "+"); ok {
		return rest
	}
	return name
}
