package layout

import (
	"slices"

	"hongtou/internal/page"
)

// announced says whether what stands above goes with the table: a heading with
// one row under it at the foot of a page helps nobody.
func (t *tableSetter) announced() bool {
	n := len(t.pending)
	return n > 0 && t.pending[n-1].keep != ""
}

// small says whether a height is one that may be left empty at a page's foot.
func (t *tableSetter) small(height Unit) bool { return height <= t.area.height()/3 }

// back takes the last row out of a portion; it stood there whole.
func (t *tableSetter) back(p *portion) {
	last := p.pieces[len(p.pieces)-1]
	p.pieces = p.pieces[:len(p.pieces)-1]
	p.height = last.y0
	t.body.row = last.row
}

// sparePlace gives the last row of a table the one above it as company on the
// next page, if enough rows stay here and no cell ties it to them.
func (t *tableSetter) sparePlace(p *portion, heads int) {
	n, rows := len(p.pieces), len(t.body.rows)
	if t.body.row != rows-1 || t.body.begun || n < heads+3 || !t.whole(p.pieces[n-1]) || !t.small(p.height-p.pieces[n-1].y0) {
		return
	}
	t.back(p)
}

// whole says whether a piece is a row from its first to its last line, and a
// group of its own.
func (t *tableSetter) whole(pc piece) bool {
	_, first := slices.BinarySearchFunc(t.groups, pc.row, func(g page.Group, row int) int { return g.First - row })
	_, next := slices.BinarySearchFunc(t.groups, pc.row+1, func(g page.Group, row int) int { return g.First - row })
	begun := false
	t.body.each(pc.row, func(c *tableCell) { begun = begun || c.placed > 0 })
	return pc.last && first && next && !begun
}
