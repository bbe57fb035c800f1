package fontset

import (
	"fmt"

	"github.com/go-text/typesetting/font/cff"
	"github.com/go-text/typesetting/font/opentype"
	"github.com/go-text/typesetting/font/opentype/tables"

	"hongtou/internal/sfnt"
)

// postScript returns a source of outlines for a font whose glyphs are
// PostScript (CFF, or CFF2 at its default instance): the run-time normaliser.
// Curves become quadratic with an error below half a thousandth of an em.
func postScript(font *sfnt.Font) (sfnt.Source, error) {
	glyph, err := charstrings(font)
	if err != nil {
		return nil, err
	}
	tolerance := float64(font.UnitsPerEm()) / sfnt.Em / 2
	return func(g sfnt.GlyphID) (sfnt.Outline, error) {
		segments, err := glyph(g)
		if err != nil {
			return nil, fmt.Errorf("glyph %d: %w", g, err)
		}
		return draw(segments, tolerance), nil
	}, nil
}

// charstrings returns the interpreter for the font's charstrings. The library
// is guarded against panics, because the file may be anything.
func charstrings(font *sfnt.Font) (run func(sfnt.GlyphID) ([]opentype.Segment, error), err error) {
	defer guard(&err)
	if table := font.Table("CFF "); table != nil {
		program, err := cff.Parse(table)
		if err != nil {
			return nil, err
		}
		return func(g sfnt.GlyphID) (s []opentype.Segment, err error) {
			defer guard(&err)
			s, _, err = program.LoadGlyph(tables.GlyphID(g))
			return s, err
		}, nil
	}
	table := font.Table("CFF2")
	if table == nil {
		return nil, sfnt.ErrNoOutlines
	}
	program, err := cff.ParseCFF2(table)
	if err != nil {
		return nil, err
	}
	return func(g sfnt.GlyphID) (s []opentype.Segment, err error) {
		defer guard(&err)
		s, _, err = program.LoadGlyph(tables.GlyphID(g), nil)
		return s, err
	}, nil
}

func guard(err *error) {
	if p := recover(); p != nil {
		*err = fmt.Errorf("%w: %v", sfnt.ErrGlyph, p)
	}
}

// draw turns a charstring's path into a TrueType outline.
func draw(segments []opentype.Segment, tolerance float64) sfnt.Outline {
	pen := sfnt.Pen{Tolerance: tolerance}
	for _, s := range segments {
		var p [6]float64
		for i, a := range s.Args {
			p[2*i], p[2*i+1] = float64(a.X), float64(a.Y)
		}
		switch s.Op {
		case opentype.SegmentOpMoveTo:
			pen.Move(p[0], p[1])
		case opentype.SegmentOpLineTo:
			pen.Line(p[0], p[1])
		case opentype.SegmentOpQuadTo:
			pen.Quad(p[0], p[1], p[2], p[3])
		case opentype.SegmentOpCubeTo:
			pen.Cube(p[0], p[1], p[2], p[3], p[4], p[5])
		}
	}
	return pen.Outline(true)
}
