package html

import (
	"strconv"

	"hongtou/internal/doc"
)

// cell writes one cell. Its look stands in the cell itself: office programs
// ask nowhere else for borders.
func (b *body) cell(c doc.Cell, inHead bool, col doc.Column) {
	tag, f, scope := "td", cellFace, ""
	if inHead || c.Head {
		tag, f, scope = "th", headFace, c.Scope
	}
	if inHead && scope == "" {
		scope = "col"
	}
	b.open(tag, "class", blankClass(c.Blank), "id", c.Anchor, "scope", scope,
		"colspan", span(c.ColSpan), "rowspan", span(c.RowSpan),
		"style", "border:0.5pt solid #000000;text-align:"+textAlign(c, col, tag))
	if c.Link != "" {
		b.open("a", "href", "#"+c.Link)
	}
	b.cellText(f, c.Paragraphs)
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

func blankClass(kind doc.Blank) string { return when(kind != doc.NotBlank, "blank "+string(kind)) }

// textAlign gives the place of a cell's text: its own, that of its column, or
// the middle for a head.
func textAlign(c doc.Cell, col doc.Column, tag string) string {
	align := c.Align
	if align == doc.AlignColumn && tag == "td" {
		align = col.Align
	}
	switch {
	case align == doc.AlignRight:
		return "right"
	case align == doc.AlignCentre, align == doc.AlignColumn && tag == "th":
		return "center"
	}
	return "left"
}
