package linebreak

// isGap says whether spreading may open the gap before glyph i.
func (b *Breaker) isGap(i int) bool { return b.gaps[i]&rigid == 0 }

func anyGap(*Breaker, int) bool { return true }

func (b *Breaker) count(start, end int, in func(*Breaker, int) bool) int {
	n := 0
	for i := start + 1; i < end; i++ {
		if in(b, i) {
			n++
		}
	}
	return n
}

// share adds amount to the n gaps of a line that in selects; what is left over
// by division goes to the first of them, one unit each.
func (b *Breaker) share(start, end, amount, n int, in func(*Breaker, int) bool) {
	each, more := int32(amount/n), amount%n
	one := int32(1)
	if amount < 0 {
		one, more = -1, -more
	}
	for i := start + 1; i < end; i++ {
		if !in(b, i) {
			continue
		}
		b.adjust[i-1] += each
		if more > 0 {
			b.adjust[i-1] += one
			more--
		}
	}
}

// finish drops the spaces at the line's end, closes the blanks between marks,
// makes the line as wide as it should be, and measures it.
func (b *Breaker) finish(l *Line, width int) {
	l.Shown, l.Width = l.End, 0
	for l.Shown > l.Start && b.classes[l.Shown-1] == space {
		l.Shown--
	}
	clear(b.adjust[l.Start:l.End])
	for i := l.Start + 1; i < l.Shown; i++ {
		b.adjust[i-1] = b.closed(i)
	}
	for i := l.Start; i < l.Shown; i++ {
		l.Width += b.glyphs[i].Advance + b.adjust[i]
	}
	slack := width - int(l.Width)
	switch {
	case slack > 0 && b.measure.Justify && l.End < len(b.glyphs):
		b.spread(l, slack)
	case slack < 0 && b.natural(l.Start, l.Shown) <= width:
		b.fillGaps(l, slack)
	}
}

// spread opens the gaps of a line until it is as wide as it should be, if that
// does not make them too wide.
func (b *Breaker) spread(l *Line, slack int) {
	if _, n := b.gapsOf(l); b.measure.MaxSpread == 0 || slack <= int(b.measure.MaxSpread)*n {
		b.fillGaps(l, slack)
	}
}

// fillGaps deals out slack to the gaps of a line.
func (b *Breaker) fillGaps(l *Line, slack int) {
	if in, n := b.gapsOf(l); n > 0 {
		b.share(l.Start, l.Shown, slack, n, in)
		l.Width += int32(slack)
	}
}

// gapsOf selects and counts the gaps of a line that may change: all of them if
// it is one single word.
func (b *Breaker) gapsOf(l *Line) (in func(*Breaker, int) bool, n int) {
	if n = b.count(l.Start, l.Shown, (*Breaker).isGap); n > 0 {
		return (*Breaker).isGap, n
	}
	return anyGap, b.count(l.Start, l.Shown, anyGap)
}
