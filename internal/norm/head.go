package norm

import (
	"math"
	"regexp"

	"hongtou/internal/elements"
	"hongtou/internal/gbt9704"
)

// headClauses: what stands over the mark. Whether a document needs them is for
// its organ to say; those that are there are measured.
var headClauses = []Clause{
	{"7.2.1", "份号", gbt9704.Usually, "份号用6位3号阿拉伯数字，顶格编排在版心左上角第一行", "左缘±0.5 mm，高低±1 mm", serial},
	{"7.2.2", "密级", gbt9704.Usually, "密级和保密期限用3号黑体，顶格编排在版心左上角第二行（没有份号则上移），期限用阿拉伯数字，中间加★", "左缘±0.5 mm，高低±1 mm", secrecy},
	{"7.2.3", "紧急程度", gbt9704.Usually, "紧急程度用3号黑体，顶格；份号、密级、紧急程度自上而下分行排列", "左缘±0.5 mm，高低±1 mm", urgency},
}

var (
	serialForm  = regexp.MustCompile(`^[0-9]{6}$`)
	secrecyForm = regexp.MustCompile(`^(绝密|机密|秘密)(★([0-9]+年|[0-9]+个月|长期))?$`)
	urgencyForm = regexp.MustCompile(`^(特急|加急|急件|急|特提|平急)$`)
)

// row is the line of the grid on which a line of 3号 stands, from 1, and how far
// off it in mm: by the lines of the document's own text or by those of 3.2,
// whichever it fits better. Where no page of text tells where the first line
// stands, the white that may be over it is taken off.
func (d paper) row(l elements.Line) (n int, off float64) {
	n, off = rowAt(l.Y-d.firstBaseline, d.pitch)
	if m, other := rowAt(l.Y-d.firstBaseline, gbt9704.Pitch); math.Abs(other) < math.Abs(off) {
		n, off = m, other
	}
	if len(d.tops()) == 0 && off > 0 {
		off = max(0, off-d.leading(nil))
	}
	return n, off
}

func rowAt(y, pitch float64) (n int, off float64) {
	n = int(max(0, y/pitch) + 0.5)
	return n + 1, y - float64(n)*pitch
}

// mark finds one of the marks over the head and which of those present it is.
func (d paper) mark(word *regexp.Regexp) (l elements.Line, place int, ok bool) {
	for i, m := range d.Marks {
		if word.MatchString(m.Text()) {
			return m, i + 1, true
		}
	}
	return elements.Line{}, 0, false
}

// aMark measures what all marks have in common: how it is written, in which
// place among the others it stands, and where. A nil class asks for no face.
func (d paper) aMark(l elements.Line, form *regexp.Regexp, class elements.Class, place, want int) Result {
	f := faces{of: d.Document}
	at, left := onLine(l), d.frame(1).X0
	f.checkAt(at, form.MatchString(l.Text()), "写法“%s”不合", l.Text())
	if class != "" {
		f.want(class, at, l.Glyphs, "“"+l.Text()+"”")
	}
	f.size(at, l, gbt9704.Size3, "“"+l.Text()+"”")
	f.checkAt(at, near(l.X0(), left, 0.5), "左缘%.2f mm，版心左缘%.2f mm", l.X0(), left)
	f.checkAt(at, place == want, "排在第%d位", place)
	f.value("距版心左缘", l.X0()-left, "mm")
	f.value("字号", l.Size(), "pt")
	if !d.Letter { // 10.1 says where
		n, off := d.row(l)
		f.checkAt(at, n == place && near(off, 0, 1), "在第%d行，偏%.1f mm", n, off)
		f.value("第几行", float64(n), "")
	}
	f.seen.first()
	return f.result("“%s”左缘%.2f mm", l.Text(), l.X0())
}

func serial(d paper) Result {
	l, place, ok := d.mark(elements.SerialWord)
	if !ok {
		return absent()
	}
	return d.aMark(l, serialForm, "", place, 1)
}

func secrecy(d paper) Result {
	l, place, ok := d.mark(elements.SecrecyWord)
	if !ok {
		return absent()
	}
	want := 1
	if _, _, serial := d.mark(elements.SerialWord); serial {
		want = 2
	}
	return d.aMark(l, secrecyForm, elements.Hei, place, want)
}

func urgency(d paper) Result {
	l, place, ok := d.mark(elements.UrgencyWord)
	if !ok {
		return absent()
	}
	return d.aMark(l, urgencyForm, elements.Hei, place, len(d.Marks))
}
