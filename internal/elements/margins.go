package elements

import (
	"cmp"
	"slices"

	"hongtou/internal/gbt9704"
)

// Margins is the type area as a page really has it, in mm from the top left
// corner of the page.
type Margins struct {
	Left, Right float64 // edges of the lines that fill it
	First, Last float64 // baselines of the topmost and the lowest line of text of the page; 0 on a page without
	Lines       int     // how many lines tell the edges; 0 if none does and the standard's are given
}

// Centre is in the middle of both edges.
func (m Margins) Centre() float64 { return (m.Left + m.Right) / 2 }

// Width is from edge to edge.
func (m Margins) Width() float64 { return m.Right - m.Left }

// Margins are those of a page, counted from 1. Where its own lines are too few to
// tell, all pages of the same side (right or left: mirrored margins differ) tell,
// then all upright pages, then the standard. On paper that lies on its side they
// are the standard's type area, turned.
func (d *Document) Margins(page int) Margins { return d.margins[page-1] }

// side is what lines tell of the edges of the pages they stand on.
type side struct{ starts, ends []float64 }

const (
	sameEdge  = 0.8 // mm: edges within are one
	ownEdge   = 4   // lines that tell the edges of a page whatever other pages say
	fullShare = 0.9 // of the longest line: what a full line has at least
)

// findMargins measures all pages.
func (d *Document) findMargins() {
	var both [3]side // even, odd, all
	own := make([]side, len(d.Pages))
	for i, p := range d.Pages {
		if !p.Landscape() {
			own[i] = p.edges()
			both[p.Number%2].add(own[i])
			both[2].add(own[i])
		}
	}
	d.margins = make([]Margins, len(d.Pages))
	for i, p := range d.Pages {
		m := Margins{Left: p.Area().X0, Right: p.Area().X1}
		if !p.Landscape() {
			m = own[i].or(both[p.Number%2]).or(both[2]).margins(m)
		}
		if n := len(p.Lines); n > 0 {
			m.First, m.Last = p.Lines[0].Y, p.Lines[n-1].Y
		}
		d.margins[i] = m
	}
}

// edges are where full lines end and where the lines after them begin: those go
// on flush left, but for the few that begin a paragraph after a full one.
func (p *Page) edges() side {
	var lines []Line
	longest := 0.0
	text := p.Lines
	if k := p.imprintFrom(); k >= 0 {
		text = text[:k]
	}
	for _, l := range text {
		if !l.Large() && len(l.Glyphs) > 1 {
			lines = append(lines, l)
			longest = max(longest, l.X1()-l.X0())
		}
	}
	var out side
	for i, l := range lines {
		if i+1 == len(lines) || l.X1()-l.X0() < fullShare*longest || longest < p.Width/3 {
			continue
		}
		next := lines[i+1]
		if near(next.Size(), l.Size(), 1) && next.Y-l.Y < 3*l.Size()*gbt9704.Point && next.X0() <= l.X0()+1 {
			out.starts = append(out.starts, next.X0())
			out.ends = append(out.ends, l.X1())
		}
	}
	return out
}

func (s *side) add(o side) {
	s.starts = append(s.starts, o.starts...)
	s.ends = append(s.ends, o.ends...)
}

// or gives the lines of more pages if a page's own are none, or few and all
// indented by those of the others.
func (s side) or(more side) side {
	n := len(s.starts)
	if n >= ownEdge || n > 0 && s.left() < more.left()+gbt9704.Cell {
		return s
	}
	return more
}

func (s side) left() float64 {
	left, _ := commonest(s.starts)
	return left
}

// margins are the commonest edges; without lines, the given ones.
func (s side) margins(without Margins) Margins {
	left, n := commonest(s.starts)
	right, _ := commonest(s.ends)
	if n == 0 {
		return without
	}
	return Margins{Left: left, Right: right, Lines: n}
}

// commonest is the median of the values that most lie close to, and their number.
func commonest(values []float64) (value float64, n int) {
	sorted := slices.Clone(values)
	slices.SortFunc(sorted, cmp.Compare)
	from := 0
	for to := range sorted {
		for sorted[to]-sorted[from] > sameEdge {
			from++
		}
		if to-from+1 > n {
			n = to - from + 1
			value = sorted[from+(n-1)/2]
		}
	}
	return value, n
}
