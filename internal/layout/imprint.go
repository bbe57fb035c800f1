package layout

import (
	"slices"

	"hongtou/internal/doc"
	"hongtou/internal/linebreak"
	"hongtou/internal/page"
)

var imprintScale = scale{page.ImprintSize, page.ImprintSize}

// imprint sets 版记 (7.4) at the foot of the last page, which is an even one.
// If it finds no room there it goes to the next even page; pages from an empty
// one before it on carry no number (7.5).
func (s *setter) imprint(m doc.Imprint) {
	if doc.Plain(slices.Concat(m.Recipients, m.CC, m.Printer, m.PrintDate)) == "" {
		return
	}
	from := s.mark()
	height := s.imprintLines(m)
	s.evenPage(height)
	top := s.area.bottom - height
	if top < s.area.top {
		s.problem("imprint-too-high", page.Place(slices.Concat(m.Recipients, m.CC)), "版记一页排不下", "请精简抄送机关，或改用统称")
		top = s.area.top
	}
	s.y = top
	s.pending = append(s.pending, row{kind: freeRow, from: from, to: s.mark(), top: top, height: height})
	s.y = s.area.bottom
}

// evenPage goes on to an even page with room for the imprint; a letter, mostly
// one page, has it on any (10.1).
func (s *setter) evenPage(height Unit) {
	even := func() bool { return s.setup.Letter || len(s.book.Pages)%2 == 1 }
	if even() && s.y <= s.area.bottom-height {
		return
	}
	if len(s.pending) > 0 || len(s.book.Pages) == 0 {
		s.flush(len(s.pending), EndImprint)
	}
	if !even() {
		s.unnumbered = len(s.book.Pages) + 1
		s.flush(0, EndImprint)
	}
}

// imprintLines draws the imprint and gives its height. In a letter it has
// neither rules nor 印发 (10.1).
func (s *setter) imprintLines(m doc.Imprint) (height Unit) {
	y := s.imprintRule(0, page.ThickRule)
	above := y
	y = s.imprintList(m.Recipients, y)
	y = s.imprintList(m.CC, y)
	if printed := doc.Plain(slices.Concat(m.Printer, m.PrintDate)) != ""; printed && !s.setup.Letter {
		if y > above {
			y = s.imprintRule(y, page.ThinRule)
		}
		y = s.printer(m, y)
	}
	return s.imprintRule(y, page.ThickRule)
}

// imprintRule rules a line whose upper edge is y, and gives its lower one.
func (s *setter) imprintRule(y, width Unit) Unit {
	if s.setup.Letter {
		return y
	}
	s.rules = append(s.rules, Rule{X1: s.area.left, Y1: y + width/2, X2: s.area.right, Y2: y + width/2, Width: width})
	return y + width
}

// imprintList sets 主送 or 抄送, wrapped lines behind the colon.
func (s *setter) imprintList(runs []doc.Inline, y Unit) Unit {
	t := s.measure(runs, imprintScale)
	if len(t.glyphs) == 0 {
		return y
	}
	x := s.area.left + page.ImprintInset
	right := s.area.right - page.ImprintInset
	rest := x + t.leadWidth()
	if rest > s.area.left+s.area.width()/2 {
		rest = x
	}
	lines, adjust := s.breaker.Break(t.glyphs, linebreak.Measure{First: int32(right - x), Rest: int32(right - rest), Em: int32(t.scale.cell), Justify: true})
	s.checkForced(t, lines)
	s.openLine(runs)
	for _, l := range lines {
		s.draw(t, l.Start, l.Shown, adjust, x, y+imprintBaseline)
		x, y = rest, y+page.ImprintPitch
	}
	return y
}

// imprintBaseline is that of a line below the top of its 行.
const imprintBaseline = leading/2 + page.ImprintSize*page.Ascent/1000

// leadWidth is the width up to the first colon, which belongs to it.
func (t *text) leadWidth() Unit {
	for i, g := range t.glyphs {
		if g.Rune == '：' {
			return t.width(0, i+1)
		}
	}
	return 0
}

// printer sets 印发机关 and 印发日期 on one line.
func (s *setter) printer(m doc.Imprint, y Unit) Unit {
	t := s.measure(m.Printer, imprintScale)
	used := t.total()
	s.openLine(m.Printer)
	s.draw(t, 0, len(t.glyphs), nil, s.area.left+page.ImprintInset, y+imprintBaseline)
	t = s.measure(m.PrintDate, imprintScale)
	if used+t.total() > s.area.width()-3*page.ImprintInset {
		s.problem("printer-too-wide", page.Place(slices.Concat(m.Printer, m.PrintDate)), "印发机关和印发日期一行排不下", "请用印发机关规范化简称")
	}
	s.openLine(m.PrintDate)
	s.draw(t, 0, len(t.glyphs), nil, s.area.right-page.ImprintInset-t.total(), y+imprintBaseline)
	return y + page.ImprintPitch
}
