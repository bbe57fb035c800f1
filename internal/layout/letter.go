package layout

import (
	"slices"

	"hongtou/internal/doc"
	"hongtou/internal/page"
)

// A letter (10.1): the mark 30 mm below the paper's top edge, a double line
// under it, another one at the foot of the first page. What other documents
// have above the mark, and the number, stand under the first line.

// letter is what the head of a letter needs to know.
type letter struct {
	marks    [][]doc.Inline // 份号, 密级, 紧急程度
	block    int            // index of their block
	baseline Unit           // of the first line under the double line
}

// newLetter gives nil for a document that is no letter, or has no mark.
func newLetter(d doc.Document) *letter {
	if !d.Setup.Letter || !slices.ContainsFunc(d.Blocks, func(b doc.Block) bool { _, ok := b.(doc.Masthead); return ok }) {
		return nil
	}
	l := &letter{}
	for i, b := range d.Blocks {
		if m, ok := b.(doc.HeadMarks); ok {
			l.marks, l.block = markLines(m), i
		}
	}
	return l
}

// letterHead sets the mark, its line, and what stands under it on the left.
func (s *setter) letterHead(m doc.Masthead) {
	s.forcePage()
	s.headed = true
	from := s.mark()
	mark := s.markOf(m)
	s.problems.CheckMark(mark, s.area.width(), m.Organs)
	size, _ := mark.Size(s.area.width())
	lift := page.Millimetres(page.MarkTop) - page.Millimetres(page.LetterTop)
	s.markNames(m, mark, size, -lift)
	y := mark.Bottom(size) - lift + page.Millimetres(page.LetterLineGap)
	s.doubleLine(y, page.LetterThick, page.LetterThin)
	y += page.LetterLine + page.UnderLetterLine

	number, numbered := s.after.(doc.DocNumber)
	lines := s.letter.marks
	up, down := s.letterInk(lines, number.Text)
	baseline := y + Unit(up)*em/1000
	block := s.block
	s.block = s.letter.block
	for i, line := range lines {
		s.headMark(line, baseline+Unit(i)*pitch)
	}
	s.block = block
	bottom := y - page.UnderLetterLine
	if len(lines) > 0 || numbered {
		bottom = baseline + Unit(max(0, len(lines)-1))*pitch + Unit(down)*em/1000
	}
	s.add(row{kind: freeRow, from: from, to: s.mark(), height: max(0, bottom), next: bottom + page.TwoLines})
	s.letter.baseline = s.area.top + baseline
}

// letterInk is how far the first line under the double line reaches up and the
// last one down, in thousandths of an em.
func (s *setter) letterInk(lines [][]doc.Inline, number []doc.Inline) (up, down int) {
	for i, line := range append(lines[:len(lines):len(lines)], number) {
		if doc.Plain(line) == "" {
			continue
		}
		u, d := s.ink(s.measure(line, bodyScale))
		if i == 0 || i == len(lines) {
			up = max(up, u)
		}
		if i == len(lines)-1 || len(lines) <= 1 {
			down = max(down, d)
		}
	}
	return up, down
}

// letterNumber sets 发文字号 flush right on the first line under the double
// line; it pushes nothing down.
func (s *setter) letterNumber(d doc.DocNumber) {
	if len(d.Signers) > 0 {
		s.problem("letter-signers", page.Place(d.Signers[0]), "信函格式没有签发人的位置", "上行文请用文件格式，或删去签发人")
	}
	t := s.measure(d.Text, bodyScale)
	if t.total() > s.area.width() {
		s.problem("number-too-wide", page.Place(d.Text), "发文字号一行排不下", "请核对发文字号")
	}
	from := s.mark()
	s.openLine(d.Text)
	s.draw(t, 0, len(t.glyphs), nil, s.area.right-t.total(), s.letter.baseline-s.y)
	s.add(row{kind: freeRow, from: from, to: s.mark()})
}

// doubleLine rules two red lines in the middle of the paper, the upper edge of
// the first one at y.
func (s *setter) doubleLine(y, first, second Unit) {
	for _, width := range []Unit{first, second} {
		s.rules = append(s.rules, letterRule(y, width))
		y += width + page.LetterBetween
	}
}

func letterRule(y, width Unit) Rule {
	return Rule{X1: page.LetterLeft, Y1: y + width/2, X2: page.LetterRight, Y2: y + width/2, Width: width, Colour: Red}
}

// letterFoot rules the second double line on the first page.
func (s *setter) letterFoot(p *Page) {
	y := page.Millimetres(page.LetterFoot) - page.LetterLine
	p.Rules = append(p.Rules, letterRule(y, page.LetterThin), letterRule(y+page.LetterThin+page.LetterBetween, page.LetterThick))
}
