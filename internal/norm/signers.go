package norm

import (
	"strings"

	"hongtou/internal/elements"
	"hongtou/internal/gbt9704"
)

const signersWord = "签发人："

// signerParts takes the signers apart: names of every line, without the label.
func (d paper) signerParts() (label *elements.Line, names []elements.Line) {
	for _, l := range d.Signers {
		at := strings.Index(l.Text(), "签发人")
		if at < 0 {
			names = append(names, l)
			continue
		}
		n := min(len([]rune(l.Text()[:at]))+len([]rune(signersWord)), len(l.Glyphs))
		word := elements.Line{Page: l.Page, Y: l.Y, Glyphs: l.Glyphs[:n]}
		label = &word
		if n < len(l.Glyphs) {
			names = append(names, elements.Line{Page: l.Page, Y: l.Y, Glyphs: l.Glyphs[n:]})
		}
	}
	return label, names
}

func signersFace(d paper) Result {
	f := faces{of: d.Document}
	label, names := d.signerParts()
	if label == nil {
		return absent()
	}
	at := onLine(*label)
	f.want(elements.FangSong, at, label.Glyphs, "“签发人：”")
	f.size(at, *label, gbt9704.Size3, "“签发人：”")
	f.checkAt(at, strings.HasSuffix(label.Text(), signersWord), "“%s”后不是全角冒号", label.Text())
	for _, l := range names {
		f.want(elements.Kai, onLine(l), l.Glyphs, "“"+l.Text()+"”")
		f.size(onLine(l), l, gbt9704.Size3, "“"+l.Text()+"”")
	}
	f.value("姓名", float64(len(names)), "行")
	return f.result("%d行姓名", len(names))
}

func signersPlace(d paper) Result {
	var t tally
	label, names := d.signerParts()
	if label == nil || len(names) == 0 {
		return absent()
	}
	edge := names[0]
	for i, l := range names {
		if l.X1() > edge.X1() {
			edge = l
		}
		t.checkAt(onLine(l), near(l.X0(), names[0].X0(), 0.5) || near(l.Y, names[0].Y, 0.1), "“%s”左缘%s mm，首个姓名%s mm", l.Text(), tenths(l.X0()), tenths(names[0].X0()))
		t.checkAt(onLine(l), i == 0 || l.Y >= names[i-1].Y, "“%s”次序不合", l.Text())
	}
	blank := d.blank(edge, edge.X1(), 1)
	t.checkAt(onLine(edge), near(blank, 1, 0.2), "姓名右空%s字", hundredths(blank))
	t.value("右空", blank, "字")
	if last := names[len(names)-1]; d.Number != nil {
		t.checkAt(onLine(last), near(last.Y, d.Number.Y, 0.3), "末行与发文字号不同行")
	}
	return t.result("右空%s字，姓名左缘%s mm", hundredths(blank), tenths(names[0].X0()))
}
