// Package sfnt reads, cuts and writes TrueType fonts.
//
// In: the bytes of a font file (TrueType, a TrueType collection, or an
// OpenType font with PostScript outlines, whose outlines stay opaque here).
// Out: coverage, metrics, names and outlines, and new small TrueType files
// made of chosen glyphs. References are to the OpenType specification.
//
// Font files are hostile input: every offset is checked, every loop over file
// data is bounded, and a broken file gives an error or a missing glyph, never
// a panic.
package sfnt

import (
	"errors"
	"fmt"
)

// GlyphID numbers a glyph inside one font; 0 is .notdef, "no such character".
type GlyphID uint16

// Errors a caller may want to tell apart with errors.Is.
var (
	// ErrFormat: the bytes are not an sfnt font or a required table is broken.
	ErrFormat = errors.New("not a usable TrueType or OpenType font")
	// ErrNoOutlines: the font carries no glyf outlines (PostScript or bitmap font).
	ErrNoOutlines = errors.New("font has no TrueType outlines")
	// ErrGlyph: the description of one glyph is broken.
	ErrGlyph = errors.New("broken glyph description")
	// ErrMissing: a wanted character has no glyph.
	ErrMissing = errors.New("character has no glyph")
)

// Font is one parsed face. It keeps references into the bytes given to Parse,
// never changes after parsing and is safe for concurrent use.
type Font struct {
	tables  map[string]view
	upem    int
	glyphs  int
	longLoc bool
	cmap    runeMap
	hmtx    hmtx
	ascent  int
	descent int
	fsType  uint16
}

// Faces returns how many faces a file holds: 1, or the length of a collection.
func Faces(data []byte) (int, error) {
	v := view(data)
	switch tag(v, 0) {
	case "\x00\x01\x00\x00", "true", "OTTO":
		return 1, nil
	case "ttcf":
		n, ok := v.u32(8)
		if !ok || n == 0 || n > maxFaces || len(data) < 12+4*int(n) {
			return 0, fmt.Errorf("collection header: %w", ErrFormat)
		}
		return int(n), nil
	}
	return 0, fmt.Errorf("file signature: %w", ErrFormat)
}

// maxFaces bounds a collection; the largest real one (Noto CJK) has 45.
const maxFaces = 256

// Parse reads face number index (0 unless the file is a collection).
func Parse(data []byte, index int) (*Font, error) {
	n, err := Faces(data)
	if err != nil {
		return nil, err
	}
	if index < 0 || index >= n {
		return nil, fmt.Errorf("face %d of %d: %w", index, n, ErrFormat)
	}
	start := 0
	if tag(data, 0) == "ttcf" {
		off, _ := view(data).u32(12 + 4*index)
		start = int(off)
	}
	f := &Font{}
	if f.tables, err = directory(data, start); err != nil {
		return nil, err
	}
	for _, read := range []func() error{f.readHead, f.readMetrics, f.readCmap} {
		if err := read(); err != nil {
			return nil, err
		}
	}
	return f, nil
}

// directory reads the table directory at start. Tables that reach beyond the
// file are left out: an optional one is not missed, a required one is an error
// where it is needed.
func directory(data view, start int) (map[string]view, error) {
	n, ok := data.u16(start + 4)
	if !ok {
		return nil, fmt.Errorf("table directory: %w", ErrFormat)
	}
	tables := make(map[string]view, n)
	for i := range int(n) {
		at := start + 12 + 16*i
		name := tag(data, at)
		off, _ := data.u32(at + 8)
		length, ok := data.u32(at + 12)
		if !ok {
			return nil, fmt.Errorf("table directory: %w", ErrFormat)
		}
		if body, ok := data.slice(int(off), int(length)); ok {
			if _, twice := tables[name]; !twice {
				tables[name] = body
			}
		}
	}
	return tables, nil
}

// HasOutlines reports whether Outline can work: glyf and loca are present.
func (f *Font) HasOutlines() bool {
	return f.tables["glyf"] != nil && f.tables["loca"] != nil
}

// Table returns the raw bytes of a table, nil if the font lacks it. The caller
// must not write to them.
func (f *Font) Table(name string) []byte { return f.tables[name] }

// Glyph returns the glyph of a character, 0 if there is none.
func (f *Font) Glyph(r rune) GlyphID { return f.cmap.get(r) }

// Runes returns every character that has a glyph, in ascending order.
func (f *Font) Runes() []rune { return f.cmap.runes() }

// NumGlyphs returns the number of glyphs, .notdef included.
func (f *Font) NumGlyphs() int { return f.glyphs }
