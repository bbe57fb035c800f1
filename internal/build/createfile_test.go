package build

import (
	"os"
	"path/filepath"
	"sync"
	"testing"
)

// TestCreateFileOnce lets several runs write the same file: one wins, and its
// words stand whole; the others are told.
func TestCreateFileOnce(t *testing.T) {
	folder := t.TempDir()
	var wg sync.WaitGroup
	won := make(chan string, 8)
	for _, text := range []string{"甲", "乙", "丙", "丁"} {
		wg.Go(func() {
			if createFile(folder, "a/b.md", text) == nil {
				won <- text
			}
		})
	}
	wg.Wait()
	close(won)
	winner := <-won
	if another, more := <-won; more || winner == "" {
		t.Fatalf("won: %q and %q", winner, another)
	}
	if data, err := os.ReadFile(filepath.Join(folder, "a", "b.md")); err != nil || string(data) != winner {
		t.Errorf("file holds %q (%v), want %q", data, err, winner)
	}
	entries, err := os.ReadDir(filepath.Join(folder, "a"))
	if err != nil || len(entries) != 1 {
		t.Errorf("left behind: %v (%v)", entries, err)
	}
}

// TestCreateFileStaysInside refuses a folder that is a link to another place.
func TestCreateFileStaysInside(t *testing.T) {
	folder, elsewhere := t.TempDir(), t.TempDir()
	if err := os.Symlink(elsewhere, filepath.Join(folder, "a")); err != nil {
		t.Fatal(err)
	}
	if createFile(folder, "a/b.md", "甲") == nil {
		t.Error("no error")
	}
	if entries, err := os.ReadDir(elsewhere); err != nil || len(entries) > 0 {
		t.Errorf("written elsewhere: %v (%v)", entries, err)
	}
}
