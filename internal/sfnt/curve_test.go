package sfnt_test

import (
	"math"
	"reflect"
	"testing"

	"hongtou/internal/sfnt"
)

// TestCubicsStayWithinTolerance turns a circle of four cubics into quadratics
// and measures how far any point of them lies off the circle.
func TestCubicsStayWithinTolerance(t *testing.T) {
	const r, k = 400.0, 400 * 0.5522847498
	for _, tolerance := range []float64{0.5, 5} {
		pen := sfnt.Pen{Tolerance: tolerance}
		pen.Move(r, 0)
		pen.Cube(r, k, k, r, 0, r)
		pen.Cube(-k, r, -r, k, -r, 0)
		pen.Cube(-r, -k, -k, -r, 0, -r)
		pen.Cube(k, -r, r, -k, r, 0)
		outline := pen.Outline(true)
		if len(outline) != 1 {
			t.Fatalf("%d contours", len(outline))
		}
		worst := 0.0
		c := outline[0]
		for i, p := range c {
			if p.On {
				continue
			}
			a, b := c[(i+len(c)-1)%len(c)], c[(i+1)%len(c)]
			for s := 0.0; s <= 1; s += 0.125 {
				x := (1-s)*(1-s)*float64(a.X) + 2*s*(1-s)*float64(p.X) + s*s*float64(b.X)
				y := (1-s)*(1-s)*float64(a.Y) + 2*s*(1-s)*float64(p.Y) + s*s*float64(b.Y)
				worst = math.Max(worst, math.Abs(math.Hypot(x, y)-r))
			}
		}
		// One unit for rounding to whole units and the cubics' own error.
		if worst > tolerance+1 {
			t.Errorf("tolerance %v: off by %v with %d points", tolerance, worst, len(c))
		}
		if area(c) >= 0 {
			t.Errorf("tolerance %v: contour runs the PostScript way", tolerance)
		}
	}
}

// area is twice the signed area of a contour's points, positive if it runs
// against the clock.
func area(c []sfnt.Point) int {
	sum := 0
	for i, p := range c {
		q := c[(i+1)%len(c)]
		sum += p.X*q.Y - q.X*p.Y
	}
	return sum
}

func TestPenClosesContours(t *testing.T) {
	pen := sfnt.Pen{Tolerance: 0.5}
	pen.Move(0, 0)
	pen.Line(0, 10)
	pen.Line(10, 10)
	pen.Line(0, 0) // repeats the first point
	pen.Move(5, 5)
	pen.Line(6, 6) // no area
	want := sfnt.Outline{{{X: 0, Y: 0, On: true}, {X: 0, Y: 10, On: true}, {X: 10, Y: 10, On: true}}}
	if got := pen.Outline(false); !reflect.DeepEqual(got, want) {
		t.Errorf("outline %v", got)
	}
}

func TestPenSurvivesNonsense(t *testing.T) {
	pen := sfnt.Pen{Tolerance: 0.5}
	pen.Move(0, 0)
	pen.Cube(math.NaN(), 1, math.Inf(1), 2, 1e300, -1e300)
	pen.Line(5, 5)
	if o := pen.Outline(true); o.Points() > 300 {
		t.Errorf("%d points", o.Points())
	}
}

func TestRescaleRoundsHalfAway(t *testing.T) {
	for _, test := range []struct{ v, from, to, want int }{
		{256, 256, 1000, 1000}, {128, 256, 1000, 500}, {1, 2048, 1000, 0}, {-3, 2000, 1000, -2}, {3, 2000, 1000, 2},
	} {
		if got := sfnt.Rescale(test.v, test.from, test.to); got != test.want {
			t.Errorf("%d of %d on %d: %d, want %d", test.v, test.from, test.to, got, test.want)
		}
	}
}
