package textlint_test

import (
	"strings"

	"hongtou/internal/elements"
	"hongtou/internal/printout"
)

const (
	cell = 156.0 / 28
	row  = 10.449
	pt   = 25.4 / 72
)

// page sets paragraphs by hand, 28 characters to a line. A paragraph may begin
// with a mark: # for a title, [face] for another face, | for a cell of a table;
// ↵ breaks a line, ^ raises and ~ lowers the character after it.
func page(paragraphs ...string) *elements.Document {
	p := printout.Page{Number: 1, Width: 210, Height: 297}
	y := 42.0
	for _, s := range paragraphs {
		y = set(&p, s, y)
	}
	return elements.Find(printout.Document{Pages: []printout.Page{p}})
}

func set(p *printout.Page, s string, y float64) float64 {
	face, size, x, last := "FangSong", 16.0, 28+2*cell, 184.0
	switch {
	case strings.HasPrefix(s, "#"):
		s, face, size = s[1:], "FZXBSJW--GB1-0", 22
		x = 106 - float64(len([]rune(s)))*size*pt/2
	case strings.HasPrefix(s, "["):
		face, s, _ = strings.Cut(s[1:], "]")
	case strings.HasPrefix(s, "|"):
		s = s[1:]
		for _, e := range []printout.Box{{X0: 28, Y0: y - 8, X1: 184, Y1: y - 8}, {X0: 28, Y0: y + 3, X1: 184, Y1: y + 3}, {X0: 28, Y0: y - 8, X1: 28, Y1: y + 3}, {X0: 184, Y0: y - 8, X1: 184, Y1: y + 3}} {
			p.Rules = append(p.Rules, printout.Rule{Page: 1, Box: e, Width: 0.2})
		}
	}
	rise := 0.0
	for _, r := range s {
		switch r {
		case '↵':
			x, y = 28, y+row
			continue
		case '^':
			rise = -0.35
			continue
		case '~':
			rise = 0.12
			continue
		}
		w := size * pt * cell / (16 * pt)
		if !elements.Wide(r) {
			w /= 2
		}
		if x+w > last+0.1 {
			x, y = 28, y+row
		}
		g := printout.Glyph{Page: 1, Face: face, Size: size, Rune: r, X0: x, X1: x + w, Y: y + rise*size*pt}
		if rise != 0 {
			g.Size *= 0.6
			g.X1 = x + w*0.6
		}
		p.Glyphs = append(p.Glyphs, g)
		x, rise = g.X1, 0
	}
	return y + row
}
