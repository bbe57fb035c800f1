package sfnt

import (
	"encoding/binary"
	"fmt"
)

var be = binary.BigEndian

// Encode writes an outline as a simple glyph description without
// instructions; nil for a blank outline. A coordinate beyond 16 bits or too
// many points are an error.
func (o Outline) Encode() ([]byte, error) {
	box, inked := o.Bounds()
	if !inked {
		return nil, nil
	}
	if o.Points() > maxPoints || box.XMin < -1<<14 || box.YMin < -1<<14 || box.XMax > 1<<14 || box.YMax > 1<<14 {
		return nil, fmt.Errorf("outline too large: %w", ErrGlyph)
	}
	var ends []byte
	var flags flagWriter
	var xs, ys []byte
	var last Point
	n, contours := 0, 0
	for _, c := range o {
		if len(c) == 0 {
			continue
		}
		for _, p := range c {
			flag := byte(0)
			if p.On {
				flag = onCurve
			}
			xs = appendStep(xs, p.X-last.X, &flag, xShort, xSame)
			ys = appendStep(ys, p.Y-last.Y, &flag, yShort, ySame)
			flags.put(flag)
			last = p
		}
		n += len(c)
		contours++
		ends = be.AppendUint16(ends, uint16(n-1))
	}
	var out []byte
	for _, v := range []int{contours, box.XMin, box.YMin, box.XMax, box.YMax} {
		out = be.AppendUint16(out, uint16(v))
	}
	out = append(out, ends...)
	out = append(out, 0, 0) // no instructions
	out = append(out, flags.out...)
	out = append(out, xs...)
	return append(out, ys...), nil
}

// appendStep writes one coordinate difference in its shortest form.
func appendStep(out []byte, d int, flag *byte, short, same byte) []byte {
	switch {
	case d == 0:
		*flag |= same
		return out
	case d > 0 && d < 256:
		*flag |= short | same
		return append(out, byte(d))
	case d < 0 && d > -256:
		*flag |= short
		return append(out, byte(-d))
	}
	return be.AppendUint16(out, uint16(d))
}

// flagWriter run-length encodes point flags.
type flagWriter struct {
	out  []byte
	last int // index of the running flag in out, its count follows if repeated
}

func (w *flagWriter) put(flag byte) {
	n := len(w.out)
	switch {
	case n == 0:
	case w.last == n-1 && w.out[n-1] == flag:
		w.out[n-1] |= repeated
		w.out = append(w.out, 1)
		return
	case w.last == n-2 && w.out[n-2] == flag|repeated && w.out[n-1] < 255:
		w.out[n-1]++
		return
	}
	w.last = n
	w.out = append(w.out, flag)
}

// bare returns the description of a simple glyph without its instructions.
func bare(body view) ([]byte, bool) {
	contours, _ := body.i16(0)
	_, flagsAt, ok := simpleHeader(body, contours)
	if !ok || flagsAt > len(body) {
		return nil, false
	}
	head := 10 + 2*contours
	out := make([]byte, 0, head+2+len(body)-flagsAt)
	out = append(out, body[:head]...)
	out = append(out, 0, 0)
	return append(out, body[flagsAt:]...), true
}

// scaled returns the outline on a grid of to units where it was drawn on from.
func (o Outline) scaled(from, to int) Outline {
	if from == to {
		return o
	}
	out := make(Outline, len(o))
	for i, c := range o {
		out[i] = make([]Point, len(c))
		for j, p := range c {
			out[i][j] = Point{Rescale(p.X, from, to), Rescale(p.Y, from, to), p.On}
		}
	}
	return out
}

// Rescale converts a length between grids, rounding half away from zero.
func Rescale(v, from, to int) int {
	if v < 0 {
		return -Rescale(-v, from, to)
	}
	return (2*v*to + from) / (2 * from)
}
