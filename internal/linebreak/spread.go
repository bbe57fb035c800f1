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
	for i := start + 1; i < end; i++ {
		if !in(b, i) {
			continue
		}
		b.adjust[i-1] += each
		if more > 0 {
			b.adjust[i-1]++
			more--
		}
	}
}

// finish drops the spaces at the line's end, closes the blanks between marks,
// spreads the line if it is to be justified, and measures it.
func (b *Breaker) finish(l *Line, width int) {
	l.Shown, l.Width = l.End, 0
	for l.Shown > l.Start && b.classes[l.Shown-1] == space {
		l.Shown--
	}
	clear(b.adjust[l.Start:l.End])
	for i := l.Start + 1; i < l.Shown; i++ {
		b.adjust[i-1] = b.kern[i]
	}
	if b.measure.Justify && l.End < len(b.glyphs) {
		b.spread(l, width)
	}
	for i := l.Start; i < l.Shown; i++ {
		l.Width += b.glyphs[i].Advance + b.adjust[i]
	}
}

// spread opens the gaps of a line until it is as wide as it should be; a line
// that is one single word is opened everywhere.
func (b *Breaker) spread(l *Line, width int) {
	slack := width - b.natural(l.Start, l.Shown)
	in := (*Breaker).isGap
	n := b.count(l.Start, l.Shown, in)
	if n == 0 {
		in = anyGap
		n = b.count(l.Start, l.Shown, in)
	}
	most := int(b.measure.MaxSpread)
	if slack <= 0 || n == 0 || most > 0 && slack > most*n {
		return
	}
	b.share(l.Start, l.Shown, slack, n, in)
}
