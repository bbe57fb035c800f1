package layout

import (
	"slices"

	"hongtou/internal/doc"
	"hongtou/internal/page"
)

// sealed sets a signature with seals (7.3.5.1): the date right with four
// characters, the names over it and beside it, each under its own seal. It is
// one thing that no page end divides, and never alone on a page (7.3.5.5).
func (s *setter) sealed(g doc.Signature) {
	seals := make([]doc.Image, len(g.Organs))
	width, height := Unit(0), Unit(0)
	for i := range seals {
		seals[i] = s.picture(g.Images, i, page.SealSize, page.SealSize)
		width, height = max(width, hundredths(seals[i].Width)), max(height, hundredths(seals[i].Height))
	}
	date := s.measure(g.Date, bodyScale).total()
	rows := page.ArrangeSeals(s.area.width(), len(g.Organs), s.widest(g.Organs, bodyScale), date, width, height)
	dated := len(g.Date) > 0
	single := rows.Rows() == 1
	first := page.PlaceSeal(height, dated && single)
	last := page.PlaceSeal(height, dated)

	s.keepLast(s.company(), EndSignature)
	from := s.mark()
	for i, organ := range g.Organs {
		r, centre := rows.At(i)
		place := first
		if r == rows.Rows()-1 {
			place.Rise = last.Rise
		}
		line := first.Blank + r*rows.Lines
		s.centred(organ, s.area.right-centre, line)
		s.stampOn(seals[i], s.area.right-centre, s.step(line)-place.Rise+height/2)
	}
	lines := first.Blank + (rows.Rows()-1)*rows.Lines + 1
	if dated {
		s.centred(g.Date, s.area.right-rows.Centre, lines)
		lines++
	}
	s.addSignature(from, lines, s.step(lines-1)+em+last.Drop(height, dated))
}

// step is the distance of line n of a block from its first.
func (s *setter) step(n int) Unit { return s.area.lineTop(n) - s.area.top }

// centred draws a line of a block about x.
func (s *setter) centred(runs []doc.Inline, x Unit, line int) {
	t := s.measure(runs, bodyScale)
	w := t.total()
	if w > s.area.width() {
		s.problem("signature-too-wide", page.Place(runs), "发文机关署名一行排不下", "请用机关规范化简称")
	}
	s.openLine(runs)
	s.draw(t, 0, len(t.glyphs), nil, x-w/2, s.step(line)+above(em))
}

// addSignature adds a block of so many lines that reaches down to a depth. 附注
// stands on the next line (7.3.6), unless it is so long that it would run under
// a seal; other text keeps clear of it in any case.
func (s *setter) addSignature(from mark, lines int, depth Unit) {
	r := row{kind: blockRow, from: from, to: s.mark(), height: depth, lines: lines, keep: s.beforeNote()}
	for !s.noteFits(from) && s.step(r.lines) < depth {
		r.lines++
	}
	s.add(r)
}

// noteFits says whether 附注 follows and ends left of all pictures since a mark.
func (s *setter) noteFits(from mark) bool {
	n, ok := s.after.(doc.ClosingNote)
	if !ok {
		return false
	}
	end := s.area.left + indent + s.measure(n.Text, bodyScale).total()
	return !slices.ContainsFunc(s.pictures[from.picture:], func(p Picture) bool { return p.X < end })
}
