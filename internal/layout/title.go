package layout

import (
	"fmt"
	"slices"

	"hongtou/internal/doc"
	"hongtou/internal/page"
)

// title sets a title (7.3.1): 2号, centred, every preferred line whole. The
// lines have a pitch of their own; the text after the empty line stands on
// the grid again. A title is never divided and stays with what follows.
func (s *setter) title(t doc.Title) {
	if doc.Plain(slices.Concat(t.Lines...)) == "" {
		return
	}
	s.spaceBeforeTitle()
	s.bookmark(t.Outline)
	s.openTitle(t.Outline)
	from := s.mark()
	y := Unit(0)
	for _, line := range page.TitleLines(s.area.width(), t.Lines, s.titleWidth) {
		y = s.titleLine(line, y)
	}
	place := s.settle(from, int(y/page.TitlePitch))
	s.add(row{
		kind: titleRow, from: from, to: s.mark(), height: place.Height, next: place.Below(),
		keep: EndHeading, why: EndHeading, bookmark: s.takeBookmark(),
	})
}

// settle moves the lines of a title, drawn from a mark on TitlePitch apart, to
// their place (page.PlaceTitle).
func (s *setter) settle(from mark, lines int) page.TitleRow {
	under := s.underHead()
	place := page.PlaceTitle(s.y-s.area.top, lines, under)
	step := place.Pitch - page.TitlePitch
	for i := range s.runs[from.run:] {
		y := &s.runs[from.run+i].Y
		*y += place.Lift + *y/page.TitlePitch*step
	}
	for i := range s.rules[from.rule:] {
		r := &s.rules[from.rule+i]
		down := place.Lift + r.Y1/page.TitlePitch*step
		r.Y1, r.Y2 = r.Y1+down, r.Y2+down
	}
	return place
}

// spaceBeforeTitle leaves the empty lines above a title. Under a red line they
// are part of its row; on a new page the title stands on the third line.
func (s *setter) spaceBeforeTitle() {
	if len(s.pending) == 0 {
		s.fixedBlank(2)
		return
	}
	switch s.before.(type) {
	case doc.AttachmentMark:
		s.fixedBlank(1)
	default:
		if !s.underHead() {
			s.blank(2, "")
		}
	}
}

// underHead says whether a title stands under the red line, or in a letter under
// what takes its place: its two empty lines are part of the row above.
func (s *setter) underHead() bool {
	switch s.before.(type) {
	case doc.RedLine:
		return true
	case doc.DocNumber, doc.Masthead, doc.HeadMarks:
		return s.letter != nil
	}
	return false
}

// fixedBlank adds n empty lines that stay even at the top of a page.
func (s *setter) fixedBlank(n int) {
	for range n {
		s.add(row{kind: fixedRow, from: s.mark(), to: s.mark(), height: em, keep: EndHeading})
	}
}

func (s *setter) titleWidth(line []doc.Inline) Unit { return s.measure(line, titleScale).total() }

// titleLine draws one preferred line, or several when it is wider than the
// type area, and gives the y of the next.
func (s *setter) titleLine(line []doc.Inline, y Unit) Unit {
	t := s.measure(line, titleScale)
	if len(t.glyphs) == 0 {
		return y
	}
	ends := page.Shape(&s.breaker, s.area.width(), t.glyphs)
	// A title that a template made has no place where anybody could mark its lines.
	if at := page.Place(line); len(ends) > 1 && at.File != "" {
		s.warn("title-shape", at, fmt.Sprintf("标题“%s”过长，已自动排成%d行", doc.Plain(line), len(ends)),
			"请用 | 标出换行处，每行不超过20字，使词意完整、排列成梯形或菱形")
	}
	start, adjust := 0, s.breaker.Squeeze(t.glyphs, int32(t.scale.cell))
	for _, end := range ends {
		x := s.area.left + (s.area.width()-t.squeezed(start, end, adjust))/2
		s.draw(t, start, end, adjust, x, y+above(titleScale.size))
		start, y = end, y+page.TitlePitch
	}
	return y
}
