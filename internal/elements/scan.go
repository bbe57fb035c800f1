package elements

// A scanned page is covered by pictures and has hardly a visible character.
const (
	scanShare  = 0.8
	scanGlyphs = 30
)

// Scanned says whether a page is one picture, with or without hidden text behind
// it: nothing but its size can be measured.
func (p *Page) Scanned() bool {
	covered := 0.0
	for _, i := range p.Images {
		b := i.Box
		w, h := min(b.X1, p.Width)-max(b.X0, 0), min(b.Y1, p.Height)-max(b.Y0, 0)
		if w > 0 && h > 0 {
			covered += w * h
		}
	}
	return covered >= scanShare*p.Width*p.Height && (len(p.Glyphs) < scanGlyphs || p.Hidden > len(p.Glyphs))
}

// Scanned are the numbers of the scanned pages.
func (d *Document) Scanned() []int {
	var out []int
	for _, p := range d.Pages {
		if p.Scanned() {
			out = append(out, p.Number)
		}
	}
	return out
}

// painted paints a page where it is needed, and says whether that can be done.
func (p *Page) painted() bool {
	if p.raster != nil || p.paint == nil {
		return p.raster != nil
	}
	r, err := p.paint(p.Number, dpi)
	if err != nil {
		p.paint = nil // too large or too slow: it would be so again
		return false
	}
	p.raster = &r
	return true
}
