package pdfread

import (
	"math"

	"hongtou/internal/printout"
)

// mmPerPoint is the length of a point.
const mmPerPoint = 25.4 / 72

// matrix is a transformation of PDF: x' = a·x + c·y + e, y' = b·x + d·y + f.
type matrix struct{ a, b, c, d, e, f float64 }

type point struct{ x, y float64 }

type box = printout.Box

// edges is a box by its left, upper, right and lower edge.
func edges(x0, y0, x1, y1 float64) box { return box{X0: x0, Y0: y0, X1: x1, Y1: y1} }

func (m matrix) apply(p point) point {
	return point{m.a*p.x + m.c*p.y + m.e, m.b*p.x + m.d*p.y + m.f}
}

// then is one transformation after another.
func (m matrix) then(n matrix) matrix {
	return matrix{
		m.a*n.a + m.b*n.c, m.a*n.b + m.b*n.d,
		m.c*n.a + m.d*n.c, m.c*n.b + m.d*n.d,
		m.e*n.a + m.f*n.c + n.e, m.e*n.b + m.f*n.d + n.f,
	}
}

// width is how thick a stroke becomes that goes, transformed, along d.
func (m matrix) width(stroke float64, d point) float64 {
	area := math.Abs(m.a*m.d - m.b*m.c)
	length := math.Hypot(d.x, d.y)
	if area == 0 || length == 0 {
		return 0
	}
	// The way back of d tells how much a step along it was stretched.
	back := math.Hypot(m.d*d.x-m.c*d.y, m.a*d.y-m.b*d.x) / area
	return stroke * area * back / length
}

// box is around the transformed corners of a rectangle.
func (m matrix) box(left, bottom, right, top float64) box {
	return around([]point{
		m.apply(point{left, bottom}), m.apply(point{right, bottom}),
		m.apply(point{right, top}), m.apply(point{left, top}),
	})
}

// around is the box of points.
func around(points []point) box {
	b := box{X0: math.Inf(1), Y0: math.Inf(1), X1: math.Inf(-1), Y1: math.Inf(-1)}
	for _, p := range points {
		b = box{X0: min(b.X0, p.x), Y0: min(b.Y0, p.y), X1: max(b.X1, p.x), Y1: max(b.Y1, p.y)}
	}
	return b
}

// meets says whether two boxes touch; they may be flat. Boxes with a number
// that is none meet nothing.
func meets(a, b box) bool {
	return a.X0 <= b.X1 && b.X0 <= a.X1 && a.Y0 <= b.Y1 && b.Y0 <= a.Y1
}

// finite says whether numbers can be reckoned with.
func finite(numbers ...float64) bool {
	for _, n := range numbers {
		if math.IsNaN(n) || math.IsInf(n, 0) {
			return false
		}
	}
	return true
}
