package layout

import (
	"hongtou/internal/doc"
)

// The mark (7.2.4). Its size is left to taste: “striking, handsome, dignified”.
// The names are set as large as the type area allows, but not above 初号, whose
// 14.8 mm are the widest character that offices still know as the limit (the
// edition of 1999 had 15 mm). Below 2号 it would be smaller than the title.
const (
	markTop            = 72 // mm from the page's top to the ink
	markLargest   Unit = 42_000
	markSmallest  Unit = 22_000
	markStep      Unit = 1_000
	markPitch          = 1400 // 1/1000 of the size, from name to name
	markWordSpace      = 500  // likewise, between names and 文件 of a joint mark
)

// The red line (7.2.7): 4 mm under the ink of the number; its thickness is
// office practice.
const (
	redLineGap        = 4 // mm
	redLineWidth Unit = 1_200
	redLineInset Unit = redLineWidth / 2
)

// masthead sets the organs' names one under the other, equally wide, and 文件
// to their right at half height.
func (s *setter) masthead(m doc.Masthead) {
	s.forcePage()
	s.headed = true
	from := s.mark()
	size, ok := s.markSize(m)
	if !ok {
		s.warn("mark-too-wide", origin(firstOf(m.Organs)), "发文机关标志过长，缩到二号字仍超出版心",
			"请用机关规范化简称，或只用主办机关名称")
	}
	sc := scale{size, size}
	names, word := s.widest(m.Organs, sc), s.measure(m.Word, sc).total()
	gap := s.wordGap(m, size)
	x := s.area.left + (s.area.width()-names-gap-word)/2

	first := s.firstBaseline(m, sc)
	bottom := first
	y := first
	for i, organ := range m.Organs {
		y = first + Unit(i)*size*markPitch/1000
		bottom = max(bottom, s.markName(organ, sc, x, y, names))
	}
	bottom = max(bottom, s.markName(m.Word, sc, x+names+gap, (first+y)/2, word))
	s.add(row{kind: freeRow, from: from, to: s.mark(), height: bottom, next: bottom + twoLines})
}

// twoLines is the distance of “two empty lines” from ink or line to the em box
// below. A line's box has half of the leading above its text.
const twoLines = 2*pitch + leading/2

// markSize is the largest size at which the mark is not wider than the type
// area.
func (s *setter) markSize(m doc.Masthead) (Unit, bool) {
	for size := markLargest; size >= markSmallest; size -= markStep {
		sc := scale{size, size}
		word := s.measure(m.Word, sc).total()
		if s.widest(m.Organs, sc)+s.wordGap(m, size)+word <= s.area.width() {
			return size, true
		}
	}
	return markSmallest, false
}

// wordGap separates 文件 from a list of names; after a single name it follows
// at once.
func (s *setter) wordGap(m doc.Masthead, size Unit) Unit {
	if len(m.Organs) < 2 || len(m.Word) == 0 {
		return 0
	}
	return size * markWordSpace / 1000
}

func (s *setter) widest(lines [][]doc.Inline, sc scale) Unit {
	w := Unit(0)
	for _, l := range lines {
		w = max(w, s.measure(l, sc).total())
	}
	return w
}

// firstBaseline puts the highest ink of the mark at 72 mm; the result counts
// from the top of the type area.
func (s *setter) firstBaseline(m doc.Masthead, sc scale) Unit {
	up, _ := s.ink(s.measure(firstOf(m.Organs), sc))
	if len(m.Organs) < 2 && len(m.Word) > 0 {
		word, _ := s.ink(s.measure(m.Word, sc))
		up = max(up, word)
	}
	return millimetres(markTop) - s.area.top + up
}

// markName draws one name on baseline y, spread to a width, and gives the
// bottom of its ink.
func (s *setter) markName(name []doc.Inline, sc scale, x, y, width Unit) Unit {
	t := s.measure(name, sc)
	if len(t.glyphs) == 0 {
		return 0
	}
	s.draw(t, 0, len(t.glyphs), s.letterspace(t, width), x, y)
	_, down := s.ink(t)
	return y - down
}

func firstOf(lines [][]doc.Inline) []doc.Inline {
	if len(lines) == 0 {
		return nil
	}
	return lines[0]
}

// docNumber centres 发文字号 (7.2.5). Without one its line stays empty.
func (s *setter) docNumber(d doc.DocNumber) {
	t := s.measure(d.Text, bodyScale)
	w := t.total()
	if w > s.area.width() {
		s.problem("number-too-wide", origin(d.Text), "发文字号一行排不下", "请核对发文字号")
	}
	from := s.mark()
	s.draw(t, 0, len(t.glyphs), nil, s.area.left+(s.area.width()-w)/2, above(em))
	_, down := s.ink(t)
	bottom := above(em) - down
	s.add(row{kind: freeRow, from: from, to: s.mark(), height: em, next: bottom + millimetres(redLineGap)})
}

// redLine draws the line whose upper edge is where the number's row ended.
func (s *setter) redLine() {
	from := s.mark()
	s.rules = append(s.rules, Rule{
		X1: s.area.left, Y1: redLineInset, X2: s.area.right, Y2: redLineInset, Width: redLineWidth, Colour: Red,
	})
	s.add(row{kind: freeRow, from: from, to: s.mark(), height: redLineWidth, next: redLineWidth + twoLines})
}
