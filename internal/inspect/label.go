package inspect

import (
	"hongtou/internal/printout"
)

// Sizes of what is drawn over a page of A4, mm; other pages have them in
// proportion.
const (
	labelHeight = 7.2
	labelEm     = 5.6 // size of its type
	labelPad    = 1.2
	outset      = 0.7 // of a box around what it marks
)

// drawn is a mark with the place of its label.
type drawn struct {
	mark
	box, tag printout.Box
}

// layLabels puts labels beside their boxes where no other label stands.
func layLabels(all []mark, s Size) []drawn {
	k := max(s.Width, s.Height) / 297
	page := printout.Box{X1: s.Width, Y1: s.Height}
	var out []drawn
	var taken []printout.Box
	for _, m := range all {
		box := printout.Box{X0: m.box.X0 - outset*k, Y0: m.box.Y0 - outset*k, X1: m.box.X1 + outset*k, Y1: m.box.Y1 + outset*k}.Clip(page)
		tag := freePlace(box, labelWidth(m.label())*k, labelHeight*k, page, taken)
		taken = append(taken, tag)
		out = append(out, drawn{m, box, tag})
	}
	return out
}

// labelWidth is the width of a label on a page of A4.
func labelWidth(text string) float64 {
	w := 2 * labelPad
	for _, r := range text {
		if r > 0x2E7F {
			w += labelEm
		} else {
			w += labelEm * 0.6
		}
	}
	return max(w, labelHeight)
}

// margin is how much of the width of a page is white on either side, so that a
// label there covers no words.
const margin = 0.125

// freePlace looks for room for a label in the nearer margin, level with its box
// or further down, then in the other one, then around the box; in the end it
// stands over others.
func freePlace(box printout.Box, w, h float64, page printout.Box, taken []printout.Box) printout.Box {
	at := func(x, y float64) printout.Box {
		x, y = max(page.X0, min(x, page.X1-w)), max(page.Y0, min(y, page.Y1-h))
		return printout.Box{X0: x, Y0: y, X1: x + w, Y1: y + h}.Clip(page)
	}
	near, far := min(box.X0, margin*page.Width())-w, max(box.X1, (1-margin)*page.Width())
	if box.Centre() > page.Centre()+1 {
		near, far = far, near
	}
	var tries []printout.Box
	for _, x := range []float64{near, far} {
		for y, n := box.Y0, 0; y < page.Y1-h && n < 6; y, n = y+h, n+1 {
			tries = append(tries, at(x, y))
		}
	}
	tries = append(tries, at(box.X0, box.Y0-h), at(box.X1-w, box.Y0-h), at(box.X0, box.Y1), at(box.X1-w, box.Y1))
	for y := box.Y0; y < page.Y1-h; y += h {
		tries = append(tries, at(page.X0, y), at(page.X1-w, y))
	}
	for _, t := range tries {
		if !overlapsAny(t, taken) {
			return t
		}
	}
	return tries[0]
}

func overlapsAny(b printout.Box, all []printout.Box) bool {
	for _, o := range all {
		if b.Overlaps(o) {
			return true
		}
	}
	return false
}
