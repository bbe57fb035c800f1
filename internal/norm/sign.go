package norm

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"hongtou/internal/elements"
	"hongtou/internal/gbt9704"
	"hongtou/internal/printout"
)

// signClauses: signature, seals and date.
var signClauses = []Clause{
	{"7.3.5.1", "日期", gbt9704.Usually, "加盖印章：成文日期右空四字", "", sealedDate},
	{"7.3.5.1", "署名", gbt9704.Must, "加盖印章：署名在成文日期之上，以日期为准居中", "", sealedOrgan},
	{"7.3.5.1", "印章", gbt9704.Must, "印章端正居中下压署名和日期，顶端距正文（附件说明）一行之内，无空白印章", "", seals},
	{"7.3.5.1", "联合用印", gbt9704.Must, "各印章与署名一一对应，互不相交相切，不越出版心", "", jointSeals},
	{"7.3.5.2", "署名", gbt9704.Must, "不加盖印章：正文（附件说明）下空一行右空二字署名，主办机关在前依次向下", "", unsealedOrgan},
	{"7.3.5.2", "日期", gbt9704.Must, "日期在署名下一行，首字比署名首字右移二字；日期长于署名则右空二字", "", unsealedDate},
	{"7.3.5.3", "签名章", gbt9704.Must, "签名章在正文下空二行、右空四字，左空二字标注职务并上下居中；多人时各下空一行", "", stamps},
	{"7.3.5.3", "日期", gbt9704.Must, "签名章下空一行右空四字编排成文日期", "", stampDate},
	{"7.3.5.4", "日期写法", gbt9704.Must, "阿拉伯数字，年份标全，月、日不编虚位", "", dateForm},
	{"7.3.5.5", "署名页", gbt9704.Must, "署名不单独成页，无“此页无正文”", "", signedPage},
}

// sealing is how the organs show that they signed.
type sealing int

const (
	unsigned sealing = iota
	unsealed
	sealed
	stamped
)

// pictures are the images at the signature, as they are read: row by row.
func (d paper) pictures() []printout.Image {
	if d.Date == nil {
		return nil
	}
	var out []printout.Image
	from := d.Date.Y - 60
	if len(d.Organs) > 0 {
		from = d.Organs[0].Y - 45
	}
	for _, i := range d.Pages[d.Date.Page-1].Images {
		if i.Box.Y1 > from && i.Box.Y0 < d.Date.Y+20 {
			out = append(out, i)
		}
	}
	slices.SortStableFunc(out, func(a, b printout.Image) int {
		if !near(a.Box.Y0, b.Box.Y0, 5) {
			return cmp.Compare(a.Box.Y0, b.Box.Y0)
		}
		return cmp.Compare(a.Box.X0, b.Box.X0)
	})
	return out
}

// sealing tells the mode from pictures and, where their places are left free for
// the real ones, from where the date stands.
func (d paper) sealing() sealing {
	if d.Date == nil || len(d.Organs) == 0 {
		return unsigned
	}
	for _, i := range d.pictures() {
		if i.Box.Y1 > d.Date.Y-3 {
			return sealed
		}
	}
	last := d.Organs[len(d.Organs)-1]
	parts := last.Parts()
	switch {
	case len(d.pictures()) > 0, d.Date.Y-last.Y > 1.7*gbt9704.Pitch:
		return stamped
	case near(d.Date.X1(), gbt9704.Right-4*gbt9704.Cell, 1.5) && near(parts[len(parts)-1].Centre(), d.Date.Centre(), 3):
		return sealed
	}
	return unsealed
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
	x := (gbt9704.Right - d.Date.X1()) / gbt9704.Cell
	return judged(near(x, 4, 0.2), "日期右空%.2f字", x)
}

func sealedOrgan(d paper) Result {
	if d.sealing() != sealed {
		return absent()
	}
	s := d.signatures()
	last, date := s[len(s)-1], d.Date
	offset := last.Centre() - date.Centre()
	lines := (date.Y - last.Y) / gbt9704.Pitch
	return judged(near(offset, 0, 1) && near(lines, 1, 0.1), "中线偏%.2f mm，日期在署名下%.1f行", offset, lines)
}

