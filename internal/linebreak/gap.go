package linebreak

// gap judges the place before a glyph: whether a line may begin there, and
// whether spreading may open it. Order matters: the higher, the dearer.
type gap uint8

const (
	free  gap = iota
	dear      // inside a date after 年 or 月, inside an address after / : at a price
	glued     // inside a number with its unit or a word: only if wider than a line
	never     // a prohibited beginning or end of a line

	kindMask gap = 0x0f
	rigid    gap = 0x10 // spreading may not open it
)

func (g gap) kind() gap { return g & kindMask }

// forbid makes gap i at least as dear as g, and rigid if g is.
func (b *Breaker) forbid(i int, g gap) {
	old := b.gaps[i]
	b.gaps[i] = max(old.kind(), g.kind()) | (old|g)&rigid
}

// judgePairs settles every gap by the two characters beside it. Spaces cannot
// begin a line, and what an opening mark forbids, it forbids across spaces.
func (b *Breaker) judgePairs() {
	if len(b.gaps) == 0 {
		return
	}
	b.gaps[0] = never
	solid := b.classes[0] // the last class that was no space
	for i := 1; i < len(b.gaps); i++ {
		left, right := b.classes[i-1], b.classes[i]
		b.gaps[i] = judge(left, right, b.glyphs[i-1].Rune, b.glyphs[i].Rune)
		if b.gaps[i] == glued && right == joiner && b.digitAt(i+1) && isSign(b.glyphs[i].Rune) {
			b.gaps[i] = free // 零下-5℃
		}
		if left == space && solid == open {
			b.gaps[i] = never
		}
		if right != space {
			solid = right
		}
	}
}

func judge(left, right class, l, r rune) gap {
	switch {
	case right == accent || left == glue || right == glue:
		return never | rigid
	case right == tail && (l == r || left == digit):
		return never | rigid // —— and …… are one mark each; 30℃
	case right == shut, right == tail, right == space, left == open:
		return never
	case left == space:
		return free
	case left.inWord() && right.inWord():
		return glued | rigid
	case left == sign && right == digit && l == '第':
		return glued
	case left == sign && right == digit:
		return glued | rigid
	case right == joiner:
		return beforeJoiner(r)
	case left == joiner && !endsWord(l):
		return glued
	}
	return free
}

// beforeJoiner judges Han followed by a half-width mark: 市,州 km-长.
func beforeJoiner(r rune) gap {
	if endsWord(r) || r == '/' {
		return never
	}
	return glued
}

func isSign(r rune) bool { return r == '-' || r == '+' || r == '<' || r == '>' || r == '$' || r == '#' }
