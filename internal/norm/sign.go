package norm

import (
	"cmp"
	"fmt"
	"math"
	"regexp"
	"slices"
	"strings"

	"hongtou/internal/elements"
	"hongtou/internal/gbt9704"
	"hongtou/internal/printout"
)

// signClauses: signature, seals and date. That of 7.3.5.5 is 可以 in the
// standard: it names a means, and a lone signature is what it is meant against.
var signClauses = []Clause{
	{"7.3.5.1", "日期", gbt9704.Usually, "加盖印章：成文日期右空四字", "±0.2字", sealedDate},
	{"7.3.5.1", "署名", gbt9704.Usually, "加盖印章：署名在成文日期之上一行，以成文日期为准居中", "±1 mm", sealedOrgan},
	{"7.3.5.1", "印章", gbt9704.Must, "印章端正居中下压署名和日期，顶端距正文（附件说明）一行之内，无空白印章", "±1 mm", seals},
	{"7.3.5.1", "联合用印", gbt9704.Must, "各印章与署名一一对应，互不相交相切，两端不越出版心", "±0.5 mm", jointSeals},
	{"7.3.5.2", "署名", gbt9704.Must, "不加盖印章：正文（附件说明）下空一行右空二字署名，主办机关在前，其余依次向下", "±0.2字", unsealedOrgan},
	{"7.3.5.2", "日期", gbt9704.Must, "不加盖印章：日期在署名下一行，首字比署名首字右移二字；日期长于署名则日期右空二字", "±0.2字", unsealedDate},
	{"7.3.5.3", "签名章", gbt9704.Must, "签名章在正文下空二行、右空四字，左空二字标注职务并以签名章为准上下居中；多人时依次向下", "±1 mm", stamps},
	{"7.3.5.3", "日期", gbt9704.Must, "签名章下空一行右空四字编排成文日期", "±0.2字", stampDate},
	{"7.3.5.4", "日期写法", gbt9704.Must, "成文日期用阿拉伯数字，年份标全，月、日不编虚位", "", dateForm},
	{"7.3.5.5", "署名页", gbt9704.May, "调整行距、字距使署名和日期不单独成页，不写“此页无正文”", "", signedPage},
}

// sealing is how the organs show that they signed.
type sealing int

const (
	unsigned sealing = iota
	unsealed
	sealed
	stamped
)

// mostSeals is how many pictures at a signature may be seals; more are a drawing
// in pieces.
const mostSeals = 100

// pictures are the images at the signature that may be seals or stamps, as they
// are read: row by row. What covers half a page is a scan or a background.
func (d paper) pictures() []printout.Image {
	if d.Date == nil {
		return nil
	}
	var out []printout.Image
	from := d.Date.Y - 60
	if len(d.Organs) > 0 {
		from = d.Organs[0].Y - 45
	}
	p := d.Pages[d.Date.Page-1]
	for _, i := range p.Images {
		if i.Box.Y1 > from && i.Box.Y0 < d.Date.Y+20 && !covers(i.Box, p) && i.Box.Height() > 5 {
			out = append(out, i)
		}
	}
	if len(out) > mostSeals {
		return nil
	}
	slices.SortStableFunc(out, func(a, b printout.Image) int {
		if !near(a.Box.Y0, b.Box.Y0, 5) {
			return cmp.Compare(a.Box.Y0, b.Box.Y0)
		}
		return cmp.Compare(a.Box.X0, b.Box.X0)
	})
	return out
}

// covers says whether a picture is so large that it is the page itself.
func covers(b printout.Box, p *elements.Page) bool {
	return b.Width() > p.Width/2 && b.Height() > p.Height/2
}

// pictured says whether the page of the signature is a picture: seals in it
// cannot be told from the rest.
func (d paper) pictured() bool {
	if d.Date == nil {
		return false
	}
	p := d.Pages[d.Date.Page-1]
	return slices.ContainsFunc(p.Images, func(i printout.Image) bool { return covers(i.Box, p) })
}

// sealing tells the mode from pictures and, where their places are left free for
// the real ones, from where the date stands. An order is always stamped (10.2).
func (d paper) sealing() sealing {
	if d.Date == nil || len(d.Organs) == 0 {
		return unsigned
	}
	if d.isOrder() {
		return stamped
	}
	for _, i := range d.pictures() {
		if i.Box.Y1 > d.Date.Y-3 {
			return sealed
		}
	}
	last := d.Organs[len(d.Organs)-1]
	switch {
	case len(d.pictures()) > 0, d.Date.Y-last.Y > 1.7*d.pitch:
		return stamped
	case d.leftForSeal():
		return sealed
	}
	return unsealed
}

