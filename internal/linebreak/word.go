package linebreak

import "strings"

// judgeAddresses lets web and mail addresses break after / and the like, at a
// price: they are the only half-width words that are often wider than a line.
func (b *Breaker) judgeAddresses() {
	for i := 0; i < len(b.glyphs); {
		end := i
		for end < len(b.glyphs) && b.classes[end].inWord() {
			end++
		}
		if b.isAddress(i, end) {
			b.openAddress(i, end)
		}
		i = end + 1
	}
}

func (b *Breaker) isAddress(start, end int) bool {
	if end-start < 6 {
		return false
	}
	for i := start; i < end; i++ {
		switch b.glyphs[i].Rune {
		case '@':
			return true
		case ':':
			if b.runeAt(i+1) == '/' && b.runeAt(i+2) == '/' {
				return true
			}
		}
	}
	return b.matches(start, []rune("www."))
}

func (b *Breaker) openAddress(start, end int) {
	for i := start + 1; i < end; i++ {
		if endsPart(b.glyphs[i-1].Rune) && !endsPart(b.glyphs[i].Rune) {
			b.gaps[i] = dear | rigid
		}
	}
}

func endsPart(r rune) bool { return r < 0x80 && strings.ContainsRune("/?&=_-@", r) }

// judgeLabel keeps the number of a paragraph with its first character:
// （一）│坚持, 1.│核查, 一、│指导思想.
func (b *Breaker) judgeLabel() {
	if end := b.endOfLabel(); end > 0 && end < len(b.gaps) {
		b.forbid(end, glued)
	}
}

func (b *Breaker) endOfLabel() int {
	inner := 0
	if b.runeAt(0) == '（' {
		inner = 1
	}
	i := inner
	for i-inner < 4 && (b.digitAt(i) || strings.ContainsRune("一二三四五六七八九十百", b.runeAt(i))) {
		i++
	}
	if i == inner {
		return 0
	}
	switch r := b.runeAt(i); {
	case inner == 1 && r == '）', inner == 0 && (r == '、' || r == '.' || r == '．'):
		return i + 1
	}
	return 0
}
