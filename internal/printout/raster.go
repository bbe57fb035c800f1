package printout

// Raster is a painted page, white where nothing is.
type Raster struct {
	Width, Height int // pixels
	DPI           int
	Pixels        []byte // RGB, row by row from the top
}

// At is the colour of a pixel.
func (r Raster) At(x, y int) Colour {
	p := r.Pixels[3*(y*r.Width+x):]
	return Colour{p[0], p[1], p[2]}
}

// RedInk and DarkInk tell ink by the colour of a pixel; one that is half covered
// counts.
func RedInk(c Colour) bool { return c.R > 128 && c.G < 128 && c.B < 128 }

// DarkInk tells black ink.
func DarkInk(c Colour) bool { return c.R < 128 && c.G < 128 && c.B < 128 }

// Ink is the smallest box around the pixels of a colour inside an area; false
// if there are none.
func (r Raster) Ink(is func(Colour) bool, in Box) (Box, bool) {
	x0, x1, y0, y1 := r.Width, -1, r.Height, -1
	for y := max(0, r.pixel(in.Y0)); y < min(r.Height, r.pixel(in.Y1)); y++ {
		for x := max(0, r.pixel(in.X0)); x < min(r.Width, r.pixel(in.X1)); x++ {
			if is(r.At(x, y)) {
				x0, x1, y0, y1 = min(x0, x), max(x1, x), min(y0, y), max(y1, y)
			}
		}
	}
	return Box{r.mm(x0), r.mm(y0), r.mm(x1 + 1), r.mm(y1 + 1)}, x1 >= 0
}

func (r Raster) mm(pixels int) float64 { return float64(pixels) * 25.4 / float64(r.DPI) }

func (r Raster) pixel(mm float64) int { return int(mm*float64(r.DPI)/25.4 + 0.5) }
