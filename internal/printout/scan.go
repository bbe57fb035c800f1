package printout

const (
	covered  = 0.6 // share of a page that pictures cover if it was scanned
	fewMarks = 30  // characters that a scanned page may have, as a number stamped on it
)

// Scanned says whether a page is a picture of paper, perhaps with the text that
// a program recognised hidden behind it.
func (p Page) Scanned() bool {
	var all Box
	for _, i := range p.Images {
		all = all.Union(i.Box)
	}
	return len(p.Glyphs) < fewMarks && !all.Empty() && all.Width()*all.Height() > covered*p.Width*p.Height
}

// Scanned says whether most pages of a document were scanned: nothing can be
// measured in it but pictures.
func (d Document) Scanned() bool {
	n := 0
	for _, p := range d.Pages {
		if p.Scanned() {
			n++
		}
	}
	return 2*n > len(d.Pages)
}
