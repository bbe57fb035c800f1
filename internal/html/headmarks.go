package html

import (
	"fmt"

	"hongtou/internal/doc"
	"hongtou/internal/fontset"
	"hongtou/internal/page"
)

var labelFace = face{doc.Label, fontset.Hei}

// headMarks writes 份号, 密级 and 紧急程度 (7.2.1–7.2.3). On a wide sheet the mark
// below has a place of its own and moves up over their box. In a letter they
// stand under its line, beside the number (letterHead).
func (b *body) headMarks() {
	if b.letter() || len(b.marks) == 0 {
		return
	}
	b.open("div", "class", "head-marks", "style", fmt.Sprintf("--lines:%d", len(b.marks)))
	b.raw("\n")
	b.writeMarks(b.marks)
	b.end("div")
}

// signedNumber writes 发文字号 with 签发人 (7.2.6): side by side, the number on
// the line of the last names.
func (b *body) signedNumber(n doc.DocNumber, next doc.Block) {
	rows := (len(n.Signers) + 1) / 2
	b.head.offset += page.Length(rows-1) * page.Pitch
	b.raw("<div class=\"signed-number\">\n")
	b.paragraphOf("number-left", bodyFace, n.Text)
	class := "signers"
	if _, ok := next.(doc.RedLine); ok {
		class = "signers-over-line"
	}
	b.openBlock("p", class, "")
	b.runs(bodyFace, n.SignersLabel)
	b.raw("<span class=\"signer-names\">")
	width := 0
	for _, name := range n.Signers {
		width = max(width, b.faces.width(fontset.Kai, doc.Plain(name)))
	}
	for _, name := range n.Signers {
		own := min(width, max(spreadName, b.faces.width(fontset.Kai, doc.Plain(name))))
		b.open("span", "class", "signer-name", "style", "width:"+ems(page.Cell*page.Length(own)/1000, page.Em))
		b.runs(kaiFace, name)
		b.close("span")
	}
	b.raw("</span>")
	b.end("p")
	b.raw("</div>\n")
}

// spreadName is the width, in thousandths of an em, to which shorter names are
// spread.
const spreadName = 3000

var kaiFace = face{doc.Level2, fontset.Kai}

// isRare says whether a block needs the part of the style sheet for elements
// that few documents have.
func isRare(block doc.Block) bool {
	switch v := block.(type) {
	case doc.HeadMarks, doc.Imprint:
		return true
	case doc.DocNumber:
		return len(v.Signers) > 0
	case doc.Signature:
		return v.Sealing != doc.Unsealed
	}
	return false
}
