package pdf

import (
	"strconv"

	"hongtou/internal/pdf/object"
)

// usual is the advance of Han characters and full-width marks.
const usual = 1000

// packWidths lists the widths of glyphs that are not the usual one, neighbours
// together, in ascending order (ISO 32000-1, 9.7.4.3); nil if there are none.
func packWidths(glyphs []*glyph) object.Raw {
	var out object.Raw
	next := -1
	for n, g := range glyphs {
		if n == 0 || g.Advance == usual {
			continue
		}
		switch {
		case out == nil:
			out = append(out, '[')
		case n == next:
			out = append(out, ' ')
		default:
			out = append(out, "] "...)
		}
		if n != next {
			out = append(strconv.AppendInt(out, int64(n), 10), " ["...)
		}
		out = strconv.AppendInt(out, int64(g.Advance), 10)
		next = n + 1
	}
	if out != nil {
		out = append(out, "]]"...)
	}
	return out
}
