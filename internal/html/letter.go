package html

import (
	"slices"

	"hongtou/internal/doc"
	"hongtou/internal/fontset"
	"hongtou/internal/page"
)

// letter says whether the document is a letter (10.1).
func (b *body) letter() bool { return b.setup.Letter }

// letterLift is how much higher than elsewhere the mark of a letter stands.
var letterLift = page.Millimetres(page.MarkTop) - page.Millimetres(page.LetterTop)

// letterHead writes the first double line and under it, side by side, what
// other documents have above the mark, and 发文字号.
func (b *body) letterHead(number []doc.Inline) {
	b.raw("<div class=\"letter-line\" role=\"separator\"></div>\n")
	lines := b.marks
	up, down := b.letterInk(number)
	h := &b.head
	h.letterUp, h.letterDown = up, down
	h.offset += page.Millimetres(page.LetterLineGap) - page.TwoLines - letterLift + page.LetterLine
	if n := len(lines); n > 0 || doc.Plain(number) != "" {
		h.offset += page.UnderLetterLine + page.Em.Of(up+down) + page.Length(max(0, n-1))*page.Pitch
	}
	h.offset += page.TwoLines
	b.raw("<div class=\"letter-row\">\n<div class=\"letter-marks\">\n")
	b.writeMarks(lines)
	b.raw("</div>\n")
	if doc.Plain(number) != "" {
		b.paragraphOf("letter-number", bodyFace, number)
	}
	b.raw("</div>\n")
}

// letterInk is how far the ink of the first line under the double line reaches
// up and that of the last one down.
func (b *body) letterInk(number []doc.Inline) (up, down int) {
	first, last := doc.Plain(number), doc.Plain(number)
	up, down = page.Ascent, 0
	if first != "" {
		up, down = b.faces.ink(fontset.Body, first)
	}
	for i, l := range b.marks {
		u, d := b.faces.ink(l.face.role, doc.Plain(l.runs))
		if i == 0 && (first == "" || u > up) {
			up = u
		}
		if i == len(b.marks)-1 && (len(b.marks) > 1 || last == "" || d > down) {
			down = d
		}
	}
	return up, down
}

// headMark is a line of the marks above the red head.
type headMark struct {
	class string
	face  face
	runs  []doc.Inline
}

// marksOf gives the head marks of a document that are there, in order.
func marksOf(blocks []doc.Block) []headMark {
	var all []headMark
	for _, block := range blocks {
		if m, ok := block.(doc.HeadMarks); ok {
			all = append(all, headMark{"serial-number", bodyFace, m.SerialNumber}, headMark{"head-mark", labelFace, m.Secrecy}, headMark{"head-mark", labelFace, m.Urgency})
		}
	}
	return slices.DeleteFunc(all, func(l headMark) bool { return doc.Plain(l.runs) == "" })
}

func (b *body) writeMarks(lines []headMark) {
	for _, l := range lines {
		b.paragraphOf(l.class, l.face, l.runs)
	}
}
