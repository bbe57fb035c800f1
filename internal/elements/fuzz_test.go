package elements

import (
	"encoding/binary"
	"math"
	"testing"

	"hongtou/internal/printout"
	"hongtou/internal/testkit/bounds"
)

// FuzzFind: no numbers and characters bring it down. Eight bytes make a glyph, a
// rule, an area or a picture.
func FuzzFind(f *testing.F) {
	f.Add([]byte("\x00\x01\x20\x30\x40\x50\x60\x70\x01\x00\x10\x10\x10\xff\x00\x00"))
	f.Add([]byte{0x80, 0, 28, 130, 184, 130, 1, 0, 0x40, 0x4e, 50, 50, 16, 0, 0, 0})
	f.Fuzz(func(t *testing.T, data []byte) {
		p := printout.Page{Number: 1, Width: 210, Height: 297}
		for len(data) >= 8 && len(p.Glyphs)+len(p.Rules) < 3000 {
			add(&p, data[:8])
			data = data[8:]
		}
		d := Find(printout.Document{Pages: []printout.Page{p, {Number: 2, Width: 297, Height: 210, Glyphs: p.Glyphs, Rules: p.Rules}}})
		d.Form()
		d.Scanned()
		for _, p := range d.Pages {
			p.Folio()
			d.Margins(p.Number)
		}
	})
}

func add(p *printout.Page, b []byte) {
	v := func(i int) float64 {
		switch b[i] {
		case 255:
			return math.NaN()
		case 254:
			return math.Inf(1)
		}
		return float64(b[i]) * 1.2
	}
	c := printout.Colour{R: b[6]}
	box := printout.Box{X0: v(2), Y0: v(3), X1: v(4), Y1: v(5)}
	switch {
	case b[0] < 0x80:
		r := rune(binary.LittleEndian.Uint16(b[:2]))
		p.Glyphs = append(p.Glyphs, printout.Glyph{Page: 1, Rune: r, X0: v(2), Y: v(3), Size: v(4) / 4, X1: v(2) + v(5)/20, Angle: int(b[7]&1) * 90, Colour: c})
	case b[0] < 0xc0:
		p.Rules = append(p.Rules, printout.Rule{Page: 1, Box: box, Width: 0.3, Colour: c})
	case b[0] < 0xe0:
		p.Areas = append(p.Areas, printout.Area{Page: 1, Box: box, Colour: c})
	default:
		p.Images = append(p.Images, printout.Image{Page: 1, Box: box})
	}
}

// TestFullPages: the work grows with what stands on a page and not with its
// square.
func TestFullPages(t *testing.T) {
	bounds.Linear(t, "marks", 60000, func(n int) func() {
		d := crowded(n)
		return func() { Find(d) }
	})
}

// crowded is one page with n marks of each kind.
func crowded(n int) printout.Document {
	p := printout.Page{Number: 1, Width: 5000, Height: 5000}
	for i := range n {
		size := 16.0
		if i%2 == 0 {
			size = 22
		}
		x, y := float64(i%7)*10, float64(i)/12
		p.Glyphs = append(p.Glyphs, printout.Glyph{Page: 1, Rune: '甲', Size: size, X0: x, X1: x + 5, Y: y})
		b := printout.Box{X0: float64(i % 300 * 16), Y0: float64(i / 300 * 20)}
		b.X1, b.Y1 = b.X0, b.Y0+10
		p.Rules = append(p.Rules, printout.Rule{Page: 1, Box: b}, printout.Rule{Page: 1, Box: printout.Box{X0: b.X0, Y0: b.Y0, X1: b.X0 + 100, Y1: b.Y0}})
		p.Images = append(p.Images, printout.Image{Page: 1, Box: printout.Box{X0: x, Y0: y, X1: x + 200, Y1: y + 10}})
	}
	return printout.Document{Pages: []printout.Page{p}, Paint: painted()}
}