func seals(d paper) Result {
	if d.sealing() != sealed || len(d.pictures()) == 0 {
		return absent()
	}
	var t tally
	e, images := d, d.pictures()
	last, date := images[len(images)-1].Box, elements.Around(*d.Date)
	t.check(last.Overlaps(date), "末枚印章不压日期")
	t.check(near((last.X0+last.X1)/2, d.Date.Centre(), 1), "末枚印章中线%.1f mm，日期%.1f mm", (last.X0+last.X1)/2, d.Date.Centre())
	text := d.above(d.Organs[0])
	top := images[0].Box.Y0
	for _, i := range images {
		top = min(top, i.Box.Y0)
		named := false
		for _, s := range e.signatures() {
			named = named || i.Box.Overlaps(elements.Around(s))
		}
		t.check(named, "有空白印章")
	}
	white := 0.0
	if text == nil {
		t.check(false, "页上无正文")
	} else {
		white = top - elements.Around(*text).Y1
		t.check(white <= 10.5, "印章顶端距正文%.1f mm", white)
	}
	return t.result("%d枚，顶端距正文%.1f mm", len(images), white)
}

func jointSeals(d paper) Result {
	images, names := d.pictures(), d.signatures()
	if d.sealing() != sealed || len(names) < 2 {
		return absent()
	}
	var t tally
	t.check(len(images) == 0 || len(images) == len(names), "%d枚印章，%d个机关", len(images), len(names))
	for i, a := range images {
		t.check(a.Box.X0 >= gbt9704.Left-0.5 && a.Box.X1 <= gbt9704.Right+0.5, "第%d枚越出版心", i+1)
		for _, b := range images[i+1:] {
			t.check(!a.Box.Overlaps(b.Box), "第%d枚与下一枚相交", i+1)
		}
		if len(images) == len(names) {
			t.check(a.Box.Overlaps(elements.Around(names[i])), "第%d枚不在“%s”上", i+1, names[i].Text())
		}
	}
	return t.result("%d个机关，%d枚印章", len(names), len(images))
}

func unsealedOrgan(d paper) Result {
	if d.sealing() != unsealed {
		return absent()
	}
	var t tally
	edge := newSpan()
	for i, l := range d.Organs {
		edge.add(l.X1())
		t.check(len(l.Parts()) == 1, "一行多个机关")
		t.check(i == 0 || near(l.Y-d.Organs[i-1].Y, gbt9704.Pitch, 0.5), "行距%.1f mm", l.Y-d.Organs[max(0, i-1)].Y)
	}
	blank := (gbt9704.Right - edge.high) / gbt9704.Cell
	t.check(near(blank, 2, 0.2) || d.dateSticksOut() && blank > 2, "右空%.2f字", blank)
	lines := 0.0
	if text := d.above(d.Organs[0]); text != nil {
		lines = (d.Organs[0].Y - text.Y) / gbt9704.Pitch
		t.check(near(lines, 2, 0.1), "与上文距%.2f行", lines)
	}
	return t.result("%d个机关，右空%.2f字，与上文距%.2f行", len(d.Organs), blank, lines)
}

func unsealedDate(d paper) Result {
	if d.sealing() != unsealed {
		return absent()
	}
	last := d.Organs[len(d.Organs)-1]
	shift, blank := (d.Date.X0()-last.X0())/gbt9704.Cell, (gbt9704.Right-d.Date.X1())/gbt9704.Cell
	lines := (d.Date.Y - last.Y) / gbt9704.Pitch
	return judged((near(shift, 2, 0.1) || d.dateSticksOut() && near(blank, 2, 0.2)) && near(lines, 1, 0.1),
		"右移%.2f字，右空%.2f字，署名下%.1f行", shift, blank, lines)
}

// dateSticksOut says whether the date ends right of the signature and so is what
// stands at two characters from the edge: the standard's “longer than the
// signature”, read of the date in its place.
func (d paper) dateSticksOut() bool {
	return d.Date.X1() > d.Organs[len(d.Organs)-1].X1()+0.5 && near(d.Date.X1(), gbt9704.Right-2*gbt9704.Cell, 1)
}

var datePattern = regexp.MustCompile(`^20[0-9]{2}年([1-9]|1[0-2])月([1-9]|[12][0-9]|3[01])日$`)

func dateForm(d paper) Result {
	if d.Date == nil {
		return absent()
	}
	text := d.Date.Text()
	return judged(datePattern.MatchString(text), "“%s”", text)
}

func signedPage(d paper) Result {
	if d.Date == nil {
		return absent()
	}
	var t tally
	n := 0
	for _, p := range d.Paragraphs {
		for _, l := range p.Lines {
			if l.Page == d.Date.Page && l.Y < d.Date.Y && l.Body() {
				n++
			}
		}
		t.check(!strings.Contains(p.Text(), "此页无正文"), "第%d页有“此页无正文”", p.Lines[0].Page)
	}
	t.check(n > 0, "署名单独在第%d页", d.Date.Page)
	return t.result("第%d页署名上有正文%d行", d.Date.Page, n)
}
