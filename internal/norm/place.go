package norm

import (
	"hongtou/internal/elements"
	"hongtou/internal/printout"
)

// The places of what is measured.

func onLine(l elements.Line) Place { return Place{Page: l.Page, Box: elements.Around(l)} }

func onLines(l []elements.Line) Place { return Place{Page: l[0].Page, Box: elements.Around(l...)} }

func onPage(p *elements.Page) Place { return Place{Page: p.Number} }

func onBox(p *elements.Page, b printout.Box) Place { return Place{Page: p.Number, Box: b} }

// onRule is around a line with its width.
func onRule(r printout.Rule) Place {
	half := max(r.Width, 0.2) / 2
	return Place{Page: r.Page, Box: printout.Box{X0: r.Box.X0 - half, Y0: r.Box.Y0 - half, X1: r.Box.X1 + half, Y1: r.Box.Y1 + half}}
}

func onImage(i printout.Image) Place { return Place{Page: i.Page, Box: i.Box} }
