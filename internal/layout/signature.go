package layout

import (
	"hongtou/internal/doc"
)

// signature sets 署名 and 成文日期 without a seal (7.3.5.2): one empty line,
// the organs right with an indent of two characters, main organ first, and the
// date two characters right of their first character. Joint organs are spread
// to the longest name, as offices do. The block takes the last two lines of
// the text with it when it must go to the next page.
func (s *setter) signature(g doc.Signature) {
	names := s.widest(g.Organs, bodyScale)
	date := s.measure(g.Date, bodyScale).total()
	x := s.signatureX(names, date)
	s.keepLast(2, EndSignature)
	s.blank(1, EndSignature)
	for i, organ := range g.Organs {
		keep := EndSignature
		if i == len(g.Organs)-1 && len(g.Date) == 0 {
			keep = ""
		}
		s.spread(organ, x, names, keep)
	}
	if len(g.Date) > 0 {
		s.spread(g.Date, x+indent, date, "")
	}
}

// signatureX is the left end of the organs. A date longer than them stands
// itself two characters from the right edge, and they move left with it.
func (s *setter) signatureX(names, date Unit) Unit {
	x := s.area.right - indent - names
	if date > names {
		x = s.area.right - indent - date - indent
	}
	return max(s.area.left, x)
}

// spread adds a line that begins at x and is as wide as asked; one that would
// leave the type area is broken instead.
func (s *setter) spread(runs []doc.Inline, x, width Unit, keep End) {
	t := s.measure(runs, bodyScale)
	if x+width > s.area.right {
		s.lines(t, lineBox{first: s.area.left, rest: s.area.left, right: s.area.right})
		return
	}
	from := s.mark()
	s.draw(t, 0, len(t.glyphs), s.letterspace(t, width), x, above(em))
	s.line(from, keep)
}
