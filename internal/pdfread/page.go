package pdfread

import (
	"hongtou/internal/printout"
)

// pageReader reads one page in one sandbox.
type pageReader struct {
	*sandbox
	reader  *reader
	handle  uint64 // PDFium's page
	toPage  matrix // from PDFium's coordinates to millimetres from the top left
	turned  matrix // the same for what cannot be turned, as annotations
	sheet   box
	page    printout.Page
	fonts   fontTable
	texts   map[uint64]*piece // pieces of text by PDFium's address
	speller map[uint64]*piece // pieces by the mark that spells them
	told    map[fontRune]bool // characters that PDFium does not guess
	spelt   []spelt
	key     uint64 // address of the word ActualText
	found   int    // marks not yet counted against the limit
	failed  error  // a limit that was passed
}

// page reads a page, counted from 0.
func (r *reader) page(s *sandbox, document uint64, index int) (sheet, error) {
	handle := s.call("FPDF_LoadPage", document, uint64(index))
	if s.err != nil || handle == 0 {
		return sheet{}, s.fault()
	}
	p := &pageReader{
		sandbox: s, reader: r, handle: handle, key: s.address(outBytes),
		texts: map[uint64]*piece{}, speller: map[uint64]*piece{}, told: map[fontRune]bool{},
	}
	p.page.Number = index + 1
	p.measure()
	p.turn()
	p.drawing()
	p.unspell()
	p.writing()
	p.notes()
	s.call("FPDF_ClosePage", handle)
	if p.failed != nil {
		return sheet{}, p.failed
	}
	if s.err != nil {
		return sheet{}, s.fault()
	}
	p.page.Rules = joined(p.page.Rules)
	return sheet{p.page, p.fonts.list}, nil
}

// going says whether reading still makes sense; loops over what a file says
// there is ask it.
func (p *pageReader) going() bool { return p.err == nil && p.failed == nil }

// mark counts what was found. The limit is looked at now and then.
func (p *pageReader) mark() {
	if p.found++; p.found >= 1000 {
		p.settle()
	}
}

func (p *pageReader) settle() {
	if err := p.reader.spend(p.found); err != nil && p.failed == nil {
		p.failed = err
	}
	p.found = 0
}

// measure takes the page's size as it is shown and where its corner lies.
func (p *pageReader) measure() {
	p.call("FPDF_GetPageBoundingBox", p.handle, p.address(0))
	left, top, right, bottom := p.float32At(0), p.float32At(4), p.float32At(8), p.float32At(12)
	if !finite(left, top, right, bottom) {
		left, top, right, bottom = 0, 0, 0, 0
	}
	width, height := right-left, top-bottom
	p.toPage = matrix{mmPerPoint, 0, 0, -mmPerPoint, -left * mmPerPoint, top * mmPerPoint}
	if p.quarters()%2 == 1 {
		width, height = height, width
	}
	p.page.Width, p.page.Height = width*mmPerPoint, height*mmPerPoint
	p.sheet = box{X1: p.page.Width, Y1: p.page.Height}
}

// quarters is how many quarter turns to the right a page is shown with.
func (p *pageReader) quarters() int { return p.number("FPDFPage_GetRotation", p.handle) & 3 }

// turn brings everything on a turned page to where it is shown. PDFium tells
// the advance of a character for text that runs to the right only, so it does
// not do to turn what it tells.
func (p *pageReader) turn() {
	p.turned = p.toPage
	quarters := p.quarters()
	if quarters == 0 {
		return
	}
	// toPage read backwards gives the page's corner in points.
	left, top := -p.toPage.e/mmPerPoint, p.toPage.f/mmPerPoint
	width, height := p.page.Width/mmPerPoint, p.page.Height/mmPerPoint
	var m matrix
	switch quarters {
	case 1: // width and height are those of the turned page
		m = matrix{0, -1, 1, 0, width - top, left + height}
	case 2:
		m = matrix{-1, 0, 0, -1, left + width, top}
	case 3:
		m = matrix{0, 1, -1, 0, top, -left}
	}
	p.transform(m)
	p.toPage = matrix{mmPerPoint, 0, 0, -mmPerPoint, 0, p.page.Height}
	p.turned = m.then(p.toPage)
}

// transform moves every object of the page.
func (p *pageReader) transform(m matrix) {
	p.writeNumbers(m.a, m.b, m.c, m.d, m.e, m.f)
	for i := range p.number("FPDFPage_CountObjects", p.handle) {
		object := p.call("FPDFPage_GetObject", p.handle, uint64(i))
		if !p.going() || object == 0 {
			return
		}
		p.call("FPDFPageObj_TransformF", object, p.address(0))
		p.call("FPDFPageObj_TransformClipPath", object, f64(m.a), f64(m.b), f64(m.c), f64(m.d), f64(m.e), f64(m.f))
	}
}
