package sfnt

import "fmt"

// Point is one point of a contour in font units; off-curve points control
// quadratic curves.
type Point struct {
	X, Y int
	On   bool
}

// Outline is a glyph's closed contours; nil for a blank glyph.
type Outline [][]Point

// Box is an ink box; y grows upward from the baseline.
type Box struct{ XMin, YMin, XMax, YMax int }

// Limits for one glyph, far above any real one.
const (
	maxPoints     = 20000
	maxComponents = 256 // nested ones included
)

// description returns the bytes of a glyph in glyf, empty for a blank one.
func (f *Font) description(g GlyphID) (view, error) {
	if !f.HasOutlines() {
		return nil, ErrNoOutlines
	}
	loca, glyf := f.tables["loca"], f.tables["glyf"]
	var from, to int
	var ok bool
	if f.longLoc {
		a, _ := loca.u32(4 * int(g))
		b, good := loca.u32(4*int(g) + 4)
		from, to, ok = int(a), int(b), good
	} else {
		a, _ := loca.u16(2 * int(g))
		b, good := loca.u16(2*int(g) + 2)
		from, to, ok = 2*int(a), 2*int(b), good
	}
	body, fits := glyf.slice(from, to-from)
	if !ok || !fits || (len(body) > 0 && len(body) < 10) {
		return nil, fmt.Errorf("glyph %d: %w", g, ErrGlyph)
	}
	return body, nil
}

// Outline returns the contours of a glyph, composites flattened.
func (f *Font) Outline(g GlyphID) (Outline, error) {
	budget := maxComponents
	return f.outline(g, &budget)
}

// outline spends one of budget for every component, which bounds both the work
// and the depth of nesting.
func (f *Font) outline(g GlyphID, budget *int) (Outline, error) {
	body, err := f.description(g)
	if err != nil || len(body) == 0 {
		return nil, err
	}
	contours, _ := body.i16(0)
	if contours >= 0 {
		o, ok := readSimple(body, contours)
		if !ok {
			return nil, fmt.Errorf("glyph %d: %w", g, ErrGlyph)
		}
		return o, nil
	}
	return f.readComposite(g, body, budget)
}

// Flag bits of a simple glyph (glyf chapter).
const (
	onCurve  = 0x01
	xShort   = 0x02
	yShort   = 0x04
	repeated = 0x08
	xSame    = 0x10
	ySame    = 0x20
)

// readSimple decodes a simple glyph description.
func readSimple(body view, contours int) (Outline, bool) {
	points, at, ok := simpleHeader(body, contours)
	if !ok || points == 0 {
		return nil, ok
	}
	flags := make([]byte, 0, points)
	for len(flags) < points {
		if at >= len(body) {
			return nil, false
		}
		flag, n := body[at], 1
		at++
		if flag&repeated != 0 {
			if at >= len(body) {
				return nil, false
			}
			n += int(body[at])
			at++
		}
		for ; n > 0 && len(flags) < points; n-- {
			flags = append(flags, flag)
		}
	}
	all := make([]Point, points)
	x, y := 0, 0
	for i, flag := range flags {
		if at, ok = step(body, at, &x, flag&xShort != 0, flag&xSame != 0); !ok {
			return nil, false
		}
		all[i].X, all[i].On = x, flag&onCurve != 0
	}
	for i, flag := range flags {
		if at, ok = step(body, at, &y, flag&yShort != 0, flag&ySame != 0); !ok {
			return nil, false
		}
		all[i].Y = y
	}
	return split(body, contours, all), true
}

// simpleHeader checks the contour ends of a simple glyph; it returns the
// number of points and where the flags begin, past the instructions.
func simpleHeader(body view, contours int) (points, flagsAt int, ok bool) {
	last := -1
	for i := range contours {
		end, ok := body.u16(10 + 2*i)
		if !ok || int(end) < last || int(end) >= maxPoints {
			return 0, 0, false
		}
		last = int(end)
	}
	code, ok := body.u16(10 + 2*contours)
	if !ok {
		// A glyph of no contours may end after its header.
		return 0, len(body), contours == 0
	}
	return last + 1, 12 + 2*contours + int(code), true
}

// step advances one coordinate as its flag bits say.
func step(body view, at int, v *int, short, same bool) (int, bool) {
	switch {
	case short:
		if at >= len(body) {
			return at, false
		}
		if same {
			*v += int(body[at])
		} else {
			*v -= int(body[at])
		}
		return at + 1, true
	case same:
		return at, true
	default:
		d, ok := body.i16(at)
		*v += d
		return at + 2, ok
	}
}

func split(body view, contours int, all []Point) Outline {
	o := make(Outline, 0, contours)
	from := 0
	for i := range contours {
		end, _ := body.u16(10 + 2*i)
		if to := int(end) + 1; to > from {
			o = append(o, all[from:to:to])
			from = to
		}
	}
	return o
}

// Bounds returns the ink box of a glyph, false for a blank or broken one.
func (f *Font) Bounds(g GlyphID) (Box, bool) {
	body, err := f.description(g)
	if err != nil || len(body) == 0 {
		return Box{}, false
	}
	if n, _ := body.i16(0); n == 0 {
		return Box{}, false
	}
	return headerBox(body), true
}

func headerBox(body view) Box {
	x0, _ := body.i16(2)
	y0, _ := body.i16(4)
	x1, _ := body.i16(6)
	y1, _ := body.i16(8)
	return Box{x0, y0, x1, y1}
}

// Bounds returns the box of all points: for curves with points at their
// extremes the ink box, otherwise a little more.
func (o Outline) Bounds() (Box, bool) {
	var b Box
	first := true
	for _, c := range o {
		for _, p := range c {
			if first {
				b, first = Box{p.X, p.Y, p.X, p.Y}, false
			}
			b.XMin, b.XMax = min(b.XMin, p.X), max(b.XMax, p.X)
			b.YMin, b.YMax = min(b.YMin, p.Y), max(b.YMax, p.Y)
		}
	}
	return b, !first
}

// Points returns the number of points.
func (o Outline) Points() int {
	n := 0
	for _, c := range o {
		n += len(c)
	}
	return n
}
