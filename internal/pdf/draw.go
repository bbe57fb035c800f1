package pdf

import (
	"bytes"

	"github.com/signintech/gopdf"

	"hongtou/internal/layout"
)

// draw lets gopdf make the document with its pages and rules. Of gopdf only this
// is used, and the font objects (skeleton.go): its text takes several times as
// long as ours, and its splitting, measuring, tables, links and outlines are
// wrong for us (go-libraries.md, 1.1 and 1.4).
func draw(b *layout.Book) ([]byte, error) {
	p := &pen{}
	p.pdf.Start(gopdf.Config{PageSize: paper(b.Pages[0]), Unit: gopdf.UnitPT})
	p.pdf.SetNoCompression() // finish adds the text, then compresses
	for i := range b.Pages {
		p.page(&b.Pages[i])
	}
	var out bytes.Buffer
	// Once only: a second WriteTo repeats the pages. Its count and error say
	// nothing about failed objects; reading the file back does (finish).
	if _, err := p.pdf.WriteTo(&out); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

// pen draws rules on the current page.
type pen struct {
	pdf    gopdf.GoPdf
	height layout.Unit // of the page
	drawn  bool        // there is a rule on the page
	last   layout.Rule // it
}

func paper(page layout.Page) gopdf.Rect {
	return gopdf.Rect{W: points(page.Width), H: points(page.Height)}
}

func (p *pen) page(page *layout.Page) {
	size := paper(*page)
	p.pdf.AddPageWithOption(gopdf.PageOption{PageSize: &size})
	p.height, p.drawn = page.Height, false
	for _, rule := range page.Rules {
		p.rule(rule)
	}
}

// rule draws one straight line with flat ends. What is as it was for the last
// one need not be said again.
func (p *pen) rule(r layout.Rule) {
	if !p.drawn || r.Width != p.last.Width {
		p.pdf.SetLineWidth(points(r.Width))
	}
	if !p.drawn || r.Colour != p.last.Colour {
		p.pdf.SetStrokeColor(r.Colour.R, r.Colour.G, r.Colour.B)
	}
	p.drawn, p.last = true, r
	p.pdf.Line(points(r.X1), p.down(r.Y1), points(r.X2), p.down(r.Y2))
}

// down gives gopdf an y that it turns into the upward coordinate rounded once:
// gopdf subtracts it from the page height.
func (p *pen) down(y layout.Unit) float64 {
	return points(p.height) - points(p.height-y)
}

// points is a coordinate in points, rounded to the 0.01 pt that we write.
func points(u layout.Unit) float64 { return float64(hundredths(u)) / 100 }

// hundredths is a coordinate in 1/100 pt, rounded half away from zero.
func hundredths(u layout.Unit) int64 {
	if u < 0 {
		return -hundredths(-u)
	}
	return (int64(u) + 5) / 10
}
