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
