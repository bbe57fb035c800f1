package sfnt

import "fmt"

// run is a stretch of consecutive characters with consecutive glyphs.
type run struct {
	first, last rune
	glyph       GlyphID
}

func runsOf(m []Mapping) []run {
	var out []run
	for _, e := range m {
		if n := len(out) - 1; n >= 0 && out[n].last+1 == e.Rune &&
			int(out[n].glyph)+int(e.Rune-out[n].first) == int(e.Glyph) {
			out[n].last = e.Rune
			continue
		}
		out = append(out, run{e.Rune, e.Rune, e.Glyph})
	}
	return out
}

// cmapTable writes a (3,1) format 4 subtable for readers that know only the
// BMP (gopdf among them) and a (3,10) format 12 one for everything.
func cmapTable(m []Mapping) ([]byte, error) {
	runs := runsOf(m)
	small, err := format4(runs)
	if err != nil {
		return nil, err
	}
	const header = 4 + 2*8
	out := words(nil, 0, 2, 3, 1, 0, header, 3, 10)
	out = be.AppendUint32(out, uint32(header+len(small)))
	out = append(out, small...)
	return append(out, format12(runs)...), nil
}

// format4 writes segments without a glyph array: our glyphs follow the order
// of their characters, so a segment is a run.
func format4(runs []run) ([]byte, error) {
	var segs []run
	for _, r := range runs {
		if r.first < 0xFFFF {
			r.last = min(r.last, 0xFFFE)
			segs = append(segs, r)
		}
	}
	segs = append(segs, run{0xFFFF, 0xFFFF, 0}) // the closing segment of the format
	n := len(segs)
	length := 16 + 8*n
	if length > 0xFFFF {
		return nil, fmt.Errorf("%d separate character ranges: %w", n, ErrFormat)
	}
	power := 0
	for 1<<(power+1) <= n {
		power++
	}
	out := words(nil, 4, length, 0, 2*n, 2<<power, power, 2*n-2<<power)
	for _, s := range segs {
		out = words(out, int(s.last))
	}
	out = words(out, 0)
	for _, s := range segs {
		out = words(out, int(s.first))
	}
	for _, s := range segs {
		out = words(out, int(s.glyph)-int(s.first))
	}
	return append(out, make([]byte, 2*n)...), nil
}

func format12(runs []run) []byte {
	out := words(nil, 12, 0)
	for _, v := range []uint32{uint32(16 + 12*len(runs)), 0, uint32(len(runs))} {
		out = be.AppendUint32(out, v)
	}
	for _, r := range runs {
		out = be.AppendUint32(out, uint32(r.first))
		out = be.AppendUint32(out, uint32(r.last))
		out = be.AppendUint32(out, uint32(r.glyph))
	}
	return out
}
