package sfnt

import (
	"fmt"

	"golang.org/x/text/encoding/simplifiedchinese"
)

// encodings lists the subtables we read, best first (cmap chapter: platform
// and encoding ids). Old Chinese fonts may carry only a symbol or a GBK one.
var encodings = []struct {
	platform, encoding uint16
	decode             func(code uint32) rune
}{
	{3, 10, fromUnicode}, {0, 4, fromUnicode}, {0, 6, fromUnicode},
	{3, 1, fromUnicode}, {0, 3, fromUnicode}, {0, 2, fromUnicode}, {0, 1, fromUnicode}, {0, 0, fromUnicode},
	{3, 0, fromSymbol}, {3, 3, fromGBK},
}

// readCmap merges all known subtables: a full table may lack what a small one
// has, and the better one wins where both speak.
func (f *Font) readCmap() error {
	table := f.tables["cmap"]
	n, ok := table.u16(2)
	if !ok {
		return fmt.Errorf("table cmap: %w", ErrFormat)
	}
	found := false
	for _, e := range encodings {
		for i := range int(n) {
			platform, _ := table.u16(4 + 8*i)
			encoding, _ := table.u16(6 + 8*i)
			off, ok := table.u32(8 + 8*i)
			if !ok || platform != e.platform || encoding != e.encoding || int(off) > len(table) {
				continue
			}
			found = f.readSubtable(table[off:], e.decode) || found
			break
		}
	}
	if !found {
		return fmt.Errorf("table cmap has no Unicode, symbol or GBK subtable: %w", ErrFormat)
	}
	return nil
}

// readSubtable reads one subtable and reports whether its format is known.
func (f *Font) readSubtable(sub view, decode func(uint32) rune) bool {
	put := func(code uint32, g int) {
		if g > 0 && g < f.glyphs {
			f.cmap.set(decode(code), GlyphID(g))
		}
	}
	format, _ := sub.u16(0)
	switch format {
	case 4:
		readFormat4(sub, put)
	case 6:
		readFormat6(sub, put)
	case 12:
		readFormat12(sub, put)
	default:
		return false
	}
	return true
}

// readFormat4 walks the segments of a BMP subtable. Segments must ascend, so
// overlapping ones (a hostile file) are skipped and the walk stays linear.
func readFormat4(sub view, put func(uint32, int)) {
	segX2, _ := sub.u16(6)
	segs, next := int(segX2/2), 0
	for i := range segs {
		end, _ := sub.u16(14 + 2*i)
		start, _ := sub.u16(16 + 2*segs + 2*i)
		delta, _ := sub.u16(16 + 4*segs + 2*i)
		rangeAt := 16 + 6*segs + 2*i
		rangeOff, ok := sub.u16(rangeAt)
		if !ok || int(start) < next || end < start {
			continue
		}
		next = int(end) + 1
		for c := int(start); c <= int(end) && c != 0xFFFF; c++ {
			if rangeOff == 0 {
				put(uint32(c), int(uint16(c)+delta))
				continue
			}
			g, ok := sub.u16(rangeAt + int(rangeOff) + 2*(c-int(start)))
			if ok && g != 0 {
				put(uint32(c), int(g+delta))
			}
		}
	}
}

func readFormat6(sub view, put func(uint32, int)) {
	first, _ := sub.u16(6)
	n, _ := sub.u16(8)
	for i := range int(n) {
		g, ok := sub.u16(10 + 2*i)
		if !ok {
			return
		}
		put(uint32(first)+uint32(i), int(g))
	}
}

// readFormat12 walks the groups of a full-range subtable; like format 4 they
// must ascend.
func readFormat12(sub view, put func(uint32, int)) {
	n, _ := sub.u32(12)
	next := uint32(0)
	for i := 0; i < int(n); i++ {
		start, _ := sub.u32(16 + 12*i)
		end, _ := sub.u32(20 + 12*i)
		g, ok := sub.u32(24 + 12*i)
		if !ok {
			return
		}
		if start < next || end < start || end > 0x10FFFF || g > 0xFFFF {
			continue
		}
		next = end + 1
		for c := start; c <= end; c++ {
			put(c, int(g+c-start))
		}
	}
}

func fromUnicode(code uint32) rune { return rune(code) }

// fromSymbol undoes the shift of symbol fonts into the private-use area.
func fromSymbol(code uint32) rune {
	if code >= 0xF000 && code <= 0xF0FF {
		return rune(code - 0xF000)
	}
	return rune(code)
}

// fromGBK decodes a one- or two-byte GBK code; -1 if there is no such code.
func fromGBK(code uint32) rune {
	if code > 0xFFFF {
		return -1
	}
	b := []byte{byte(code >> 8), byte(code)}
	if code < 0x80 {
		b = b[1:]
	}
	s, err := simplifiedchinese.GBK.NewDecoder().Bytes(b)
	r := []rune(string(s))
	if err != nil || len(r) != 1 || r[0] == '\uFFFD' {
		return -1
	}
	return r[0]
}
