package compose

import (
	"flag"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"testing"

	"hongtou/internal/amend"
	"hongtou/internal/diag"
	"hongtou/internal/doc"
	"hongtou/internal/docset"
	"hongtou/internal/dossier"
	"hongtou/internal/load"
	"hongtou/internal/source"
	"hongtou/templates"
)

var update = flag.Bool("update", false, "rewrite the goldens and docs/templates.md")

// loaded parses the embedded templates once for all tests.
var loaded = sync.OnceValues(func() (Templates, diag.List) { return LoadTemplates(Layer{"templates", templates.FS()}) })

func embedded(t testing.TB) Templates {
	t.Helper()
	ts, problems := loaded()
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	return ts
}

// dossiers loads the dossiers of the content folder: the real cases.
func dossiers(t testing.TB) []dossier.Dossier {
	t.Helper()
	files, problems, err := source.Open("../../content")
	if err != nil {
		t.Fatal(err)
	}
	ds, more := load.Load(files)
	if list := append(problems, more...); list.HasErrors() {
		t.Fatal(list)
	}
	return ds
}

// made is a planned document and its trees.
type made struct {
	docset.Document
	Composed
}

// composeAll composes the documents that print a whole text; those made for
// recipients have tests of their own.
func composeAll(t testing.TB, d *dossier.Dossier) []made {
	t.Helper()
	return composeKinds(t, d, docset.Notice, docset.Annex, docset.Amendment, docset.Consolidated, docset.Comparison)
}

// composeKinds composes the documents of some kinds, of all when none is given.
func composeKinds(t testing.TB, d *dossier.Dossier, kinds ...docset.Kind) []made {
	t.Helper()
	ts := embedded(t)
	var out []made
	for _, p := range plannedKinds(t, d, kinds...) {
		c, problems := Compose(ts, p)
		if len(problems) > 0 {
			t.Fatalf("%s: %v", p.Files[0].Path, problems)
		}
		out = append(out, made{p, c})
	}
	return out
}

// plannedKinds gives the planned documents of some kinds, or of all.
func plannedKinds(t testing.TB, d *dossier.Dossier, kinds ...docset.Kind) []docset.Document {
	t.Helper()
	editions, problems := amend.Editions(d)
	docs, more := docset.Plan(editions, "")
	if problems.Add(more...); len(problems) > 0 {
		t.Fatal(problems)
	}
	return slices.DeleteFunc(slices.Clone(docs), func(p docset.Document) bool {
		return packed(p) || len(kinds) > 0 && !slices.Contains(kinds, p.Kind)
	})
}

// TestRealCases compares the structure of every document of the content
// folder with its golden.
func TestRealCases(t *testing.T) {
	ds := dossiers(t)
	for i := range ds {
		for _, c := range composeAll(t, &ds[i]) {
			m := c.Composed.Document.Meta
			golden(t, ds[i].ID+"-"+m.Kind+"-"+m.Edition, doc.Dump(c.Composed.Document))
			if c.Workbook != nil {
				golden(t, ds[i].ID+"-"+m.Kind+"-"+m.Edition+"-workbook", doc.DumpWorkbook(c.Workbook))
			}
		}
	}
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name+".golden")
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
	if string(want) != got {
		t.Errorf("%s differs from its golden; look at git diff after go test -update\n%s", name, firstDifference(string(want), got))
	}
}
