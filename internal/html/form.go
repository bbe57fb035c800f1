package html

import (
	"strings"

	"hongtou/internal/doc"
	"hongtou/internal/fontset"
	"hongtou/internal/page"
)

// blankNames say to those who cannot see an empty box what it is for.
var blankNames = map[doc.Blank]string{
	doc.BlankOpinion: "意见", doc.BlankSignature: "签字", doc.BlankSeal: "盖章", doc.BlankDate: "日期",
	doc.BlankTick: "勾选", doc.BlankText: "文字", doc.BlankNumber: "数字",
}

// blankName is the accessible name of a cell that people fill in: 意见（待填）,
// 勾选（待填）：合格、不合格.
func blankName(c doc.Cell) string {
	name := blankNames[c.Blank]
	if name == "" || len(c.Paragraphs) > 0 {
		return ""
	}
	name += "（待填）"
	if c.Blank == doc.BlankTick && len(c.Choices) > 0 {
		name += "：" + strings.Join(c.Choices, "、")
	}
	return name
}

func blankClass(kind doc.Blank) string { return when(kind != doc.NotBlank, "blank "+string(kind)) }

// spannedHeight is that of a box over several rows; others are as high as their
// row.
func spannedHeight(c doc.Cell) string {
	if c.RowSpan <= 1 {
		return ""
	}
	return height(page.BoxHeight(c))
}

// furniture writes what is printed in a cell that people fill in; its parts are
// never broken where there is room for one on a line.
func (b *body) furniture(c doc.Cell) {
	parts, gap := page.Furniture(c)
	for i, part := range parts {
		if i > 0 {
			b.text(gap)
		}
		b.open("span", "class", "part")
		part = clean(part)
		b.faces.draw(fontset.Song, part+gap, doc.Origin{})
		b.text(part)
		b.close("span")
	}
}
