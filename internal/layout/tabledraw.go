package layout

import "slices"

// drawCells draws the text of a portion, cell by cell in reading order. The
// head of a continued table is an artifact: it was read before.
func (t *tableSetter) drawCells(p *portion, again bool) {
	for _, v := range p.visits() {
		t.drawCell(p, v.piece, v.cell, again && p.pieces[v.piece].section == t.head)
		v.cell.resumed = false
	}
	for i := range t.head.cells {
		t.head.cells[i].placed = 0
	}
}

// visit is a cell and the first piece of a portion that it stands in.
type visit struct {
	piece int
	cell  *tableCell
}

// visits gives the cells of a portion in reading order: one that goes on from
// the page before comes before those that begin beside it.
func (p *portion) visits() []visit {
	var all []visit
	seen := map[*tableCell]bool{}
	for i, pc := range p.pieces {
		pc.section.each(pc.row, func(c *tableCell) {
			if !seen[c] {
				seen[c] = true
				all = append(all, visit{i, c})
			}
		})
	}
	slices.SortStableFunc(all, func(a, b visit) int { return a.cell.element - b.cell.element })
	return all
}

// drawCell draws what of a cell fits in its region, which begins with piece i.
// A cell that stands whole in it is centred, one that continues is not.
func (t *tableSetter) drawCell(p *portion, i int, c *tableCell, artifact bool) {
	y0, y1, ends := p.region(i, c)
	if c.resumed {
		if len(c.label) <= capacity(y1-y0) {
			t.drawLines(c.label, y0+cellPadY, int(none))
		}
		return
	}
	n := c.left()
	if !ends {
		n = min(n, capacity(y1-y0))
	}
	y := y0 + cellPadY
	if c.placed == 0 && ends && !(t.top && p.pieces[i].section == t.body) {
		y = y0 + (y1-y0-Unit(n)*cellPitch)/2
	}
	element := c.element
	if artifact {
		element = int(none)
	}
	t.drawLines(c.lines[c.placed:c.placed+n], y, element)
	c.placed += n
}

// drawLines draws lines of an element, or of none: such lines are artifacts.
func (t *tableSetter) drawLines(lines []cellLine, y Unit, element int) {
	artifact := element < 0
	for _, l := range lines {
		for _, r := range t.drawn[l.from.run:l.to.run] {
			r.Y, r.Artifact, r.Element = r.Y+y, artifact, element
			t.runs = append(t.runs, r)
		}
		for _, r := range t.ruled[l.from.rule:l.to.rule] {
			r.Y1, r.Y2, r.Artifact = r.Y1+y, r.Y2+y, artifact
			t.rules = append(t.rules, r)
		}
		y += cellPitch
	}
}

// region is where a cell stands in a portion, and whether it ends there.
func (p *portion) region(i int, c *tableCell) (y0, y1 Unit, ends bool) {
	y0 = p.pieces[i].y0
	for _, pc := range p.pieces[i:] {
		if pc.section != p.pieces[i].section || pc.row > c.end() {
			break
		}
		y1, ends = pc.y1, pc.row == c.end() && pc.last
	}
	return y0, y1, ends
}

// drawRules draws the borders of a portion: every line once, as long as it
// goes.
func (t *tableSetter) drawRules(p *portion) {
	for i := 0; i <= len(p.pieces); i++ {
		t.drawHorizontal(p, i)
	}
	for edge := range t.edges {
		t.drawVertical(p, edge)
	}
}

// drawHorizontal draws the border above piece i, but not through a cell that
// covers both sides.
func (t *tableSetter) drawHorizontal(p *portion, i int) {
	y, width := Unit(0), tableRule
	if i > 0 {
		y = p.pieces[i-1].y1
	}
	if i == 0 || i == len(p.pieces) {
		width = t.frame
	}
	from := none
	for col := range t.aligns {
		if p.joined(i, col) {
			t.horizontal(from, col, y, width)
			from = none
		} else if from == none {
			from = int32(col)
		}
	}
	t.horizontal(from, len(t.aligns), y, width)
}

// horizontal draws a border of some columns; the heavier one of a form closes
// the corners.
func (t *tableSetter) horizontal(from int32, to int, y, width Unit) {
	if from == none {
		return
	}
	over := Unit(0)
	if width > tableRule {
		over = width / 2
	}
	t.rule(Rule{X1: t.edges[from] - over, Y1: y, X2: t.edges[to] + over, Y2: y, Width: width})
}

// joined says whether one cell covers the places above and below border i.
func (p *portion) joined(i, col int) bool {
	if i == 0 || i == len(p.pieces) {
		return false
	}
	a, b := p.pieces[i-1], p.pieces[i]
	return a.section == b.section && a.at(col) != none && a.at(col) == b.at(col)
}

func (pc piece) at(col int) int32 { return pc.section.owner[pc.row*pc.section.columns+col] }

// drawVertical draws a column's border where two cells meet at it.
func (t *tableSetter) drawVertical(p *portion, edge int) {
	start, width := Unit(-1), tableRule
	if edge == 0 || edge == len(t.aligns) {
		width = t.frame
	}
	for _, pc := range p.pieces {
		inside := edge > 0 && edge < len(t.aligns) && pc.at(edge) != none && pc.at(edge-1) == pc.at(edge)
		if inside && start >= 0 {
			t.vertical(edge, start, pc.y0, width)
			start = -1
		} else if !inside && start < 0 {
			start = pc.y0
		}
	}
	if start >= 0 && p.height > 0 {
		t.vertical(edge, start, p.height, width)
	}
}

func (t *tableSetter) vertical(edge int, y1, y2, width Unit) {
	t.rule(Rule{X1: t.edges[edge], Y1: y1, X2: t.edges[edge], Y2: y2, Width: width})
}

func (t *tableSetter) rule(r Rule) { t.rules = append(t.rules, r) }
