package pdfread

import (
	"math"
	"slices"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"

	"hongtou/internal/printout"
)

// writing takes down the characters of the page.
func (p *pageReader) writing() {
	textPage := p.call("FPDFText_LoadPage", p.handle)
	if textPage == 0 {
		return
	}
	var found []letter
	for i := range p.number("FPDFText_CountChars", textPage) {
		if !p.going() {
			break
		}
		if g, t := p.character(textPage, uint64(i)); t != nil {
			found = append(found, letter{g, t})
			p.mark()
		}
	}
	p.settle()
	p.call("FPDFText_ClosePage", textPage)
	// PDFium puts lines in the order of reading; painting has its own.
	slices.SortStableFunc(found, func(a, b letter) int { return a.piece.order - b.piece.order })
	for _, l := range spelled(apart(paired(found))) {
		p.letter(l)
	}
}

// letter is a character and its piece.
type letter struct {
	printout.Glyph
	piece *piece
}

// letter takes down a character and what its piece and font are known by.
func (p *pageReader) letter(l letter) {
	if l.Rune == utf8.RuneError {
		p.page.Unmapped++
		p.fonts.list[l.piece.font].ToUnicode = false
	}
	if l.piece.outlined && !l.piece.counted {
		l.piece.counted = true
		p.page.Outlined++
	}
	p.page.Glyphs = append(p.page.Glyphs, l.Glyph)
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
	r := rune(uint32(p.call("FPDFText_GetUnicode", textPage, index)))
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
	r = p.rune(r, t, textPage, index)
	font := p.fonts.list[t.font]
	g := printout.Glyph{Page: p.page.Number, Face: font.Name, Rune: r, Size: t.shown, Angle: t.angle, Colour: t.colour}
	p.set(&g, t, textPage, index, font.Embedded)
	if t.hidden || !p.seen(g, t) {
		p.page.Hidden++
		return printout.Glyph{}, nil
	}
	return g, t
}

// brokenHyphen is what PDFium makes of a hyphen at the end of a line.
const brokenHyphen = 2

// rune is a character; U+FFFD stands for one that the file does not tell. Half
// of a character beyond the sixteen-bit range is given as it is.
func (p *pageReader) rune(r rune, t *piece, textPage, index uint64) rune {
	switch {
	case r == 0, p.untold(t, r, textPage, index):
		return utf8.RuneError
	case r == brokenHyphen && p.holds("FPDFText_IsHyphen", textPage, index):
		return '-'
	case utf16.IsSurrogate(r):
		return r
	case !utf8.ValidRune(r), unicode.Is(unicode.Co, r):
		return utf8.RuneError
	}
	return r
}

// fontRune is a character of a font of a page.
type fontRune struct {
	font int
	rune rune
}

// untold says whether PDFium only guesses a character. It is asked once for each
// character of a font, which saves every sixth call.
func (p *pageReader) untold(t *piece, r rune, textPage, index uint64) bool {
	key := fontRune{t.font, r}
	if p.told[key] {
		return false
	}
	untold := p.holds("FPDFText_HasUnicodeMapError", textPage, index)
	p.told[key] = !untold
	return untold
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

// advance is how far a character goes in PDFium's coordinates. PDFium tells a
// box around the character's cell and its ink; where ink stands out of the cell
// the font is asked, as well as for fonts without ascent and descent, of which
// PDFium gives the ink alone.
func (p *pageReader) advance(x float64, t *piece, r rune) float64 {
	const near = 0.01 // points
	same := func(a, b float64) bool { return a-b < near && b-a < near }
	left, right := p.float32At(looseAt), p.float32At(looseAt+8)
	inkLeft, inkRight := p.float64At(tightAt), p.float64At(tightAt+8)
	if same(left, x) && !same(right, inkRight) {
		return right - x
	}
	if same(right, x) && !same(left, inkLeft) { // mirrored
		return left - x
	}
	width := 0.0
	if p.holds("FPDFFont_GetGlyphWidth", t.fontAt, uint64(uint32(r)), f32(t.size), p.address(widthAt)) {
		width = p.float32At(widthAt) * t.to.a
	}
	// The font may know another glyph by this character, as an f by the first of
	// an ffl; it is too narrow by more than ink can stand out.
	const standsOut = 0.25
	if em := math.Abs(t.size * t.to.a); width != 0 && math.Abs(width) > right-x-standsOut*em {
		return width
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