// leftForSeal says whether the date stands four characters from the edge, where
// a seal is still to come. Under a long signature without a seal it may stand
// there too: then both are in the places that 7.3.5.2 gives them.
func (d paper) leftForSeal() bool {
	date, last := *d.Date, d.Organs[len(d.Organs)-1]
	if !near(d.blank(date, date.X1(), 4), 4, 0.5) {
		return false
	}
	parts := last.Parts()
	over := near(d.blank(date, date.X1(), 4), 4, 0.3) && near(parts[len(parts)-1].Centre(), date.Centre(), 3)
	return over || !near(d.blank(last, last.X1(), 2), 2, 0.3) || !near(d.shift(), 2, 0.3)
}

// shift is how far the date begins right of the last signature, in characters.
func (d paper) shift() float64 { return (d.Date.X0() - d.Organs[len(d.Organs)-1].X0()) / one(*d.Date) }

// mode says by which way of signing a signature is measured, and why.
func (d paper) mode() string {
	blank := hundredths(d.blank(*d.Date, d.Date.X1(), 4))
	switch {
	case d.sealing() == unsealed:
		return fmt.Sprintf("按不加盖印章量（没有印章图片，日期右空%s字）", blank)
	case len(d.pictures()) == 0:
		return fmt.Sprintf("按加盖印章量（没有印章图片，日期右空%s字，印章待盖）", blank)
	}
	return "按加盖印章量（署名处有图片）"
}

// signatures are the organs' names in order, row by row.
func (d paper) signatures() []elements.Line {
	var out []elements.Line
	for _, l := range d.Organs {
		out = append(out, l.Parts()...)
	}
	return out
}

func sealedDate(d paper) Result {
	if d.sealing() != sealed {
		return absent()
	}
	x := d.blank(*d.Date, d.Date.X1(), 4)
	return judged(near(x, 4, 0.2), "%s；日期右空%s字", d.mode(), hundredths(x)).with("日期右空", x, "字").at(onLine(*d.Date))
}

func sealedOrgan(d paper) Result {
	if d.sealing() != sealed {
		return absent()
	}
	s := d.signatures()
	last, date := s[len(s)-1], *d.Date
	offset, rows := last.Centre()-date.Centre(), d.rowsApart(last, date)
	return judged(near(offset, 0, 1) && near(rows, 1, 0.15), "%s；%s，日期在署名下%s行", d.mode(), sideways(offset, "署名中线比日期中线"), rowsText(rows)).
		with("中线偏", offset, "mm").with("日期在署名下", rows, "行").at(onLine(last), onLine(date))
}

func unsealedOrgan(d paper) Result {
	if d.sealing() != unsealed {
		return absent()
	}
	if d.pictured() {
		return unproven("落款页是图片，分不清有无印章").at(onLine(*d.Date))
	}
	var t tally
	edge := d.Organs[0]
	for i, l := range d.Organs {
		if l.X1() > edge.X1() {
			edge = l
		}
		t.checkAt(onLine(l), len(l.Parts()) == 1, "%s一行多个机关", place(l))
		if i > 0 {
			rows := d.rowsApart(d.Organs[i-1], l)
			t.checkAt(onLine(l), near(rows, 1, 0.15), "%s与上一署名距%s行", place(l), hundredths(rows))
		}
	}
	blank := d.blank(edge, edge.X1(), 2)
	if d.longDate() {
		last := d.Organs[len(d.Organs)-1]
		t.checkAt(onLine(last), near(d.shift(), 2, 0.2), "日期比署名长，署名首字应在日期首字左2字，现在%s", d.besides())
	} else {
		t.checkAt(onLine(edge), near(blank, 2, 0.2) || d.dateSticksOut() && blank > 2, "署名右空%s字", hundredths(blank))
	}
	t.value("右空", blank, "字")
	text := d.above(d.Organs[0])
	if text == nil {
		return t.result("%s；%d个机关，右空%s字，页首", d.mode(), len(d.Organs), hundredths(blank))
	}
	rows := d.rowsApart(*text, d.Organs[0])
	t.checkAt(onLine(d.Organs[0]), near(rows, 2, 0.15), "署名与上文距%s行", rowsText(rows))
	t.value("与上文距", rows, "行")
	return t.result("%s；%d个机关，右空%s字，与上文距%s行（空一行为2）", d.mode(), len(d.Organs), hundredths(blank), rowsText(rows))
}

