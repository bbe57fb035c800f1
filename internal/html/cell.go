package html

import (
	"strconv"
	"strings"

	"hongtou/internal/doc"
	"hongtou/internal/page"
)

// cell writes one cell. Its look stands in the cell itself: office programs
// ask nowhere else for borders. A kept cell is not divided between pages.
func (b *body) cell(c doc.Cell, keep, inHead bool, col doc.Column) {
	tag, f, scope := "td", cellFace, ""
	if inHead || c.Head {
		tag, f, scope = "th", headFace, c.Scope
	}
	if tag == "th" && scope == "" {
		scope = "col"
	}
	align := alignNames[page.AlignOf(c, inHead, col.Align)&3]
	b.open(tag, "class", strings.TrimSpace(blankClass(c.Blank)+when(keep, " keep")+when(b.unstyled, " "+align)), "id", c.Anchor, "scope", scope,
		"colspan", span(c.ColSpan), "rowspan", span(c.RowSpan), "aria-label", blankName(c),
		"style", joinStyles("border:0.5pt solid #000000;text-align:"+align, spannedHeight(c)))
	if c.Link != "" {
		b.open("a", "href", "#"+c.Link)
	}
	b.cellText(f, c.Paragraphs)
	b.furniture(c)
	if c.Link != "" {
		b.close("a")
	}
	b.end(tag)
}

// cellText writes the paragraphs of a cell; a single one needs no element.
func (b *body) cellText(f face, paragraphs [][]doc.Inline) {
	if len(paragraphs) == 1 {
		b.runs(f, paragraphs[0])
		return
	}
	for _, runs := range paragraphs {
		b.open("p", "class", "cell")
		b.runs(f, runs)
		b.close("p")
	}
}

func span(n int) string { return when(n > 1, strconv.Itoa(n)) }

var alignNames = [4]string{doc.AlignLeft: "left", doc.AlignCentre: "center", doc.AlignRight: "right"}
