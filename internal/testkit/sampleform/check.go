package sampleform

import (
	"testing"

	"hongtou/internal/testkit/judge"
)

const dpi = 300

// CheckBoxes measures, on the painted pages of a PDF file, the white boxes
// beside the labels of the form, from rule to rule, and returns how many it
// found.
func CheckBoxes(t *testing.T, path string) int {
	t.Helper()
	pages := map[int]*judge.Raster{}
	found := 0
	for _, w := range judge.PDFWords(t, path) {
		if pages[w.Page] == nil {
			pages[w.Page] = judge.RasterInk(t, path, w.Page, dpi)
		}
		p, x, y := pages[w.Page], w.Box.X1+8, (w.Box.Y0+w.Box.Y1)/2
		check := func(what string, x, y, least float64) (top float64) {
			t.Helper()
			top, bottom := box(p, x, y)
			if found++; bottom-top < least-0.01 {
				t.Errorf("page %d: %s beside %q is %.2f mm high, not %.0f", w.Page, what, w.Text, bottom-top, least)
			}
			return top
		}
		switch w.Text {
		case "联系人", "电话", "材料份数":
			check("what is written", w.Box.X1+12, y, 8)
		case "日期":
			check("the date", w.Box.X1+12, y, 8)
		case "盖章":
			check("the seal", x+10, y, 25)
		case "验收人员签字":
			top := check("the signature", x, y, 12)
			check("the opinion", x, top-6, 25)
		}
	}
	return found
}

// box gives the white stretch around a point, straight up and down.
func box(p *judge.Raster, x, y float64) (top, bottom float64) {
	pixels := func(mm float64) int { return int(mm / 25.4 * dpi) }
	white := func(row int) bool {
		r, g, b := p.At(pixels(x), row)
		return row > 0 && row < p.Height && !judge.Dark(r, g, b)
	}
	up, down := pixels(y), pixels(y)
	for white(up - 1) {
		up--
	}
	for white(down + 1) {
		down++
	}
	return float64(up) / dpi * 25.4, float64(down+1) / dpi * 25.4
}
