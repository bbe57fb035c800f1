package pdf

import "hongtou/internal/layout"

// writeRules writes the rules of a page (ISO 32000-1, 8.5): straight lines with
// flat ends. What is as it was for the last one is not said again. gopdf would
// take three times as long for lines half as long again.
func (j *job) writeRules(out []byte, p *page, of *layout.Page) []byte {
	if j.tagged() {
		out = j.begin(out, p, decoration)
	}
	for i := range of.Rules {
		r := &of.Rules[i]
		if i == 0 || r.Width != of.Rules[i-1].Width {
			out = append(appendDecimal(out, hundredths(r.Width), 2), " w\n"...)
		}
		if i == 0 && r.Colour != (layout.Colour{}) || i > 0 && r.Colour != of.Rules[i-1].Colour { // black at the beginning (8.6.5.6)
			out = append(appendColour(out, r.Colour), "RG\n"...)
		}
		out = append(appendPoint(out, r.X1, of.Height-r.Y1), "m "...)
		out = append(appendPoint(out, r.X2, of.Height-r.Y2), "l S\n"...)
	}
	if j.tagged() {
		out = append(out, endSequence...)
	}
	return out
}

// appendPoint writes a place and a space.
func appendPoint(out []byte, x, y layout.Unit) []byte {
	out = append(appendDecimal(out, hundredths(x), 2), ' ')
	return append(appendDecimal(out, hundredths(y), 2), ' ')
}

// appendColour writes a colour and a space.
func appendColour(out []byte, c layout.Colour) []byte {
	for _, v := range [...]uint8{c.R, c.G, c.B} {
		out = append(appendDecimal(out, (int64(v)*2000+255)/510, 3), ' ')
	}
	return out
}
