package html

import (
	"hongtou/internal/doc"
	"hongtou/internal/fontset"
	"hongtou/internal/page"
)

// head is what the style sheet must know of the red head.
type head struct {
	mark   page.Mark
	size   page.Length // of the mark
	number int         // ink of 发文字号 below the baseline, in thousandths of an em
	offset page.Length // from the top of the type area to the em box of what follows

	letterUp, letterDown int // ink of what stands under the line of a letter, as number
}

// masthead writes the organs one under the other, each as wide as the widest,
// and 文件 to their right.
func (b *body) masthead(m doc.Masthead, next doc.Block) {
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
	if !b.letter() {
		return
	}
	number, _ := next.(doc.DocNumber)
	b.letterHead(number.Text)
}

// measure finds the size of the mark, and where its ink begins and ends (7.2.4
// names the ink). After a single name 文件 stands on the same line, so its ink
// counts too.
func (b *body) measure(m doc.Masthead) {
	h := &b.head
	word := doc.Plain(m.Word)
	h.mark = page.Mark{Organs: len(m.Organs), Word: b.faces.width(fontset.Title, word)}
	for _, organ := range m.Organs {
		h.mark.Names = max(h.mark.Names, b.faces.width(fontset.Title, doc.Plain(organ)))
	}
	first, last := word, word
	switch n := len(m.Organs); {
	case n > 1:
		first, last = doc.Plain(m.Organs[0]), doc.Plain(m.Organs[n-1])
	case n == 1:
		first = doc.Plain(m.Organs[0]) + word
		last = first
	}
	h.mark.Up, _ = b.faces.ink(fontset.Title, first)
	_, h.mark.Down = b.faces.ink(fontset.Title, last)
	room := page.Room(b.setup.Landscape)
	b.faces.problems.CheckMark(h.mark, room, m.Organs)
	h.size, _ = h.mark.Size(room)
	h.offset = h.mark.Bottom(h.size) + page.TwoLines
}

// documentNumber writes 发文字号. Office programs show a red line only as the
// border of a paragraph (LibreOffice draws every hr grey), so that the line is
// no hr, and the paragraph above says whether it follows.
func (b *body) documentNumber(n doc.DocNumber, next doc.Block) {
	if _, set := b.before.(doc.Masthead); set && b.letter() {
		return // letterHead wrote it
	}
	class := "number"
	if _, ok := next.(doc.RedLine); ok {
		class = "number-over-line"
	}
	_, b.head.number = b.faces.ink(fontset.Body, doc.Plain(n.Text))
	b.head.offset += page.UnderNumber(b.head.number)
	if len(n.Signers) > 0 {
		b.signedNumber(n, next)
		return
	}
	b.paragraphOf(class, bodyFace, n.Text)
}

func (b *body) redLine() {
	if b.letter() {
		return
	}
	b.head.offset += page.RedLineWidth + page.TwoLines
	b.raw("<div class=\"red-line\" role=\"separator\"></div>\n")
}
