package layout

import (
	"flag"
	"os"
	"strings"
	"testing"

	"hongtou/internal/diag"
	"hongtou/internal/doc"
	"hongtou/internal/fontset"
	"hongtou/internal/testkit/squarefont"
)

var update = flag.Bool("update", false, "write the goldens anew")

func square(t testing.TB) *fontset.Set {
	t.Helper()
	fs, err := squarefont.New()
	if err != nil {
		t.Fatal(err)
	}
	return fs
}

func real(t testing.TB) *fontset.Set {
	t.Helper()
	fs, err := fontset.Default()
	if err != nil {
		t.Fatal(err)
	}
	return fs
}

// run is one run of text in a style, with a place in an invented source.
func run(style doc.Style, text string) []doc.Inline {
	at := diag.Position{File: "content/plan.md", Line: 3, Column: 5}
	return []doc.Inline{{Text: text, Style: style, Origin: doc.Origin{Field: "plan", At: at}}}
}

func body(text string) doc.Paragraph { return doc.Paragraph{Text: run(doc.Body, text)} }

func heading(text string) doc.Paragraph {
	return doc.Paragraph{Text: run(doc.Level1, text), Head: 1, Outline: doc.Outline{Level: 1, Title: text, ID: "h"}}
}

// han is n Han characters without marks.
func han(n int) string { return strings.Repeat("甲乙丙丁戊己庚辛壬癸", n/10+1)[:3*n] }

// filled is a paragraph of so many lines.
func filled(lines int) doc.Paragraph { return body(han(lines*cells - 2)) }

func typeset(t testing.TB, fs *fontset.Set, blocks ...doc.Block) *Book {
	t.Helper()
	b, problems := Typeset(doc.Document{Blocks: blocks}, fs)
	for _, p := range problems {
		t.Errorf("problem %s: %s", p.Code, p.Message)
	}
	checkBook(t, b, fs)
	return b
}

// checkBook proves what holds for every book: text runs stand inside the type
// area, reading order goes down the page, pages are numbered.
func checkBook(t testing.TB, b *Book, fs *fontset.Set) {
	t.Helper()
	for i, p := range b.Pages {
		if p.Number != i+1 || p.End == "" {
			t.Errorf("page %d has number %d and end %q", i, p.Number, p.End)
		}
		for _, r := range p.Runs {
			if r.Artifact {
				continue
			}
			if r.X < areaLeft-mirrorStep || r.end(fs) > areaRight || r.Y < areaTop || r.Y+r.Size*120/1000 > areaBottom+1 {
				t.Errorf("page %d: %q stands outside the type area at %d–%d, %d", p.Number, r.Text, r.X, r.end(fs), r.Y)
			}
		}
	}
	checkTree(t, b)
	if last := b.Pages[len(b.Pages)-1].End; last != EndDocument {
		t.Errorf("last page ends with %s", last)
	}
}

// line is what stands on one baseline.
type line struct {
	x, end, y Unit
	text      string
}

// linesOf collects the text lines of a page from its runs.
func linesOf(p Page, fs *fontset.Set) []line {
	var out []line
	for _, r := range p.Runs {
		if r.Artifact {
			continue
		}
		if n := len(out); n > 0 && out[n-1].y == r.Y {
			out[n-1].text += r.Text
			out[n-1].end = r.end(fs)
			continue
		}
		out = append(out, line{r.X, r.end(fs), r.Y, r.Text})
	}
	return out
}

func plain(b *Book) string {
	var s strings.Builder
	for _, p := range b.Pages {
		for _, r := range p.Runs {
			if !r.Artifact {
				s.WriteString(r.Text)
			}
		}
	}
	return s.String()
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	path := "testdata/" + name
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	g, w := strings.Split(got, "\n"), strings.Split(string(want), "\n")
	for i := range max(len(g), len(w)) {
		if i >= len(g) || i >= len(w) || g[i] != w[i] {
			t.Fatalf("%s, line %d\n got %s\nwant %s", name, i+1, at(g, i), at(w, i))
		}
	}
}

func at(lines []string, i int) string {
	if i < len(lines) {
		return lines[i]
	}
	return "(nothing)"
}
