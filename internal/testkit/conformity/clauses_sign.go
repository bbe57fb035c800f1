package conformity

import (
	"regexp"
	"slices"
	"strings"

	"hongtou/internal/testkit/judge"
)

// signClauses: signature, seals and date.
var signClauses = []Clause{
	{"7.3.5.1", "日期", "加盖印章：成文日期右空四字", sealedDate},
	{"7.3.5.1", "署名", "加盖印章：署名在成文日期之上，以日期为准居中", sealedOrgan},
	{"7.3.5.1", "印章", "印章端正居中下压署名和日期，顶端距正文（附件说明）一行之内，无空白印章", seals},
	{"7.3.5.1", "联合用印", "各印章与署名一一对应，互不相交相切，不越出版心", jointSeals},
	{"7.3.5.2", "署名", "不加盖印章：正文（附件说明）下空一行右空二字署名，主办机关在前依次向下", unsealedOrgan},
	{"7.3.5.2", "日期", "日期在署名下一行，首字比署名首字右移二字；日期长于署名则右空二字", unsealedDate},
	{"7.3.5.3", "签名章", "签名章在正文下空二行、右空四字，左空二字标注职务并上下居中；多人时各下空一行", stamps},
	{"7.3.5.3", "日期", "签名章下空一行右空四字编排成文日期", stampDate},
	{"7.3.5.4", "日期写法", "阿拉伯数字，年份标全，月、日不编虚位", dateForm},
	{"7.3.5.5", "署名页", "署名不单独成页，无“此页无正文”", signedPage},
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
func (d *Document) pictures() []judge.Image {
	e := d.elements
	if e.date == nil {
		return nil
	}
	var out []judge.Image
	from := e.date.Y - 60
	if len(e.organs) > 0 {
		from = e.organs[0].Y - 45
	}
	for _, i := range d.Pages[e.date.Page-1].Images {
		if i.Box.Y1 > from && i.Box.Y0 < e.date.Y+20 {
			out = append(out, i)
		}
	}
	slices.SortStableFunc(out, func(a, b judge.Image) int {
		if !near(a.Box.Y0, b.Box.Y0, 5) {
			return compare(a.Box.Y0, b.Box.Y0)
		}
		return compare(a.Box.X0, b.Box.X0)
	})
	return out
}

// sealing tells the mode from pictures and, where their places are left free for
// the real ones, from where the date stands.
func (d *Document) sealing() sealing {
	e := d.elements
	if e.date == nil || len(e.organs) == 0 {
		return unsigned
	}
	for _, i := range d.pictures() {
		if i.Box.Y1 > e.date.Y-3 {
			return sealed
		}
	}
	last := e.organs[len(e.organs)-1]
	parts := last.parts()
	switch {
	case len(d.pictures()) > 0, e.date.Y-last.Y > 1.7*pitch:
		return stamped
	case near(e.date.X1(), right-4*cell, 1.5) && near(parts[len(parts)-1].Centre(), e.date.Centre(), 3):
		return sealed
	}
	return unsealed
}

// signatures are the organs' names in order, row by row.
func (e elements) signatures() []Line {
	var out []Line
	for _, l := range e.organs {
		out = append(out, l.parts()...)
	}
	return out
}

func sealedDate(d *Document) Result {
	if d.sealing() != sealed {
		return absent()
	}
	x := (right - d.elements.date.X1()) / cell
	return judged(near(x, 4, 0.2), "日期右空%.2f字", x)
}

func sealedOrgan(d *Document) Result {
	if d.sealing() != sealed {
		return absent()
	}
	s := d.elements.signatures()
	last, date := s[len(s)-1], d.elements.date
	offset := last.Centre() - date.Centre()
	lines := (date.Y - last.Y) / pitch
	return judged(near(offset, 0, 1) && near(lines, 1, 0.1), "中线偏%.2f mm，日期在署名下%.1f行", offset, lines)
}

func seals(d *Document) Result {
	if d.sealing() != sealed || len(d.pictures()) == 0 {
		return absent()
	}
	var t tally
	e, images := d.elements, d.pictures()
	last, date := images[len(images)-1].Box, around([]Line{*e.date})
	t.check(overlap(last, date), "末枚印章不压日期")
	t.check(near((last.X0+last.X1)/2, e.date.Centre(), 1), "末枚印章中线%.1f mm，日期%.1f mm", (last.X0+last.X1)/2, e.date.Centre())
	text := d.above(e.organs[0])
	top := images[0].Box.Y0
	for _, i := range images {
		top = min(top, i.Box.Y0)
		named := false
		for _, s := range e.signatures() {
			named = named || overlap(i.Box, around([]Line{s}))
		}
		t.check(named, "有空白印章")
	}
	white := 0.0
	if text == nil {
		t.check(false, "页上无正文")
	} else {
		white = top - around([]Line{*text}).Y1
		t.check(white <= 10.5, "印章顶端距正文%.1f mm", white)
	}
	return t.result("%d枚，顶端距正文%.1f mm", len(images), white)
}

func overlap(a, b judge.Box) bool { return a.X0 < b.X1 && b.X0 < a.X1 && a.Y0 < b.Y1 && b.Y0 < a.Y1 }

func jointSeals(d *Document) Result {
	images, names := d.pictures(), d.elements.signatures()
	if d.sealing() != sealed || len(names) < 2 {
		return absent()
	}
	var t tally
	t.check(len(images) == 0 || len(images) == len(names), "%d枚印章，%d个机关", len(images), len(names))
	for i, a := range images {
		t.check(a.Box.X0 >= left-0.5 && a.Box.X1 <= right+0.5, "第%d枚越出版心", i+1)
		for _, b := range images[i+1:] {
			t.check(!overlap(a.Box, b.Box), "第%d枚与下一枚相交", i+1)
		}
		if len(images) == len(names) {
			t.check(overlap(a.Box, around(names[i:i+1])), "第%d枚不在“%s”上", i+1, names[i].Text())
		}
	}
	return t.result("%d个机关，%d枚印章", len(names), len(images))
}

func unsealedOrgan(d *Document) Result {
	if d.sealing() != unsealed {
		return absent()
	}
	var t tally
	e := d.elements
	edge := newSpan()
	for i, l := range e.organs {
		edge.add(l.X1())
		t.check(len(l.parts()) == 1, "一行多个机关")
		t.check(i == 0 || near(l.Y-e.organs[i-1].Y, pitch, 0.5), "行距%.1f mm", l.Y-e.organs[max(0, i-1)].Y)
	}
	blank := (right - edge.high) / cell
	t.check(near(blank, 2, 0.2) || e.dateSticksOut() && blank > 2, "右空%.2f字", blank)
	lines := 0.0
	if text := d.above(e.organs[0]); text != nil {
		lines = (e.organs[0].Y - text.Y) / pitch
		t.check(near(lines, 2, 0.1), "与上文距%.2f行", lines)
	}
	return t.result("%d个机关，右空%.2f字，与上文距%.2f行", len(e.organs), blank, lines)
}

func unsealedDate(d *Document) Result {
	if d.sealing() != unsealed {
		return absent()
	}
	e := d.elements
	last := e.organs[len(e.organs)-1]
	shift, blank := (e.date.X0()-last.X0())/cell, (right-e.date.X1())/cell
	lines := (e.date.Y - last.Y) / pitch
	return judged((near(shift, 2, 0.1) || e.dateSticksOut() && near(blank, 2, 0.2)) && near(lines, 1, 0.1),
		"右移%.2f字，右空%.2f字，署名下%.1f行", shift, blank, lines)
}

// dateSticksOut says whether the date ends right of the signature and so is what
// stands at two characters from the edge: the standard's “longer than the
// signature”, read of the date in its place.
func (e elements) dateSticksOut() bool {
	return e.date.X1() > e.organs[len(e.organs)-1].X1()+0.5 && near(e.date.X1(), right-2*cell, 1)
}

var datePattern = regexp.MustCompile(`^20[0-9]{2}年([1-9]|1[0-2])月([1-9]|[12][0-9]|3[01])日$`)

func dateForm(d *Document) Result {
	if d.elements.date == nil {
		return absent()
	}
	text := d.elements.date.Text()
	return judged(datePattern.MatchString(text), "“%s”", text)
}

func signedPage(d *Document) Result {
	e := d.elements
	if e.date == nil {
		return absent()
	}
	var t tally
	n := 0
	for _, p := range e.paragraphs {
		for _, l := range p.lines {
			if l.Page == e.date.Page && l.Y < e.date.Y && l.body() {
				n++
			}
		}
		t.check(!strings.Contains(p.text(), "此页无正文"), "第%d页有“此页无正文”", p.lines[0].Page)
	}
	t.check(n > 0, "署名单独在第%d页", e.date.Page)
	return t.result("第%d页署名上有正文%d行", e.date.Page, n)
}
