package elements

import (
	"cmp"
	"slices"
	"strings"

	"hongtou/internal/printout"
)

// What a red line is found by.
const (
	redLength  = 100.0 // mm
	redThick   = 3.5   // mm: areas and pictures up to this height are lines
	piecesGap  = 15.0  // mm between the pieces of one line, for a star in the middle
	oneLine    = 0.3   // mm: how much lower one piece may lie than another
	lineRunes  = "_＿—―─━－﹍﹎￣‾-"
	starRunes  = "★☆"
	leastRunes = 8 // of a line that is made of characters
)

// redGlyphs takes rows of red underscores and dashes, and a star between them,
// out of the red text: they are a red line.
func (p *Page) redGlyphs() {
	p.Red = slices.DeleteFunc(p.Red, func(l Line) bool {
		text := strings.Trim(l.Text(), starRunes)
		if strings.Trim(text, lineRunes+starRunes) != "" {
			return false
		}
		if len([]rune(text)) >= leastRunes {
			box, ok := p.glyphInk(printout.Colour.Red, Around(l))
			if !ok {
				box = printout.Box{X0: l.X0(), Y0: l.Y, X1: l.X1(), Y1: l.Y}
			}
			p.red = append(p.red, lying(p.Number, box, l.Glyphs[0].Colour))
		}
		return true
	})
}

// lying makes a rule of the box around a line's ink.
func lying(page int, box printout.Box, colour printout.Colour) printout.Rule {
	y := box.Middle()
	return printout.Rule{Page: page, Box: printout.Box{X0: box.X0, Y0: y, X1: box.X1, Y1: y}, Width: box.Height(), Colour: colour}
}

// redRules are the long red lines of a page from top to bottom, whatever they
// are made of: rules, in one piece or several, thick filled areas, rows of
// characters, thin pictures, or lines inside a picture of the whole head.
func (p *Page) redRules() []printout.Rule {
	pieces := slices.Clone(p.red)
	for _, r := range p.LongRules(true, 2) {
		pieces = append(pieces, r)
	}
	for _, a := range p.Areas {
		if a.Colour.Red() && a.Box.Height() <= redThick && a.Box.Width() > 5*a.Box.Height() {
			pieces = append(pieces, lying(p.Number, a.Box, a.Colour))
		}
	}
	pieces = append(pieces, p.pictured()...)
	slices.SortStableFunc(pieces, func(a, b printout.Rule) int { return cmp.Compare(a.Box.Y0, b.Box.Y0) })
	long := slices.DeleteFunc(inOne(pieces), func(r printout.Rule) bool { return r.Box.Width() < redLength })
	return outer(long)
}

// mostRules is how many lines a head or an imprint has at most.
const mostRules = 60

// outer keeps the first and the last lines where there are too many.
func outer(rules []printout.Rule) []printout.Rule {
	n := len(rules)
	if n <= mostRules {
		return rules
	}
	return slices.Concat(rules[:mostRules/2], rules[n-mostRules/2:])
}

// inOne joins the pieces that lie on one height with little between them.
func inOne(pieces []printout.Rule) []printout.Rule {
	var out []printout.Rule
	for len(pieces) > 0 {
		n := 1
		for n < len(pieces) && pieces[n].Box.Y0-pieces[0].Box.Y0 <= oneLine {
			n++
		}
		row := slices.Clone(pieces[:n])
		pieces = pieces[n:]
		slices.SortStableFunc(row, func(a, b printout.Rule) int { return cmp.Compare(a.Box.X0, b.Box.X0) })
		for i, r := range row {
			if last := len(out) - 1; i > 0 && r.Box.X0-out[last].Box.X1 <= piecesGap {
				out[last].Box.X1 = max(out[last].Box.X1, r.Box.X1)
				out[last].Width = max(out[last].Width, r.Width)
				continue
			}
			out = append(out, r)
		}
	}
	return out
}

// pictured are red lines in pictures: thin pictures, and rows of red pixels in
// pictures of a whole head. It paints the page only if there is such a picture.
func (p *Page) pictured() []printout.Rule {
	var out []printout.Rule
	for _, i := range p.headPictures(redLength) {
		r, ok := p.painted()
		if !ok {
			break
		}
		out = append(out, redRows(r, p.Number, i.Box)...)
	}
	return out
}

// headPictures are the first pictures in the upper part of a page that are wide
// enough. A picture of a whole page is a scan and tells nothing here.
func (p *Page) headPictures(width float64) []printout.Image {
	if p.Scanned() {
		return nil
	}
	var out []printout.Image
	for _, i := range p.Images {
		if i.Box.Width() >= width && i.Box.Y0 < headShare*p.Height && len(out) < mostHeads {
			out = append(out, i)
		}
	}
	return out
}

// redRows finds lines in painted ink: rows of pixels that are red over a long
// stretch, few enough on top of each other.
func redRows(r printout.Raster, page int, in printout.Box) []printout.Rule {
	mm := 25.4 / float64(r.DPI)
	x0, x1 := max(0, int(in.X0/mm)), min(r.Width, int(in.X1/mm))
	y0, y1 := max(0, int(in.Y0/mm)), min(r.Height, int(in.Y1/mm)+1)
	var out []printout.Rule
	var box printout.Box
	flush := func() {
		if !box.Empty() && box.Height() <= redThick {
			out = append(out, lying(page, box, printout.Colour{R: 255}))
		}
		box = printout.Box{}
	}
	for y := y0; y < y1; y++ {
		first, last, n := 0, 0, 0
		for x := x0; x < x1; x++ {
			if printout.RedInk(r.At(x, y)) {
				if n++; n == 1 {
					first = x
				}
				last = x + 1
			}
		}
		if float64(n)*mm < redLength*0.9 || float64(n) < 0.9*float64(last-first) {
			flush()
			continue
		}
		box = box.Union(printout.Box{X0: float64(first) * mm, Y0: float64(y) * mm, X1: float64(last) * mm, Y1: float64(y+1) * mm})
	}
	flush()
	return out
}
