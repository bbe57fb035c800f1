package html

import (
	"hongtou/internal/doc"
	"hongtou/internal/fontset"
)

// head is what the style sheet must know of the red head.
type head struct {
	size     length // of the mark
	width    int    // of the mark, in thousandths of an em
	up, down int    // ink of its first and last line, likewise
	number   int    // ink of 发文字号 below the baseline, likewise
	offset   length // from the top of the type area to the em box of what follows
}

const (
	largestMark  length = 42_000 // 初号
	smallestMark length = 22_000 // 2号, the title's
	wordSpace           = 500    // between joint organs and 文件, in thousandths of an em
)

// masthead writes the organs one under the other, each as wide as the widest,
// and 文件 to their right.
func (b *body) masthead(m doc.Masthead) {
	b.measure(m)
	b.raw("<div class=\"mark\">\n<div class=\"organs\">\n")
	for _, organ := range m.Organs {
		b.paragraphOf("mark-line", markFace, organ)
	}
	b.raw("</div>\n")
	if len(m.Word) > 0 {
		b.paragraphOf("mark-line", markFace, m.Word)
	}
	b.raw("</div>\n")
}

// measure finds the largest whole size at which the mark fits the type area,
// and where its ink begins and ends (7.2.4 names the ink).
func (b *body) measure(m doc.Masthead) {
	if len(m.Organs) == 0 {
		return
	}
	h := &b.head
	for _, organ := range m.Organs {
		h.width = max(h.width, b.faces.width(fontset.Title, doc.Plain(organ)))
	}
	first, last := doc.Plain(m.Organs[0]), doc.Plain(m.Organs[len(m.Organs)-1])
	if word := doc.Plain(m.Word); word != "" {
		h.width += b.faces.width(fontset.Title, word)
		if len(m.Organs) > 1 {
			h.width += wordSpace
		} else {
			first, last = first+word, last+word
		}
	}
	for h.size = largestMark; h.size > smallestMark && h.size.of(h.width) > typeArea; {
		h.size -= 1000
	}
	h.up, _ = b.faces.ink(fontset.Title, first)
	_, h.down = b.faces.ink(fontset.Title, last)
	lines := (1000 + 2*markLeading) * (len(m.Organs) - 1)
	h.offset = markTop + h.size.of(h.up+lines+h.down) + twoLines
}

// documentNumber writes 发文字号. Office programs show a red line only as the
// border of a paragraph (LibreOffice draws every hr grey), so that the line is
// no hr, and the paragraph above says whether it follows.
func (b *body) documentNumber(n doc.DocNumber, next doc.Block) {
	class := "number"
	if _, ok := next.(doc.RedLine); ok {
		class = "number-over-line"
	}
	_, b.head.number = b.faces.ink(fontset.Body, doc.Plain(n.Text))
	b.head.offset += em.of(ascent+b.head.number) + redLineGap
	b.paragraphOf(class, bodyFace, n.Text)
}

func (b *body) redLine() {
	b.head.offset += redLine + twoLines
	b.raw("<div class=\"red-line\" role=\"separator\"></div>\n")
}
