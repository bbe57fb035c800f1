package html

import (
	"strings"
	"unicode/utf8"

	"hongtou/internal/linebreak"
)

// binder finds what must stay in one line. The rules are those of package
// linebreak; browsers apply only the general ones of Unicode.
type binder struct {
	breaker linebreak.Breaker
	glyphs  []linebreak.Glyph
	pieces  []piece
}

// piece is a stretch of text; a whole one must not be broken.
type piece struct {
	text  string
	whole bool
}

// cut divides text into pieces, which are valid until the next call; joined
// again they are the text. It breaks lines one glyph wide: where the breaker was
// forced to, no break is allowed. Text in which no group can need binding, six of
// seven of ours, is not broken at all.
func (b *binder) cut(text string) []piece {
	b.glyphs, b.pieces = b.glyphs[:0], b.pieces[:0]
	if !strings.ContainsFunc(text, breaks) {
		b.add(piece{text: text})
		return b.pieces
	}
	for _, r := range text {
		b.glyphs = append(b.glyphs, linebreak.Glyph{Rune: r, Advance: 1})
	}
	lines, _ := b.breaker.Break(b.glyphs, linebreak.Measure{First: 1, Rest: 1})
	plain, start := 0, 0 // where the open plain stretch and the open group begin
	at := 0
	for _, l := range lines {
		for range l.End - l.Start {
			_, size := utf8.DecodeRuneInString(text[at:])
			at += size
		}
		if l.Forced {
			continue
		}
		if needsBinding(text[start:at]) {
			b.add(piece{text: text[plain:start]})
			b.add(piece{text: text[start:at], whole: true})
			plain = at
		}
		start = at
	}
	b.add(piece{text: text[plain:]})
	return b.pieces
}

func (b *binder) add(p piece) {
	if p.text != "" {
		b.pieces = append(b.pieces, p)
	}
}

// longestWhole is the number of characters up to which a group is bound; a
// longer one, such as an address, would stick out of a narrow screen.
const longestWhole = 14

// needsBinding says whether a group could be broken by a browser: groups of
// Han characters and marks alone are not, groups with a number, a letter or a
// dash are.
func needsBinding(group string) bool {
	n := utf8.RuneCountInString(group)
	return n > 1 && n <= longestWhole && strings.ContainsFunc(group, breaks)
}

// breaks says whether browsers may break a group beside r.
func breaks(r rune) bool { return r > ' ' && r < 0x7f || r == '—' || r == '～' }
