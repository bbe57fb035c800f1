package sfnt

import (
	"fmt"
	"slices"
)

// Source gives the outline of a glyph in the font's own units; fonts whose
// outlines are not in glyf bring their own.
type Source func(GlyphID) (Outline, error)

// Subset writes a font of only the given characters, their glyphs numbered
// from 1 in character order, scaled to Em units, without instructions and with
// composites flattened. The name, licence and metrics are taken from spec; its
// Glyphs and Map are filled in. With a nil source the font's own glyf outlines
// are used. A character the font lacks is ErrMissing.
func (f *Font) Subset(chars []rune, spec Spec, source Source) ([]byte, error) {
	chars = slices.Clone(chars)
	slices.Sort(chars)
	chars = slices.Compact(chars)
	blank, err := f.cut(0, source)
	if err != nil { // .notdef is never drawn; a broken one need not stop us
		blank = Glyph{Advance: Rescale(f.Advance(0), f.upem, Em)}
	}
	spec.Glyphs, spec.Map = []Glyph{blank}, make([]Mapping, 0, len(chars))
	for _, r := range chars {
		g := f.Glyph(r)
		if g == 0 {
			return nil, fmt.Errorf("U+%04X: %w", r, ErrMissing)
		}
		cut, err := f.cut(g, source)
		if err != nil {
			return nil, fmt.Errorf("U+%04X: %w", r, err)
		}
		spec.Map = append(spec.Map, Mapping{r, GlyphID(len(spec.Glyphs))})
		spec.Glyphs = append(spec.Glyphs, cut)
	}
	return Write(spec)
}

// cut takes one glyph. A simple glyph of a font already on our grid is copied
// as it stands, which keeps its outline exact and is fast.
func (f *Font) cut(g GlyphID, source Source) (Glyph, error) {
	out := Glyph{Advance: Rescale(f.Advance(g), f.upem, Em)}
	if source == nil {
		source = f.Outline
		body, err := f.description(g)
		if err != nil || len(body) == 0 {
			return out, err
		}
		n, _ := body.i16(0)
		if n == 0 {
			return out, nil
		}
		if n > 0 && f.upem == Em {
			data, ok := bare(body)
			if !ok {
				return out, fmt.Errorf("glyph %d: %w", g, ErrGlyph)
			}
			out.Data = data
			return out, nil
		}
	}
	o, err := source(g)
	if err != nil {
		return out, err
	}
	out.Data, err = o.scaled(f.upem, Em).Encode()
	return out, err
}
