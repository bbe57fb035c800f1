package publish

import (
	"errors"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// tree is the content of a folder, staging left out.
type tree map[string]string

func snapshot(t testing.TB, dir string) tree {
	t.Helper()
	found := tree{}
	err := filepath.WalkDir(dir, func(p string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		rel, err := filepath.Rel(dir, p)
		if err != nil {
			return err
		}
		name := filepath.ToSlash(rel)
		if strings.HasPrefix(name, stagingDir+"/") {
			return nil
		}
		data, err := os.ReadFile(p)
		found[name] = string(data)
		return err
	})
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		t.Fatal(err)
	}
	return found
}

func plant(t testing.TB, dir string, files tree) {
	t.Helper()
	for name, data := range files {
		p := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(p), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(p, []byte(data), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// wanted turns a tree into what Publish takes.
func wanted(files tree) ([]File, Manifest) {
	var list []File
	var m Manifest
	for _, name := range slices.Sorted(maps.Keys(files)) {
		list = append(list, File{name, []byte(files[name])})
		m.Outputs = append(m.Outputs, Output{Path: name, Kind: "notice", Format: "pdf"})
	}
	return list, m
}

func publish(t testing.TB, out string, files tree) Result {
	t.Helper()
	list, m := wanted(files)
	r, err := Publish(out, list, m)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// without leaves out the manifest.
func (f tree) without(names ...string) tree {
	out := maps.Clone(f)
	delete(out, ManifestName)
	for _, n := range names {
		delete(out, n)
	}
	return out
}

func mustEqual(t testing.TB, got, want tree) {
	t.Helper()
	if !maps.Equal(got, want) {
		t.Errorf("got  %v\nwant %v", got, want)
	}
}

func lists(t testing.TB, what string, got []string, want ...string) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("%s: got %q, want %q", what, got, want)
	}
}

func TestPublishFirst(t *testing.T) {
	out := filepath.Join(t.TempDir(), "新", "out")
	files := tree{"甲-2021/印发通知.pdf": "a", "甲-2021/任务书/乙县.pdf": "b"}
	r := publish(t, out, files)
	lists(t, "written", r.Written, "甲-2021/任务书/乙县.pdf", "甲-2021/印发通知.pdf")
	mustEqual(t, snapshot(t, out).without(), files)
	if _, err := os.Lstat(filepath.Join(out, stagingDir)); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("staging folder is left: %v", err)
	}
}

func TestPublishAgain(t *testing.T) {
	out := t.TempDir()
	publish(t, out, tree{"a/same": "1", "a/new": "1", "b/c/stale": "1", "gone": "1"})
	plant(t, out, tree{"theirs.txt": "x", "a/theirs": "y"})
	if err := os.Remove(filepath.Join(out, "gone")); err != nil {
		t.Fatal(err)
	}
	before, err := os.Stat(filepath.Join(out, "a/same"))
	if err != nil {
		t.Fatal(err)
	}

	r := publish(t, out, tree{"a/same": "1", "a/new": "2", "added": "3"})
	lists(t, "written", r.Written, "a/new", "added")
	lists(t, "unchanged", r.Unchanged, "a/same")
	lists(t, "removed", r.Removed, "b/c/stale")
	lists(t, "kept", r.Kept)
	mustEqual(t, snapshot(t, out).without(), tree{"a/same": "1", "a/new": "2", "added": "3", "theirs.txt": "x", "a/theirs": "y"})
	after, err := os.Stat(filepath.Join(out, "a/same"))
	if err != nil || !os.SameFile(before, after) || !before.ModTime().Equal(after.ModTime()) {
		t.Errorf("an unchanged file was touched: %v", err)
	}
	if _, err := os.Stat(filepath.Join(out, "b")); !errors.Is(err, fs.ErrNotExist) {
		t.Error("an empty folder of ours is left")
	}
}

func TestNothingToDoTouchesNothing(t *testing.T) {
	out := t.TempDir()
	files := tree{"a": "1"}
	publish(t, out, files)
	before, _ := os.Stat(filepath.Join(out, ManifestName))
	publish(t, out, files)
	after, err := os.Stat(filepath.Join(out, ManifestName))
	if err != nil || !os.SameFile(before, after) {
		t.Errorf("the manifest was written again: %v", err)
	}
}

func TestEditedFiles(t *testing.T) {
	out := t.TempDir()
	publish(t, out, tree{"台账.xlsx": "1", "stale": "1"})
	plant(t, out, tree{"台账.xlsx": "typed in", "stale": "edited", "台账（人工修改）.xlsx": "theirs"})

	r := publish(t, out, tree{"台账.xlsx": "2"})
	lists(t, "kept", r.Kept, "stale")
	lists(t, "removed", r.Removed)
	if want := (Saved{"台账.xlsx", "台账（人工修改2）.xlsx"}); !slices.Equal(r.Saved, []Saved{want}) {
		t.Errorf("saved %v", r.Saved)
	}
	mustEqual(t, snapshot(t, out).without(), tree{
		"台账.xlsx": "2", "台账（人工修改）.xlsx": "theirs", "台账（人工修改2）.xlsx": "typed in", "stale": "edited"})
}

// A restored stale file is nobody's edit.
func TestEditedAndRestored(t *testing.T) {
	out := t.TempDir()
	publish(t, out, tree{"a": "1"})
	plant(t, out, tree{"a": "2"})
	r := publish(t, out, tree{"a": "2"})
	lists(t, "unchanged", r.Unchanged, "a")
	if len(r.Saved) != 0 {
		t.Errorf("saved %v", r.Saved)
	}
}

func TestKeepsFilesOfEarlierPublication(t *testing.T) {
	out := t.TempDir()
	publish(t, out, tree{"a": "1", "b": "1"})
	s, err := Begin(out)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	m := s.Previous()
	if err := s.Put("b", []byte("2")); err != nil {
		t.Fatal(err)
	}
	for i := range m.Outputs {
		if m.Outputs[i].Path == "b" {
			m.Outputs[i].SHA256 = ""
		}
	}
	r, err := s.Commit(m)
	if err != nil {
		t.Fatal(err)
	}
	lists(t, "unchanged", r.Unchanged, "a")
	mustEqual(t, snapshot(t, out).without(), tree{"a": "1", "b": "2"})
}

func TestCommitRefusesWhatDoesNotAgree(t *testing.T) {
	cases := map[string]struct {
		put     []string
		outputs []Output
	}{
		"not made":      {nil, []Output{{Path: "a"}}},
		"not listed":    {[]string{"a"}, nil},
		"wrong sum":     {[]string{"a"}, []Output{{Path: "a", SHA256: "00"}}},
		"same but case": {[]string{"a", "A"}, []Output{{Path: "a"}, {Path: "A"}}},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			out := t.TempDir()
			publish(t, out, tree{"old": "1"})
			before := snapshot(t, out)
			s, err := Begin(out)
			if err != nil {
				t.Fatal(err)
			}
			for _, p := range c.put {
				if err := s.Put(p, []byte(p)); err != nil {
					t.Fatal(err)
				}
			}
			if _, err := s.Commit(Manifest{Outputs: c.outputs}); err == nil {
				t.Error("no error")
			}
			s.Close()
			mustEqual(t, snapshot(t, out), before)
		})
	}
}

func TestPutTwice(t *testing.T) {
	s, err := Begin(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if err := s.Put("a", nil); err != nil {
		t.Fatal(err)
	}
	if err := s.Put("a", nil); err == nil {
		t.Error("no error")
	}
}
