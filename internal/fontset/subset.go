package fontset

import (
	"fmt"
	"slices"

	"hongtou/internal/sfnt"
	"hongtou/internal/woff2"
)

// Subset is a small TrueType file with the glyphs of chosen characters.
type Subset struct {
	Tag   string // six capitals from face and characters, as PDF wants (ISO 32000-2, 9.9.2)
	Name  string // Tag, plus sign, face name
	TTF   []byte
	Chars []rune // ascending, without repeats; glyph i+1 draws Chars[i]
}

// Subset cuts the face down to chars. The result depends on the face and the
// set of characters only. A character the face lacks is an error.
func (f *Face) Subset(chars []rune) (*Subset, error) {
	chars = ascending(chars)
	p := f.load()
	ttf, err := p.font.Subset(chars, sfnt.Spec{
		PostScript: f.name,
		Licence:    f.licence,
		Ascent:     f.Ascent(),
		Descent:    f.Descent(),
		FSType:     p.font.FSType(),
	}, p.outline)
	if err != nil {
		return nil, fmt.Errorf("字体 %s: %w", f.family, err)
	}
	tag := TagOf(f.Digest(chars))
	return &Subset{Tag: tag, Name: tag + "+" + f.name, TTF: ttf, Chars: chars}, nil
}

// ascending gives the characters in order and without repeats.
func ascending(chars []rune) []rune {
	chars = slices.Clone(chars)
	slices.Sort(chars)
	return slices.Compact(chars)
}

// WOFF2 cuts a face down to chars and wraps the result for @font-face. What is
// kept between runs is found by face and characters, so that nothing is cut
// when it is found.
func (s *Set) WOFF2(id FaceID, chars []rune) ([]byte, error) {
	f, chars := s.faces[id], ascending(chars)
	return s.Keep("woff2", f.Digest(chars), func() ([]byte, error) {
		subset, err := f.Subset(chars)
		if err != nil {
			return nil, err
		}
		return subset.WOFF2()
	})
}

// WOFF2 wraps the subset for @font-face.
func (s *Subset) WOFF2() ([]byte, error) { return woff2.Encode(s.TTF) }
