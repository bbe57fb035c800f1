package norm_test

import (
	"slices"
	"testing"
	"time"

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
