package judge

import (
	"os"
	"path/filepath"
	"testing"
)

// npmFile gives the path of a file of an npm package that .ci/test put into
// .ci/judges; a missing one fails the test.
func npmFile(t testing.TB, name string) string {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for { // up to the folder of the module
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			break
		}
		if dir == filepath.Dir(dir) {
			t.Fatal("no go.mod above the test")
		}
		dir = filepath.Dir(dir)
	}
	path := filepath.Join(dir, ".ci", "judges", "node_modules", filepath.FromSlash(name))
	if _, err := os.Stat(path); err != nil {
		t.Fatalf("judge %s is not installed: run .ci/test judges", name)
	}
	return path
}
