package linebreak

// giveCompany moves the last break back when the last line would hold one
// character alone: the line before it gives characters away, as long as it
// stays at least half full.
func (b *Breaker) giveCompany() {
	n := len(b.lines)
	if n < 2 || b.solid(b.lines[n-1]) > 1 {
		return
	}
	before, last := b.lines[n-2], b.lines[n-1]
	width := int(b.measure.Rest)
	if n == 2 {
		width = int(b.measure.First)
	}
	for end := before.End - 1; end > before.Start; end-- {
		if b.gaps[end].kind() != free {
			continue
		}
		last.Start = end
		if 2*b.natural(before.Start, end) < width || b.natural(end, last.Shown) > int(b.measure.Rest) {
			return
		}
		if b.solid(last) > 1 {
			before.End, before.Forced = end, false
			b.finish(&before, width)
			b.finish(&last, int(b.measure.Rest))
			b.lines[n-2], b.lines[n-1] = before, last
			return
		}
	}
}

// solid counts the characters of a line that are no marks, spaces or accents.
func (b *Breaker) solid(l Line) int {
	n := 0
	for _, c := range b.classes[l.Start:l.Shown] {
		switch c {
		case han, digit, letter, joiner, sign:
			n++
		}
	}
	return n
}
