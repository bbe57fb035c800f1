package build

import (
	"testing"

	"hongtou/internal/compose"
	"hongtou/internal/docset"
	"hongtou/internal/layout"
	"hongtou/internal/pdf"
)

// BenchmarkTaskBooks makes the task books of the real case one after another,
// and parts the work by stage.
func BenchmarkTaskBooks(b *testing.B) {
	t, books := booksOf(b)
	b.Run("compose", func(b *testing.B) {
		for i := range b.N {
			compose.Compose(t.templates, books[i%len(books)])
		}
	})
	composed := make([]compose.Composed, len(books))
	laid := make([]*layout.Book, len(books))
	for i, d := range books {
		composed[i], _ = compose.Compose(t.templates, d)
		laid[i], _ = layout.Typeset(*composed[i].Document, t.fonts)
	}
	b.Run("layout", func(b *testing.B) {
		for i := range b.N {
			layout.Typeset(*composed[i%len(books)].Document, t.fonts)
		}
	})
	b.Run("pdf", func(b *testing.B) {
		size := 0
		for i := range b.N {
			data, err := pdf.Render(laid[i%len(books)], t.fonts)
			if err != nil {
				b.Fatal(err)
			}
			size += len(data)
		}
		b.ReportMetric(float64(size)/float64(b.N), "bytes/book")
	})
}

func booksOf(b *testing.B) (tools, []docset.Document) {
	b.Helper()
	o := Options{Content: "../../content"}.withDefaults()
	c, err := read(o)
	if err != nil {
		b.Fatal(err)
	}
	t, problems, err := open(o)
	if err != nil || problems.HasErrors() {
		b.Fatal(err, problems)
	}
	var books []docset.Document
	for _, d := range c.plan() {
		if d.Kind == docset.TaskBook {
			books = append(books, d)
		}
	}
	return t, books
}
