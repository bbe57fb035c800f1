package pdfread

// Kinds of annotations that are no marks on the page, and flags that keep one
// from being seen.
const (
	linkNote   = 2
	popupNote  = 16
	hiddenNote = 1<<1 | 1<<5 // hidden, not for the screen
)

// notes takes down the annotations that are seen.
func (p *pageReader) notes() {
	for i := range p.number("FPDFPage_GetAnnotCount", p.handle) {
		note := p.call("FPDFPage_GetAnnot", p.handle, uint64(i))
		if !p.going() {
			return
		}
		if note == 0 {
			continue
		}
		kind := p.number("FPDFAnnot_GetSubtype", note)
		flags := p.number("FPDFAnnot_GetFlags", note)
		known := p.holds("FPDFAnnot_GetRect", note, p.address(0))
		b := p.turned.box(p.float32At(0), p.float32At(12), p.float32At(8), p.float32At(4))
		p.call("FPDFPage_CloseAnnot", note)
		if known && kind != linkNote && kind != popupNote && flags&hiddenNote == 0 && meets(b, p.sheet) {
			p.page.Notes = append(p.page.Notes, b)
			p.mark()
		}
	}
	p.settle()
}
