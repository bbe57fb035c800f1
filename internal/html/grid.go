package html

import "hongtou/internal/doc"

// widest is the largest colspan that HTML knows.
const widest = 1000

// grid follows which columns of a table the spans of earlier rows cover.
type grid struct {
	covered []int // by column: further rows covered from above
	at      int   // next column of the current row
}

// place gives the column a cell begins in.
func (g *grid) place(c doc.Cell) int {
	for g.at < len(g.covered) && g.covered[g.at] > 0 {
		g.at++
	}
	start := g.at
	for range min(max(c.ColSpan, 1), widest) {
		if g.at == len(g.covered) {
			g.covered = append(g.covered, 0)
		}
		g.covered[g.at] = max(c.RowSpan, 1)
		g.at++
	}
	return start
}

func (g *grid) nextRow() {
	g.at = 0
	for i := range g.covered {
		g.covered[i] = max(g.covered[i]-1, 0)
	}
}
