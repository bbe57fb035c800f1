package sfnt

import (
	"fmt"
	"slices"
)

// Em is the grid of every font we write: units are thousandths of an em, the
// unit PDF measures glyphs in, so no width is ever rounded twice.
const Em = 1000

// Glyph is one glyph of a font to be written: its advance in 1/1000 em and its
// simple description (Outline.Encode), empty for a blank.
type Glyph struct {
	Advance int
	Data    []byte
}

// Mapping gives a character its glyph.
type Mapping struct {
	Rune  rune
	Glyph GlyphID
}

// Spec describes a font to be written.
type Spec struct {
	PostScript string // ASCII without spaces, also the family name
	Licence    string // put into name record 13, may be empty
	Ascent     int    // 1/1000 em above the baseline
	Descent    int    // 1/1000 em, negative
	FSType     uint16 // embedding permission, passed on from the source
	Glyphs     []Glyph
	Map        []Mapping // ascending by rune
}

// Write assembles a complete TrueType file, byte for byte the same for the
// same Spec.
func Write(s Spec) ([]byte, error) {
	if len(s.Glyphs) == 0 || len(s.Glyphs) > 0xFFFF {
		return nil, fmt.Errorf("%d glyphs: %w", len(s.Glyphs), ErrFormat)
	}
	if !slices.IsSortedFunc(s.Map, func(a, b Mapping) int { return int(a.Rune - b.Rune) }) {
		return nil, fmt.Errorf("character map is not sorted: %w", ErrFormat)
	}
	cmap, err := cmapTable(s.Map)
	if err != nil {
		return nil, err
	}
	m := measure(s.Glyphs)
	glyf, loca := outlineTables(s.Glyphs)
	return assemble([]table{
		{"OS/2", os2Table(s, m)},
		{"cmap", cmap},
		{"glyf", glyf},
		{"head", headTable(m)},
		{"hhea", hheaTable(s.Ascent, s.Descent, len(s.Glyphs), m)},
		{"hmtx", hmtxTable(s.Glyphs)},
		{"loca", loca},
		{"maxp", maxpTable(len(s.Glyphs), m)},
		{"name", nameTable(s)},
		{"post", postTable()},
	}), nil
}

type table struct {
	tag  string
	body []byte
}

// assemble writes the directory and the tables, which come sorted by tag, and
// sets the checksum adjustment of head.
func assemble(tables []table) []byte {
	power := 0
	for 1<<(power+1) <= len(tables) {
		power++
	}
	out := []byte{0, 1, 0, 0}
	out = words(out, len(tables), 16<<power, power, 16*len(tables)-16<<power)
	at := 12 + 16*len(tables)
	head := 0
	for _, t := range tables {
		if t.tag == "head" {
			head = at
		}
		out = append(out, t.tag...)
		out = be.AppendUint32(out, checksum(t.body))
		out = be.AppendUint32(out, uint32(at))
		out = be.AppendUint32(out, uint32(len(t.body)))
		at += (len(t.body) + 3) &^ 3
	}
	for _, t := range tables {
		out = pad(append(out, t.body...))
	}
	be.PutUint32(out[head+8:], 0xB1B0AFBA-checksum(out))
	return out
}

// checksum sums big-endian words, the last one padded with zeros.
func checksum(b []byte) uint32 {
	var sum uint32
	for ; len(b) >= 4; b = b[4:] {
		sum += be.Uint32(b)
	}
	var last [4]byte
	copy(last[:], b)
	return sum + be.Uint32(last[:])
}

// words appends 16-bit values; negative ones as two's complement.
func words(out []byte, values ...int) []byte {
	for _, v := range values {
		out = be.AppendUint16(out, uint16(v))
	}
	return out
}

func pad(b []byte) []byte {
	for len(b)%4 != 0 {
		b = append(b, 0)
	}
	return b
}
