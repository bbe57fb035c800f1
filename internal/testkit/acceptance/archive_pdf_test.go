package acceptance

import (
	"flag"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"hongtou/internal/testkit/judge"
)

var update = flag.Bool("update", false, "write the goldens of structure anew")

// TestPDFsAreFitForArchives: every file claims PDF/A-1b, since none has a
// transparent picture, and keeps it. Nothing in them is untagged.
func TestPDFsAreFitForArchives(t *testing.T) {
	t.Parallel()
	paths := slices.Sorted(maps.Values(all(t, "pdf")))
	for _, path := range paths {
		if !judge.ClaimsPDFA(t, path) {
			t.Errorf("%s does not claim PDF/A", path)
		}
	}
	violations, untagged := judge.Preflight(t, paths...), judge.Untagged(t, paths...)
	for _, path := range paths {
		for _, line := range slices.Concat(violations[path], untagged[path]) {
			t.Errorf("%s: %s", filepath.Base(path), line)
		}
	}
}

// sorts gives one document of each kind: the first by its path.
func sorts(t *testing.T) map[string]string {
	t.Helper()
	out := map[string]string{}
	for _, o := range manifest(t, made.out) {
		path := filepath.Join(made.out, filepath.FromSlash(o.Path))
		if o.Format == "pdf" && (out[o.Kind] == "" || path < out[o.Kind]) {
			out[o.Kind] = path
		}
	}
	return out
}

// TestStructureOfEachKind compares the roles of one document of each kind, as
// PDFBox and poppler see them, with a golden, and their texts with each other.
func TestStructureOfEachKind(t *testing.T) {
	t.Parallel()
	kinds := sorts(t)
	trees := judge.PDFBoxStructure(t, slices.Sorted(maps.Values(kinds))...)
	for kind, path := range kinds {
		tree, other := trees[path], judge.PopplerStructure(t, path)
		if judge.Outline(tree) != judge.Outline(other) {
			t.Errorf("%s: PDFBox and poppler see other trees", kind)
		}
		same(t, kind+" by PDFBox and poppler", fold(judge.TreeText(tree)), fold(judge.TreeText(other)))
		for _, e := range tree {
			if e.Role == "TH" && e.Scope == "" {
				t.Errorf("%s: head %q has no scope", kind, e.Text)
			}
		}
		compareOutline(t, kind, firstLines(judge.Outline(tree)))
	}
}

// firstLines is what a golden keeps of a long outline: later parts repeat it.
func firstLines(outline string) string {
	const enough = 120
	lines := strings.SplitAfter(outline, "\n")
	return strings.Join(lines[:min(len(lines), enough)], "")
}

func compareOutline(t *testing.T, kind, got string) {
	t.Helper()
	golden := filepath.Join("testdata", "structure", kind+".txt")
	if *update {
		if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s: structure differs from %s (-update after looking):\n%s", kind, golden, firstDifference(got, string(want)))
	}
}

func firstDifference(got, want string) string {
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range min(len(g), len(w)) {
		if g[i] != w[i] {
			return "got  " + g[i] + "\nwant " + w[i]
		}
	}
	return "one is longer"
}

// TestTreeIsReadInTheSourcesOrder: what a screen reader says of an official
// document is its source, and all that stands in its pages' type area.
func TestTreeIsReadInTheSourcesOrder(t *testing.T) {
	t.Parallel()
	for kind, lines := range source(t) {
		tree := judge.PopplerStructure(t, files(t, "pdf")[kind])
		same(t, kind+" in the tree's order", unmark(fold(judge.TreeText(tree))), want(kind, lines))
	}
}
