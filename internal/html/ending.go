package html

import (
	"fmt"

	"hongtou/internal/doc"
	"hongtou/internal/fontset"
)

// signature writes 署名 and 成文日期; without a seal (7.3.5.2) organs of equal width, the date
// two characters to the right of their left edge. Browsers do that by boxes,
// office programs by the lengths written here.
func (b *body) signature(s doc.Signature) {
	switch s.Sealing {
	case doc.Sealed:
		b.sealed(s)
		return
	case doc.Stamped:
		b.stamped(s)
		return
	}
	b.raw("<div class=\"signature\">\n<div class=\"organs\">\n")
	width := b.widest(s.Organs)
	for i, organ := range s.Organs {
		b.openBlock("p", first(i, "signer"), spread(width-b.width(organ), len([]rune(doc.Plain(organ)))))
		b.runs(bodyFace, organ)
		b.end("p")
	}
	b.raw("</div>\n")
	if len(s.Date) > 0 {
		surplus := width - b.width(s.Date)
		b.openBlock("p", dateClass(surplus), dateMargin(surplus))
		b.runs(bodyFace, s.Date)
		b.end("p")
	}
	b.raw("</div>\n")
}

func (b *body) widest(lines [][]doc.Inline) int {
	width := 0
	for _, line := range lines {
		width = max(width, b.width(line))
	}
	return width
}

func (b *body) width(runs []doc.Inline) int { return b.faces.width(fontset.Body, doc.Plain(runs)) }

// first marks the class of the first line of a group, which has an empty line
// above it.
func first(i int, class string) string {
	if i == 0 {
		return "first-" + class
	}
	return class
}

// character is the width of a character in points as office programs set it:
// 28 of them go into 156 mm.
const character = 15.75

// spread shares what a line of n characters lacks, in thousandths of an em,
// among its gaps.
func spread(lack, n int) string {
	if lack <= 0 || n < 2 {
		return ""
	}
	return fmt.Sprintf("letter-spacing:%.2fpt", float64(lack)*character/1000/float64(n-1))
}

// dateClass tells apart the two cases of 7.3.5.2: a date longer than the organs
// ends two characters inside the edge and they move left with it; a shorter
// one only begins two characters right of them.
func dateClass(surplus int) string {
	if surplus < 0 {
		return "long-date"
	}
	return "date"
}

// dateMargin gives the same as a distance from the edge, from which the
// organs, wider than the date by surplus, stay two characters away.
func dateMargin(surplus int) string {
	if surplus < 0 {
		surplus = 2000
	}
	return fmt.Sprintf("margin-right:%.1fpt", float64(surplus)*character/1000)
}

// attachmentNote writes 附件说明 (7.3.4), each name with its number in a line
// of its own.
func (b *body) attachmentNote(n doc.AttachmentNote) {
	b.raw("<div class=\"attachments\">\n")
	for i, e := range n.Entries {
		b.openBlock("p", first(i, "entry"), "")
		b.raw("<span class=\"lead\">")
		b.runs(bodyFace, e.Lead)
		b.raw("</span><span class=\"entry-name\">")
		b.runs(bodyFace, e.Name)
		b.raw("</span></p>\n")
	}
	b.raw("</div>\n")
}
