package sfnt

import (
	"fmt"
	"math"
)

// Component flags (glyf chapter, composite glyphs).
const (
	argsAreWords   = 0x0001
	argsAreXY      = 0x0002
	haveScale      = 0x0008
	moreComponents = 0x0020
	haveXYScale    = 0x0040
	have2x2        = 0x0080
	scaledOffset   = 0x0800
)

// component is one part of a composite glyph: a glyph, a 2×2 matrix, and an
// offset or a pair of points to be laid on each other.
type component struct {
	glyph      GlyphID
	a, b, c, d float64
	arg1, arg2 int
	flags      uint16
}

// readComposite flattens a composite glyph into its parts' contours.
func (f *Font) readComposite(g GlyphID, body view, budget *int) (Outline, error) {
	var out Outline
	for at, more := 10, true; more; {
		c, next, ok := readComponent(body, at)
		*budget--
		if !ok || *budget < 0 {
			return nil, fmt.Errorf("glyph %d: %w", g, ErrGlyph)
		}
		part, err := f.outline(c.glyph, budget)
		if err != nil {
			return nil, err
		}
		placed, ok := c.place(part, out)
		if !ok || out.Points()+placed.Points() > maxPoints {
			return nil, fmt.Errorf("glyph %d: %w", g, ErrGlyph)
		}
		out = append(out, placed...)
		at, more = next, c.flags&moreComponents != 0
	}
	return out, nil
}

func readComponent(body view, at int) (component, int, bool) {
	flags, _ := body.u16(at)
	glyph, ok := body.u16(at + 2)
	c := component{glyph: GlyphID(glyph), a: 1, d: 1, flags: flags}
	at += 4
	if flags&argsAreWords != 0 {
		c.arg1, _ = body.i16(at)
		c.arg2, ok = body.i16(at + 2)
		at += 4
	} else {
		pair, good := body.u16(at)
		c.arg1, c.arg2, ok = int(int8(pair>>8)), int(int8(pair)), good && ok
		at += 2
	}
	if flags&argsAreXY == 0 { // point numbers are unsigned
		mask := 0xFF
		if flags&argsAreWords != 0 {
			mask = 0xFFFF
		}
		c.arg1, c.arg2 = c.arg1&mask, c.arg2&mask
	}
	fixed := func(i int) float64 {
		n, good := body.i16(at + 2*i)
		ok = ok && good
		return float64(n) / (1 << 14)
	}
	switch {
	case flags&haveScale != 0:
		c.a = fixed(0)
		c.d = c.a
		at += 2
	case flags&haveXYScale != 0:
		c.a, c.d = fixed(0), fixed(1)
		at += 4
	case flags&have2x2 != 0:
		c.a, c.b, c.c, c.d = fixed(0), fixed(1), fixed(2), fixed(3)
		at += 8
	}
	return c, at, ok
}

// place transforms a part; base is what stands already, for point matching.
func (c component) place(part, base Outline) (Outline, bool) {
	dx, dy := float64(c.arg1), float64(c.arg2)
	if c.flags&scaledOffset != 0 {
		dx, dy = dx*math.Hypot(c.a, c.b), dy*math.Hypot(c.c, c.d)
	}
	if c.flags&argsAreXY == 0 {
		at, ok1 := base.point(c.arg1)
		on, ok2 := part.point(c.arg2)
		if !ok1 || !ok2 {
			return nil, false
		}
		dx = float64(at.X) - (float64(on.X)*c.a + float64(on.Y)*c.c)
		dy = float64(at.Y) - (float64(on.X)*c.b + float64(on.Y)*c.d)
	}
	out := make(Outline, len(part))
	for i, contour := range part {
		moved := make([]Point, len(contour))
		for j, p := range contour {
			x, y := float64(p.X), float64(p.Y)
			moved[j] = Point{
				X:  int(math.Round(x*c.a + y*c.c + dx)),
				Y:  int(math.Round(x*c.b + y*c.d + dy)),
				On: p.On,
			}
		}
		out[i] = moved
	}
	return out, true
}

func (o Outline) point(n int) (Point, bool) {
	for _, c := range o {
		if n < len(c) {
			return c[n], true
		}
		n -= len(c)
	}
	return Point{}, false
}
