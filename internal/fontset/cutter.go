package fontset

import (
	"crypto/sha256"
	"fmt"
	"strconv"
	"unicode/utf8"

	"hongtou/internal/sfnt"
)

// Piece cuts out the glyph of a character for programs made piece by piece. A
// character the face lacks is an error.
func (f *Face) Piece(r rune) (*sfnt.Piece, error) {
	p := f.load()
	g := p.font.Glyph(r)
	if g == 0 {
		return nil, fmt.Errorf("字体 %s: U+%04X: %w", f.family, r, sfnt.ErrMissing)
	}
	piece, err := p.font.Piece(g, p.outline)
	if err != nil {
		return nil, fmt.Errorf("字体 %s: U+%04X: %w", f.family, r, err)
	}
	return piece, nil
}

// Notdef cuts out the glyph every program begins with.
func (f *Face) Notdef() *sfnt.Piece {
	p := f.load()
	return p.font.Notdef(p.outline)
}

// Digest names a subset of the face: it depends on the face and the characters
// alone, which come ascending and without repeats. The faces of a collection
// differ by their number, since they may share a name.
func (f *Face) Digest(chars []rune) [sha256.Size]byte {
	b := make([]byte, 0, len(f.name)+len(f.sum)+16+3*len(chars))
	b = append(append(append(b, f.name...), ' '), f.sum...)
	if f.index > 0 {
		b = strconv.AppendInt(append(b, '#'), int64(f.index), 10)
	}
	b = append(b, ' ')
	for _, r := range chars {
		b = utf8.AppendRune(b, r)
	}
	return sha256.Sum256(b)
}

// TagOf spells a digest as six capitals, as PDF wants them before the name of a
// subset (ISO 32000-2, 9.9.2). Two subsets of one face in one program never
// share a name unless they are equal.
func TagOf(digest [sha256.Size]byte) string {
	letters := make([]byte, 6)
	for i := range letters {
		letters[i] = 'A' + (digest[2*i]^digest[2*i+1])%26
	}
	return string(letters)
}
