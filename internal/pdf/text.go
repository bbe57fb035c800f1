package pdf

import (
	"errors"
	"fmt"
	"strconv"

	"hongtou/internal/layout"
)

// textPen writes runs as operators of a content stream (ISO 32000-1, 9.4).
// What is as it was for the run before is not said again: font, spacing and
// colour last from one text object to the next.
type textPen struct {
	out    []byte
	faces  faces
	height layout.Unit // of the page
	open   bool        // inside a text object
	set    bool        // font and spacing have been said
	last   layout.Run  // the run before
	x, y   int64       // where the last run began, in 1/100 pt, upward
	turned bool
}

var errNoGlyph = errors.New("no glyph for a character")

// run writes one run. Each character of its text becomes the number of its
// glyph, in order, or the page is refused: no way leads past a character.
// Size and spacing are written to 0.001 pt, which is our unit, so a line of any
// length ends where layout says, but for the rounding of its start.
func (p *textPen) run(r *layout.Run) error {
	if !p.open {
		p.begin()
	}
	sub := p.faces[r.Face]
	if !p.set || r.Face != p.last.Face || r.Size != p.last.Size {
		p.out = append(append(append(p.out, '/'), sub.key...), ' ')
		p.out = append(appendDecimal(p.out, int64(r.Size), 3), " Tf\n"...)
	}
	if p.set && r.Tracking != p.last.Tracking || !p.set && r.Tracking != 0 {
		p.out = append(appendDecimal(p.out, int64(r.Tracking), 3), " Tc\n"...)
	}
	if r.Colour != p.last.Colour { // black at the beginning of a page (8.6.5.6)
		p.out = append(appendColour(p.out, r.Colour), "rg\n"...)
	}
	p.move(r)
	p.last, p.set = *r, true
	return p.show(sub, r.Text)
}

// begin begins a text object.
func (p *textPen) begin() {
	p.out = append(p.out, "BT\n"...)
	p.open, p.turned, p.x, p.y = true, false, 0, 0
}

// move goes to the start of a run: from that of the one before, or absolutely
// where the direction changes. A turned run reads downwards.
func (p *textPen) move(r *layout.Run) {
	x, y := hundredths(r.X), hundredths(p.height-r.Y)
	switch {
	case r.Turned:
		p.out = p.point(append(p.out, "0 -1 1 0 "...), x, y, " Tm\n")
	case p.turned:
		p.out = p.point(append(p.out, "1 0 0 1 "...), x, y, " Tm\n")
	default:
		p.out = p.point(p.out, x-p.x, y-p.y, " Td\n")
	}
	p.turned, p.x, p.y = r.Turned, x, y
}

func (p *textPen) point(out []byte, x, y int64, operator string) []byte {
	out = append(appendDecimal(out, x, 2), ' ')
	return append(appendDecimal(out, y, 2), operator...)
}

// show writes the glyph numbers, two bytes each, as a literal string (7.3.4.2).
func (p *textPen) show(sub *subset, text string) error {
	p.out = append(p.out, '(')
	for _, r := range text {
		g := sub.set.glyph(r)
		if g == 0 {
			return fmt.Errorf("%q: %w", r, errNoGlyph)
		}
		p.out = appendByte(appendByte(p.out, byte(g>>8)), byte(g))
	}
	p.out = append(p.out, ")Tj\n"...)
	return nil
}

// appendByte writes a byte of a literal string. A bare carriage return would be
// read as a line feed.
func appendByte(out []byte, b byte) []byte {
	switch b {
	case '(', ')', '\\':
		return append(out, '\\', b)
	case '\r':
		return append(out, `\r`...)
	}
	return append(out, b)
}

// close ends the text object, if there is one.
func (p *textPen) close() {
	if p.open {
		p.out = append(p.out, "ET\n"...)
	}
	p.open = false
}

// appendDecimal writes v/10^places without zeros at the end.
func appendDecimal(out []byte, v int64, places int) []byte {
	if v < 0 {
		out, v = append(out, '-'), -v
	}
	unit := int64(1)
	for range places {
		unit *= 10
	}
	whole, rest := v/unit, v%unit
	if whole > 0 || rest == 0 {
		out = strconv.AppendInt(out, whole, 10)
	}
	if rest == 0 {
		return out
	}
	out = append(out, '.')
	for rest > 0 {
		unit /= 10
		out = append(out, byte('0'+rest/unit))
		rest %= unit
	}
	return out
}
