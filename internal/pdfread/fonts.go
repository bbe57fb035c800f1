package pdfread

import (
	"bytes"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"

	"hongtou/internal/printout"
)

// fontTable is the fonts of one page by PDFium's address.
type fontTable struct {
	index map[uint64]int
	list  []printout.Font
}

// font is the place of a font in the page's table.
func (p *pageReader) font(at uint64) int {
	if i, known := p.fonts.index[at]; known {
		return i
	}
	f := printout.Font{ToUnicode: true}
	if at != 0 {
		f.Name = printout.Untagged(fontName(p.nameOf("FPDFFont_GetBaseFontName", at)))
		f.Family = fontName(p.nameOf("FPDFFont_GetFamilyName", at))
		f.Embedded = p.number("FPDFFont_GetIsEmbedded", at) == 1
	}
	if p.fonts.index == nil {
		p.fonts.index = map[uint64]int{}
	}
	i := len(p.fonts.list)
	p.fonts.index[at] = i
	p.fonts.list = append(p.fonts.list, f)
	return i
}

// nameOf is a name of a font in its bytes.
func (p *pageReader) nameOf(function string, font uint64) []byte {
	name := p.sandbox.text(func(at, size uint64) uint64 { return p.call(function, font, at, size) })
	return bytes.TrimRight(name, "\x00")
}

// fontName is a name in whatever encoding it is written: UTF-8, as it should be,
// GBK, as Chinese programs did, or else one byte a letter.
func fontName(raw []byte) string {
	if utf8.Valid(raw) {
		return string(raw)
	}
	if name, err := simplifiedchinese.GBK.NewDecoder().Bytes(raw); err == nil && !bytes.ContainsRune(name, utf8.RuneError) {
		return string(name)
	}
	return latin1(raw)
}

// latin1 takes every byte for the letter of that number.
func latin1(raw []byte) string {
	letters := make([]rune, len(raw))
	for i, b := range raw {
		letters[i] = rune(b)
	}
	return string(letters)
}

// fontList gathers the fonts of a file; a font in several subsets is one.
type fontList struct{ fonts []printout.Font }

func (l *fontList) add(fonts []printout.Font) {
next:
	for _, f := range fonts {
		for i := range l.fonts {
			if k := &l.fonts[i]; k.Name == f.Name && k.Family == f.Family && k.Embedded == f.Embedded {
				k.ToUnicode = k.ToUnicode && f.ToUnicode
				continue next
			}
		}
		l.fonts = append(l.fonts, f)
	}
}
