package acceptance

import (
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"hongtou/internal/testkit/planted"
)

// TestMistakesAreAllReportedAndNothingIsTouched plants every mistake in one
// copy of the content. check and build must both name each one at its line and
// end with status 1, and a finished out/ must stay what it was.
func TestMistakesAreAllReportedAndNothingIsTouched(t *testing.T) {
	dir := t.TempDir()
	if err := os.CopyFS(filepath.Join(dir, "content"), os.DirFS(filepath.Join(made.root, "content"))); err != nil {
		t.Fatal(err)
	}
	if err := os.CopyFS(filepath.Join(dir, "out"), os.DirFS(made.out)); err != nil {
		t.Fatal(err)
	}
	before := tree(t, filepath.Join(dir, "out"))
	wanted := planted.Plant(t, filepath.Join(dir, "content"))
	for _, verb := range []string{"check", "build"} {
		reported := problems(t, dir, verb)
		for _, w := range wanted {
			if !reported[fmt.Sprintf("content/%s:%d:%d %s", w.File, w.Line, w.Column, w.Code)] {
				t.Errorf("%s does not report %+v", verb, w)
			}
		}
		if after := tree(t, filepath.Join(dir, "out")); !maps.Equal(before, after) {
			t.Errorf("%s touched out/", verb)
		}
	}
	t.Logf("%d problems planted", len(wanted))
	if len(wanted) < 20 {
		t.Errorf("only %d problems are planted", len(wanted))
	}
}

// problems runs a verb that must end with status 1 and gives what it reports,
// as “file:line:column code”.
func problems(t *testing.T, dir, verb string) map[string]bool {
	t.Helper()
	cmd := exec.Command(made.program, verb, "--json")
	cmd.Dir = dir
	out, err := cmd.Output()
	var exit *exec.ExitError
	if !errors.As(err, &exit) || exit.ExitCode() != 1 {
		t.Fatalf("%s: %v", verb, err)
	}
	var report struct {
		Problems []struct {
			File, Code, Severity string
			Line, Column         int
		}
	}
	if err := json.Unmarshal(out, &report); err != nil {
		t.Fatal(err)
	}
	all := map[string]bool{}
	for _, p := range report.Problems {
		all[fmt.Sprintf("%s:%d:%d %s", p.File, p.Line, p.Column, p.Code)] = true
	}
	return all
}
