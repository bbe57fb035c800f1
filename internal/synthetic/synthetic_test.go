package synthetic

import (
	"bytes"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"hongtou/internal/amend"
	"hongtou/internal/assign"
	"hongtou/internal/check"
	"hongtou/internal/diag"
	"hongtou/internal/dossier"
	"hongtou/internal/load"
	"hongtou/internal/source"
	"hongtou/internal/starter"
)

func generate(t *testing.T, s Spec) map[string][]byte {
	t.Helper()
	files, err := Generate(os.DirFS("../../content"), s)
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func read(t *testing.T, files map[string][]byte) *dossier.Dossier {
	t.Helper()
	fsys := fstest.MapFS{}
	for path, data := range files {
		fsys[path] = &fstest.MapFile{Data: data}
	}
	opened, list := source.Read(fsys, "content", source.DefaultLimits)
	dossiers, problems := load.Load(opened)
	list.Add(problems...)
	list.Add(check.Check(dossiers, check.Options{})...)
	for _, d := range list {
		if d.Severity == diag.Error {
			t.Errorf("%s:%d: %s %s", d.At.File, d.At.Line, d.Code, d.Message)
		}
	}
	if len(dossiers) != 1 {
		t.Fatalf("%d dossiers", len(dossiers))
	}
	return &dossiers[0]
}

func TestEverySizePassesTheChecks(t *testing.T) {
	for _, s := range []Spec{{2, 1, 0}, {17, 20, 0}, {17, 60, 6}, {120, 60, 3}, {100, 200, 6}, {120, 600, 0}, {1000, 600, 2}} {
		d := read(t, generate(t, s))
		if n := len(d.Annex.Items()); n != s.Items {
			t.Errorf("%+v: %d items", s, n)
		}
		if n := len(d.Amendments); n != s.Amendments {
			t.Errorf("%+v: %d notices", s, n)
		}
		editions, problems := amend.Editions(d)
		if problems.HasErrors() {
			t.Errorf("%+v: %v", s, problems[0].Message)
		}
		last := editions[len(editions)-1]
		for _, a := range d.Amendments {
			if !slices.ContainsFunc(last.Applied, func(b *dossier.Amendment) bool { return b.ID == a.ID }) {
				t.Errorf("%+v: %s was not applied", s, a.ID)
			}
		}
		recipients := assign.Of(last).Recipients()
		if len(recipients) != s.Units {
			t.Errorf("%+v: %d recipients", s, len(recipients))
		}
	}
}

// What a unit has to do must not grow with the number of units: otherwise the
// cost of one could not be compared.
func TestSharesAreTheSameAtEverySize(t *testing.T) {
	mean := func(units int) float64 {
		total := 0
		for _, r := range assign.Of(first(t, read(t, generate(t, Spec{17, units, 0})))).Recipients() {
			items := map[string]bool{} // one may have several aspects
			for _, s := range r.Responsible {
				items[s.Task.Item.ID] = true
			}
			if n := len(items); n < 1 || n > 7 {
				t.Errorf("%s answers for %d items", r.Unit.Name.Value, n)
			}
			total += len(items)
		}
		return float64(total) / float64(units)
	}
	if a, b := mean(60), mean(600); a != b || a < 2 || a > 3 {
		t.Errorf("60 units: %.2f items a unit, 600: %.2f", a, b)
	}
}

func first(t *testing.T, d *dossier.Dossier) *amend.Edition {
	t.Helper()
	editions, _ := amend.Editions(d)
	return editions[0]
}

// The names of the samples sound as invented as ours.
func TestBasesOfInventedNames(t *testing.T) {
	for _, sample := range []string{"", "rectification", "task-division"} {
		base := starter.Skeleton()
		if sample != "" {
			base, _ = starter.Like(sample)
		}
		fsys := fstest.MapFS{"units.yaml": {Data: base.Units}}
		for p, data := range base.Dossier {
			fsys["sample/"+p] = &fstest.MapFile{Data: data}
		}
		for _, s := range []Spec{{2, 1, 0}, {17, 60, 2}, {60, 300, 0}} {
			files, err := Generate(fsys, s)
			if err != nil {
				t.Fatal(sample, err)
			}
			if n := len(read(t, files).Annex.Items()); n != s.Items || t.Failed() {
				t.Fatalf("%q %+v: %d items", sample, s, n)
			}
		}
	}
}

func TestSameInputSameBytes(t *testing.T) {
	a, b := generate(t, Spec{40, 60, 3}), generate(t, Spec{40, 60, 3})
	if !maps.EqualFunc(a, b, bytes.Equal) {
		t.Error("two runs gave different files")
	}
}

func TestNoRecipientOfTheBaseIsLeft(t *testing.T) {
	files, _ := source.Read(os.DirFS("../../content"), "content", source.DefaultLimits)
	dossiers, _ := load.Load(files)
	made := read(t, generate(t, Spec{17, 20, 0}))
	known := map[string]bool{}
	for _, u := range dossiers[0].Register.Units {
		known[u.Name.Value] = true
	}
	for _, u := range made.Register.Units {
		if u.Recipient && known[u.Name.Value] {
			t.Errorf("%s has its real name", u.Name.Value)
		}
	}
}

func TestUnusableSizesAndBases(t *testing.T) {
	for _, s := range []Spec{{1, 20, 0}, {17, 0, 0}, {MaxItems + 1, 20, 0}, {17, MaxUnits + 1, 0}, {17, 20, -1}} {
		if _, err := Generate(os.DirFS("../../content"), s); err == nil || !strings.Contains(err.Error(), "大小") {
			t.Errorf("%+v: %v", s, err)
		}
	}
	if _, err := Generate(fstest.MapFS{}, Spec{17, 20, 0}); err == nil {
		t.Error("an empty base was taken")
	}
}

func TestInventedNamesAreAllDifferent(t *testing.T) {
	seen := map[string]bool{}
	for n := range MaxUnits {
		name := unitName(n)
		if seen[name] {
			t.Fatalf("%s stands twice", name)
		}
		seen[name] = true
	}
}
