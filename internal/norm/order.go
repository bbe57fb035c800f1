package norm

import (
	"hongtou/internal/elements"
	"hongtou/internal/gbt9704"
	"hongtou/internal/printout"
)

// orderClauses: 命令（令）. It has no red line and, as a rule, no title. Who signs
// it is measured by 7.3.5.3.
var orderClauses = []Clause{
	{"10.2", "标志", gbt9704.Must, "标志由发文机关全称加“命令”或“令”组成，居中，上边缘至版心上边缘20 mm（距页边57 mm）", "±1 mm", orderMark},
	{"10.2", "标志字体", gbt9704.Recommended, "命令（令）标志用红色小标宋体字", "", orderMarkFace},
	{"10.2", "令号", gbt9704.Must, "令号在标志下空二行，居中", "±1 mm", orderNumber},
	{"10.2", "正文", gbt9704.Must, "正文在令号下空二行", "", orderText},
	{"10.2", "签发", gbt9704.Must, "由签发人签名章签发：标注职务、签名章和成文日期（位置见7.3.5.3）", "", orderSigned},
}

func (d paper) isOrder() bool { return d.Form() == elements.OrderForm }

func orderMark(d paper) Result {
	if !d.isOrder() {
		return absent()
	}
	return d.specialMark(gbt9704.OrderTop)
}

func orderMarkFace(d paper) Result {
	if !d.isOrder() {
		return absent()
	}
	return d.specialMarkFace()
}

// specialMark measures the ink of the mark of an order or of minutes: its upper
// edge and its middle. That of the ordinary head is 7.2.4's.
func (d paper) specialMark(top float64) Result {
	box, ok := d.markInk()
	if !ok {
		return absent()
	}
	off := d.off(1, box.Centre())
	var t tally
	at := onBox(d.Pages[0], box)
	t.checkAt(at, near(box.Y0, top, 1), "上边缘%s mm", hundredths(box.Y0))
	t.checkAt(at, near(off, 0, 1), "中线偏%s mm", hundredths(off))
	t.value("上边缘", box.Y0, "mm")
	t.value("中线偏", off, "mm")
	return t.result("上边缘%s mm，中线偏%s mm", hundredths(box.Y0), hundredths(off))
}

// specialMarkFace measures the face and the size of a red mark.
func (d paper) specialMarkFace() Result {
	switch m := d.Mark; {
	case m == nil:
		return absent()
	case len(m.Lines) == 0:
		return unproven("标志是%s，看不出字体", m.Kind).at(onBox(d.Pages[0], m.Box))
	}
	f := faces{of: d.Document}
	s := newSpan()
	for _, l := range d.Mark.Lines {
		s.add(l.Size())
		f.want(elements.BiaoSong, onLine(l), l.Glyphs, "“"+brief(l.Text())+"”")
	}
	f.span("字号", s, "pt")
	return f.result("%v磅", s)
}

func orderNumber(d paper) Result {
	if !d.isOrder() {
		return absent()
	}
	box, ok := d.markInk()
	n := d.Number
	switch {
	case !ok:
		return absent()
	case n == nil:
		return judged(false, "没有令号").at(onBox(d.Pages[0], box))
	}
	off := d.off(n.Page, n.Centre())
	white := d.Pages[0].LineInk(*n).Y0 - box.Y1
	r := judged(near(off, 0, 1) && d.twoRows(white), "中线偏%s mm，标志下空%s mm（二行至不足三行）", hundredths(off), tenths(white))
	return r.with("中线偏", off, "mm").with("标志下空", white, "mm").at(onLine(*n))
}

// twoRows says whether white ink to ink is two empty lines and not three, of the
// standard or of the text. How much of the white of the lines around counts, the
// standard leaves open.
func (d paper) twoRows(white float64) bool {
	p := d.pitch
	return white >= 2*min(p, gbt9704.Pitch)-0.5 && white < 3*max(p, gbt9704.Pitch)
}

func orderText(d paper) Result {
	n := d.Number
	if !d.isOrder() || n == nil {
		return absent()
	}
	var below *elements.Line
	for _, l := range d.Pages[0].Lines {
		if l.Y > n.Y+1 {
			below = &l
			break
		}
	}
	if below == nil {
		return judged(false, "令号下没有正文").at(onLine(*n))
	}
	white := d.Pages[0].LineInk(*below).Y0 - d.Pages[0].LineInk(*n).Y1
	return judged(d.twoRows(white), "令号下空%s mm（二行至不足三行）", tenths(white)).with("令号下空", white, "mm").at(onLine(*below))
}

// orderSigned looks for a post and a date at the end. A name in type may be what
// a web edition has in the place of the stamp.
func orderSigned(d paper) Result {
	if !d.isOrder() {
		return absent()
	}
	last := d.Pages[len(d.Pages)-1]
	if d.Date == nil || len(d.Organs) == 0 {
		return judged(false, "没有签发人职务、签名章或成文日期").at(onPage(last))
	}
	pictures := d.pictures()
	at := onLines(append([]elements.Line{*d.Date}, d.Organs...))
	if len(pictures) == 0 {
		return unproven("文件里没有签名章图片，无法证明已加盖").at(at)
	}
	return judged(true, "%d处职务，%d枚签名章", len(d.posts()), len(pictures)).at(onSeal(pictures...)...)
}

// onSeal are the places of pictures.
func onSeal(images ...printout.Image) []Place {
	var out []Place
	for _, i := range images {
		out = append(out, onImage(i))
	}
	return out
}
