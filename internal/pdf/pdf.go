// Package pdf turns a laid-out book into the bytes of a PDF file (design.md,
// section 7). In: pages of positioned runs and rules, and the faces they name.
// Out: a file with every font embedded as a subset, exact text in search and
// copy, an outline, page labels and document information, the same bytes for
// the same book wherever and whenever it is made.
//
// gopdf makes the document with its pages, and the font objects (draw.go,
// skeleton.go). What it has no word for, says wrongly, or says too
// slowly for thousands of files is put on the objects of its file by a list of
// small passes (finish.go): text, rules, font programs, structure.
package pdf

import (
	"errors"

	"hongtou/internal/fontset"
	"hongtou/internal/layout"
)

// Producer names the program in the document information.
const Producer = "Hongtou 0.1.0"

// errNoPages: a PDF file has at least one page (ISO 32000-1, 7.7.3).
var errNoPages = errors.New("a book without pages")

// Render makes the PDF of one book as a small file; see Press.Render.
func Render(b *layout.Book, fs *fontset.Set) ([]byte, error) {
	return NewPress(fs, Small).Render(b)
}
