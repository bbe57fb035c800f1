package html

import (
	"strings"

	"hongtou/internal/diag"
	"hongtou/internal/doc"
	"hongtou/internal/fontset"
	"hongtou/internal/linebreak"
	"hongtou/internal/page"
)

// ContentError tells of what a document cannot show: characters that no face
// of their role has, text that would leave the paper. The problems are those
// that package layout finds, in the same words.
type ContentError struct{ Problems diag.List }

func (e *ContentError) Error() string {
	var all []string
	for _, p := range e.Problems {
		all = append(all, p.Message)
	}
	return strings.Join(all, "；")
}

// failure gives the problems met so far as an error, nil if there are none.
func (f *faces) failure() error {
	if !f.problems.List.HasErrors() {
		return nil
	}
	return &ContentError{f.problems.List}
}

// checkStatus reports a status line that the top margin has no room for.
func (b *body) checkStatus(blocks []doc.Block) {
	if b.setup.Status == "" {
		return
	}
	room := int32(page.Room(b.setup.Landscape))
	text := []doc.Inline{{Text: b.setup.Status, Style: doc.Small}}
	glyphs := b.faces.glyphs(face{doc.Small, fontset.Song}, text, page.NoteSize)
	lines, _ := b.binder.breaker.Break(glyphs, linebreak.Measure{First: room, Rest: room})
	b.faces.problems.CheckStatus(b.setup.Status, len(lines), b.setup.Landscape, page.FirstPlace(blocks))
}
