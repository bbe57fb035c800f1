package html

import (
	"strconv"

	"hongtou/internal/doc"
	"hongtou/internal/fontset"
	"hongtou/internal/linebreak"
	"hongtou/internal/page"
)

// Browsers have no grid to stand on: where the paper's grid asks for a distance
// that depends on ink or on the number of lines (7.2.4, 7.2.7, 7.3.1), package
// page works it out, and it is written into the file.

func points(l page.Length) string { return ratio(l, 1000) + "pt" }

// ems gives the length in ems of a type size.
func ems(l, size page.Length) string { return ratio(l, size) + "em" }

// ratio divides lengths; line heights are written so.
func ratio(a, b page.Length) string {
	s := strconv.FormatFloat(float64(a)/float64(b), 'f', 5, 64)
	for s[len(s)-1] == '0' {
		s = s[:len(s)-1]
	}
	if s[len(s)-1] == '.' {
		s = s[:len(s)-1]
	}
	return s
}

// advance gives the width of a character in thousandths of an em; one without
// a glyph keeps an empty cell.
func (f *faces) advance(role fontset.Role, r rune) int {
	if page.Invisible(r) {
		return 0
	}
	id, ok := f.set.Find(role, r)
	if !ok {
		return 1000
	}
	return f.set.Face(id).Advance(r)
}

// width gives the advance of text in thousandths of an em.
func (f *faces) width(role fontset.Role, text string) int {
	sum := 0
	for _, r := range text {
		sum += f.advance(role, r)
	}
	return sum
}

// ink gives how far the ink of text reaches above and below the baseline, in
// thousandths of an em (page.Ink).
func (f *faces) ink(role fontset.Role, text string) (up, down int) {
	return page.Ink(func(yield func(fontset.Box) bool) {
		for _, r := range text {
			id, ok := f.set.Find(role, r)
			if !ok || page.Invisible(r) {
				continue
			}
			if box, ok := f.set.Face(id).Bounds(r); ok && !yield(box) {
				return
			}
		}
	})
}

// glyphs measures runs in the look of a block at a size.
func (f *faces) glyphs(in face, runs []doc.Inline, size page.Length) []linebreak.Glyph {
	var out []linebreak.Glyph
	for _, run := range runs {
		_, role := in.in(run.Style)
		for _, r := range run.Text {
			out = append(out, linebreak.Glyph{Rune: r, Advance: int32(size.Of(f.advance(role, r)))})
		}
	}
	return out
}

// ratioEm gives a width in thousandths of an em in ems.
func ratioEm(width int) string { return ems(page.Length(width), 1000) }
