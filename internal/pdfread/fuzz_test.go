package pdfread

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"

	"hongtou/internal/testkit/bounds"
)

// FuzzOpen feeds broken files. Whatever they are, they end in a document with
// numbers that can be reckoned with or in an error of ours, in bounded time.
func FuzzOpen(f *testing.F) {
	for _, content := range []string{
		"BT /F 20 Tf 72 648 Td (Hi) Tj ET 2 w 72 648 m 144 648 l S 72 576 72 72 re f",
		"0 0 108 720 re W n [3 3] 0 d 1e9 0 0 1e9 0 0 cm /Span<</ActualText<FEFFD842DFB7>>>BDC BT 3 Tr /F 1e5 Tf (a) Tj ET EMC",
		"72 0 0 72 72 576 cm BI /W 8 /H 1 /IM true /BPC 1 ID \xaa EI /A Do",
	} {
		f.Add(sample{content: content}.bytes())
		f.Add(sample{content: content, page: "/Rotate 90", xobject: "/A 6 0 R", extra: []string{
			form("1 0 0 1 0 0", "/XObject<</A 6 0 R>>/Font<</F 5 0 R>>", "/A Do BT /F 9 Tf (b) Tj ET")}}.bytes())
	}
	f.Add(pages(25, "BT /F 20 Tf 72 648 Td (Hi) Tj ET"))
	files, err := filepath.Glob(filepath.Join("testdata", "*.pdf"))
	if err != nil {
		f.Fatal(err)
	}
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
		f.Add(data[:len(data)*2/3])
	}
	limits := Limits{Bytes: 1 << 20, Pages: 50, Marks: 100_000, Pixels: 250_000, Time: 2 * time.Second}
	f.Fuzz(func(t *testing.T, data []byte) {
		var file *File
		var err error
		bounds.Ends("open", func() { file, err = engine.Open(t.Context(), data, limits) })
		if err != nil {
			if e := (*Error)(nil); !errors.As(err, &e) || e.Message == "" {
				t.Errorf("%v", err)
			}
			return
		}
		doc := file.Document()
		for _, p := range doc.Pages {
			if !finite(p.Width, p.Height) {
				t.Errorf("page %v × %v", p.Width, p.Height)
			}
			for _, g := range p.Glyphs {
				if !finite(g.X0, g.X1, g.Y, g.Size, g.Ink.X0, g.Ink.X1, g.Ink.Y0, g.Ink.Y1) || g.Rune == 0 {
					t.Errorf("%+v", g)
				}
			}
			for _, r := range p.Rules {
				if !finite(r.Box.X0, r.Box.X1, r.Box.Y0, r.Box.Y1, r.Width) || r.Width < 0 {
					t.Errorf("%+v", r)
				}
			}
		}
		if _, err := doc.Paint(1, 72); err != nil && code(err) == err.Error() {
			t.Error(err)
		}
		if err := file.Close(); err != nil {
			t.Error(err)
		}
	})
}
