package pdfread

import (
	"hongtou/internal/printout"
)

// PDFium's kinds of objects.
const (
	textObject    = 1
	pathObject    = 2
	imageObject   = 3
	shadingObject = 4
	formObject    = 5
)

// deepest is how far forms inside forms are followed.
const deepest = 8

// place is where an object stands: inside which forms and which clip.
type place struct {
	to    matrix // from the object's coordinates to millimetres
	clip  box    // what of it can be seen at most
	depth int
}

// drawing walks over all objects of the page in the order of painting.
func (p *pageReader) drawing() {
	at := place{to: p.toPage, clip: p.sheet}
	for i := range p.number("FPDFPage_CountObjects", p.handle) {
		object := p.call("FPDFPage_GetObject", p.handle, uint64(i))
		if !p.going() {
			return
		}
		p.object(object, at)
	}
	p.settle()
}

func (p *pageReader) object(object uint64, at place) {
	if object == 0 {
		return
	}
	at.clip = p.clipped(object, at)
	switch p.number("FPDFPageObj_GetType", object) {
	case textObject:
		p.text(object, at)
	case pathObject:
		p.path(object, at)
	case imageObject:
		p.image(object, at)
	case shadingObject:
		p.shading(object, at)
	case formObject:
		p.form(object, at)
	}
}

// form goes into a form.
func (p *pageReader) form(object uint64, at place) {
	if at.depth++; at.depth > deepest {
		return
	}
	at.to = p.matrixOf(object).then(at.to)
	for i := range p.number("FPDFFormObj_CountObjects", object) {
		inner := p.call("FPDFFormObj_GetObject", object, uint64(i))
		if !p.going() {
			return
		}
		p.object(inner, at)
	}
}

func (p *pageReader) matrixOf(object uint64) matrix {
	p.call("FPDFPageObj_GetMatrix", object, p.address(0))
	return p.matrixAt(0)
}

// clipped narrows the clip by an object's own, whose paths are taken for their
// boxes: nearly all are rectangles.
func (p *pageReader) clipped(object uint64, at place) box {
	clip := p.call("FPDFPageObj_GetClipPath", object)
	if clip == 0 {
		return at.clip
	}
	for i := range p.number("FPDFClipPath_CountPaths", clip) {
		var points []point
		for k := range p.number("FPDFClipPath_CountPathSegments", clip, uint64(i)) {
			if !p.going() {
				return at.clip
			}
			segment := p.call("FPDFClipPath_GetPathSegment", clip, uint64(i), uint64(k))
			points = append(points, at.to.apply(p.segmentEnd(segment)))
		}
		if len(points) > 0 {
			at.clip = at.clip.Clip(around(points))
		}
	}
	return at.clip
}

func (p *pageReader) segmentEnd(segment uint64) point {
	p.call("FPDFPathSegment_GetPoint", segment, p.address(0), p.address(4))
	return point{p.float32At(0), p.float32At(4)}
}

// paint is a colour and whether it is seen at all.
type paint struct {
	colour  printout.Colour
	visible bool
}

// almostWhite is the component from which a colour passes for the paper's.
const almostWhite = 250

// white says whether a colour cannot be told from paper.
func white(c printout.Colour) bool {
	return c.R >= almostWhite && c.G >= almostWhite && c.B >= almostWhite
}

func (p *pageReader) fillOf(object uint64) paint {
	return p.paintOf("FPDFPageObj_GetFillColor", object)
}

func (p *pageReader) strokeOf(object uint64) paint {
	return p.paintOf("FPDFPageObj_GetStrokeColor", object)
}

// paintOf asks for a colour; one that PDFium cannot tell, as of a pattern, is
// taken for black.
func (p *pageReader) paintOf(function string, object uint64) paint {
	if !p.holds(function, object, p.address(0), p.address(4), p.address(8), p.address(12)) {
		return paint{visible: true}
	}
	c := printout.Colour{R: uint8(p.intAt(0)), G: uint8(p.intAt(4)), B: uint8(p.intAt(8))}
	return paint{c, p.intAt(12) > 0}
}

// image takes down a picture.
func (p *pageReader) image(object uint64, at place) {
	at.to = p.matrixOf(object).then(at.to)
	seen := at.to.box(0, 0, 1, 1).Clip(at.clip)
	if seen.Empty() || !p.going() {
		return
	}
	p.call("FPDFImageObj_GetImageMetadata", object, p.handle, p.address(0))
	const bits, space = 16, 20 // after width, height and two resolutions
	stencil := p.intAt(bits) == 1 && p.intAt(space) == 0
	p.call("FPDFImageObj_GetImagePixelSize", object, p.address(0), p.address(4))
	p.page.Images = append(p.page.Images, printout.Image{
		Page: p.page.Number, Box: seen, Width: p.intAt(0), Height: p.intAt(4), Mask: stencil,
	})
	p.mark()
}

// shading takes down a gradient, whose colour is none in particular.
func (p *pageReader) shading(object uint64, at place) {
	if p.holds("FPDFPageObj_GetBounds", object, p.address(0), p.address(4), p.address(8), p.address(12)) {
		b := at.to.box(p.float32At(0), p.float32At(4), p.float32At(8), p.float32At(12))
		p.area(b, at, printout.Colour{R: 128, G: 128, B: 128})
	}
}
