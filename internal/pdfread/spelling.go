package pdfread

import (
	"bytes"
	"encoding/binary"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"
)

// actualText is the property by which a file says what a piece of text is where
// its glyphs do not: ligatures, variants, characters outside a font's table.
const actualText = "ActualText"

const stringValue = 3 // PDFium's kind of property

// spell takes the spelling of a piece.
func (p *pageReader) spell(object uint64, t *piece) {
	for i := range p.number("FPDFPageObj_CountMarks", object) {
		mark := p.call("FPDFPageObj_GetMark", object, uint64(i))
		if !p.going() {
			return
		}
		if p.number("FPDFPageObjMark_GetParamValueType", mark, p.key) != stringValue {
			continue
		}
		p.spelt = append(p.spelt, spelt{object, mark})
		if first := p.speller[mark]; first != nil {
			first.spelling = nil // of several pieces: nobody knows which has which part
			continue
		}
		p.speller[mark] = t
		t.spelling = p.property(mark)
	}
}

// spelt is a mark that spells an object.
type spelt struct{ object, mark uint64 }

// unspell takes all spellings off: PDFium would put all their characters in one
// place and leave out those beyond the sixteen-bit range. A mark is known by its
// address only until the first is taken off.
func (p *pageReader) unspell() {
	for _, s := range p.spelt {
		p.call("FPDFPageObj_RemoveMark", s.object, s.mark)
	}
}

// property is the value of a mark's ActualText, without blanks.
func (p *pageReader) property(mark uint64) []rune {
	raw := p.sandbox.text(func(at, size uint64) uint64 {
		p.call("FPDFPageObjMark_GetParamBlobValue", mark, p.key, at, size, p.address(0))
		return uint64(p.intAt(0))
	})
	var out []rune
	for _, r := range textString(raw) {
		if !unicode.IsSpace(r) && r != 0 {
			out = append(out, r)
		}
	}
	return out
}

// textString decodes a text of PDF: UTF-16 or UTF-8 if it says so, else one
// byte a letter.
func textString(raw []byte) string {
	if text, ok := bytes.CutPrefix(raw, []byte("\xef\xbb\xbf")); ok {
		return string(text)
	}
	text, ok := bytes.CutPrefix(raw, []byte("\xfe\xff"))
	if !ok {
		return latin1(raw)
	}
	units := make([]uint16, len(text)/2)
	for i := range units {
		units[i] = binary.BigEndian.Uint16(text[2*i:])
	}
	return string(utf16.Decode(units))
}

// spelled gives characters what the file says they are, where it can be told
// which is which: one for one, or several for one glyph.
func spelled(letters []letter) []letter {
	out := make([]letter, 0, len(letters))
	for len(letters) > 0 {
		n := 1
		for n < len(letters) && letters[n].piece == letters[0].piece {
			n++
		}
		piece, said := letters[:n], letters[0].piece.spelling
		letters = letters[n:]
		switch {
		case len(said) == n:
			for i := range piece {
				piece[i].Rune = said[i]
			}
		case n == 1 && len(said) > 1:
			one := piece[0]
			piece = nil
			for _, r := range said {
				one.Rune = r
				piece = append(piece, one)
			}
			divide(piece)
		}
		out = append(out, piece...)
	}
	return out
}

// paired makes one character of two halves, which PDFium has in the same place;
// a half alone is none.
func paired(letters []letter) []letter {
	out := letters[:0]
	for i := 0; i < len(letters); i++ {
		l := letters[i]
		if utf16.IsSurrogate(l.Rune) && i+1 < len(letters) && samePlace(l, letters[i+1]) {
			l.Rune = utf16.DecodeRune(l.Rune, letters[i+1].Rune)
			i++
		}
		if utf16.IsSurrogate(l.Rune) || unicode.Is(unicode.Co, l.Rune) {
			l.Rune = utf8.RuneError
		}
		out = append(out, l)
	}
	return out
}

func samePlace(a, b letter) bool {
	return a.piece == b.piece && a.X0 == b.X0 && a.Y == b.Y && a.Ink == b.Ink
}

// apart puts the characters of a ligature, all of which PDFium has in the place
// of the whole, beside each other.
func apart(letters []letter) []letter {
	for rest := letters; len(rest) > 0; {
		n := 1
		for n < len(rest) && samePlace(rest[0], rest[n]) {
			n++
		}
		divide(rest[:n])
		rest = rest[n:]
	}
	return letters
}

// divide shares the place of one glyph evenly among characters.
func divide(letters []letter) {
	n := float64(len(letters))
	if n == 1 || letters[0].Angle != 0 {
		return
	}
	for i := range letters {
		l, k := &letters[i], float64(i)
		start, wide, ink := l.X0, (l.X1-l.X0)/n, l.Ink.Width()/n
		l.X0, l.X1 = start+k*wide, start+(k+1)*wide
		if !l.Ink.Empty() {
			l.Ink.X0 += k * ink
			l.Ink.X1 = l.Ink.X0 + ink
		}
	}
}
