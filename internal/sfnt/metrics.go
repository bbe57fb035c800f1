package sfnt

import "fmt"

// hmtx holds advances and left side bearings; glyphs past full share the last
// advance (hmtx chapter).
type hmtx struct {
	body view
	full int
}

func (f *Font) readHead() error {
	head, maxp := f.tables["head"], f.tables["maxp"]
	upem, ok1 := head.u16(18)
	loc, ok2 := head.i16(50)
	n, ok3 := maxp.u16(4)
	if !ok1 || !ok2 || !ok3 || upem < 16 || upem > 16384 || n == 0 {
		return fmt.Errorf("tables head and maxp: %w", ErrFormat)
	}
	f.upem, f.glyphs, f.longLoc = int(upem), int(n), loc != 0
	return nil
}

func (f *Font) readMetrics() error {
	hhea := f.tables["hhea"]
	full, ok := hhea.u16(34)
	body := f.tables["hmtx"]
	if !ok || full == 0 || len(body) < 4*int(full) {
		return fmt.Errorf("tables hhea and hmtx: %w", ErrFormat)
	}
	f.hmtx = hmtx{body, int(full)}
	f.ascent, _ = hhea.i16(4)
	f.descent, _ = hhea.i16(6)
	// The typographic box is the em square of an East Asian face; hhea is
	// often stretched for line spacing, or wrong (FandolSong).
	os2 := f.tables["OS/2"]
	f.fsType, _ = os2.u16(8)
	up, _ := os2.i16(68)
	down, ok := os2.i16(70)
	if ok && up > 0 && down <= 0 {
		f.ascent, f.descent = up, down
	}
	return nil
}

// UnitsPerEm returns the size of the font's grid.
func (f *Font) UnitsPerEm() int { return f.upem }

// Ascent returns the height of the em box above the baseline, in font units.
func (f *Font) Ascent() int { return f.ascent }

// Descent returns the depth of the em box, in font units, negative below the
// baseline.
func (f *Font) Descent() int { return f.descent }

// FSType returns the embedding permission bits of OS/2.
func (f *Font) FSType() uint16 { return f.fsType }

// Advance returns a glyph's advance width in font units.
func (f *Font) Advance(g GlyphID) int {
	i := min(int(g), f.hmtx.full-1)
	w, _ := f.hmtx.body.u16(4 * i)
	return int(w)
}
