package norm

import (
	"hongtou/internal/gbt9704"
)

// redLineWidth compares the red line with the type area of the page or with that
// of the standard: where the page's is wrong, 5.2.1 says so. An ordinary red head
// without a red line breaks this clause, which asks for one.
func redLineWidth(d paper) Result {
	if !d.ordinary() {
		return absent()
	}
	if len(d.RedRules) == 0 {
		return judged(false, "没有红色分隔线").at(d.headPlace())
	}
	r, f := d.RedRules[0], d.frame(1)
	length := r.Box.Width()
	as := func(left, right float64) bool {
		return near(r.Box.X0, left, 0.5) && near(r.Box.X1, right, 0.5) && near(length, right-left, 0.3)
	}
	return judged(as(f.X0, f.X1) || as(gbt9704.Left, gbt9704.Right), "%.2f～%.2f mm，长%.2f mm，粗%.2f mm（粗细标准未作规定）", r.Box.X0, r.Box.X1, length, r.Width).
		with("左端", r.Box.X0, "mm").with("右端", r.Box.X1, "mm").with("长", length, "mm").with("粗", r.Width, "mm").at(onRule(r))
}

func redLineGap(d paper) Result {
	n := d.Number
	if n == nil || !d.ordinary() || len(d.RedRules) == 0 {
		return absent()
	}
	r := d.RedRules[0]
	top, foot := r.Box.Y0-r.Width/2, d.Pages[0].LineInk(*n).Y1
	place := onRule(r)
	place.Box = place.Box.Union(onLine(*n).Box)
	return judged(near(top-foot, gbt9704.RedLineGap, 0.5), "%.2f mm", top-foot).with("距字号", top-foot, "mm").at(place)
}
