package compose

import (
	"crypto/sha256"
	"os"
	"testing"

	"hongtou/internal/amend"
	"hongtou/internal/docset"
	"hongtou/internal/dossier"
	"hongtou/internal/load"
	"hongtou/internal/source"
	"hongtou/internal/synthetic"
)

// BenchmarkCompose composes every document of the real case (one operation is
// all of them, with a memory that has seen nothing, as in a run), by kind and
// together, and the task books of the synthetic case of 60 units that the
// figures of docs/speed.md are about (one operation is one book).
func BenchmarkCompose(b *testing.B) {
	ds := dossiers(b)
	docs := plannedOf(b, &ds[0])
	b.Run("real", func(b *testing.B) { composeEach(b, docs) })
	for _, k := range docset.Kinds() {
		var some []docset.Document
		for _, d := range docs {
			if d.Kind == k.Kind {
				some = append(some, d)
			}
		}
		if len(some) > 0 {
			b.Run("real/"+string(k.Kind), func(b *testing.B) { composeEach(b, some) })
		}
	}
	books := syntheticBooks(b, 60)
	b.Run("books", func(b *testing.B) {
		ts := embedded(b)
		b.ReportAllocs()
		for i := 0; b.Loop(); i++ {
			Compose(ts, books[i%len(books)], docset.PDF)
		}
	})
}

func composeEach(b *testing.B, docs []docset.Document) {
	ts := embedded(b)
	b.ReportAllocs()
	for b.Loop() {
		ts.known = newMemory()
		for _, d := range docs {
			Compose(ts, d)
		}
	}
}

// BenchmarkViews is what of it goes into the views.
func BenchmarkViews(b *testing.B) {
	ds := dossiers(b)
	docs := plannedOf(b, &ds[0])
	ts := embedded(b)
	b.ReportAllocs()
	for b.Loop() {
		ts.known = newMemory()
		for _, d := range docs {
			r, _ := recipeOf(d.Kind)
			r.view(ts.known, d)
		}
	}
}

// BenchmarkCanonical is what hashing the trees adds.
func BenchmarkCanonical(b *testing.B) {
	ds := dossiers(b)
	var all []Composed
	for _, d := range plannedOf(b, &ds[0]) {
		c, _ := Compose(embedded(b), d)
		all = append(all, c)
	}
	b.ReportAllocs()
	for b.Loop() {
		for _, c := range all {
			h := sha256.New()
			if c.Document != nil {
				_ = c.Document.WriteCanonical(h)
			}
			if c.Workbook != nil {
				_ = c.Workbook.WriteCanonical(h)
			}
		}
	}
}

func plannedOf(b *testing.B, d *dossier.Dossier) []docset.Document {
	b.Helper()
	editions, _ := amend.Editions(d)
	docs, _ := docset.Plan(editions, "")
	var out []docset.Document
	for _, p := range docs {
		if _, ok := recipeOf(p.Kind); ok {
			out = append(out, p)
		}
	}
	return out
}

func syntheticBooks(b *testing.B, units int) []docset.Document {
	b.Helper()
	files, err := synthetic.Generate(os.DirFS("../../content"), synthetic.Spec{Items: 17, Units: units, Amendments: 2})
	if err != nil {
		b.Fatal(err)
	}
	dir := b.TempDir()
	if err := os.CopyFS(dir, folderOf(files)); err != nil {
		b.Fatal(err)
	}
	tree, _, err := source.Open(dir)
	if err != nil {
		b.Fatal(err)
	}
	ds, _ := load.Load(tree)
	var books []docset.Document
	for _, d := range plannedOf(b, &ds[0]) {
		if d.Kind == docset.TaskBook {
			books = append(books, d)
		}
	}
	return books
}

// BenchmarkKey is what it takes to know, without composing, that a document is
// the same; compare with BenchmarkCompose.
func BenchmarkKey(b *testing.B) {
	ds := dossiers(b)
	docs := plannedOf(b, &ds[0])
	keyEach := func(b *testing.B, docs []docset.Document) {
		ts := embedded(b)
		b.ReportAllocs()
		for b.Loop() {
			ts.known = newMemory()
			for _, d := range docs {
				Key(ts, d)
			}
		}
	}
	b.Run("real", func(b *testing.B) { keyEach(b, docs) })
	for _, k := range docset.Kinds() {
		var some []docset.Document
		for _, d := range docs {
			if d.Kind == k.Kind {
				some = append(some, d)
			}
		}
		if len(some) > 0 {
			b.Run("real/"+string(k.Kind), func(b *testing.B) { keyEach(b, some) })
		}
	}
}
