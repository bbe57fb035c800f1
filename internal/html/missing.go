package html

import (
	"fmt"
	"strings"

	"hongtou/internal/doc"
	"hongtou/internal/fontset"
)

// MissingGlyphError tells of characters that no face of their role has. They
// may also be characters that must not stand in a document at all, such as
// control characters.
type MissingGlyphError struct{ Missing []MissingGlyph }

// MissingGlyph is one such character, at its first place.
type MissingGlyph struct {
	Role   fontset.Role
	Rune   rune
	Origin doc.Origin
}

func (e *MissingGlyphError) Error() string {
	var b strings.Builder
	b.WriteString("没有字体能显示")
	for i, m := range e.Missing {
		if i > 0 {
			b.WriteString("、")
		}
		fmt.Fprintf(&b, "%q（U+%04X，%s", m.Rune, m.Rune, m.Role.Label())
		if m.Origin.Field != "" {
			b.WriteString("，" + m.Origin.Field)
		}
		b.WriteString("）")
	}
	return b.String()
}

// missing gives the error for the holes met so far, each character of a role
// once, nil if there are none.
func (f *faces) missing() error {
	type key struct {
		role fontset.Role
		r    rune
	}
	seen := map[key]bool{}
	var all []MissingGlyph
	for _, h := range f.holes {
		if k := (key{h.role, h.r}); !seen[k] {
			seen[k] = true
			all = append(all, MissingGlyph{h.role, h.r, h.origin})
		}
	}
	if all == nil {
		return nil
	}
	return &MissingGlyphError{all}
}
