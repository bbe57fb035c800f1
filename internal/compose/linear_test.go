package compose

import (
	"os"
	"runtime"
	"testing"
	"testing/fstest"

	"hongtou/internal/amend"
	"hongtou/internal/docset"
	"hongtou/internal/load"
	"hongtou/internal/source"
	"hongtou/internal/synthetic"
)

// TestUnitsCostTheSame: what a document for one unit takes does not grow with
// the number of units. Memory is measured, as time is not the same twice.
func TestUnitsCostTheSame(t *testing.T) {
	kinds := []docset.Kind{docset.TaskBook, docset.Acceptance, docset.Letter, docset.Clauses}
	few, many := costs(t, 60, kinds), costs(t, 600, kinds)
	for _, k := range kinds {
		if few[k] > 0 && many[k] > few[k]*115/100 {
			t.Errorf("%s: %d bytes among 60 units, %d among 600", k, few[k], many[k])
		}
	}
	if few[docset.TaskBook] == 0 {
		t.Error("nothing was composed")
	}
}

// costs gives the mean number of bytes that composing a document takes, by
// kind, in a dossier with so many units.
func costs(t *testing.T, units int, kinds []docset.Kind) map[docset.Kind]uint64 {
	t.Helper()
	files, err := synthetic.Generate(os.DirFS("../../content"), synthetic.Spec{Items: 17, Units: units, Amendments: 2})
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	if err := os.CopyFS(dir, folderOf(files)); err != nil {
		t.Fatal(err)
	}
	tree, problems, err := source.Open(dir)
	if err != nil || problems.HasErrors() {
		t.Fatal(err, problems)
	}
	ds, _ := load.Load(tree)
	editions, _ := amend.Editions(&ds[0])
	docs, _ := docset.Plan(editions, "")
	by := map[docset.Kind][]docset.Document{}
	for _, d := range docs {
		if d.Kind != docset.Acceptance || d.Item != "" { // a workbook holds the forms of all tasks
			by[d.Kind] = append(by[d.Kind], d)
		}
	}
	ts := embedded(t)
	out := map[docset.Kind]uint64{}
	for _, k := range kinds {
		if n := min(len(by[k]), 60); n > 0 {
			out[k] = cost(ts, by[k], n)
		}
	}
	return out
}

func cost(ts Templates, docs []docset.Document, n int) uint64 {
	Compose(ts, docs[0]) // what all share
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	for i := range n {
		Compose(ts, docs[i*len(docs)/n])
	}
	runtime.ReadMemStats(&after)
	return (after.TotalAlloc - before.TotalAlloc) / uint64(n)
}

func folderOf(files map[string][]byte) fstest.MapFS {
	out := fstest.MapFS{}
	for path, data := range files {
		out[path] = &fstest.MapFile{Data: data, Mode: 0o644}
	}
	return out
}
