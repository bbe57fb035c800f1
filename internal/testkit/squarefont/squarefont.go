// Package squarefont makes a font set for layout tests, in which every length
// is a small integer.
//
// Out: a fontset.Set whose glyphs all advance 1000 thousandths of an em, ASCII
// 500, in every role. The ink of a glyph fills its whole box, from the em box's
// bottom (-120) to its top (880), except that closing marks (，。” …) fill only
// the left half, opening marks (“（《 …) only the right half, and spaces
// nothing. Every role has a face of its own; characters of U+20000–U+200FF
// stand only in a further face behind all of them, so that fallback can be
// tested; others beyond the BMP and the private use area are missing.
package squarefont

import (
	"fmt"
	"strings"
	"sync"

	"hongtou/internal/fontset"
	"hongtou/internal/sfnt"
)

const (
	ascent, descent = 880, -120
	full, half      = 1000, 500

	opening = "“‘（《〈〔【「『［｛〖"
	closing = "”’）》〉〕】」』］｝〗，。、；：？！"
)

var built = sync.OnceValues(build)

// New returns the set; it is built once and shared.
func New() (*fontset.Set, error) { return built() }

func build() (*fontset.Set, error) {
	common, err := font("Square", [][2]rune{
		{0x20, 0x7E}, {0xA0, 0xFF}, {0x370, 0x45F}, {0x2010, 0x27BF}, {0x3000, 0x33FF},
		{0x3400, 0x4DBF}, {0x4E00, 0x9FFF}, {0xFE30, 0xFE6B}, {0xFF01, 0xFFEE},
	})
	if err != nil {
		return nil, err
	}
	rare, err := font("SquareRare", [][2]rune{{0x20000, 0x200FF}})
	if err != nil {
		return nil, err
	}
	var files []fontset.Given
	for _, role := range fontset.Roles() {
		name := "Square" + strings.ToUpper(string(role[:1])) + string(role[1:])
		files = append(files, fontset.Given{
			Name: name, Family: "方块" + role.Label(), TTF: common, Roles: []fontset.Role{role},
		})
	}
	return fontset.New(append(files, fontset.Given{
		Name: "SquareRare", Family: "方块补字", TTF: rare, Roles: fontset.Roles(),
	})...)
}

// font writes one face with a glyph for every character of the ranges.
func font(name string, ranges [][2]rune) ([]byte, error) {
	shapes, err := draw()
	if err != nil {
		return nil, err
	}
	spec := sfnt.Spec{PostScript: name, Ascent: ascent, Descent: descent, Glyphs: []sfnt.Glyph{{Advance: full}}}
	for _, r := range ranges {
		for c := r[0]; c <= r[1]; c++ {
			spec.Map = append(spec.Map, sfnt.Mapping{Rune: c, Glyph: sfnt.GlyphID(len(spec.Glyphs))})
			spec.Glyphs = append(spec.Glyphs, shapes.of(c))
		}
	}
	return sfnt.Write(spec)
}

// shapes are the ink boxes a glyph can have.
type shapes struct{ square, narrow, left, right []byte }

func draw() (s shapes, err error) {
	for _, box := range []struct {
		into     *[]byte
		from, to int
	}{{&s.square, 0, full}, {&s.narrow, 0, half}, {&s.left, 0, half}, {&s.right, half, full}} {
		outline := sfnt.Outline{{
			{X: box.from, Y: descent, On: true}, {X: box.from, Y: ascent, On: true},
			{X: box.to, Y: ascent, On: true}, {X: box.to, Y: descent, On: true},
		}}
		if *box.into, err = outline.Encode(); err != nil {
			return s, fmt.Errorf("square glyph: %w", err)
		}
	}
	return s, nil
}

func (s shapes) of(r rune) sfnt.Glyph {
	switch {
	case r == ' ':
		return sfnt.Glyph{Advance: half}
	case r == '\u3000':
		return sfnt.Glyph{Advance: full}
	case r < 0x7F:
		return sfnt.Glyph{Advance: half, Data: s.narrow}
	case strings.ContainsRune(opening, r):
		return sfnt.Glyph{Advance: full, Data: s.right}
	case strings.ContainsRune(closing, r):
		return sfnt.Glyph{Advance: full, Data: s.left}
	}
	return sfnt.Glyph{Advance: full, Data: s.square}
}
