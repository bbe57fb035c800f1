package layout

import (
	"fmt"
	"slices"

	"hongtou/internal/doc"
)

// title sets a title (7.3.1): 2号, centred, every preferred line whole. The
// lines have a pitch of their own; the text after the empty line stands on
// the grid again. A title is never divided and stays with what follows.
func (s *setter) title(t doc.Title) {
	s.spaceBeforeTitle()
	s.bookmark(t.Outline)
	from := s.mark()
	y := Unit(0)
	for _, line := range s.titleLines(t.Lines) {
		y = s.titleLine(line, y)
	}
	if y == 0 {
		return
	}
	height := s.settle(from, int(y/titlePitch))
	s.add(row{
		kind: titleRow, from: from, to: s.mark(), height: height, next: height + emptyLine,
		keep: EndHeading, why: EndHeading, bookmark: s.takeBookmark(),
	})
}

// The distances around a title.
const (
	titlePitch = 22_000 + leading // 3.2: the height of its characters and 7/8 of a 3号 one
	titleGive  = titlePitch / 10  // how much wider or closer its lines may stand
	emptyLine  = pitch + leading  // from the em box above an empty line to the one below it
	mayLack    = pitch * 3 / 10   // how much of the empty line below a title may be missing
)

// settle moves the lines of a title, drawn from a mark on titlePitch apart, so
// that the empty space below it is as near to one line (7.3.2) as the grid
// allows. It gives the title's height.
func (s *setter) settle(from mark, lines int) Unit {
	step, lift := s.deal(Unit(lines))
	for i := range s.runs[from.run:] {
		y := &s.runs[from.run+i].Y
		*y += lift + *y/titlePitch*step
	}
	for i := range s.rules[from.rule:] {
		r := &s.rules[from.rule+i]
		down := lift + r.Y1/titlePitch*step
		r.Y1, r.Y2 = r.Y1+down, r.Y2+down
	}
	return lift + Unit(lines-1)*(titlePitch+step) + titleScale.size
}

// deal shares what lies between a title's ideal place and the grid: first its
// lines open or close by a little step; under a red line, which is not on the
// grid, the two empty lines above give or take half of the rest.
func (s *setter) deal(lines Unit) (step, lift Unit) {
	ideal := s.y + lines*titlePitch - leading + emptyLine
	rest := s.area.lineTop(s.area.nearestLine(ideal)) - ideal
	if gaps := lines - 1; gaps > 0 {
		step = max(-titleGive, min(titleGive, rest/gaps))
		rest -= step * gaps
	}
	if _, ok := s.before.(doc.RedLine); ok {
		lift = rest / 2
	}
	return step, lift
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
	case doc.RedLine:
	default:
		s.blank(2, "")
	}
}

// fixedBlank adds n empty lines that stay even at the top of a page.
func (s *setter) fixedBlank(n int) {
	for range n {
		s.add(row{kind: fixedRow, from: s.mark(), to: s.mark(), height: em, keep: EndHeading})
	}
}

// titleLines are the preferred lines, or the whole title as one when not all
// of them fit: its shape is then found anew.
func (s *setter) titleLines(lines [][]doc.Inline) [][]doc.Inline {
	if s.widest(lines, titleScale) <= s.area.width() {
		return lines
	}
	return [][]doc.Inline{slices.Concat(lines...)}
}

// titleLine draws one preferred line, or several when it is wider than the
// type area, and gives the y of the next.
func (s *setter) titleLine(line []doc.Inline, y Unit) Unit {
	t := s.measure(line, titleScale)
	if len(t.glyphs) == 0 {
		return y
	}
	ends := s.shape(t)
	if len(ends) > 1 {
		s.warn("title-shape", origin(line), fmt.Sprintf("标题“%s”过长，已自动排成%d行", doc.Plain(line), len(ends)),
			"请用 | 标出换行处，每行不超过20字，使词意完整、排列成梯形或菱形")
	}
	start := 0
	for _, end := range ends {
		x := s.area.left + (s.area.width()-t.width(start, end))/2
		s.draw(t, start, end, nil, x, y+above(titleScale.size))
		start, y = end, y+titlePitch
	}
	return y
}
