package layout

import "hongtou/internal/doc"

// draw puts the glyphs from i to j on a baseline and gives the x after them.
// y counts from the top of the row being made. adjust, if any, is what follows
// each glyph; of the last one nothing is asked.
func (s *setter) draw(t *text, i, j int, adjust []int32, x, y Unit) Unit {
	line := len(s.rules)
	for i < j {
		end, tracking := t.stretch(i, j, adjust)
		start, in := x, &t.runs[t.looks[i].run]
		if l := &t.looks[i]; l.drawn {
			s.runs = append(s.runs, Run{
				X: x, Y: y, Face: l.face, Size: t.scale.size, Tracking: tracking,
				Text:   in.Text[l.from:t.looks[end-1].to],
				Colour: colourOf(in.Style), Element: s.target.of(t.looks[i].run), Block: s.block, Origin: in.Origin,
			})
		}
		for ; i < end; i++ {
			x += t.after(i, adjust)
		}
		if in.Mark != doc.Unmarked {
			s.markChange(in.Mark, t.scale.size, line, Rule{X1: start, Y1: y, X2: x, Y2: y})
		}
	}
	return x
}

// Changed characters are marked by rules, in thousandths of the type size:
// under the em box, or through its middle.
const (
	markUnder  = 160 // below the baseline
	markMiddle = 380 // above it
	markWidth  = 40
)

// markChange rules a stretch whose baseline is r; it goes on from the rule
// before it on this line, which begins at s.rules[line], where they touch.
func (s *setter) markChange(m doc.Marking, size Unit, line int, r Rule) {
	aside := size * markUnder / 1000
	if m == doc.Deleted {
		aside = -size * markMiddle / 1000
	}
	r.Y1, r.Y2, r.Width = r.Y1+aside, r.Y2+aside, size*markWidth/1000
	if n := len(s.rules); n > line && s.rules[n-1].X2 == r.X1 && s.rules[n-1].Y2 == r.Y1 {
		s.rules[n-1].X2 = r.X2
		return
	}
	s.rules = append(s.rules, r)
}

// stretch gives the end of the longest run that starts at i: one face, one
// source run, and one gap between all its glyphs. The gap after its last glyph
// may differ, because the next run has an x of its own.
func (t *text) stretch(i, j int, adjust []int32) (end int, tracking Unit) {
	first := &t.looks[i]
	tracking = first.tracking
	for end = i + 1; end < j; end++ {
		l := &t.looks[end]
		if l.face != first.face || l.run != first.run || l.drawn != first.drawn || l.tracking != first.tracking {
			break
		}
		gap := first.tracking
		if adjust != nil {
			gap += Unit(adjust[end-1])
		}
		if end == i+1 {
			tracking = gap
		}
		if gap != tracking {
			break
		}
	}
	return end, tracking
}

func (t *text) after(i int, adjust []int32) Unit {
	w := Unit(t.glyphs[i].Advance)
	if adjust != nil {
		w += Unit(adjust[i])
	}
	return w
}

// colourOf is red for the mark (7.2.4), black for all else (5.2.4).
func colourOf(s doc.Style) Colour {
	if s == doc.Mark {
		return Red
	}
	return Black
}

// letterspace gives what follows each glyph so that the whole text is as wide
// as asked; a single glyph cannot be spread.
func (s *setter) letterspace(t *text, width Unit) []int32 {
	n := len(t.glyphs)
	s.spaces = append(s.spaces[:0], make([]int32, n)...)
	slack := int(width - t.total())
	if n < 2 || slack <= 0 {
		return s.spaces
	}
	for i := range n - 1 {
		s.spaces[i] = int32(slack / (n - 1))
		if i < slack%(n-1) {
			s.spaces[i]++
		}
	}
	return s.spaces
}
