package pdf

import (
	"testing"

	"hongtou/internal/doc"
	"hongtou/internal/fontset"
	"hongtou/internal/layout"
	"hongtou/internal/testkit/judge"
)

// Measures of GB/T 9704, 5.2, in layout units: A4, the type area's left edge
// at 28 mm, its width of 156 mm for 28 characters, 22 lines.
const (
	a4Width, a4Height = 595276, 841890
	leftEdge          = 79370
	measure           = 442205
	firstLine         = 118000
	pitch             = 29000
	bodySize          = 16000
	gridTracking      = measure/28 - bodySize
)

func faceSet(t testing.TB) *fontset.Set {
	t.Helper()
	fs, err := fontset.Default()
	if err != nil {
		t.Fatal(err)
	}
	return fs
}

func portrait(number int) layout.Page {
	return layout.Page{Number: number, Width: a4Width, Height: a4Height}
}

func landscape(number int) layout.Page {
	return layout.Page{Number: number, Width: a4Height, Height: a4Width}
}

// typed is text in one style on one baseline.
type typed struct {
	role     fontset.Role
	x, y     layout.Unit
	size     layout.Unit
	tracking layout.Unit
	colour   layout.Colour
	text     string
}

// put adds text to a page as layout does: one run for each stretch of a face,
// each where the one before ends.
func put(t testing.TB, fs *fontset.Set, p *layout.Page, s typed) {
	t.Helper()
	x := s.x
	for _, r := range s.text {
		id, ok := fs.Find(s.role, r)
		if !ok {
			t.Fatalf("no face has %q", r)
		}
		n := len(p.Runs) - 1
		if n < 0 || p.Runs[n].Face != id || p.Runs[n].Y != s.y || p.Runs[n].X > x || x == s.x {
			p.Runs = append(p.Runs, layout.Run{X: x, Y: s.y, Face: id, Size: s.size, Tracking: s.tracking, Colour: s.colour})
			n++
		}
		p.Runs[n].Text += string(r)
		x += advance(fs, id, r, s.size) + s.tracking
	}
}

func advance(fs *fontset.Set, id fontset.FaceID, r rune, size layout.Unit) layout.Unit {
	return layout.Unit(fs.Face(id).Advance(r)) * size / 1000
}

// render makes a PDF and writes it to a file.
func render(t testing.TB, fs *fontset.Set, b *layout.Book) string {
	t.Helper()
	data, err := Render(b, fs)
	if err != nil {
		t.Fatal(err)
	}
	return judge.File(t, "book.pdf", data)
}

// pseudo makes n pages of 22 lines of 28 Han characters, about 1,200 different
// ones, with two headings and a fallback character on every page.
func pseudo(t testing.TB, fs *fontset.Set, n int) *layout.Book {
	t.Helper()
	b := &layout.Book{Meta: doc.Meta{Title: "某市整改方案", Author: "甲市乙县", Date: "2020-07-30"}}
	seed := uint32(1)
	character := func(span uint32) rune {
		for {
			seed = seed*1664525 + 1013904223
			r := rune(0x4E00 + (seed>>8)%span)
			if fs.Face(fs.Chain(fontset.Body)[0]).Has(r) {
				return r
			}
		}
	}
	for i := range n {
		p := portrait(i + 1)
		b.Bookmarks = append(b.Bookmarks, layout.Bookmark{Level: 1 + i%3, Title: "标题", Page: i, Y: firstLine})
		for line := range 22 {
			text := make([]rune, 28)
			for k := range text {
				text[k] = character(2600)
			}
			role := fontset.Body
			if line%11 == 0 {
				role = fontset.Hei
			}
			if line == 5 {
				text[3] = '镕'
			}
			from := len(p.Runs)
			put(t, fs, &p, typed{role: role, x: leftEdge, y: firstLine + layout.Unit(line)*pitch,
				size: bodySize, tracking: gridTracking, text: string(text)})
			if line%11 < 2 {
				kind := []layout.Role{layout.RoleH2, layout.RoleP}[line%11]
				b.Elements = append(b.Elements, layout.Element{Parent: -1, Role: kind})
			}
			for k := range p.Runs[from:] {
				p.Runs[from+k].Element = len(b.Elements) - 1
			}
		}
		put(t, fs, &p, typed{role: fontset.Song, x: leftEdge, y: 780000, size: 14000, text: "— 12 —"})
		p.Runs[len(p.Runs)-1].Element, p.Runs[len(p.Runs)-1].Block = -1, -1
		b.Pages = append(b.Pages, p)
	}
	return b
}
