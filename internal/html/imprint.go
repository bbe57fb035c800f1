package html

import (
	"strings"

	"hongtou/internal/doc"
)

// imprint writes 版记 (7.4). A file without pages has no foot of the last one:
// it follows the text, and a page end never divides it.
func (b *body) imprint(m doc.Imprint) {
	if b.letter() { // 10.1
		m.Printer, m.PrintDate = nil, nil
	}
	if doc.Plain(m.Recipients)+doc.Plain(m.CC)+doc.Plain(m.Printer)+doc.Plain(m.PrintDate) == "" {
		return
	}
	b.open("footer", "class", "imprint"+when(b.letter(), " plain"))
	b.raw("\n")
	b.copies(m.Recipients, "copies")
	b.copies(m.CC, "copies")
	if doc.Plain(m.Printer)+doc.Plain(m.PrintDate) != "" {
		b.raw("<div class=\"printed\">\n")
		b.paragraphOf("printer", bodyFace, m.Printer)
		b.paragraphOf("print-date", bodyFace, m.PrintDate)
		b.raw("</div>\n")
	}
	b.end("footer")
}

// copies writes 主送 or 抄送, whose wrapped lines hang behind the colon.
func (b *body) copies(runs []doc.Inline, class string) {
	text := doc.Plain(runs)
	if text == "" {
		return
	}
	lead, _, found := strings.Cut(text, "：")
	hang := 0
	if found {
		hang = b.width([]doc.Inline{{Text: lead + "："}})
	}
	style := ratioEm(hang)
	b.openBlock("p", class, "padding-left:"+style+";text-indent:-"+style)
	b.runs(bodyFace, runs)
	b.end("p")
}
