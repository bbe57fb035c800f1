package elements

import (
	"hongtou/internal/gbt9704"
	"hongtou/internal/printout"
)

// MarkKind is what a mark is made of.
type MarkKind string

// The kinds of marks.
const (
	TextMark    MarkKind = "文字"
	PictureMark MarkKind = "图片" // its face cannot be told
	CurvesMark  MarkKind = "曲线" // its characters were turned into curves
)

// Mark is 发文机关标志.
type Mark struct {
	Kind  MarkKind
	Lines []Line       // of a mark of text
	Box   printout.Box // around its ink, in mm
}

// Parts of the first page in which a mark is looked for, and its least width.
const (
	headShare = 0.6  // of the page's height, where no red line ends it
	mostHeads = 8    // pictures that are looked into
	markWidth = 30.0 // mm
)

// findMark looks over the first red line, or, without one, in the upper part of
// page 1.
func (d *Document) findMark() *Mark {
	p := d.Pages[0]
	zone := printout.Box{X1: p.Width, Y1: headShare * p.Height}
	if len(d.RedRules) > 0 {
		r := d.RedRules[0]
		zone.Y1 = r.Box.Y0 - r.Width/2 - 0.2
	}
	m := &Mark{Kind: TextMark}
	for _, l := range p.Red {
		if l.Y <= headShare*p.Height && l.Size() > gbt9704.Size4+1 {
			m.Lines = append(m.Lines, l)
			zone.Y1 = max(zone.Y1, l.Y+1)
		}
	}
	if len(m.Lines) > 0 {
		m.Box = p.markInk(Around(m.Lines...))
		return m
	}
	if box := p.redCurves(zone); !box.Empty() {
		return &Mark{Kind: CurvesMark, Box: box}
	}
	if box := p.redPicture(zone, len(d.RedRules) > 0); !box.Empty() {
		return &Mark{Kind: PictureMark, Box: box}
	}
	return nil
}

// markInk is the red ink of lines, or the cells if it cannot be told.
func (p *Page) markInk(cells printout.Box) printout.Box {
	const over = 2.0 // mm that ink may stick out of the cells
	around := printout.Box{X0: cells.X0 - over, Y0: cells.Y0 - over, X1: cells.X1 + over, Y1: cells.Y1 + over}
	if ink, ok := p.glyphInk(printout.Colour.Red, around); ok {
		return ink
	}
	return cells
}

// redCurves is the box around red areas that may be characters of a mark.
func (p *Page) redCurves(zone printout.Box) printout.Box {
	var box printout.Box
	for _, a := range p.Areas {
		if a.Colour.Red() && a.Box.Height() > redThick && a.Box.Within(zone, 0) {
			box = box.Union(a.Box)
		}
	}
	if box.Width() < markWidth {
		return printout.Box{}
	}
	return box
}

// redPicture is the box around the red ink of a picture that may be a mark. A
// seal is as high as it is wide; over a red line there is none.
func (p *Page) redPicture(zone printout.Box, lined bool) printout.Box {
	for _, i := range p.headPictures(markWidth) {
		b := i.Box
		wide := lined || b.Width() > 1.5*b.Height()
		if !wide || b.Height() < redThick || b.Y0 >= zone.Y1 || b.Height() > p.Height/2 {
			continue
		}
		b.Y1 = min(b.Y1, zone.Y1)
		r, ok := p.painted()
		if !ok {
			return b
		}
		if ink, ok := r.Ink(printout.RedInk, b); ok && ink.Width() >= markWidth {
			return ink
		}
	}
	return printout.Box{}
}
