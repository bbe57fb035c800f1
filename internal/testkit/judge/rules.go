package judge

import (
	"math"
	"strconv"
	"strings"
	"testing"
)

// Rule is one straight line of a drawing, or a filled rectangle. A line's box
// has no height or no width; Width is what it is drawn with, both in mm.
type Rule struct {
	Page   int // from 1
	Box    Box
	Width  float64
	Filled bool
	Colour string // components as in the file: 0 0 0
}

// Horizontal says whether a rule lies.
func (r Rule) Horizontal() bool { return !r.Filled && r.Box.Y1-r.Box.Y0 < r.Box.X1-r.Box.X0 }

// Vertical says whether a rule stands.
func (r Rule) Vertical() bool { return !r.Filled && r.Box.Y1-r.Box.Y0 > r.Box.X1-r.Box.X0 }

// PDFRules returns the lines and filled rectangles of a file's pages in content
// order, as MuPDF draws them. A path with curves fails the test.
func PDFRules(t testing.TB, path string) []Rule {
	t.Helper()
	out, _ := run(t, "mutool", "trace", path)
	var rules []Rule
	var current drawing
	end := func() {
		rules = append(rules, current.rules()...)
		current.points = nil
	}
	page := 0
	for e := range elements(t, out) {
		switch e.Name.Local {
		case "page":
			end()
			page++
		case "stroke_path", "fill_path":
			end()
			current.clip = false
			current.Rule = Rule{Page: page, Filled: e.Name.Local == "fill_path", Colour: attr(e, "color")}
			current.to = newMatrix(t, attr(e, "transform"))
			if !current.Filled {
				current.Width = mm(number(t, e, "linewidth") * current.to.scale())
			}
		case "clip_path", "clip_stroke_path":
			end()
			current = drawing{clip: true}
		case "moveto", "lineto":
			current.points = append(current.points, current.to.apply(number(t, e, "x"), number(t, e, "y")))
		case "curveto":
			if current.clip {
				continue
			}
			t.Fatalf("%s page %d draws a curve: it is not measured", path, page)
		}
	}
	end()
	return rules
}

// drawing is one path as it is read.
type drawing struct {
	Rule
	to     matrix
	points [][2]float64
	clip   bool // bounds what is painted and is not painted itself
}

// rules gives the path's segments, or the box of a filled one.
func (d drawing) rules() []Rule {
	var out []Rule
	if d.clip {
		return nil
	}
	if d.Filled && len(d.points) > 1 {
		r := d.Rule
		r.Box = around(d.points)
		return append(out, r)
	}
	for i := 1; i < len(d.points); i++ {
		r := d.Rule
		r.Box = around(d.points[i-1 : i+1])
		out = append(out, r)
	}
	return out
}

func around(points [][2]float64) Box {
	b := Box{points[0][0], points[0][1], points[0][0], points[0][1]}
	for _, p := range points[1:] {
		b = Box{min(b.X0, p[0]), min(b.Y0, p[1]), max(b.X1, p[0]), max(b.Y1, p[1])}
	}
	return b
}

// CellAt is the box between the nearest rules around a point of a page: the
// cell of a table in which the point lies. Its sides are the page's where no
// rule is found.
func CellAt(rules []Rule, page int, x, y float64) Box {
	cell := Box{0, 0, 1000, 1000}
	for _, r := range rules {
		switch {
		case r.Page != page:
		case r.Horizontal() && r.Box.X0 <= x && x <= r.Box.X1 && r.Box.Y0 <= y:
			cell.Y0 = max(cell.Y0, r.Box.Y0)
		case r.Horizontal() && r.Box.X0 <= x && x <= r.Box.X1:
			cell.Y1 = min(cell.Y1, r.Box.Y0)
		case r.Vertical() && r.Box.Y0 <= y && y <= r.Box.Y1 && r.Box.X0 <= x:
			cell.X0 = max(cell.X0, r.Box.X0)
		case r.Vertical() && r.Box.Y0 <= y && y <= r.Box.Y1:
			cell.X1 = min(cell.X1, r.Box.X0)
		}
	}
	return cell
}

// matrix is a transformation of PDF: a b c d e f.
type matrix [6]float64

func newMatrix(t testing.TB, s string) matrix {
	t.Helper()
	var m matrix
	fields := strings.Fields(s)
	if len(fields) != len(m) {
		t.Fatalf("mutool: transform %q", s)
	}
	for i, f := range fields {
		v, err := strconv.ParseFloat(f, 64)
		if err != nil {
			t.Fatal(err)
		}
		m[i] = v
	}
	return m
}

// apply gives millimetres from the top left corner.
func (m matrix) apply(x, y float64) [2]float64 {
	return [2]float64{mm(m[0]*x + m[2]*y + m[4]), mm(m[1]*x + m[3]*y + m[5])}
}

func (m matrix) scale() float64 { return math.Sqrt(math.Abs(m[0]*m[3] - m[1]*m[2])) }
