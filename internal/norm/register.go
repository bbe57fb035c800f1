package norm

import (
	"math"
	"slices"

	"hongtou/internal/elements"
	"hongtou/internal/gbt9704"
)

// Pages held against each other.

// sides are the left edges of the type area on right pages and on left pages.
func (d paper) sides() (odd, even span) {
	odd, even = newSpan(), newSpan()
	for _, p := range d.columns() {
		if p.Number%2 == 1 {
			odd.add(d.Margins(p.Number).Left)
		} else {
			even.add(d.Margins(p.Number).Left)
		}
	}
	return odd, even
}

// pageDeviation compares the pages with each other, wherever they all begin; in a
// mirrored document those of one side.
func pageDeviation(d paper) Result {
	odd, even := d.sides()
	groups := []span{odd, even}
	if !d.mirrored() {
		all := odd
		all.add(min(odd.low, even.low))
		all.add(max(odd.high, even.high))
		groups = []span{all}
	}
	pages := d.columns()
	if len(pages) < 2 {
		return without("只有一页正文")
	}
	var t tally
	widest := 0.0
	for _, s := range groups {
		if !s.empty() {
			widest = max(widest, s.high-s.low)
			t.check(s.high-s.low <= 1, "左缘%v mm，相差%.2f mm", s, s.high-s.low)
		}
	}
	t.value("左缘相差", widest, "mm")
	r := t.result("%d页左缘相差%.2f mm", len(pages), widest)
	for _, p := range d.apart(pages) {
		r = r.at(onBox(p, d.column(p)))
	}
	return r
}

// apart are the pages whose type area stands farther than half of what is let
// pass from where most stand; all if none does.
func (d paper) apart(pages []*elements.Page) []*elements.Page {
	var lefts []float64
	for _, p := range pages {
		lefts = append(lefts, d.Margins(p.Number).Left)
	}
	m := median(lefts)
	out := slices.DeleteFunc(slices.Clone(pages), func(p *elements.Page) bool { return near(d.Margins(p.Number).Left, m, 0.5) })
	if len(out) == 0 {
		return pages
	}
	return out
}

// registration holds right and left pages over each other, as the two sides of
// one sheet. The type area of 5.2.1 is not in the middle of the paper, so that
// its two sides stand apart by design, if all pages have it at the same place;
// only what they stand apart beside that is an error. In a mirrored document
// they stand behind each other.
func registration(d paper) Result {
	odd, even := d.sides()
	if odd.empty() || even.empty() {
		return without("没有单双两面的正文")
	}
	width := d.Margins(d.columns()[0].Number).Width()
	same := max(math.Abs(odd.high-even.low), math.Abs(even.high-odd.low))
	behind := gbt9704.PaperWidth - even.low - width
	offset := min(same, math.Abs(odd.low-behind))
	r := judged(offset <= 2.05, "单页左缘%v mm，双页左缘%v mm，两面误差%.2f mm", odd, even, offset).with("两面误差", offset, "mm")
	for _, p := range d.columns() {
		r = r.at(onBox(p, d.column(p)))
	}
	return r
}

func folioSpread(d paper) Result {
	s := newSpan()
	var at []Place
	for _, p := range d.Pages {
		f, ok := p.Folio()
		if !ok {
			continue
		}
		s.add(f.Y)
		if f.Turned {
			at = append(at, onPage(p))
		} else {
			at = append(at, onLine(f.Line))
		}
	}
	if len(at) < 2 {
		return without("页码不足两个")
	}
	return judged(s.high-s.low <= 4, "%d页基线高低相差%.2f mm", len(at), s.high-s.low).with("高低相差", s.high-s.low, "mm").at(at...)
}
