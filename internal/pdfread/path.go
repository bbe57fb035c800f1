package pdfread

import (
	"math"

	"hongtou/internal/printout"
)

// PDFium's kinds of path segments.
const (
	lineSegment   = 0
	bezierSegment = 1
	moveSegment   = 2
)

// stroke is one unbroken line of a path, in millimetres.
type stroke struct {
	points []point
	curved []bool // whether the way to the next point is a curve
	closed bool
}

// bends says whether any part of it is a curve.
func (s stroke) bends() bool {
	for _, c := range s.curved {
		if c {
			return true
		}
	}
	return false
}

// thin is the width below which a filled area is a line.
const thin = 1.0

// path takes down what a path paints.
func (p *pageReader) path(object uint64, at place) {
	p.call("FPDFPath_GetDrawMode", object, p.address(0), p.address(4))
	filled, stroked := p.intAt(0) != 0, p.intAt(4) != 0
	if !filled && !stroked {
		return
	}
	at.to = p.matrixOf(object).then(at.to)
	strokes := p.strokes(object, at.to)
	if fill := p.fillOf(object); filled && fill.visible && !white(fill.colour) {
		p.fill(strokes, at, fill.colour)
	}
	if line := p.strokeOf(object); stroked && line.visible && !white(line.colour) {
		p.call("FPDFPageObj_GetStrokeWidth", object, p.address(0))
		width := p.float32At(0)
		square := p.number("FPDFPageObj_GetLineCap", object) == 2
		p.draw(strokes, at, pen{line.colour, width, square})
	}
}

// strokes reads a path.
func (p *pageReader) strokes(object uint64, to matrix) []stroke {
	var all []stroke
	for i := range p.number("FPDFPath_CountSegments", object) {
		segment := p.call("FPDFPath_GetPathSegment", object, uint64(i))
		if !p.going() {
			return nil
		}
		kind := p.number("FPDFPathSegment_GetType", segment)
		if kind == moveSegment || len(all) == 0 {
			all = append(all, stroke{})
		}
		last := &all[len(all)-1]
		last.points = append(last.points, to.apply(p.segmentEnd(segment)))
		last.curved = append(last.curved, kind == bezierSegment)
		last.closed = last.closed || p.holds("FPDFPathSegment_GetClose", segment)
	}
	return all
}

// pen is what a path is stroked with; its width is in the path's units.
type pen struct {
	colour printout.Colour
	width  float64
	square bool // ends stand out by half the width
}

// draw makes a rule of every straight piece and one area of all the others.
func (p *pageReader) draw(strokes []stroke, at place, with pen) {
	var rest []point
	thickest := 0.0
	for _, s := range strokes {
		if s.closed && len(s.points) > 1 {
			s.points = append(s.points, s.points[0])
			s.curved = append(s.curved, false)
		}
		for i := 1; i < len(s.points); i++ {
			from, to := s.points[i-1], s.points[i]
			along := point{to.x - from.x, to.y - from.y}
			width := at.to.width(with.width, along)
			if s.curved[i] || !p.straight(from, to, width, at, with) {
				rest = append(rest, from, to)
				thickest = max(thickest, width)
			}
		}
	}
	if len(rest) > 0 {
		p.area(grown(around(rest), thickest/2, thickest/2), at, with.colour)
	}
}

// straight makes a rule of a piece that lies or stands; false if it does neither.
func (p *pageReader) straight(from, to point, width float64, at place, with pen) bool {
	b := around([]point{from, to})
	end := 0.0
	if with.square {
		end = width / 2
	}
	// Half a degree off is still meant to be straight.
	const off = 0.01
	switch {
	case b.Width() == 0 && b.Height() == 0:
	case b.Height() <= max(off*b.Width(), 0.02):
		middle := b.Middle()
		p.rule(edges(b.X0-end, middle-width/2, b.X1+end, middle+width/2), true, at, with.colour)
	case b.Width() <= max(off*b.Height(), 0.02):
		centre := b.Centre()
		p.rule(edges(centre-width/2, b.Y0-end, centre+width/2, b.Y1+end), false, at, with.colour)
	default:
		return false
	}
	return true
}

// fill makes rules of thin pieces and of thin frames, areas of rectangles and
// one area of all the others.
func (p *pageReader) fill(strokes []stroke, at place, colour printout.Colour) {
	if bars, ok := frame(strokes); ok {
		for _, b := range bars {
			p.bar(b, at, colour)
		}
		return
	}
	var rest []point
	for _, s := range strokes {
		b := around(s.points)
		seen := b
		if upright(s) {
			seen = b.Clip(at.clip)
		}
		switch {
		case s.bends():
			rest = append(rest, s.points...)
		case min(seen.Width(), seen.Height()) < thin:
			p.bar(seen, at, colour)
		case upright(s):
			p.area(b, at, colour)
		default:
			rest = append(rest, s.points...)
		}
	}
	if len(rest) > 0 {
		p.area(around(rest), at, colour)
	}
}

// bar is a filled rectangle that is thin.
func (p *pageReader) bar(b box, at place, colour printout.Colour) {
	p.rule(b, b.Width() >= b.Height(), at, colour)
}

// upright says whether a closed line is a rectangle that is not askew.
func upright(s stroke) bool {
	if len(s.points) < 4 || len(s.points) > 5 || s.bends() {
		return false
	}
	for i := 1; i < len(s.points); i++ {
		a, b := s.points[i-1], s.points[i]
		if math.Abs(a.x-b.x) > 0.01 && math.Abs(a.y-b.y) > 0.01 {
			return false
		}
	}
	return true
}

// frame takes a rectangle with a hole that leaves thin sides for its sides, as
// browsers draw borders.
func frame(strokes []stroke) ([]box, bool) {
	if len(strokes) != 2 || !upright(strokes[0]) || !upright(strokes[1]) {
		return nil, false
	}
	o, i := around(strokes[0].points), around(strokes[1].points)
	if o.Width() < i.Width() {
		o, i = i, o
	}
	sides := []box{
		edges(o.X0, o.Y0, o.X1, i.Y0), edges(o.X0, i.Y1, o.X1, o.Y1),
		edges(o.X0, o.Y0, i.X0, o.Y1), edges(i.X1, o.Y0, o.X1, o.Y1),
	}
	var bars []box
	for _, b := range sides {
		if b.Width() < 0 || b.Height() < 0 || min(b.Width(), b.Height()) >= thin {
			return nil, false
		}
		if !b.Empty() {
			bars = append(bars, b)
		}
	}
	return bars, len(bars) > 0
}
