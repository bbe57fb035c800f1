package elements

import (
	"hongtou/internal/gbt9704"
	"hongtou/internal/printout"
)

// hand is a page by hand: lines of text at their places, in mm.
type hand struct{ printout.Page }

func newHand(number int) *hand {
	return &hand{printout.Page{Number: number, Width: 210, Height: 297}}
}

// text writes words from x on; a blank only takes room.
func (h *hand) text(x, y, size float64, face, words string) *hand {
	return h.colour(printout.Black, x, y, size, face, words)
}

func (h *hand) colour(c printout.Colour, x, y, size float64, face, words string) *hand {
	for _, r := range words {
		w := size * gbt9704.Point
		if size == 16 {
			w = gbt9704.Cell
		}
		if !Wide(r) {
			w /= 2
		}
		if r != ' ' {
			h.Glyphs = append(h.Glyphs, printout.Glyph{Page: h.Number, Face: face, Size: size, Rune: r, X0: x, X1: x + w, Y: y, Colour: c})
		}
		x += w
	}
	return h
}

// body writes n lines of a paragraph from a line of the grid on; it is full but
// for the first indent and ends early.
func (h *hand) body(left float64, row, n int) *hand {
	for i := range n {
		x, count := left, gbt9704.Columns
		switch {
		case i == 0:
			x, count = left+2*gbt9704.Cell, gbt9704.Columns-2
		case i == n-1:
			count = 9
		}
		h.text(x, baseline(row+i), 16, "FangSong", prose(count))
	}
	return h
}

func (h *hand) rule(x0, y0, x1, y1, width float64, c printout.Colour) *hand {
	h.Rules = append(h.Rules, printout.Rule{Page: h.Number, Box: printout.Box{X0: x0, Y0: y0, X1: x1, Y1: y1}, Width: width, Colour: c})
	return h
}

// grid draws a table: lying rules at ys, standing ones at xs.
func (h *hand) grid(xs, ys []float64) *hand {
	for _, y := range ys {
		h.rule(28, y, 184, y, 0.2, printout.Black)
	}
	for _, x := range xs {
		h.rule(x, ys[0], x, ys[len(ys)-1], 0.2, printout.Black)
	}
	return h
}

func find(pages ...*hand) *Document {
	var d printout.Document
	for _, p := range pages {
		d.Pages = append(d.Pages, p.Page)
	}
	return Find(d)
}

func baseline(row int) float64 {
	return gbt9704.Top + 0.88*gbt9704.Character + float64(row-1)*gbt9704.Pitch
}

func prose(n int) string {
	const words = "整改工作应当坚持问题导向目标导向结果导向压实责任细化措施确保按期完成并接受社会监督"
	r := []rune(words + words)
	return string(r[:n])
}

var red = printout.Colour{R: 230, G: 0, B: 18}

func texts(lines []Line) []string {
	out := []string{}
	for _, l := range lines {
		out = append(out, l.Text())
	}
	return out
}
