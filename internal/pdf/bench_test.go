package pdf

import (
	"fmt"
	"testing"

	"hongtou/internal/amend"
	"hongtou/internal/compose"
	"hongtou/internal/docset"
	"hongtou/internal/fontset"
	"hongtou/internal/layout"
	"hongtou/internal/load"
	"hongtou/internal/source"
	"hongtou/templates"
)

// taskBooks lays out the task books of the content at hand.
func taskBooks(t testing.TB, fs *fontset.Set) []*layout.Book {
	t.Helper()
	files, _, err := source.Open("../../content")
	if err != nil {
		t.Fatal(err)
	}
	set, problems := compose.LoadTemplates(compose.Layer{Name: "templates", FS: templates.FS()})
	if problems.HasErrors() {
		t.Fatal(problems)
	}
	dossiers, _ := load.Load(files)
	var books []*layout.Book
	for i := range dossiers {
		editions, _ := amend.Editions(&dossiers[i])
		docs, _ := docset.Plan(editions, "")
		for _, d := range docs {
			if d.Kind != docset.TaskBook {
				continue
			}
			c, _ := compose.Compose(set, d)
			b, problems := layout.Typeset(*c.Document, fs)
			if problems.HasErrors() {
				t.Fatal(problems)
			}
			books = append(books, b)
		}
	}
	return books
}

// BenchmarkTaskBooks makes task books on one press, as a build does.
func BenchmarkTaskBooks(b *testing.B) {
	fs := faceSet(b)
	books := taskBooks(b, fs)
	for effort, name := range []string{Small: "small", Fast: "fast"} {
		effort := Effort(effort)
		b.Run(name, func(b *testing.B) {
			press, size := NewPress(fs, effort), 0
			b.ReportAllocs()
			start := processorTime()
			for i := range b.N {
				if i%len(books) == 0 { // programs are kept: every round is a run of its own
					press.programs = programs{}
				}
				data, err := press.Render(books[i%len(books)])
				if err != nil {
					b.Fatal(err)
				}
				size += len(data)
			}
			b.ReportMetric(float64(size)/float64(b.N), "bytes/book")
			b.ReportMetric(float64(processorTime()-start)/float64(b.N)/1e6, "cpu-ms/book")
		})
	}
}

// BenchmarkNewPress is what a run pays before its first book.
func BenchmarkNewPress(b *testing.B) {
	fs := faceSet(b)
	book := pseudo(b, fs, 1)
	for _, effort := range []Effort{Small, Fast} {
		b.Run(fmt.Sprint(effort), func(b *testing.B) {
			start := processorTime()
			for range b.N {
				if _, err := NewPress(fs, effort).Render(book); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(processorTime()-start)/float64(b.N)/1e6, "cpu-ms/press")
		})
	}
}
