package layout_test

import (
	"reflect"
	"sync"
	"testing"

	"hongtou/internal/amend"
	"hongtou/internal/compose"
	"hongtou/internal/doc"
	"hongtou/internal/docset"
	"hongtou/internal/fontset"
	"hongtou/internal/layout"
	"hongtou/internal/load"
	"hongtou/internal/source"
	"hongtou/templates"
)

// realDocuments composes every document of the content folder.
func realDocuments(t testing.TB) (out []*doc.Document) {
	t.Helper()
	files, problems, err := source.Open("../../content")
	if err != nil || problems.HasErrors() {
		t.Fatal(err, problems)
	}
	ds, _ := load.Load(files)
	ts, _ := compose.LoadTemplates(compose.Layer{Name: "templates", FS: templates.FS()})
	for i := range ds {
		editions, _ := amend.Editions(&ds[i])
		plan, _ := docset.Plan(editions, "")
		for _, p := range plan {
			if p.Kind == docset.Bundle || p.Kind == docset.Site {
				continue
			}
			if c, _ := compose.Compose(ts, p, docset.PDF); c.Document != nil {
				out = append(out, c.Document)
			}
		}
	}
	return out
}

// TestTypesetterKeepsNothing: a document is set the same whatever was set
// before it, and beside it.
func TestTypesetterKeepsNothing(t *testing.T) {
	fs, err := fontset.Default()
	if err != nil {
		t.Fatal(err)
	}
	all := realDocuments(t)
	warm := layout.New(fs)
	var group sync.WaitGroup
	books := make([]*layout.Book, len(all))
	for i := range all {
		group.Go(func() { books[i], _ = warm.Typeset(*all[i]) })
	}
	group.Wait()
	for i, d := range all {
		cold, problems := layout.Typeset(*d, fs)
		again, list := warm.Typeset(*d)
		if !reflect.DeepEqual(cold, books[i]) || !reflect.DeepEqual(cold, again) || !reflect.DeepEqual(problems, list) {
			t.Errorf("%s: set otherwise by a typesetter that set other documents", d.Meta.Title)
		}
	}
}
