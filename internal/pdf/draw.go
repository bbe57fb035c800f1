package pdf

import (
	"bytes"
	"fmt"

	"github.com/signintech/gopdf"

	"hongtou/internal/layout"
)

// draw lets gopdf write the book. Of gopdf only this is used: adding fonts and
// pages, one text call per run at its baseline, straight lines, quarter turns. Its splitting,
// measuring, tables, links and outlines are wrong for us (go-libraries.md,
// 1.1 and 1.4). Turned runs stand in a rotated state of their own.
func draw(b *layout.Book, f faces) ([]byte, error) {
	p := &pen{faces: f}
	first := b.Pages[0]
	p.pdf.Start(gopdf.Config{PageSize: paper(first), Unit: gopdf.UnitPT})
	p.pdf.SetNoCompression() // finish reads the content, then compresses
	for _, sub := range f {
		if sub == nil {
			continue
		}
		if err := p.pdf.AddTTFFontData(sub.Name, withoutOutlines(sub.TTF)); err != nil {
			return nil, fmt.Errorf("%s: %w", sub.Name, err)
		}
	}
	for i, page := range b.Pages {
		if err := p.page(page); err != nil {
			return nil, fmt.Errorf("page %d: %w", i+1, err)
		}
	}
	var out bytes.Buffer
	// Once only: a second WriteTo repeats the pages. Its count and error say
	// nothing about failed objects; reading the file back does (finish).
	if _, err := p.pdf.WriteTo(&out); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

// pen draws on the current page.
type pen struct {
	pdf    gopdf.GoPdf
	faces  faces
	height layout.Unit // of the page
}

func paper(page layout.Page) gopdf.Rect {
	return gopdf.Rect{W: points(page.Width), H: points(page.Height)}
}

// page draws rules below, runs above, each in the book's order. The i-th text
// object of a page is its i-th run with text: passes rely on it.
func (p *pen) page(page layout.Page) error {
	size := paper(page)
	p.pdf.AddPageWithOption(gopdf.PageOption{PageSize: &size})
	p.height = page.Height
	for _, rule := range page.Rules {
		p.rule(rule)
	}
	for _, run := range page.Runs {
		if run.Text == "" {
			continue
		}
		if err := p.run(run); err != nil {
			return err
		}
	}
	return nil
}

// run draws one run. gopdf writes size and spacing to 0.001 pt, which is our
// unit, so a line of any length ends where layout says, but for the rounding
// of its start. The colour is set every time: gopdf shares one state between
// text and fills.
func (p *pen) run(r layout.Run) error {
	if err := p.pdf.SetFontWithStyle(p.faces[r.Face].Name, gopdf.Regular, exact(r.Size)); err != nil {
		return err
	}
	if err := p.pdf.SetCharSpacing(exact(r.Tracking)); err != nil {
		return err
	}
	p.pdf.SetTextColor(r.Colour.R, r.Colour.G, r.Colour.B)
	x, y := points(r.X), p.down(r.Y)
	if r.Turned { // gopdf counts degrees to the left
		p.pdf.Rotate(-90, x, y)
		defer p.pdf.RotateReset()
	}
	p.pdf.SetXY(x, y)
	return p.pdf.Text(r.Text)
}

// rule draws one straight line with flat ends.
func (p *pen) rule(r layout.Rule) {
	p.pdf.SetLineWidth(points(r.Width))
	p.pdf.SetStrokeColor(r.Colour.R, r.Colour.G, r.Colour.B)
	p.pdf.Line(points(r.X1), p.down(r.Y1), points(r.X2), p.down(r.Y2))
}

// down gives gopdf an y that it turns into the upward coordinate rounded once:
// gopdf subtracts it from the page height.
func (p *pen) down(y layout.Unit) float64 {
	return points(p.height) - points(p.height-y)
}

// points is a coordinate in points, rounded to the 0.01 pt that gopdf writes.
func points(u layout.Unit) float64 {
	n := int64(u)
	if n < 0 {
		return -points(-u)
	}
	return float64((n+5)/10) / 100
}

// exact is a length in points as it is.
func exact(u layout.Unit) float64 { return float64(u) / 1000 }
