package judge

import (
	"bytes"
	"fmt"
	"strconv"
	"testing"
)

// Raster is a page as poppler paints it, white where nothing is.
type Raster struct {
	Width, Height int // pixels
	DPI           int
	pixels        []byte // RGB
}

// RasterInk paints a page, counted from 1. At 300 dots per inch a pixel is
// 0.085 mm.
func RasterInk(t testing.TB, path string, page, dpi int) *Raster {
	t.Helper()
	n := strconv.Itoa(page)
	out, _ := run(t, "pdftoppm", "-r", strconv.Itoa(dpi), "-f", n, "-l", n, path)
	r := &Raster{DPI: dpi}
	var depth int
	in := bytes.NewReader(out)
	if _, err := fmt.Fscanf(in, "P6\n%d %d\n%d\n", &r.Width, &r.Height, &depth); err != nil || depth != 255 {
		t.Fatalf("pdftoppm: page %d: %.40q: %v", page, out, err)
	}
	r.pixels = out[len(out)-in.Len():]
	if len(r.pixels) != 3*r.Width*r.Height {
		t.Fatalf("pdftoppm: %d bytes for %d × %d pixels", len(r.pixels), r.Width, r.Height)
	}
	return r
}

// At returns the colour of a pixel.
func (r *Raster) At(x, y int) (red, green, blue uint8) {
	p := r.pixels[3*(y*r.Width+x):]
	return p[0], p[1], p[2]
}

// Red and Dark tell ink by colour; a pixel counts when it is at least half
// covered. Dark ink is black, not red.
func Red(r, g, b uint8) bool { return r > 128 && g < 128 && b < 128 }

// Printed tells a pixel that is not the paper's white.
func Printed(r, g, b uint8) bool { return r < 250 || g < 250 || b < 250 }

// Dark tells black ink.
func Dark(r, g, b uint8) bool { return r < 128 && g < 128 && b < 128 }

// Ink returns the smallest box around the pixels of a colour inside an area in
// millimetres (the zero Box is the whole page); false if there are none.
func (r *Raster) Ink(is func(r, g, b uint8) bool, area Box) (Box, bool) {
	if area == (Box{}) {
		area = Box{0, 0, r.mm(r.Width), r.mm(r.Height)}
	}
	x0, x1, y0, y1 := r.Width, -1, r.Height, -1
	for y := max(0, r.pixel(area.Y0)); y < min(r.Height, r.pixel(area.Y1)); y++ {
		for x := max(0, r.pixel(area.X0)); x < min(r.Width, r.pixel(area.X1)); x++ {
			if is(r.At(x, y)) {
				x0, x1, y0, y1 = min(x0, x), max(x1, x), min(y0, y), max(y1, y)
			}
		}
	}
	return Box{r.mm(x0), r.mm(y0), r.mm(x1 + 1), r.mm(y1 + 1)}, x1 >= 0
}

func (r *Raster) mm(pixels int) float64 { return float64(pixels) * 25.4 / float64(r.DPI) }

func (r *Raster) pixel(mm float64) int { return int(mm*float64(r.DPI)/25.4 + 0.5) }
