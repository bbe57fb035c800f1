package norm_test

import (
	"slices"
	"testing"

	"hongtou/internal/elements"
	"hongtou/internal/norm"
	"hongtou/internal/printout"
	"hongtou/internal/testkit/bounds"
)

// crowded are papers with more of a thing on them than anybody prints: n of it.
var crowded = map[string]func(n int) *sheet{
	"pictures at the date": func(n int) *sheet {
		s := together()
		first := *s.pictures[0]
		for i := range n {
			more := first
			more.x += float64(i%50) / 10
			s.pictures = append(s.pictures, &more)
		}
		return s
	},
	"rules of an imprint": func(n int) *sheet {
		s := official()
		s.alter = func(d *printout.Document) {
			p := &d.Pages[len(d.Pages)-1]
			last := p.Rules[len(p.Rules)-1]
			for range n {
				p.Rules = append(p.Rules, last)
			}
		}
		return s
	},
	"rules beside the text": func(n int) *sheet {
		s := official()
		s.alter = func(d *printout.Document) {
			for i := range n {
				y := float64(i) / 10
				d.Pages[0].Rules = append(d.Pages[0].Rules, printout.Rule{Page: 1, Box: printout.Box{X0: 2, X1: 9, Y0: y, Y1: y}})
			}
			d.Pages[1].Rules = append(d.Pages[1].Rules, printout.Rule{Page: 2, Box: printout.Box{X0: 2, X1: 9, Y0: 100, Y1: 100}})
		}
		return s
	},
}

// TestBounds: a result keeps little of what is there much of, and the work does
// not grow with its square.
func TestBounds(t *testing.T) {
	for name, make := range crowded {
		bounds.Linear(t, name, 3000, func(n int) func() {
			d := make(n).find()
			return func() {
				for _, c := range norm.Clauses() {
					keepsLittle(t, name+": "+c.Name(), c.Measure(d))
				}
			}
		})
	}
}

func keepsLittle(t *testing.T, what string, r norm.Result) {
	t.Helper()
	if len(r.Places) > 40 || len(r.Values) > 40 || len(r.Measured) > 1000 {
		t.Errorf("%s keeps %d places, %d values, %d bytes", what, len(r.Places), len(r.Values), len(r.Measured))
	}
	for _, p := range r.Places {
		if !slices.Contains(r.Pages, p.Page) {
			t.Errorf("%s has a place on page %d and pages %v", what, p.Page, r.Pages)
		}
	}
}

// TestPages: pages come from all places, also those that were left out.
func TestPages(t *testing.T) {
	r := measure(t, "7.1 版心之外", crowded["rules beside the text"](300))
	if len(r.Places) != 40 || !slices.Equal(r.Pages, []int{1, 2}) {
		t.Errorf("%d places, pages %v", len(r.Places), r.Pages)
	}
}

// full are pages with far more on them than anybody prints: lines of text that
// are numbered and in alternating faces, over a date and, one each, with other
// things on every line.
var full = map[string]func(p *printout.Page, line printout.Box){
	"text": func(*printout.Page, printout.Box) {},
	"black rules": func(p *printout.Page, b printout.Box) {
		p.Rules = append(p.Rules, printout.Rule{Page: 1, Box: b, Width: 0.3})
	},
	"red rules": func(p *printout.Page, b printout.Box) {
		p.Rules = append(p.Rules, printout.Rule{Page: 1, Box: b, Width: 0.3, Colour: red})
	},
	"areas": func(p *printout.Page, b printout.Box) {
		b.Y1++
		p.Areas = append(p.Areas, printout.Area{Page: 1, Box: b, Colour: red})
	},
	"pictures": func(p *printout.Page, b printout.Box) {
		b.X1, b.Y1 = b.X0+40, b.Y0+40
		p.Images = append(p.Images, printout.Image{Page: 1, Box: b})
	},
}

// fullPages are two pages with lines that lie almost on each other, or many with
// lines as they should be.
func fullPages(pages, rows int, more func(*printout.Page, printout.Box)) printout.Document {
	step := 200 / float64(rows)
	p := printout.Page{Number: 1, Width: 210, Height: 297}
	line := func(words string, x, y float64) {
		for i, r := range []rune(words) {
			face := []string{"FangSong", "SomeFace"}[i%2]
			p.Glyphs = append(p.Glyphs, printout.Glyph{Page: p.Number, Rune: r, Face: face, Size: 16, X0: x + float64(i)*zi, X1: x + float64(i+1)*zi, Y: y})
		}
	}
	var d printout.Document
	for n := range pages {
		p = printout.Page{Number: n + 1, Width: 210, Height: 297}
		for i := range rows {
			y := 40 + float64(i)*step
			line([]string{"一、甲（二）乙，丙", "　　1.甲,乙（丙)丁2020年甲乙丙丁甲乙丙丁甲乙丙丁甲乙"}[i%2], 28+float64(i%3)*zi, y)
			more(&p, printout.Box{X0: 28, X1: 184, Y0: y, Y1: y})
		}
		line("甲乙丙丁局", 130, 246)
		line("2020年7月3日", 130, 256)
		d.Pages = append(d.Pages, p)
	}
	return d
}

// TestFullPages: the work of the clauses grows with what stands on a page, and
// with the pages, and not with the square.
func TestFullPages(t *testing.T) {
	for name, more := range full {
		measures(t, name+" in rows", 1000, func(n int) printout.Document { return fullPages(2, n, more) })
		measures(t, name+" on pages", 96, func(n int) printout.Document { return fullPages(n, 19, more) })
	}
}

func measures(t *testing.T, what string, n int, paper func(n int) printout.Document) {
	t.Helper()
	bounds.Linear(t, what, n, func(n int) func() {
		d := elements.Find(paper(n))
		return func() {
			for c, r := range norm.Measure(d) {
				if len(r.Places) > 40 || len(r.Values) > 40 {
					t.Errorf("%s: %s keeps %d places, %d values", what, c.Name(), len(r.Places), len(r.Values))
				}
			}
		}
	})
}
