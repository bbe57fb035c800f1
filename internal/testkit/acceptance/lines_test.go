package acceptance

import (
	"math"
	"strings"
	"testing"

	"hongtou/internal/testkit/judge"
)

// Geometry of the type area in mm: GB/T 9704 5.2.1, 5.2.3.
const (
	left, right = 28.0, 184.0
	cell        = 156.0 / 28
	rows        = 22
	firstTop    = 37.0
	// 22 lines of 16 pt characters fill 225 mm.
	pitch = (225 - 16*25.4/72) / (rows - 1)
)

// line is one printed line of the type area, glyphs from left to right.
type line struct {
	page   int
	y      float64
	glyphs []judge.Glyph
}

func (l line) x0() float64   { return l.glyphs[0].X0 }
func (l line) x1() float64   { return l.glyphs[len(l.glyphs)-1].X1 }
func (l line) size() float64 { return l.glyphs[0].Size }

func (l line) text() string {
	var b strings.Builder
	for _, g := range l.glyphs {
		b.WriteRune(g.Rune)
	}
	return b.String()
}

func (l line) runes() []rune { return []rune(l.text()) }

// printed gives the lines of the type area in content order.
func printed(t *testing.T, path string) []line {
	t.Helper()
	var out []line
	for _, g := range judge.PDFGlyphs(t, path) {
		if !inside((g.X0+g.X1)/2, g.Y) {
			continue
		}
		if n := len(out); n > 0 && out[n-1].page == g.Page && math.Abs(out[n-1].y-g.Y) < 1 {
			out[n-1].glyphs = append(out[n-1].glyphs, g)
			continue
		}
		out = append(out, line{g.Page, g.Y, []judge.Glyph{g}})
	}
	return out
}

// body leaves out the red head: lines of the mark.
func body(lines []line) []line {
	var out []line
	for _, l := range lines {
		if l.glyphs[0].Colour == "#000000" {
			out = append(out, l)
		}
	}
	return out
}

// paragraph is a sequence of lines that belong together.
type paragraph struct{ lines []line }

func (p paragraph) text() string {
	var b strings.Builder
	for _, l := range p.lines {
		b.WriteString(l.text())
	}
	return b.String()
}

func near(a, b float64) bool { return math.Abs(a-b) < 0.4 }

// paragraphs joins lines by their places alone: a line indented by two
// characters opens one, a line flush left goes on with it; titles are the
// large lines; any other line stands for itself.
func paragraphs(lines []line) []paragraph {
	var out []paragraph
	for i, l := range lines {
		if i > 0 && goesOn(lines[i-1], l) {
			last := &out[len(out)-1]
			last.lines = append(last.lines, l)
			continue
		}
		out = append(out, paragraph{[]line{l}})
	}
	return out
}

func goesOn(before, l line) bool {
	large, wasLarge := l.size() > 20, before.size() > 20
	switch {
	case large || wasLarge:
		return large && wasLarge && before.page == l.page
	case !near(l.x0(), left):
		return false
	default:
		return (near(before.x0(), left) || near(before.x0(), left+2*cell)) && full(before)
	}
}

// full says whether a line reaches the right edge.
func full(l line) bool { return l.x1() > right-0.5 }

func TestParagraphsAreTheSourceLines(t *testing.T) {
	for kind, want := range source(t) {
		var got []string
		for _, p := range paragraphs(body(printed(t, files(t, "pdf")[kind]))) {
			got = append(got, fold(p.text()))
		}
		if kind == "notice" { // the document number
			got = got[1:]
		}
		sequence(t, kind, got, foldAll(want))
	}
}
