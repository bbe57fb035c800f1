package layout

import (
	"slices"

	"hongtou/internal/doc"
	"hongtou/internal/page"
)

const redLineInset = page.RedLineWidth / 2

// masthead sets the organs' names one under the other, equally wide, and 文件
// to their right at half height.
func (s *setter) masthead(m doc.Masthead) {
	if s.letter != nil {
		s.letterHead(m)
		return
	}
	if _, under := s.before.(doc.HeadMarks); !under {
		s.forcePage()
	}
	s.headed = true
	from := s.mark()
	mark := s.markOf(m)
	s.problems.CheckMark(mark, s.area.width(), m.Organs)
	size, _ := mark.Size(s.area.width())
	s.markNames(m, mark, size, 0)
	bottom := mark.Bottom(size)
	s.add(row{kind: freeRow, from: from, to: s.mark(), height: bottom, next: bottom + page.TwoLines})
}

// markNames draws names and 文件, so far below where a mark usually stands.
func (s *setter) markNames(m doc.Masthead, mark page.Mark, size, down Unit) {
	sc := scale{size, size}
	names, word := s.widest(m.Organs, sc), s.measure(m.Word, sc).total()
	gap := size.Of(mark.Gap())
	x := s.area.left + (s.area.width()-names-gap-word)/2

	last := max(0, len(m.Organs)-1)
	for i, organ := range m.Organs {
		if last > 0 {
			s.openLine(organ)
		} else { // 文件 after a single name is part of the line
			s.openLine(slices.Concat(organ, m.Word))
		}
		s.markName(organ, sc, x, down+mark.Baseline(size, i), names)
	}
	if len(m.Organs) != 1 {
		s.openLine(m.Word)
	}
	s.markName(m.Word, sc, x+names+gap, down+(mark.Baseline(size, 0)+mark.Baseline(size, last))/2, word)
}

// markOf measures a mark in thousandths of an em. After a single name 文件
// stands on the same line, so its ink counts too.
func (s *setter) markOf(m doc.Masthead) page.Mark {
	mark := page.Mark{
		Organs: len(m.Organs), Names: int(s.widest(m.Organs, emScale)), Word: int(s.measure(m.Word, emScale).total()),
	}
	first, last := m.Word, m.Word
	switch n := len(m.Organs); {
	case n > 1:
		first, last = m.Organs[0], m.Organs[n-1]
	case n == 1:
		first = slices.Concat(m.Organs[0], m.Word)
		last = first
	}
	mark.Up, _ = s.ink(s.measure(first, emScale))
	_, mark.Down = s.ink(s.measure(last, emScale))
	return mark
}

func (s *setter) widest(lines [][]doc.Inline, sc scale) Unit {
	w := Unit(0)
	for _, l := range lines {
		w = max(w, s.measure(l, sc).total())
	}
	return w
}

// markName draws one name on baseline y, spread to a width.
func (s *setter) markName(name []doc.Inline, sc scale, x, y, width Unit) {
	if t := s.measure(name, sc); len(t.glyphs) > 0 {
		s.draw(t, 0, len(t.glyphs), s.letterspace(t, width), x, y)
	}
}

// docNumber centres 发文字号 (7.2.5). Without one its line stays empty.
func (s *setter) docNumber(d doc.DocNumber) {
	switch {
	case s.letter != nil && s.headed:
		s.letterNumber(d)
		return
	case len(d.Signers) > 0:
		s.signedNumber(d)
		return
	}
	t := s.measure(d.Text, bodyScale)
	w := t.total()
	if w > s.area.width() {
		s.problem("number-too-wide", page.Place(d.Text), "发文字号一行排不下", "请核对发文字号")
	}
	from := s.mark()
	s.openLine(d.Text)
	s.draw(t, 0, len(t.glyphs), nil, s.area.left+(s.area.width()-w)/2, above(em))
	_, down := s.ink(t)
	s.add(row{kind: freeRow, from: from, to: s.mark(), height: em, next: page.UnderNumber(down)})
}

// redLine draws the line whose upper edge is where the number's row ended.
func (s *setter) redLine() {
	if s.letter != nil { // its double line is there already
		return
	}
	from := s.mark()
	s.rules = append(s.rules, Rule{
		X1: s.area.left, Y1: redLineInset, X2: s.area.right, Y2: redLineInset, Width: page.RedLineWidth, Colour: Red,
	})
	s.add(row{kind: freeRow, from: from, to: s.mark(), height: page.RedLineWidth, next: page.RedLineWidth + page.TwoLines})
}
