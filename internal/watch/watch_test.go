package watch

import (
	"context"
	"os"
	"path/filepath"
	"testing"
	"time"
)

func TestPassedOver(t *testing.T) {
	for name, want := range map[string]bool{
		"01.md": false, "dossier.yaml": false, "印章.png": false, "FangSong.ttf": false, ".": false,
		".01.md.swp": true, "~$通知.md": true, "01.md~": true, "4913": true, "#01.md#": true, ".DS_Store": true, "~WRL0001.tmp": true, "01.md.part": true,
	} {
		if got := passedOver(filepath.Join("a", name)); name != "." && got != want {
			t.Errorf("%s: %t", name, got)
		}
	}
}

// TestNext saves in the ways of several editors; each save comes out once.
func TestNext(t *testing.T) {
	root := t.TempDir()
	put := func(name, text string) {
		t.Helper()
		if err := os.WriteFile(filepath.Join(root, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	put("a.md", "1")
	w, err := Open([]string{root}, filepath.Join(root, "out"))
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	ctx, stop := context.WithTimeout(t.Context(), time.Minute)
	defer stop()
	next := func(what string, do func()) {
		t.Helper()
		do()
		got, err := w.Next(ctx)
		if err != nil || len(got) == 0 {
			t.Fatalf("%s: %v, %v", what, got, err)
		}
	}
	next("written in place", func() { put("a.md", "2") })
	next("renamed onto", func() {
		put("a.md.tmp", "3")
		if err := os.Rename(filepath.Join(root, "a.md.tmp"), filepath.Join(root, "a.md")); err != nil {
			t.Fatal(err)
		}
	})
	next("new folder", func() {
		if err := os.MkdirAll(filepath.Join(root, "b", "c"), 0o755); err != nil {
			t.Fatal(err)
		}
	})
	next("file in it", func() { put("b/c/x.md", "1") })

	// What does not count is not told.
	for _, name := range []string{".hidden", "a.md~", "4913"} {
		put(name, "x")
	}
	if err := os.MkdirAll(filepath.Join(root, "out", "x"), 0o755); err != nil {
		t.Fatal(err)
	}
	short, end := context.WithTimeout(t.Context(), 3*quiet)
	defer end()
	if got, err := w.Next(short); err == nil {
		t.Errorf("told %v", got)
	}
}
