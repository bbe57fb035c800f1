package conformity

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"hongtou/internal/testkit/judge"
)

// Document is one PDF file as independent programs see it.
type Document struct {
	Pages    []*Page
	Fonts    []judge.Font
	Outlined []int // pages of outlined text
	Faces    map[string]bool
	elements elements
}

// Read reads a file.
func Read(t testing.TB, path string) *Document {
	t.Helper()
	drawing := judge.PDFDrawing(t, path)
	d := &Document{Fonts: judge.PDFFonts(t, path), Outlined: drawing.Outlined, Faces: map[string]bool{}}
	for i, size := range judge.PDFPages(t, path) {
		d.Pages = append(d.Pages, &Page{Number: i + 1, Width: size.Width, Height: size.Height, t: t, path: path})
	}
	for _, r := range judge.PDFRules(t, path) {
		p := d.Pages[r.Page-1]
		if r, ok := straight(r); ok {
			p.Rules = append(p.Rules, r)
		}
	}
	for _, image := range drawing.Images {
		p := d.Pages[image.Page-1]
		p.Images = append(p.Images, image)
	}
	glyphs := make([][]judge.Glyph, len(d.Pages))
	for _, g := range judge.PDFGlyphs(t, path) {
		glyphs[g.Page-1] = append(glyphs[g.Page-1], g)
		d.Faces[g.Face] = true
	}
	for i, p := range d.Pages {
		p.tables = tables(p.Rules)
		p.place(glyphs[i])
	}
	d.elements = d.find()
	return d
}

// straight makes a line of a thin filled area, and leaves out other areas.
func straight(r judge.Rule) (judge.Rule, bool) {
	if !r.Filled {
		return r, true
	}
	b := r.Box
	switch {
	case b.Y1-b.Y0 < 1:
		r.Width, r.Filled = b.Y1-b.Y0, false
		r.Box.Y0 = (b.Y0 + b.Y1) / 2
		r.Box.Y1 = r.Box.Y0
		return r, true
	case b.X1-b.X0 < 1:
		r.Width, r.Filled = b.X1-b.X0, false
		r.Box.X0 = (b.X0 + b.X1) / 2
		r.Box.X1 = r.Box.X0
		return r, true
	}
	return r, false
}

// tables are the stretches of a page where rules stand.
func tables(rules []judge.Rule) []judge.Box {
	var standing []judge.Box
	for _, r := range rules {
		if r.Vertical() {
			standing = append(standing, r.Box)
		}
	}
	slices.SortFunc(standing, func(a, b judge.Box) int { return compare(a.Y0, b.Y0) })
	var out []judge.Box
	for _, b := range standing {
		if n := len(out); n > 0 && b.Y0 <= out[n-1].Y1+0.5 {
			out[n-1].Y1 = max(out[n-1].Y1, b.Y1)
			continue
		}
		out = append(out, b)
	}
	return out
}

// isRed reads colour components as a content stream gives them: RGB, or CMYK
// with yellow and magenta.
func isRed(components string) bool {
	var v []float64
	for _, f := range strings.Fields(components) {
		x, err := strconv.ParseFloat(f, 64)
		if err != nil {
			return false
		}
		v = append(v, x)
	}
	switch len(v) {
	case 3:
		return v[0] > 0.6 && v[1] < 0.4 && v[2] < 0.4
	case 4:
		return v[0] < 0.3 && v[1] > 0.6 && v[2] > 0.6 && v[3] < 0.3
	}
	return false
}

// isRedHex reads #rrggbb.
func isRedHex(colour string) bool {
	v, err := strconv.ParseUint(strings.TrimPrefix(colour, "#"), 16, 32)
	return err == nil && v>>16 > 150 && v>>8&0xFF < 100 && v&0xFF < 100
}
