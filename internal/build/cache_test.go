package build

import (
	"os"
	"path/filepath"
	"testing"

	"hongtou/internal/docset"
)

// Files are the same with pieces kept, with pieces found, with damaged ones and
// without any.
func TestCacheChangesNothing(t *testing.T) {
	dir := t.TempDir()
	cache := filepath.Join(dir, "cache")
	build := func(name, cache string) string {
		t.Helper()
		o := Options{Content: "../../content", Out: filepath.Join(dir, name), Cache: cache,
			Kinds: []docset.Kind{docset.Notice, docset.Site}, Formats: []docset.Format{docset.HTML}}
		if _, err := Build(o, Silent{}); err != nil {
			t.Fatal(err)
		}
		text, err := os.ReadFile(filepath.Join(o.Out, "manifest.json"))
		if err != nil {
			t.Fatal(err)
		}
		return string(text)
	}
	want := build("none", "")
	if got := build("made", cache); got != want {
		t.Error("other files with a new cache")
	}
	pieces, err := filepath.Glob(filepath.Join(cache, "*.piece"))
	if err != nil || len(pieces) == 0 {
		t.Fatalf("nothing was kept: %v", err)
	}
	if got := build("found", cache); got != want {
		t.Error("other files with a full cache")
	}
	for i, p := range pieces {
		data, err := os.ReadFile(p)
		if err != nil {
			t.Fatal(err)
		}
		data[(i*37)%len(data)] ^= 1
		if err := os.WriteFile(p, data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if got := build("damaged", cache); got != want {
		t.Error("other files with a damaged cache")
	}
	unusable := filepath.Join(dir, "none", "manifest.json")
	if got := build("unusable", unusable); got != want {
		t.Error("other files without a usable cache")
	}
}
