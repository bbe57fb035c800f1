package pdf

import (
	"encoding/binary"
	"errors"
	"slices"
)

// needed are the tables a CIDFontType2 program must have (ISO 32000-1,
// 9.9.2). Our glyphs have no instructions, hence no cvt, fpgm and prep; gopdf
// would write these three with a length of 0.
var needed = []string{"glyf", "head", "hhea", "hmtx", "loca", "maxp"}

var errProgram = errors.New("the font has no complete table directory")

// fontProgram keeps the needed tables of a TrueType file, in order of their
// tags, with the directory and checksums of the whole.
func fontProgram(ttf []byte) ([]byte, error) {
	n := len(needed)
	out := []byte{0, 1, 0, 0, 0, byte(n), 0, 64, 0, 2, 0, 32} // n = 6: 4·16, log₂ 4, 6·16−64
	body := len(out) + 16*n
	var tables []byte
	headAt := 0
	for _, tag := range needed {
		data, ok := fontTable(ttf, tag)
		if !ok {
			return nil, errProgram
		}
		data = slices.Clone(data)
		if tag == "head" {
			if len(data) < 12 {
				return nil, errProgram
			}
			headAt = body + len(tables)
			clear(data[8:12]) // checkSumAdjustment counts as 0 in the sums
		}
		out = append(out, tag...)
		out = binary.BigEndian.AppendUint32(out, checksum(data))
		out = binary.BigEndian.AppendUint32(out, uint32(body+len(tables)))
		out = binary.BigEndian.AppendUint32(out, uint32(len(data)))
		tables = append(tables, data...)
		tables = append(tables, make([]byte, -len(data)&3)...)
	}
	out = append(out, tables...)
	binary.BigEndian.PutUint32(out[headAt+8:], 0xB1B0AFBA-checksum(out))
	return out, nil
}

// withoutOutlines is a copy of a font in which every glyph is empty. gopdf
// needs only names and widths to draw; given the outlines it would copy and
// compress them, a quarter of all the work, and fixFonts replaces the result.
func withoutOutlines(ttf []byte) []byte {
	out := slices.Clone(ttf)
	if loca, ok := fontTable(out, "loca"); ok {
		clear(loca)
	}
	return out
}

// fontTable finds a table by its directory entry.
func fontTable(ttf []byte, tag string) ([]byte, bool) {
	if len(ttf) < 12 {
		return nil, false
	}
	n := int(binary.BigEndian.Uint16(ttf[4:]))
	for i := range n {
		at := 12 + 16*i
		if at+16 > len(ttf) {
			return nil, false
		}
		if string(ttf[at:at+4]) != tag {
			continue
		}
		from := uint64(binary.BigEndian.Uint32(ttf[at+8:]))
		to := from + uint64(binary.BigEndian.Uint32(ttf[at+12:]))
		if to > uint64(len(ttf)) {
			return nil, false
		}
		return ttf[from:to], true
	}
	return nil, false
}

// checksum sums big-endian words, the last one filled up with zeros.
func checksum(data []byte) uint32 {
	var sum uint32
	for len(data) >= 4 {
		sum += binary.BigEndian.Uint32(data)
		data = data[4:]
	}
	var rest [4]byte
	copy(rest[:], data)
	return sum + binary.BigEndian.Uint32(rest[:])
}
