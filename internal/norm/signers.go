package norm

import (
	"hongtou/internal/elements"
	"hongtou/internal/gbt9704"
	"strings"
)

const signersWord = "签发人："

// signerParts takes the signers apart: names of every line, without the label.
func (d paper) signerParts() (label *elements.Line, names []elements.Line) {
	for _, l := range d.Signers {
		at := strings.Index(l.Text(), signersWord)
		if at < 0 {
			names = append(names, l)
			continue
		}
		n := len([]rune(l.Text()[:at])) + len([]rune(signersWord))
		word := elements.Line{Page: l.Page, Y: l.Y, Glyphs: l.Glyphs[:n]}
		label = &word
		if n < len(l.Glyphs) {
			names = append(names, elements.Line{Page: l.Page, Y: l.Y, Glyphs: l.Glyphs[n:]})
		}
	}
	return label, names
}

func signersFace(d paper) Result {
	var t tally
	label, names := d.signerParts()
	if label == nil {
		return absent()
	}
	t.check(label.InFace(elements.FangSong) && label.InSize(gbt9704.Size3), "“签发人：”用%s", label.Glyphs[0].Face)
	for _, l := range names {
		t.check(l.InFace(elements.Kai) && l.InSize(gbt9704.Size3), "“%s”用%s", l.Text(), l.Glyphs[0].Face)
	}
	return t.result("%d行姓名", len(names))
}

func signersPlace(d paper) Result {
	var t tally
	label, names := d.signerParts()
	if label == nil || len(names) == 0 {
		return absent()
	}
	edge := newSpan()
	for i, l := range names {
		edge.add(l.X1())
		t.check(near(l.X0(), names[0].X0(), 0.5) || l.Y == names[0].Y, "“%s”左缘%.1f mm", l.Text(), l.X0())
		t.check(i == 0 || l.Y >= names[i-1].Y, "次序不合")
	}
	t.check(near(edge.high, gbt9704.Right-gbt9704.Cell, 1), "右缘%.1f mm", edge.high)
	if n := d.Number; n != nil {
		t.check(near(names[len(names)-1].Y, n.Y, 0.3), "末行与发文字号不同行")
	}
	return t.result("右缘%.1f mm，姓名左缘%.1f mm", edge.high, names[0].X0())
}
