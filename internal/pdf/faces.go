package pdf

import (
	"crypto/sha256"
	"errors"
	"fmt"

	"hongtou/internal/fontset"
	"hongtou/internal/layout"
)

// faces holds the subset of every face a book uses; nil where it uses none.
type faces []*subset

// subset is the characters a book draws in one face.
type subset struct {
	face   *pressFace
	name   string            // of the font in the file: tag, plus sign, face
	key    string            // of the font in the resources
	set    *charset          // the glyph i+1 draws the i-th character
	digest [sha256.Size]byte // of face and characters: stands for the program
	glyphs []*glyph          // .notdef, then one for each character; nil until cut
}

// maxGlyphs is what the numbers of a font can tell apart, .notdef included.
const maxGlyphs = 0xFFFF

var errGlyphs = errors.New("more characters than a font can have")

// cutFaces collects the characters of each face over the whole book. What it
// returns is to be released, even with an error.
func (p *Press) cutFaces(b *layout.Book) (faces, error) {
	out := make(faces, len(p.faces))
	for i := range b.Pages {
		for k := range b.Pages[i].Runs {
			run := &b.Pages[i].Runs[k]
			if int(run.Face) >= len(out) {
				return out, fmt.Errorf("face %d of %d", run.Face, len(out))
			}
			if run.Text == "" {
				continue
			}
			if out[run.Face] == nil {
				out[run.Face] = &subset{set: p.charset()}
			}
			out[run.Face].set.add(run.Text)
		}
	}
	n := 0
	for id, sub := range out {
		if sub == nil {
			continue
		}
		n++
		sub.key = fmt.Sprintf("F%d", n)
		sub.face = &p.faces[id]
		if err := sub.open(p.fonts.Face(fontset.FaceID(id)), p.effort); err != nil {
			return out, err
		}
	}
	return out, nil
}

// open numbers the characters collected and names them.
func (s *subset) open(f *fontset.Face, effort Effort) error {
	if err := s.face.open(f, effort); err != nil {
		return err
	}
	s.set.number()
	if len(s.set.chars) >= maxGlyphs {
		return fmt.Errorf("%s: %w", f.Name(), errGlyphs)
	}
	s.digest = f.Digest(s.set.chars)
	s.name = fontset.TagOf(s.digest) + "+" + f.Name()
	return nil
}

// cut finds the glyphs of the characters.
func (s *subset) cut() error {
	s.glyphs = make([]*glyph, 1, 1+len(s.set.chars))
	s.glyphs[0] = s.face.notdef
	for _, r := range s.set.chars {
		g, err := s.face.glyph(r)
		if err != nil {
			return err
		}
		s.glyphs = append(s.glyphs, g)
	}
	return nil
}

func (p *Press) charset() *charset {
	if c, ok := p.charsets.Get().(*charset); ok {
		return c
	}
	return &charset{}
}

// release gives back what cutFaces has borrowed.
func (p *Press) release(f faces) {
	for _, sub := range f {
		if sub != nil {
			sub.set.reset()
			p.charsets.Put(sub.set)
		}
	}
}
