package norm_test

import (
	"iter"
	"slices"
	"testing"
	"time"

	"hongtou/internal/elements"
	"hongtou/internal/norm"
	"hongtou/internal/printout"
)

// crowded are papers with more of a thing on them than anybody prints.
var crowded = map[string]func() *sheet{
	"pictures at the date": func() *sheet {
		s := together()
		first := *s.pictures[0]
		for i := range 3000 {
			more := first
			more.x += float64(i%50) / 10
			s.pictures = append(s.pictures, &more)
		}
		return s
	},
	"rules of an imprint": func() *sheet {
		s := official()
		s.alter = func(d *printout.Document) {
			p := &d.Pages[len(d.Pages)-1]
			last := p.Rules[len(p.Rules)-1]
			for range 3000 {
				p.Rules = append(p.Rules, last)
			}
		}
		return s
	},
	"rules beside the text": func() *sheet {
		s := official()
		s.alter = func(d *printout.Document) {
			for i := range 300 {
				d.Pages[0].Rules = append(d.Pages[0].Rules, printout.Rule{Page: 1, Box: printout.Box{X0: 2, X1: 9, Y0: float64(i), Y1: float64(i)}})
			}
			d.Pages[1].Rules = append(d.Pages[1].Rules, printout.Rule{Page: 2, Box: printout.Box{X0: 2, X1: 9, Y0: 100, Y1: 100}})
		}
		return s
	},
}

// TestBounds: a result keeps little of what is there much of, and takes no time
// that grows with its square.
func TestBounds(t *testing.T) {
	for name, make := range crowded {
		d := make().find()
		start := time.Now()
		for _, c := range norm.Clauses() {
			r := c.Measure(d)
			if len(r.Places) > 40 || len(r.Values) > 40 || len(r.Measured) > 1000 {
				t.Errorf("%s: %s keeps %d places, %d values, %d bytes", name, c.Name(), len(r.Places), len(r.Values), len(r.Measured))
			}
			for _, p := range r.Places {
				if !slices.Contains(r.Pages, p.Page) {
					t.Errorf("%s: %s has a place on page %d and pages %v", name, c.Name(), p.Page, r.Pages)
				}
			}
		}
		if took := time.Since(start); took > 3*time.Second {
			t.Errorf("%s: %v", name, took)
		}
	}
}

// TestPages: pages come from all places, also those that were left out.
func TestPages(t *testing.T) {
	r := measure(t, "7.1 版心之外", crowded["rules beside the text"]())
	if len(r.Places) != 40 || !slices.Equal(r.Pages, []int{1, 2}) {
		t.Errorf("%d places, pages %v", len(r.Places), r.Pages)
	}
}

// full is a page with far more on it than anybody prints: text of two sizes,
// rules, pictures, seals under a date, and numbered lines.
func full() printout.Document {
	const n = 30000
	p := printout.Page{Number: 1, Width: 5000, Height: 5000}
	for i := range n {
		face, x, y := "FangSong", 28+float64(i%28)*zi, 37+float64(i/28)*pitch
		if i%2 == 0 {
			face = "Some-Latin-Face"
		}
		r := []rune("一、甲（二）乙，丙2020年")[i%14]
		p.Glyphs = append(p.Glyphs, printout.Glyph{Page: 1, Rune: r, Face: face, Size: 16, X0: x, X1: x + zi, Y: y})
		b := printout.Box{X0: 28, X1: 184, Y0: y, Y1: y}
		p.Rules = append(p.Rules, printout.Rule{Page: 1, Box: b, Width: 0.3}, printout.Rule{Page: 1, Box: b, Width: 0.3, Colour: printout.Colour{R: 255}})
		p.Images = append(p.Images, printout.Image{Page: 1, Box: printout.Box{X0: x, Y0: y, X1: x + 40, Y1: y + 40}})
		p.Areas = append(p.Areas, printout.Area{Page: 1, Box: printout.Box{X0: x, Y0: y, X1: x + 1, Y1: y + 1}, Colour: printout.Colour{R: 255}})
	}
	for i, r := range []rune("2020年7月3日") {
		x := 120 + float64(i)*zi
		p.Glyphs = append(p.Glyphs, printout.Glyph{Page: 1, Rune: r, Face: "FangSong", Size: 16, X0: x, X1: x + zi, Y: 37 + n/28*pitch + 30})
	}
	return printout.Document{Pages: []printout.Page{p, p}}
}

// TestFullPages: the time that all clauses take grows with what stands on a page
// and not with its square.
func TestFullPages(t *testing.T) {
	d := elements.Find(full())
	for c, r := range timed(t, norm.Measure(d)) {
		if len(r.Places) > 40 || len(r.Values) > 40 {
			t.Errorf("%s keeps %d places, %d values", c, len(r.Places), len(r.Values))
		}
	}
}

// timed asks for the results of clauses by name, none of which may take long.
func timed(t *testing.T, results iter.Seq2[norm.Clause, norm.Result]) map[string]norm.Result {
	out, last := map[string]norm.Result{}, time.Now()
	for c, r := range results {
		if took := time.Since(last); took > 2*time.Second {
			t.Errorf("%s took %v", c.Name(), took)
		}
		out[c.Name()], last = r, time.Now()
	}
	return out
}
