package layout

import (
	"slices"

	"hongtou/internal/doc"
)

// signature sets 署名 and 成文日期 (7.3.5).
func (s *setter) signature(g doc.Signature) {
	switch g.Sealing {
	case doc.Sealed:
		s.sealed(g)
	case doc.Stamped:
		s.stamped(g)
	default:
		s.unsealed(g)
	}
}

// unsealed sets a signature without a seal (7.3.5.2): one empty line,
// the organs right with an indent of two characters, main organ first, and the
// date two characters right of their first character. Joint organs are spread
// to the longest name, as offices do. The block takes the end of the text with
// it when it must go to the next page.
func (s *setter) unsealed(g doc.Signature) {
	names := s.widest(g.Organs, bodyScale)
	date := s.measure(g.Date, bodyScale).total()
	x := s.signatureX(names, date)
	s.keepLast(s.company(), EndSignature)
	s.blank(1, EndSignature)
	for i, organ := range g.Organs {
		keep := EndSignature
		if i == len(g.Organs)-1 && len(g.Date) == 0 {
			keep = s.beforeNote()
		}
		s.spread(organ, x, names, keep)
	}
	if len(g.Date) > 0 {
		s.spread(g.Date, x+indent, date, s.beforeNote())
	}
}

// signatureX is the left end of the organs, two characters from the edge. A
// date longer than they are stands there itself, and they move left with it. A
// date of nearly their length comes nearer to the edge than two characters: so
// the clause has it.
func (s *setter) signatureX(names, date Unit) Unit {
	if date > names {
		names = date + indent
	}
	return max(s.area.left, s.area.right-indent-names)
}

// company is how many lines of the text go with the block to the next page:
// two, for the look of it, but one, as 7.3.5.5 asks, where two would leave the
// first page without body text (7.3.3).
func (s *setter) company() int {
	if len(s.book.Pages) > 0 {
		return 2
	}
	below := 0
	for _, r := range slices.Backward(s.pending) {
		if r.body && below >= 2 {
			return 2
		}
		if r.kind == gridRow {
			below++
		}
	}
	return 1
}

// spread adds a line that begins at x and is as wide as asked; one that would
// leave the type area is broken instead, and its lines stay together.
func (s *setter) spread(runs []doc.Inline, x, width Unit, keep End) {
	t := s.measure(runs, bodyScale)
	if len(t.glyphs) == 0 {
		return
	}
	s.open(RoleP)
	if x+width > s.area.right {
		s.lines(t, lineBox{first: s.area.left, rest: s.area.left, right: s.area.right, keep: EndSignature})
		s.pending[len(s.pending)-1].keep = keep
		return
	}
	from := s.mark()
	s.draw(t, 0, len(t.glyphs), s.letterspace(t, width), x, above(em))
	s.line(from, keep)
}

// beforeNote keeps a date with the 附注 under it.
func (s *setter) beforeNote() End {
	if _, ok := s.after.(doc.ClosingNote); ok {
		return EndSignature
	}
	return ""
}

// closingNote sets 附注 (7.3.6) on the line below the date, indented by two.
func (s *setter) closingNote(n doc.ClosingNote) {
	s.openLine(n.Text)
	s.lines(s.measure(n.Text, bodyScale), lineBox{first: s.area.left + indent, rest: s.area.left, right: s.area.right})
}
