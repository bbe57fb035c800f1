package sfnt

import "math"

// Pen collects an outline from drawing commands in font units, turning cubic
// curves (PostScript) into the quadratic ones of glyf.
type Pen struct {
	// Tolerance is how far, in font units, a quadratic may stray from its cubic.
	Tolerance float64

	done Outline
	open []Point
	at   vec
}

type vec struct{ x, y float64 }

func (v vec) point(on bool) Point {
	return Point{int(math.Round(v.x)), int(math.Round(v.y)), on}
}

// maxPieces bounds the quadratics of one cubic.
const maxPieces = 64

// Move begins a contour, closing the one before.
func (p *Pen) Move(x, y float64) {
	p.closeContour()
	p.at = vec{x, y}
	p.open = append(p.open, p.at.point(true))
}

// Line draws a straight line.
func (p *Pen) Line(x, y float64) {
	p.at = vec{x, y}
	p.open = append(p.open, p.at.point(true))
}

// Quad draws a quadratic curve with control point (cx, cy).
func (p *Pen) Quad(cx, cy, x, y float64) {
	p.open = append(p.open, vec{cx, cy}.point(false))
	p.Line(x, y)
}

// Cube draws a cubic curve as n quadratics. A cubic cut into n equal parts
// strays from its best quadratics by √3/36·|p3−3p2+3p1−p0|/n³, which gives n.
func (p *Pen) Cube(x1, y1, x2, y2, x3, y3 float64) {
	c := cubic{p.at, vec{x1, y1}, vec{x2, y2}, vec{x3, y3}}
	bend := math.Hypot(c[3].x-3*c[2].x+3*c[1].x-c[0].x, c[3].y-3*c[2].y+3*c[1].y-c[0].y)
	n := math.Ceil(math.Cbrt(math.Sqrt(3) / 36 * bend / p.Tolerance))
	if !(n >= 1) { // NaN as well
		n = 1
	}
	n = math.Min(n, maxPieces)
	for i := 0.0; i < n; i++ {
		from, to := i/n, (i+1)/n
		a, b := c.at(from), c.at(to)
		da, db := c.slope(from), c.slope(to)
		// The control point is where the piece's own cubic controls, drawn out
		// by half, meet on average.
		h := (to - from) / 4
		p.Quad((a.x+b.x)/2+h*(da.x-db.x), (a.y+b.y)/2+h*(da.y-db.y), b.x, b.y)
	}
}

type cubic [4]vec

func (c cubic) at(t float64) vec {
	u := 1 - t
	f := [4]float64{u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t}
	var v vec
	for i := range f {
		v.x += f[i] * c[i].x
		v.y += f[i] * c[i].y
	}
	return v
}

func (c cubic) slope(t float64) vec {
	u := 1 - t
	f := [3]float64{3 * u * u, 6 * u * t, 3 * t * t}
	var v vec
	for i := range f {
		v.x += f[i] * (c[i+1].x - c[i].x)
		v.y += f[i] * (c[i+1].y - c[i].y)
	}
	return v
}

// Outline returns what was drawn. PostScript contours run the other way round
// than TrueType ones; reverse turns them about.
func (p *Pen) Outline(reverse bool) Outline {
	p.closeContour()
	if reverse {
		for _, c := range p.done {
			for i, j := 1, len(c)-1; i < j; i, j = i+1, j-1 {
				c[i], c[j] = c[j], c[i]
			}
		}
	}
	return p.done
}

// closeContour drops a last point that repeats the first, and contours without
// area.
func (p *Pen) closeContour() {
	c := p.open
	if n := len(c); n > 1 && c[0] == c[n-1] {
		c = c[:n-1]
	}
	if len(c) > 2 {
		p.done = append(p.done, c)
	}
	p.open = nil
}
