package docset

import (
	"os"
	"slices"
	"testing"
	"testing/fstest"

	"hongtou/internal/amend"
	"hongtou/internal/load"
	"hongtou/internal/source"
	"hongtou/internal/synthetic"
)

// large plans a dossier of so many units with one notice.
func large(t testing.TB, units int) []Document {
	t.Helper()
	files, err := synthetic.Generate(os.DirFS("../../content"), synthetic.Spec{Items: 17, Units: units, Amendments: 1})
	if err != nil {
		t.Fatal(err)
	}
	fsys := fstest.MapFS{}
	for path, data := range files {
		fsys[path] = &fstest.MapFile{Data: data}
	}
	read, _ := source.Read(fsys, "content", source.DefaultLimits)
	dossiers, list := load.Load(read)
	if list.HasErrors() {
		t.Fatal(list)
	}
	editions, _ := amend.Editions(&dossiers[0])
	documents, list := Plan(editions, "")
	if list.HasErrors() {
		t.Fatal(list)
	}
	return documents
}

func TestVolumesAreDivided(t *testing.T) {
	for _, c := range []struct {
		units int
		names []string
		books []int
	}{
		{200, []string{"任务书汇编"}, []int{200}},
		{401, []string{"任务书汇编（第一册）", "任务书汇编（第二册）", "任务书汇编（第三册）"}, []int{200, 200, 1}},
	} {
		var books, inVolumes []string
		n := 0
		for _, d := range large(t, c.units) {
			switch d.Kind {
			case TaskBook:
				books = append(books, d.Unit)
			case Volume:
				if d.Title != c.names[n] || d.Files[0].Path != "synthetic/"+c.names[n]+".pdf" || len(d.Parts) != c.books[n] {
					t.Errorf("%d units: %s %s of %d books", c.units, d.Title, d.Files[0].Path, len(d.Parts))
				}
				for _, p := range d.Parts {
					inVolumes = append(inVolumes, p.Unit)
				}
				n++
			}
		}
		if n != len(c.names) || !slices.Equal(books, inVolumes) {
			t.Errorf("%d units: %d volumes of %d books, %d books planned", c.units, n, len(inVolumes), len(books))
		}
	}
}

// Lists of documents are parts of one list inside: each must be the right part.
func TestPartsAreTheDocumentsThemselves(t *testing.T) {
	all := large(t, 40)
	own := map[string][]Document{}
	for _, d := range all {
		if d.Unit != "" && d.Kind != Bundle {
			own[d.Unit] = append(own[d.Unit], d)
		}
	}
	path := func(d Document) string { return d.Files[0].Path + d.Edition }
	check := func(d Document, want []Document) {
		t.Helper()
		equal := func(a, b Document) bool { return path(a) == path(b) && len(a.Parts) == len(b.Parts) }
		if got := d.Unpacked().Parts; !slices.EqualFunc(got, want, equal) {
			t.Errorf("%s: %d parts, want %d", d.Title, len(got), len(want))
		}
	}
	checked := 0
	for _, d := range all {
		switch {
		case d.Kind == Bundle:
			check(d, own[d.Unit])
		case d.Kind == Acceptance && d.Item == "":
			var forms []Document
			for _, f := range own[d.Unit] {
				if f.Kind == Acceptance && f.Item != "" {
					forms = append(forms, f)
				}
			}
			check(d, forms)
		case d.Kind == Register:
			var listed []Document
			for _, f := range all {
				if f.Unit != "" && f.Kind != Bundle && f.Kind != Clauses {
					listed = append(listed, f)
				}
			}
			check(d, listed)
			if first := slices.IndexFunc(all, func(d Document) bool { return d.Kind == TaskBook }); &d.Parts[0] != &all[first] {
				t.Error("the register's parts are copies: there may be thousands")
			}
		default:
			continue
		}
		checked++
	}
	if checked < 60 {
		t.Errorf("only %d documents have parts", checked)
	}
}

// BenchmarkPlan plans 600 units; the figure per unit must not depend on their
// number.
func BenchmarkPlan(b *testing.B) {
	for b.Loop() {
		large(b, 600)
	}
}
