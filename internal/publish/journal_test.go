package publish

import (
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// FuzzJournal lets a run follow any journal: whatever it says, nothing outside
// out/ and nothing of other people changes, and no run panics.
func FuzzJournal(f *testing.F) {
	for _, text := range []string{
		`{"version":1,"removes":[],"puts":[]}`,
		`{"version":1,"removes":[{"path":"a","sha256":"","old":".hongtou-staging/old/x"}],"puts":[]}`,
		`{"version":1,"puts":[{"path":"d/b","staged":".hongtou-staging/new/n","old":".hongtou-staging/old/o","sha256":"1","was":"2"},{"path":"manifest.json","staged":".hongtou-staging/new/manifest.json","old":".hongtou-staging/old/manifest.json"}]}`,
		`{"version":1,"puts":[{"path":"../outside","staged":".hongtou-staging/new/n","old":".hongtou-staging/old/o"}]}`,
		`{"version":1,"removes":[{"path":"link/theirs","old":".hongtou-staging/old/.."}]}`,
		`{"version":1,"puts":[{"path":"theirs","staged":".hongtou-staging/new/n","old":".hongtou-staging/new/n"}]}`,
		`{"version":2}`, `{`, `null`, `[]`,
	} {
		f.Add([]byte(text), true)
		f.Add([]byte(text), false)
	}
	f.Fuzz(func(t *testing.T, journal []byte, undo bool) {
		above := t.TempDir()
		out := filepath.Join(above, "out")
		quickly(t, out, tree{"a": "1", "d/b": "1"})
		outside := tree{"outside": "x", "elsewhere/theirs": "y"}
		plant(t, above, outside)
		plant(t, out, tree{journalName: string(journal), newDir + "/n": "2", newDir + "/" + ManifestName: "3"})
		if undo {
			plant(t, out, tree{undoName: ""})
		}
		link := filepath.Join(out, "link")
		if err := os.Symlink(filepath.Join(above, "elsewhere"), link); err != nil {
			t.Fatal(err)
		}
		_ = try(out, tree{"a": "1"}, nil) // it may well refuse
		_ = os.Remove(link)
		found := tree{}
		for name, data := range snapshot(t, above) {
			if !strings.HasPrefix(name, "out/") {
				found[name] = data
			}
		}
		if !maps.Equal(found, outside) {
			t.Fatalf("outside out/: %v", found)
		}
	})
}

// FuzzPath: an accepted path stays inside, on this system and by its words.
func FuzzPath(f *testing.F) {
	for _, p := range []string{"a", "甲/乙.pdf", "../a", "/a", "a//b", "a/.", "C:a", `a\b`, ".hongtou-staging/x", "MANIFEST.json", "manifest.json/x", "a\x00", "\xff", ""} {
		f.Add(p)
	}
	f.Fuzz(func(t *testing.T, p string) {
		if checkPath(p) != nil {
			return
		}
		if !filepath.IsLocal(filepath.FromSlash(p)) || strings.Contains(p, "..") && strings.Contains("/"+p+"/", "/../") || strings.HasPrefix(p, stagingDir+"/") || p == ManifestName {
			t.Fatalf("accepted %q", p)
		}
		for _, dir := range parents(p) {
			if dir == "" || !strings.HasPrefix(p, dir+"/") {
				t.Fatalf("%q has the parent %q", p, dir)
			}
		}
	})
}
