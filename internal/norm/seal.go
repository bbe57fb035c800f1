package norm

import (
	"slices"

	"hongtou/internal/elements"
	"hongtou/internal/gbt9704"
	"hongtou/internal/printout"
)

// seals measures the pictures of seals; a place that is left free for the real
// one has none.
func seals(d paper) Result {
	images := d.pictures()
	if d.sealing() != sealed {
		return absent()
	}
	if len(images) == 0 {
		if d.pictured() {
			return unproven("落款页是图片，印章不能单独测量").at(onLine(*d.Date))
		}
		return absent()
	}
	var t tally
	last := images[len(images)-1]
	off := last.Box.Centre() - d.Date.Centre()
	t.checkAt(onImage(last), last.Box.Overlaps(elements.Around(*d.Date)), "末枚印章不压日期")
	t.checkAt(onImage(last), near(off, 0, 1), "末枚印章中线与日期偏%s mm", hundredths(off))
	t.value("印章中线与日期偏", off, "mm")
	top, names := images[0], d.names()
	for _, i := range images {
		if i.Box.Y0 < top.Box.Y0 {
			top = i
		}
		t.checkAt(onImage(i), over(i, names), "有空白印章")
	}
	text := d.above(d.Organs[0])
	if text == nil {
		t.checkAt(onImage(top), false, "页上无正文")
		return t.result("%d枚", len(images))
	}
	white := top.Box.Y0 - elements.Around(*text).Y1
	t.checkAt(onImage(top), white <= max(gbt9704.Pitch, d.pitch)+0.05, "印章顶端距正文%s mm", hundredths(white))
	t.value("印章顶端距正文", white, "mm")
	return t.result("%d枚，顶端距正文%s mm，中线偏%s mm", len(images), hundredths(white), hundredths(off))
}

// names are the boxes around the organs' names.
func (d paper) names() []printout.Box {
	var out []printout.Box
	for _, s := range d.signatures() {
		out = append(out, elements.Around(s))
	}
	return out
}

// over says whether a seal lies on a name.
func over(seal printout.Image, names []printout.Box) bool {
	return slices.ContainsFunc(names, seal.Box.Overlaps)
}

func jointSeals(d paper) Result {
	images, names := d.pictures(), d.signatures()
	if d.sealing() != sealed || len(names) < 2 {
		return absent()
	}
	var t tally
	if len(images) == 0 {
		return absent() // the places are left free
	}
	t.checkAt(onLines(names), len(images) == len(names), "%d枚印章，%d个机关", len(images), len(names))
	f := d.frame(d.Date.Page)
	for i, a := range images {
		t.checkAt(onImage(a), a.Box.X0 >= f.X0-0.5 && a.Box.X1 <= max(f.X1, f.X0+gbt9704.Right-gbt9704.Left)+0.5, "第%d枚越出版心", i+1)
		for _, b := range images[i+1:] {
			t.checkAt(onImage(a), !a.Box.Overlaps(b.Box), "第%d枚与下一枚相交或相切", i+1)
		}
		if len(images) == len(names) {
			t.checkAt(onImage(a), a.Box.Overlaps(elements.Around(names[i])), "第%d枚不在“%s”上", i+1, names[i].Text())
		}
	}
	t.value("印章", float64(len(images)), "")
	t.value("机关", float64(len(names)), "")
	return t.result("%d个机关，%d枚印章", len(names), len(images))
}
