package pdfread

import (
	"cmp"
	"math"
	"slices"

	"hongtou/internal/printout"
)

// grown is a box with its sides moved outwards.
func grown(b box, dx, dy float64) box { return edges(b.X0-dx, b.Y0-dy, b.X1+dx, b.Y1+dy) }

// rule takes down a line by what it paints, as far as it is seen.
func (p *pageReader) rule(painted box, lies bool, at place, colour printout.Colour) {
	if !meets(painted, at.clip) || !finite(painted.X0, painted.Y0, painted.X1, painted.Y1) {
		return
	}
	seen := painted.Clip(at.clip)
	r := printout.Rule{Page: p.page.Number, Colour: colour}
	if lies {
		r.Width = seen.Height()
		r.Box = edges(seen.X0, seen.Middle(), seen.X1, seen.Middle())
	} else {
		r.Width = seen.Width()
		r.Box = edges(seen.Centre(), seen.Y0, seen.Centre(), seen.Y1)
	}
	if r.Box.Width() == 0 && r.Box.Height() == 0 {
		return // only its edge touches what is seen
	}
	p.page.Rules = append(p.page.Rules, r)
	p.mark()
}

// area takes down a shape, as far as it is seen.
func (p *pageReader) area(b box, at place, colour printout.Colour) {
	seen := b.Clip(at.clip)
	if seen.Empty() || !finite(b.X0, b.Y0, b.X1, b.Y1) {
		return
	}
	p.page.Areas = append(p.page.Areas, printout.Area{Page: p.page.Number, Box: seen, Colour: colour})
	p.mark()
}

const (
	sameLine = 0.03 // mm across by which pieces of one line may differ
	sameGap  = 0.3  // mm along that may lie between them
)

// piece of a rule seen from the side: where it lies across and along.
type run struct {
	order          int // among the page's rules
	rule           printout.Rule
	lies           bool
	across         float64
	start, end     float64
	width          int // in hundredths of a millimetre
	colour, column int
}

func newRun(order int, r printout.Rule) run {
	c := run{
		order: order, rule: r, lies: r.Horizontal(), width: int(math.Round(r.Width * 100)),
		colour: int(r.Colour.R)<<16 | int(r.Colour.G)<<8 | int(r.Colour.B),
	}
	if c.lies {
		c.across, c.start, c.end = r.Box.Y0, r.Box.X0, r.Box.X1
	} else {
		c.across, c.start, c.end = r.Box.X0, r.Box.Y0, r.Box.Y1
	}
	return c
}

// kind orders runs that cannot be one line.
func (c run) kind(o run) int {
	lies := func(b bool) int {
		if b {
			return 0
		}
		return 1
	}
	return cmp.Or(cmp.Compare(lies(c.lies), lies(o.lies)), cmp.Compare(c.colour, o.colour), cmp.Compare(c.width, o.width))
}

// joined makes one rule of pieces that touch in one line, as tables of word
// processors are drawn. A joined rule stands where its first piece stood.
func joined(rules []printout.Rule) []printout.Rule {
	if len(rules) < 2 {
		return rules
	}
	runs := make([]run, len(rules))
	for i, r := range rules {
		runs[i] = newRun(i, r)
	}
	slices.SortFunc(runs, func(a, b run) int {
		return cmp.Or(a.kind(b), cmp.Compare(a.across, b.across), cmp.Compare(a.order, b.order))
	})
	columns(runs)
	slices.SortFunc(runs, func(a, b run) int {
		return cmp.Or(cmp.Compare(a.column, b.column), cmp.Compare(a.start, b.start), cmp.Compare(a.order, b.order))
	})
	out := runs[:1]
	for _, c := range runs[1:] {
		last := &out[len(out)-1]
		if c.column == last.column && c.start <= last.end+sameGap {
			last.end, last.order = max(last.end, c.end), min(last.order, c.order)
			continue
		}
		out = append(out, c)
	}
	slices.SortFunc(out, func(a, b run) int { return cmp.Compare(a.order, b.order) })
	return whole(out)
}

// columns numbers the lines on which sorted runs lie.
func columns(runs []run) {
	first := 0
	for i := range runs {
		if i == 0 {
			continue
		}
		runs[i].column = runs[i-1].column
		if runs[i].kind(runs[first]) != 0 || runs[i].across > runs[first].across+sameLine {
			first = i
			runs[i].column++
		}
	}
}

func whole(runs []run) []printout.Rule {
	rules := make([]printout.Rule, len(runs))
	for i, c := range runs {
		r := c.rule
		if c.lies {
			r.Box.X0, r.Box.X1 = c.start, c.end
		} else {
			r.Box.Y0, r.Box.Y1 = c.start, c.end
		}
		rules[i] = r
	}
	return rules
}
