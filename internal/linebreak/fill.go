package linebreak

// dearLooseness is how many ems wider a line may be spread so that a dear
// break is not needed.
const dearLooseness = 2

// fill finds the line that begins at start: as many glyphs as fit and, when no
// line may begin there, fewer.
func (b *Breaker) fill(start, width int) Line {
	fit := b.firstFit(start, width)
	if fit == len(b.glyphs) || b.gaps[fit].kind() == free {
		return Line{Start: start, End: fit}
	}
	return b.push(start, fit, width)
}

// firstFit gives the first glyph that does not fit in the line from start.
// Spaces always fit: they vanish at the line's end. At least one glyph is
// taken.
func (b *Breaker) firstFit(start, width int) int {
	used := 0
	for fit := start; fit < len(b.glyphs); fit++ {
		used += b.advance(fit, start)
		if used > width && fit > start && b.classes[fit] != space {
			return fit
		}
	}
	return len(b.glyphs)
}

// push moves the break back to the last allowed place.
func (b *Breaker) push(start, fit, width int) Line {
	end := b.lastGap(start, fit, dear, true)
	if end == start || b.tooWide(end, int(b.measure.Rest)) {
		return b.force(start, fit, width)
	}
	if b.gaps[end].kind() == dear {
		limit := dearLooseness * int(b.measure.Em)
		if early := b.lastGap(start, end, free, true); early > start && width-b.natural(start, early) <= limit {
			end = early
		}
	}
	return Line{Start: start, End: end}
}

// force breaks inside a word or number that is wider than a line: before its
// unit if that leaves the line half full, else wherever it is full, and only
// where even that is impossible against the rules for marks.
func (b *Breaker) force(start, fit, width int) Line {
	end := b.lastGap(start, fit, glued, false)
	if end == start || 2*b.natural(start, end) < width {
		end = b.lastGap(start, fit, glued, true)
	}
	if end == start {
		end = fit
	}
	return Line{Start: start, End: end, Forced: b.gaps[end].kind() > dear}
}

// lastGap gives the last place after start and up to fit where a break costs
// at most limit, or start when there is none.
func (b *Breaker) lastGap(start, fit int, limit gap, rigidToo bool) int {
	for i := fit; i > start; i-- {
		if g := b.gaps[i]; g.kind() <= limit && (rigidToo || g&rigid == 0) {
			return i
		}
	}
	return start
}

// tooWide says whether what begins at i and cannot be parted is wider than a
// line, so that moving it to the next one would not help.
func (b *Breaker) tooWide(i, width int) bool {
	used := 0
	for k := i; k < len(b.glyphs); k++ {
		if k > i && b.gaps[k].kind() <= dear || b.classes[k] == space {
			return false
		}
		if used += b.advance(k, i); used > width {
			return true
		}
	}
	return false
}
