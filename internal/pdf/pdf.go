// Package pdf turns a laid-out book into the bytes of a PDF file (design.md,
// section 7). In: pages of positioned runs and rules, and the faces they name.
// Out: a file with every font embedded as a subset, exact text in search and
// copy, an outline, page labels and document information, the same bytes for
// the same book wherever and whenever it is made.
//
// The work is done twice on purpose. gopdf draws: fonts, runs, rules (draw.go).
// What it has no word for, or says wrongly, is put right afterwards on the
// objects of its file by a list of small passes (finish.go).
package pdf

import (
	"errors"
	"fmt"

	"hongtou/internal/fontset"
	"hongtou/internal/layout"
)

// Producer names the program in the document information.
const Producer = "Hongtou 0.1.0"

// errNoPages: a PDF file has at least one page (ISO 32000-1, 7.7.3).
var errNoPages = errors.New("a book without pages")

// Render makes the PDF of a book. Runs name faces of fs; a character its face
// lacks is an error, never a blank.
func Render(b *layout.Book, fs *fontset.Set) ([]byte, error) {
	if len(b.Pages) == 0 {
		return nil, errNoPages
	}
	faces, err := cutFaces(b, fs)
	if err != nil {
		return nil, fmt.Errorf("fonts: %w", err)
	}
	drawn, err := draw(b, faces)
	if err != nil {
		return nil, fmt.Errorf("drawing: %w", err)
	}
	return finish(drawn, b, faces)
}
