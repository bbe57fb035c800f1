package layout

import (
	"slices"
	"strconv"
	"strings"

	"hongtou/internal/doc"
	"hongtou/internal/linebreak"
)

// The page number of an entry has a field of four digits, whatever it is: how
// long the contents are does not hang on the numbers they print.
const (
	numberField = 2 * cell
	leastLeader = 2 * cell // between name and field: a gap and one character of dots
	leaderDots  = "…"
)

// entry is a line of the contents that waits for its number.
type entry struct {
	to        string
	block     int
	element   int
	page, run int  // index of its page, and on it of the run before which the number goes
	x, y      Unit // right end of the number, top of the line
}

// contents sets 目录: names from the left edge, wrapped ones under their first
// character, dots on the cells of the grid, numbers at the right edge.
func (s *setter) contents(c doc.Contents) {
	list := s.node(Element{Parent: int(none), Role: RoleTOC})
	for _, e := range c.Entries {
		item := s.openNode(Element{Parent: list, Role: RoleTOCI, Link: e.To})
		t := s.measure(e.Text, bodyScale)
		room := int32(s.area.width() - numberField - leastLeader)
		lines, adjust := s.breaker.Break(t.glyphs, linebreak.Measure{First: room, Rest: room, Em: int32(cell), Justify: true})
		s.checkForced(t, lines)
		for i, l := range lines {
			r := row{kind: gridRow, from: s.mark(), height: em, keep: EndEntry}
			x := s.draw(t, l.Start, l.Shown, adjust, s.area.left, above(em))
			if i == len(lines)-1 {
				s.leader(x) // measures: t is void from here on
				s.entries = append(s.entries, entry{to: e.To, block: s.block, element: item})
				r.entry, r.keep = len(s.entries), ""
			}
			r.to = s.mark()
			s.add(r)
		}
	}
}

// leader draws the dots behind a name that ends at x. They are read by nobody.
func (s *setter) leader(x Unit) {
	first := (x-s.area.left)/cell + 1
	last := (s.area.width() - numberField) / cell
	if first >= last {
		return
	}
	t := s.measure([]doc.Inline{{Text: strings.Repeat(leaderDots, int(last-first))}}, bodyScale)
	from, item := len(s.runs), s.target
	s.target = artifact
	s.draw(t, 0, len(t.glyphs), nil, s.area.left+first*cell, above(em))
	for i := range s.runs[from:] {
		s.runs[from+i].Artifact = true
	}
	s.target = item
}

// numberEntries prints the number of the page where the place of each entry
// begins. From the last to the first: runs before it keep their index.
func (s *setter) numberEntries() {
	if len(s.entries) == 0 {
		return
	}
	pages := map[string]int{}
	for _, b := range slices.Backward(s.book.Bookmarks) { // of two the first counts
		pages[b.ID] = s.book.Pages[b.Page].Number
	}
	for _, e := range slices.Backward(s.entries) {
		n, known := pages[e.to]
		if !known {
			continue
		}
		s.block, s.target = e.block, target{element: e.element}
		t := s.measure([]doc.Inline{{Text: strconv.Itoa(n)}}, bodyScale)
		from := len(s.runs)
		s.draw(t, 0, len(t.glyphs), nil, e.x-t.total(), e.y+above(em))
		p := &s.book.Pages[e.page]
		p.Runs = slices.Insert(p.Runs, e.run, s.runs[from:]...)
		s.runs = s.runs[:from]
	}
}
