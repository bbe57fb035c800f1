package pdfread

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"hongtou/internal/printout"
)

// writing takes down the characters of the page.
func (p *pageReader) writing() {
	textPage := p.call("FPDFText_LoadPage", p.handle)
	if textPage == 0 {
		return
	}
	// PDFium puts lines in the order of reading; painting has its own.
	var order []int
	for i := range p.number("FPDFText_CountChars", textPage) {
		if !p.going() {
			break
		}
		if g, t := p.character(textPage, uint64(i)); t != nil {
			p.page.Glyphs = append(p.page.Glyphs, g)
			order = append(order, t.order)
			p.mark()
		}
	}
	p.settle()
	p.call("FPDFText_ClosePage", textPage)
	p.page.Glyphs = inOrder(p.page.Glyphs, order)
}

// inOrder sorts characters by the order of their pieces.
func inOrder(glyphs []printout.Glyph, order []int) []printout.Glyph {
	if slices.IsSorted(order) {
		return glyphs
	}
	index := make([]int, len(glyphs))
	for i := range index {
		index[i] = i
	}
	slices.SortStableFunc(index, func(a, b int) int { return order[a] - order[b] })
	sorted := make([]printout.Glyph, len(glyphs))
	for i, k := range index {
		sorted[i] = glyphs[k]
	}
	return sorted
}

// Room for results of one character.
const (
	originAt = 0  // x, y as float64
	tightAt  = 16 // left, right, bottom, top as float64
	looseAt  = 48 // left, top, right, bottom as float32
	widthAt  = 64 // float32
)

// character reads one character; the piece is nil if nothing is to be seen.
func (p *pageReader) character(textPage, index uint64) (printout.Glyph, *piece) {
	r := p.rune(textPage, index)
	if unicode.IsSpace(r) {
		return printout.Glyph{}, nil
	}
	// Characters that PDFium makes up belong to no object.
	t := p.texts[p.call("FPDFText_GetTextObject", textPage, index)]
	if t == nil {
		return printout.Glyph{}, nil
	}
	if !t.placed {
		p.stand(t, textPage, index)
	}
	font := &p.fonts.list[t.font]
	g := printout.Glyph{Page: p.page.Number, Face: font.Name, Rune: r, Size: t.shown, Angle: t.angle, Colour: t.colour}
	p.set(&g, t, textPage, index, font.Embedded)
	if t.hidden || !p.seen(g, t) {
		p.page.Hidden++
		return printout.Glyph{}, nil
	}
	if r == utf8.RuneError {
		p.page.Unmapped++
		font.ToUnicode = false
	}
	if t.outlined && !t.counted {
		t.counted = true
		p.page.Outlined++
	}
	return g, t
}

// brokenHyphen is what PDFium makes of a hyphen at the end of a line.
const brokenHyphen = 2

// rune is a character; U+FFFD stands for one that the file does not tell.
func (p *pageReader) rune(textPage, index uint64) rune {
	r := rune(uint32(p.call("FPDFText_GetUnicode", textPage, index)))
	switch {
	case r == brokenHyphen:
		return '-'
	case unicode.IsSpace(r):
		return r
	case r == 0, !utf8.ValidRune(r), unicode.Is(unicode.Co, r), p.holds("FPDFText_HasUnicodeMapError", textPage, index):
		return utf8.RuneError
	}
	return r
}

// set gives a character its place.
func (p *pageReader) set(g *printout.Glyph, t *piece, textPage, index uint64, embedded bool) {
	p.call("FPDFText_GetCharOrigin", textPage, index, p.address(originAt), p.address(originAt+8))
	p.call("FPDFText_GetCharBox", textPage, index, p.address(tightAt), p.address(tightAt+8), p.address(tightAt+16), p.address(tightAt+24))
	p.call("FPDFText_GetLooseCharBox", textPage, index, p.address(looseAt))
	origin := point{p.float64At(originAt), p.float64At(originAt + 8)}
	at := p.toPage.apply(origin)
	g.X0, g.Y = at.x, at.y
	end := origin.x + p.advance(origin.x, t, g.Rune)
	g.X1 = p.toPage.apply(point{end, origin.y}).x
	ink := p.toPage.box(p.float64At(tightAt), p.float64At(tightAt+16), p.float64At(tightAt+8), p.float64At(tightAt+24))
	// Without its font PDFium paints another, whose outlines are not the file's.
	if embedded && !ink.Empty() && finite(ink.X0, ink.Y0, ink.X1, ink.Y1) {
		g.Ink = ink
	}
}

// advance is how far a character goes in PDFium's coordinates.
func (p *pageReader) advance(x float64, t *piece, r rune) float64 {
	left, right := p.float32At(looseAt), p.float32At(looseAt+8)
	// Of a font without ascent and descent PDFium gives the ink instead.
	const near = 0.01
	if left-x < near && x-left < near {
		return right - x
	}
	if right-x < near && x-right < near { // mirrored
		return left - x
	}
	if p.holds("FPDFFont_GetGlyphWidth", t.fontAt, uint64(uint32(r)), f32(t.size), p.address(widthAt)) {
		return p.float32At(widthAt) * t.to.a
	}
	return right - x
}

// seen says whether any of a character lies on the page and inside its clip.
func (p *pageReader) seen(g printout.Glyph, t *piece) bool {
	if !finite(g.X0, g.X1, g.Y, g.Size) {
		return false
	}
	cell := g.Ink
	if cell.Empty() {
		em := g.Size * mmPerPoint
		cell = edges(min(g.X0, g.X1), g.Y-em, max(g.X0, g.X1), g.Y+em/4)
	}
	return meets(cell, t.clip)
}