func unsealedDate(d paper) Result {
	if d.sealing() != unsealed {
		return absent()
	}
	date, last := *d.Date, d.Organs[len(d.Organs)-1]
	if d.pictured() {
		return unproven("落款页是图片，分不清有无印章").at(onLine(date))
	}
	blank, rows := d.blank(date, date.X1(), 2), d.rowsApart(last, date)
	var r Result
	if d.longDate() {
		r = judged(near(blank, 2, 0.2) && near(rows, 1, 0.15), "%s；日期比署名长，右空%s字，在署名下%s行", d.mode(), hundredths(blank), rowsText(rows))
	} else {
		r = judged((near(d.shift(), 2, 0.2) || d.dateSticksOut()) && near(rows, 1, 0.15),
			"%s；日期首字在署名首字%s，右空%s字，在署名下%s行", d.mode(), opposite(d.shift()), hundredths(blank), rowsText(rows)).with("日期右移", d.shift(), "字")
	}
	return r.with("日期右空", blank, "字").with("在署名下", rows, "行").at(onLine(date))
}

// longDate says whether the date is longer than the signature over it.
func (d paper) longDate() bool {
	last := d.Organs[len(d.Organs)-1]
	return d.Date.X1()-d.Date.X0() > last.X1()-last.X0()+0.5
}

// besides says where the signature begins, seen from the date.
func (d paper) besides() string { return opposite(-d.shift()) }

// opposite says where something is that stands so many characters further right.
func opposite(shift float64) string {
	if shift < 0 {
		return "左" + hundredths(-shift) + "字"
	}
	return "右" + hundredths(shift) + "字"
}

// sideways says how many mm something is off, and to which side.
func sideways(off float64, what string) string {
	switch {
	case near(off, 0, 0.05):
		return strings.TrimSuffix(what, "比日期中线") + "与日期中线对齐"
	case off < 0:
		return what + "偏左" + hundredths(-off) + " mm"
	}
	return what + "偏右" + hundredths(off) + " mm"
}

// rowsText prints a number of lines without decimals that say nothing.
func rowsText(rows float64) string {
	if near(rows, math.Round(rows), 0.05) {
		return fmt.Sprintf("%.0f", math.Round(rows))
	}
	return tenths(rows)
}

// dateSticksOut says whether the date ends right of the signature and so is what
// stands at two characters from the edge: the standard's “longer than the
// signature”, read of the date in its place.
func (d paper) dateSticksOut() bool {
	return d.Date.X1() > d.Organs[len(d.Organs)-1].X1()+0.5 && near(d.blank(*d.Date, d.Date.X1(), 2), 2, 0.2)
}

var datePattern = regexp.MustCompile(`^(19|20)[0-9]{2}年([1-9]|1[0-2])月([1-9]|[12][0-9]|3[01])日$`)

func dateForm(d paper) Result {
	if d.Date == nil {
		return absent()
	}
	text := d.Date.Text()
	if datePattern.MatchString(text) {
		return judged(true, "“%s”", text).at(onLine(*d.Date))
	}
	return judged(false, "“%s”：%s", text, dateFaults(text)).at(onLine(*d.Date))
}

func signedPage(d paper) Result {
	if d.Date == nil {
		return absent()
	}
	var t tally
	n := 0
	for _, p := range d.Paragraphs {
		if strings.Contains(p.Text(), "此页无正文") {
			t.checkAt(onLine(p.Lines[0]), false, "第%d页有“此页无正文”", p.Lines[0].Page)
			continue
		}
		for _, l := range p.Lines {
			if l.Page == d.Date.Page && l.Y < d.Date.Y {
				n++
			}
		}
	}
	t.checkAt(onLine(*d.Date), n > 0 || d.Date.Page == 1, "署名单独在第%d页", d.Date.Page)
	t.value("署名页上的正文", float64(n), "行")
	return t.result("第%d页署名上有正文%d行", d.Date.Page, n)
}
