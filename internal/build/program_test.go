package build

import (
	"bytes"
	"os"
	"strings"
	"testing"
)

// TestBuildID reads the ID of this very executable, and of the marked text
// that other systems' executables begin with.
func TestBuildID(t *testing.T) {
	path, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if id := buildID(f); strings.Count(id, "/") != 3 {
		t.Errorf("%q is no build ID", id)
	}
	for text, want := range map[string]string{
		"MZ..\xff Go build ID: \"a/b/c/d\"\n \xff...": "a/b/c/d",
		"MZ..\xff Go build ID: \"a/b":                 "",
		"":                                            "",
	} {
		if got := buildID(bytes.NewReader([]byte(text))); got != want {
			t.Errorf("%q: %q", text, got)
		}
	}
}
