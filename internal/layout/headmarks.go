package layout

import (
	"slices"

	"hongtou/internal/doc"
	"hongtou/internal/page"
)

// headMarks sets 份号, 密级 and 紧急程度 on the first lines of the type area
// (7.2.1–7.2.3). The mark under them has a place of its own, so that they push
// nothing down. In a letter
// they stand under the line below its mark.
func (s *setter) headMarks(m doc.HeadMarks) {
	if s.letter != nil {
		return // letterHead sets them
	}
	s.forcePage()
	from, y := s.mark(), Unit(0)
	for _, line := range markLines(m) {
		s.headMark(line, y+above(em))
		y += pitch
	}
	height, next := max(0, y-leading), y
	if _, ok := s.after.(doc.Masthead); ok {
		next = 0
	}
	s.add(row{kind: freeRow, from: from, to: s.mark(), height: height, next: next})
}

// markLines gives the marks that are there, in order, in their faces.
func markLines(m doc.HeadMarks) [][]doc.Inline {
	lines := [][]doc.Inline{m.SerialNumber, inStyle(m.Secrecy, doc.Label), inStyle(m.Urgency, doc.Label)}
	return slices.DeleteFunc(lines, func(l []doc.Inline) bool { return doc.Plain(l) == "" })
}

// inStyle gives plain runs the style that their place asks for.
func inStyle(runs []doc.Inline, style doc.Style) []doc.Inline {
	runs = slices.Clone(runs)
	for i := range runs {
		if runs[i].Style == doc.Body {
			runs[i].Style = style
		}
	}
	return runs
}

// headMark draws one of them flush left on a baseline.
func (s *setter) headMark(line []doc.Inline, y Unit) {
	t := s.measure(line, bodyScale)
	if t.total() > s.area.width() {
		s.problem("head-mark-too-wide", page.Place(line), "份号、密级和保密期限或紧急程度一行排不下", "请核对该要素，每个要素只占一行")
	}
	s.openLine(line)
	s.draw(t, 0, len(t.glyphs), nil, s.area.left, y)
}

// Names of 签发人 stand in columns; up to three characters they are spread to
// one width, as offices do.
const (
	signersPerRow = 2
	signerGap     = cell
	spreadName    = 3 * cell
)

// signers draws 签发人 with their names (7.2.6), right with one character, and
// gives the number of lines and the left end of the last one.
func (s *setter) signers(d doc.DocNumber) (lines int, left Unit) {
	right := s.area.right - cell
	var names [][]doc.Inline
	for _, n := range d.Signers {
		names = append(names, inStyle(n, doc.Level2))
	}
	width := s.widest(names, bodyScale)
	columns := min(len(names), signersPerRow)
	first := right - Unit(columns)*width - Unit(columns-1)*signerGap
	label := s.measure(d.SignersLabel, bodyScale)
	left = first - label.total()
	if left < s.area.left {
		s.problem("signers-too-wide", page.Place(d.Signers[0]), "签发人一行排不下", "请核对签发人姓名，多个签发人应分别列出")
	}
	s.open(RoleP)
	s.draw(label, 0, len(label.glyphs), nil, left, above(em))
	for i, name := range names {
		t := s.measure(name, bodyScale)
		x, y := first+Unit(i%signersPerRow)*(width+signerGap), Unit(i/signersPerRow)*pitch
		s.draw(t, 0, len(t.glyphs), s.letterspace(t, min(width, max(spreadName, t.total()))), x, y+above(em))
	}
	lines = (len(names) + signersPerRow - 1) / signersPerRow
	if lines > 1 {
		left = first
	}
	return lines, left
}

// signedNumber sets 发文字号 of a document to a superior organ: left with one
// character, on the line of the last signers.
func (s *setter) signedNumber(d doc.DocNumber) {
	from := s.mark()
	rows := (len(d.Signers) + signersPerRow - 1) / signersPerRow
	last := Unit(rows-1) * pitch
	t := s.measure(d.Text, bodyScale)
	_, down := s.ink(t)
	end := s.area.left + cell + t.total()
	s.openLine(d.Text)
	s.draw(t, 0, len(t.glyphs), nil, s.area.left+cell, last+above(em))
	if _, left := s.signers(d); left < end {
		s.problem("number-too-wide", page.Place(d.Text), "发文字号与签发人同在一行，排不下", "请核对发文字号和签发人")
	}
	s.add(row{kind: freeRow, from: from, to: s.mark(), height: last + em, next: last + page.UnderNumber(down)})
}
