package linebreak

// pull tries to take the marks that may not begin a line into the one that is
// full, by closing the blanks between adjacent marks. It gives the new end.
func (b *Breaker) pull(start, fit, used, width int) (end int, ok bool) {
	if b.measure.Em == 0 {
		return 0, false
	}
	for end = fit; end < len(b.glyphs) && (end == fit || b.gaps[end].kind() > free); end++ {
		if b.classes[end] != shut {
			return 0, false
		}
		used += int(b.glyphs[end].Advance)
		if used-width > int(b.measure.Em)/2 {
			return 0, false
		}
	}
	need, pairs := used-width, b.pairs(start, end)
	if pairs == 0 {
		return 0, false
	}
	b.share(start, end, -need, pairs, (*Breaker).isPair)
	return end, true
}

// pairs counts the pairs of adjacent marks with a blank between them that may
// give way. The blank behind the last glyph of a line is not between marks.
func (b *Breaker) pairs(start, end int) int { return b.count(start, end, (*Breaker).isPair) }

// isPair says whether the gap before glyph i has half an em of blank: 》， ）（
// “《. The ink of ？ and ！ reaches too far for that.
func (b *Breaker) isPair(i int) bool {
	left, right := b.classes[i-1], b.classes[i]
	switch b.glyphs[i-1].Rune {
	case '？', '！', ')', ']', '}', '!', '(', '[', '{':
		return false
	}
	switch b.glyphs[i].Rune {
	case '(', '[', '{':
		return false
	}
	return left == shut && (right == shut || right == open) || left == open && right == open
}

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

// share deals amount out to the n gaps of a line that in selects; what is left
// over by division goes to the first of them, one unit each, so that a line
// has at most two different gaps.
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
		b.adjust[i-1] = each
		if more > 0 {
			b.adjust[i-1] += one
			more--
		}
	}
}

// finish drops the spaces at the line's end, spreads the line if it is to be
// justified, and measures it.
func (b *Breaker) finish(l *Line, width int) {
	l.Shown = l.End
	for l.Shown > l.Start && b.classes[l.Shown-1] == space {
		l.Shown--
	}
	if b.measure.Justify && !l.Squeezed && l.End < len(b.glyphs) {
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
