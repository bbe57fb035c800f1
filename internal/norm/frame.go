package norm

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"hongtou/internal/elements"
	"hongtou/internal/gbt9704"
	"hongtou/internal/printout"
)

// Much of the standard speaks relatively: 左空二字 from the type area's edge,
// 下空一行 under the text. Where the type area or the pitch of the lines is
// wrong, 5.2.1 and 5.2.3 say so, and what keeps its distance from them keeps
// its clause: one mistake names one clause.

// frame is the type area of a page as it really is: the edges of its full lines.
// Above and below it is the standard's, since few pages are full.
func (d paper) frame(page int) printout.Box {
	a := d.Pages[page-1].Area()
	if m := d.Margins(page); m.Lines > 0 {
		a.X0, a.X1 = m.Left, m.Right
	}
	return a
}

// indent is how far a line stands from the left edge of its page's type area,
// in characters of its own. The edge is where full lines begin; as a page with
// few lines is judged by those of others, it may also be the standard's: that
// counts which is nearer to what is wanted.
func (d paper) indent(l elements.Line, want float64) float64 {
	return nearest(want, (l.X0()-d.frame(l.Page).X0)/one(l), (l.X0()-d.Pages[l.Page-1].Area().X0)/one(l))
}

// nearest is the value that is nearest to one that is wanted.
func nearest(want float64, values ...float64) float64 {
	return slices.MinFunc(values, func(a, b float64) int { return cmp.Compare(math.Abs(a-want), math.Abs(b-want)) })
}

// blank is how many characters of the line stay free between what ends at x and
// the right edge: where full lines end, or, as text that is not justified ends
// before it, the width of the type area from its left edge, or the standard's.
func (d paper) blank(l elements.Line, x, want float64) float64 {
	f, width := d.frame(l.Page), gbt9704.Right-gbt9704.Left
	return nearest(want, (f.X1-x)/one(l), (f.X0+width-x)/one(l), (d.Pages[l.Page-1].Area().X1-x)/one(l))
}

// off is how far the middle of something stands from that of the type area, in
// mm, by the edges of blank.
func (d paper) off(page int, centre float64) float64 {
	f, width := d.frame(page), gbt9704.Right-gbt9704.Left
	return nearest(0, centre-f.Centre(), centre-f.X0-width/2, centre-d.Pages[page-1].Area().Centre())
}

// one is 一字 in a line, in mm: in 3号 the cell of the grid (3.1), else the
// line's own character.
func one(l elements.Line) float64 {
	if near(l.Size(), gbt9704.Size3, 0.5) {
		return gbt9704.Cell
	}
	return max(l.Size(), 1) * gbt9704.Point
}

// pitch is 一行 of the running text in mm: the commonest step from line to line
// inside paragraphs, the standard's where no paragraph has two lines.
func pitch(d *elements.Document) float64 {
	var steps []float64
	for _, p := range d.Paragraphs {
		for i := 1; i < len(p.Lines); i++ {
			a, b := p.Lines[i-1], p.Lines[i]
			if step := b.Y - a.Y; a.Page == b.Page && step > 5 && step < 20 {
				steps = append(steps, step)
			}
		}
	}
	if len(steps) == 0 {
		return gbt9704.Pitch
	}
	return median(steps)
}

// rowsApart is how many lines of the running text lie between two baselines.
func (d paper) rowsApart(upper, lower elements.Line) float64 { return (lower.Y - upper.Y) / d.pitch }

// firstBaseline is where the topmost line of 3号 has its baseline: on most of the pages
// that begin with text, else by the standard.
func firstBaseline(d *elements.Document) float64 {
	var tops []float64
	for _, p := range d.Pages {
		if !p.Landscape() && len(p.Red) == 0 && len(p.Lines) > 0 && p.Lines[0].Body() && p.Lines[0].Y < gbt9704.Top+2*gbt9704.Pitch {
			tops = append(tops, p.Lines[0].Y)
		}
	}
	standard := gbt9704.Top + 0.88*gbt9704.Character
	if len(tops) < 2 {
		return standard
	}
	return median(tops)
}

// foot is the lower edge of the type area: 262 mm, or, up to a little more than
// the tolerance of 天头 (5.2.1), as much lower or higher as
// the first lines of the pages are, whichever is nearer to y.
func (d paper) foot(y float64) float64 {
	moved := gbt9704.Bottom + d.firstBaseline - gbt9704.Top - 0.88*gbt9704.Character
	if near(moved, gbt9704.Bottom, 1.3) && math.Abs(y-moved) < math.Abs(y-gbt9704.Bottom) {
		return moved
	}
	return gbt9704.Bottom
}

// narrow makes digits half-width.
var narrow = strings.NewReplacer("０", "0", "１", "1", "２", "2", "３", "3", "４", "4", "５", "5", "６", "6", "７", "7", "８", "8", "９", "9")

// hundredths prints a number with two decimals; nothing is a little less than 0.
func hundredths(v float64) string { return strings.Replace(fmt.Sprintf("%.2f", v), "-0.00", "0.00", 1) }
