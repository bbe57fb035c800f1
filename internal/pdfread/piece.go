package pdfread

import (
	"math"

	"hongtou/internal/printout"
)

// piece is one text object: everything its characters have in common.
type piece struct {
	order    int // of painting
	clip     box
	hidden   bool // not painted
	outlined bool // drawn with its outline
	counted  bool // among the page's outlined pieces
	colour   printout.Colour
	font     int     // index in the page's table
	fontAt   uint64  // PDFium's font
	size     float64 // as the file says, before the matrix

	spelling []rune // what the file says the text is; nil if it says nothing

	placed bool    // what follows is known: it takes a character to ask for it
	to     matrix  // of its characters
	shown  float64 // size as shown, points
	angle  int
}

// PDFium's text modes. Those from clip on add the text to the clip, too.
const (
	modeStroke        = 1
	modeFillStroke    = 2
	modeInvisible     = 3
	modeStrokeClip    = 5
	modeFillAndClip   = 6
	modeClipInvisible = 7
)

// text takes down what the characters of a text object have in common.
func (p *pageReader) text(object uint64, at place) {
	t := &piece{order: len(p.texts), clip: at.clip}
	painted := p.fillOf(object)
	switch p.number("FPDFTextObj_GetTextRenderMode", object) {
	case modeStroke, modeStrokeClip:
		painted = p.strokeOf(object)
		t.outlined = true
	case modeFillStroke, modeFillAndClip:
		t.outlined = true
	case modeInvisible, modeClipInvisible:
		t.hidden = true
	}
	t.colour = painted.colour
	t.hidden = t.hidden || !painted.visible
	t.fontAt = p.call("FPDFTextObj_GetFont", object)
	t.font = p.font(t.fontAt)
	p.call("FPDFTextObj_GetFontSize", object, p.address(0))
	t.size = p.float32At(0)
	p.spell(object, t)
	p.texts[object] = t
}

// stand takes the matrix of a piece from one of its characters: it has the
// forms in it around the text.
func (p *pageReader) stand(t *piece, textPage, index uint64) {
	p.call("FPDFText_GetMatrix", textPage, index, p.address(0))
	t.to = p.matrixAt(0)
	t.placed = true
	t.shown = math.Abs(t.size) * math.Hypot(t.to.c, t.to.d)
	x, y := t.to.a, t.to.b
	if t.size < 0 {
		x, y = -x, -y
	}
	if finite(x, y) {
		t.angle = int(math.Round(math.Atan2(-y, x) * 180 / math.Pi))
	}
}
