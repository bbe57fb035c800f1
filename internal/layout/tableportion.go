package layout

import (
	"slices"

	"hongtou/internal/doc"
	"hongtou/internal/page"
)

// portion is what of a table stands on one page.
type portion struct {
	pieces []piece
	height Unit
}

// piece is a row, or a part of one, in a portion.
type piece struct {
	section *section
	row     int
	y0, y1  Unit
	last    bool // the row ends with it
}

// setPortion puts as many rows as fit on the page. When not one does, the page
// is turned first, together with a heading kept with the table.
func (t *tableSetter) setPortion(again bool) {
	if again { // what room is left was left on purpose
		t.turn(row{kind: freeRow, why: EndTable})
	}
	p := t.gather(t.area.bottom-t.y, t.fresh())
	for p == nil {
		t.turn(row{kind: freeRow, why: EndTable})
		p = t.gather(t.area.bottom-t.y, t.fresh())
	}
	from := t.mark()
	t.drawCells(p, again)
	t.drawRules(p)
	t.add(row{kind: freeRow, from: from, to: t.mark(), height: p.height, next: p.height + leading/2, why: EndTable, body: true})
}

// gather chooses the rows of the next portion; nil means that none fits. On a
// fresh page at least one is taken, divided if need be even against its Keep.
func (t *tableSetter) gather(room Unit, fresh bool) *portion {
	p := &portion{}
	t.head.row = 0
	for r := range t.head.rows {
		p.put(t.head, r, t.need(t.head, r, p.height, t.area.height()))
	}
	t.head.row = len(t.head.rows)
	heads := len(p.pieces)
	t.resume(p.height)
	for !t.body.done() {
		r := t.body.row
		if t.goesOver(p, room, heads) && !(fresh && len(p.pieces) == heads) {
			break
		}
		need := t.need(t.body, r, p.height, t.area.height()-p.headHeight(heads))
		if p.height+need <= room {
			p.put(t.body, r, need)
			t.body.row++
			t.body.begun = false
			continue
		}
		force := fresh && len(p.pieces) == heads
		t.divide(p, r, need, room-p.height, force)
		break
	}
	if len(p.pieces) == heads && !t.body.done() || p.height > room && !fresh {
		return nil
	}
	if !fresh && !t.body.done() && !t.body.begun && len(p.pieces) == heads+1 && t.announced() && t.small(room) {
		t.back(p)
		return nil
	}
	t.sparePlace(p, heads)
	return p
}

// goesOver says whether the next row begins a block of a form that has no room
// here but fits on a page of its own.
func (t *tableSetter) goesOver(p *portion, room Unit, heads int) bool {
	i, first := slices.BinarySearchFunc(t.groups, t.body.row, func(g page.Group, row int) int { return g.First - row })
	if !first || !t.groups[i].Signed || t.body.begun {
		return false
	}
	most := t.area.height() - p.headHeight(heads)
	y := p.height
	for r := t.groups[i].First; r <= t.groups[i].Last && y-p.height <= most; r++ {
		y += t.need(t.body, r, y, most)
	}
	return y > room && y-p.height <= most
}

func (p *portion) headHeight(heads int) Unit {
	if heads == 0 {
		return 0
	}
	return p.pieces[heads-1].y1
}

// put appends a whole row, or the end of one.
func (p *portion) put(s *section, row int, height Unit) {
	p.pieces = append(p.pieces, piece{s, row, p.height, p.height + height, true})
	p.height += height
}

// resume opens the regions of the cells that go on from the page before. Where
// that of the first column has nothing more to say, it says again what its row
// is called.
func (t *tableSetter) resume(y Unit) {
	if t.body.done() {
		return
	}
	t.body.each(t.body.row, func(c *tableCell) {
		if c.row < t.body.row || t.body.begun {
			c.top = y
			c.resumed = c.col == 0 && c.left() == 0 && t.relabel(c)
		}
	})
}

// continued is put behind a row's label when the row goes on on a new page; a
// text of more lines than mostLabel is no label.
const (
	continued = "（续）"
	mostLabel = 6
)

// relabel gives a cell the label for its continuation, and says whether it has
// one.
func (t *tableSetter) relabel(c *tableCell) bool {
	if c.label == nil && len(c.lines) > 0 && len(c.lines) <= mostLabel {
		for i, p := range c.cell.Paragraphs {
			if n := len(p); i == len(c.cell.Paragraphs)-1 && n > 0 {
				p = append(slices.Clone(p), doc.Inline{Text: continued, Style: p[n-1].Style, Origin: p[n-1].Origin})
			}
			c.label = append(c.label, t.cellLines(c, p, t.width(c), page.AlignOf(*c.cell, false, t.aligns[c.col]))...)
		}
	}
	return len(c.label) > 0
}

// need is the height of a row from y on: the longest of the cells that end in
// it, less what rows above on this page gave them already.
func (t *tableSetter) need(s *section, row int, y, most Unit) Unit {
	need := cellPitch + 2*cellPadY
	begins := !s.begun || s.row != row
	if begins {
		need = max(need, min(page.RowHeight(s.rows[row]), most))
	}
	s.each(row, func(c *tableCell) {
		if c.row == row && begins {
			c.top = y
		}
		if c.end() == row {
			need = max(need, c.height()-(y-c.top))
		}
	})
	return need
}

// height is that of what a cell shows in the portion that is gathered; a box
// over several rows asks for its own, too.
func (c *tableCell) height() Unit {
	h := textHeight(c.wants())
	if c.rows > 1 {
		h = max(h, page.BoxHeight(*c.cell))
	}
	return h
}

func textHeight(lines int) Unit { return Unit(lines)*cellPitch + 2*cellPadY }

// capacity is the number of lines that a region of this height holds.
func capacity(height Unit) int { return int(max(0, height-2*cellPadY) / cellPitch) }

// divide puts the first part of a row into what room is left, if that helps: a
// cell must have lines to continue, and one must fit. By force the row is put
// in any case.
func (t *tableSetter) divide(p *portion, row int, need, room Unit, force bool) {
	lines := capacity(room)
	keep := page.Whole(t.body.rows[row]) && !force
	if keep || lines < 1 || !t.continues(row, p.height+room) {
		if force {
			p.put(t.body, row, need)
			t.body.row++
		}
		return
	}
	height := textHeight(lines)
	p.pieces = append(p.pieces, piece{t.body, row, p.height, p.height + height, false})
	p.height += height
	t.body.begun = true
}

// continues says whether a cell that should end in a row has more lines than
// fit above y.
func (t *tableSetter) continues(row int, y Unit) bool {
	more := false
	t.body.each(row, func(c *tableCell) {
		more = more || c.end() == row && c.left() > capacity(y-c.top)
	})
	return more
}
