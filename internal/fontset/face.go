package fontset

import (
	"fmt"

	"hongtou/internal/sfnt"
)

// Box is an ink box in 1/1000 em; y grows upward from the baseline.
type Box struct{ XMin, YMin, XMax, YMax int }

// Face is one font face, embedded or the user's own. It is read when first
// needed, never changes and is safe for concurrent use.
type Face struct {
	name, family, source, licence, sum string
	index                              int // of the face in its file, which may be a collection

	load func() *parsed
}

// parsed is a face read into memory.
type parsed struct {
	font    *sfnt.Font
	outline sfnt.Source // nil: the font's own glyf outlines
}

// Name returns an ASCII name, unique in its set, such as HongtouFangSong.
func (f *Face) Name() string { return f.name }

// Family returns the name people know the face by.
func (f *Face) Family() string { return f.family }

// Source tells where the face comes from: what an embedded one was made of, or
// the path of a user's file.
func (f *Face) Source() string { return f.source }

// Licence returns an SPDX expression, "" for a user's own font.
func (f *Face) Licence() string { return f.licence }

// SHA256 returns the hash of the font file.
func (f *Face) SHA256() string { return f.sum }

// Has reports whether the face has a real glyph for r.
func (f *Face) Has(r rune) bool { return f.load().font.Glyph(r) != 0 }

// Advance returns the advance width of r in 1/1000 em, 0 if the face lacks it.
// A subset of the face has exactly this width.
func (f *Face) Advance(r rune) int {
	font := f.load().font
	g := font.Glyph(r)
	if g == 0 {
		return 0
	}
	return sfnt.Rescale(font.Advance(g), font.UnitsPerEm(), sfnt.Em)
}

// Bounds returns the ink box of r, false if the glyph is blank or missing.
func (f *Face) Bounds(r rune) (Box, bool) {
	p := f.load()
	g := p.font.Glyph(r)
	if g == 0 {
		return Box{}, false
	}
	b, inked := p.bounds(g)
	if !inked {
		return Box{}, false
	}
	upem := p.font.UnitsPerEm()
	scale := func(v int) int { return sfnt.Rescale(v, upem, sfnt.Em) }
	return Box{scale(b.XMin), scale(b.YMin), scale(b.XMax), scale(b.YMax)}, true
}

func (p *parsed) bounds(g sfnt.GlyphID) (sfnt.Box, bool) {
	if p.outline == nil {
		return p.font.Bounds(g)
	}
	o, err := p.outline(g)
	if err != nil {
		return sfnt.Box{}, false
	}
	return o.Bounds()
}

// Ascent returns the height of the em box above the baseline in 1/1000 em.
func (f *Face) Ascent() int {
	font := f.load().font
	return sfnt.Rescale(font.Ascent(), font.UnitsPerEm(), sfnt.Em)
}

// Descent returns the depth of the em box in 1/1000 em, negative below the
// baseline.
func (f *Face) Descent() int {
	font := f.load().font
	return sfnt.Rescale(font.Descent(), font.UnitsPerEm(), sfnt.Em)
}

// Chars returns every character the face has, ascending.
func (f *Face) Chars() []rune { return f.load().font.Runes() }

func (f *Face) String() string { return fmt.Sprintf("%s (%s)", f.family, f.name) }
