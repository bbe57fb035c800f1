package check

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"hongtou/internal/diag"
	"hongtou/internal/testkit/planted"
)

// TestPlantedMistakes plants many mistakes of different kinds in a copy of
// the real content and wants all of them from one run, each at its place, and
// nothing else beyond the advice that the content gives anyway.
func TestPlantedMistakes(t *testing.T) {
	folder := t.TempDir()
	if err := os.CopyFS(folder, os.DirFS("../../content")); err != nil {
		t.Fatal(err)
	}
	wanted := planted.Plant(t, folder)
	files, list := examine(t, folder)
	rest := slices.DeleteFunc(list, func(d diag.Diagnostic) bool { return d.Severity == diag.Advice })
	codes := map[string]bool{}
	for _, w := range wanted {
		at := slices.IndexFunc(rest, func(d diag.Diagnostic) bool {
			file := strings.TrimPrefix(d.At.File, filepath.ToSlash(folder)+"/")
			return d.Code == w.Code && file == w.File && d.At.Line == w.Line && d.At.Column == w.Column
		})
		if at < 0 {
			t.Errorf("not reported: %+v", w)
			continue
		}
		rest = slices.Delete(rest, at, at+1)
		codes[w.Code] = true
	}
	if len(rest) > 0 {
		t.Errorf("not planted:\n%s", show(files, rest))
	}
	if len(wanted) < 40 || len(codes) < 30 {
		t.Errorf("%d problems of %d kinds", len(wanted), len(codes))
	}
	t.Logf("%d problems of %d kinds", len(wanted), len(codes))
}
