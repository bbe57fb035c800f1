package publish

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"
)

// remembering publishes files with a memory and says which were read.
func remembering(t *testing.T, out, folder string, files tree) (Result, int) {
	t.Helper()
	s, err := BeginRemembering(out, folder)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	known := len(s.memory.seen)
	list, m := wanted(files)
	for _, f := range list {
		if err := s.Put(f.Path, f.Data); err != nil {
			t.Fatal(err)
		}
	}
	r, err := s.Commit(m)
	if err != nil {
		t.Fatal(err)
	}
	return r, known
}

// settle makes files old enough to be remembered when they are next read.
func settle(t testing.TB) {
	t.Helper()
	time.Sleep(2 * fineAge)
}

func memoryFile(t testing.TB, folder string) string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(folder, memoryFolder, "*"))
	if err != nil || len(files) != 1 {
		t.Fatalf("%v, %v", files, err)
	}
	return files[0]
}

// What stands untouched is not read. Whatever is done to a file is found, also
// when size and date of writing are put back.
func TestMemory(t *testing.T) {
	ours := tree{"甲/a": "11", "甲/b": "22", "c": "33"}
	for name, c := range map[string]struct {
		touch func(t *testing.T, path string)
		kept  bool
	}{
		"nothing": {func(*testing.T, string) {}, true},
		"edited":  {func(t *testing.T, p string) { write(t, p, "edited") }, false},
		"same size and date": {func(t *testing.T, p string) {
			info, err := os.Stat(p)
			if err != nil {
				t.Fatal(err)
			}
			write(t, p, "xx")
			if err := os.Chtimes(p, time.Time{}, info.ModTime()); err != nil {
				t.Fatal(err)
			}
		}, false},
		"another file": {func(t *testing.T, p string) {
			write(t, p+".new", "xx")
			if err := os.Rename(p+".new", p); err != nil {
				t.Fatal(err)
			}
		}, false},
		"gone":    {func(t *testing.T, p string) { remove(t, p) }, false},
		"touched": {func(t *testing.T, p string) { write(t, p, "11") }, true},
		"moved away and back": {func(t *testing.T, p string) {
			for _, names := range [][2]string{{p, p + "2"}, {p + "2", p}} {
				if err := os.Rename(names[0], names[1]); err != nil {
					t.Fatal(err)
				}
			}
		}, true},
	} {
		t.Run(name, func(t *testing.T) {
			out, folder := t.TempDir(), t.TempDir()
			remembering(t, out, folder, ours)
			settle(t)
			remembering(t, out, folder, ours) // reads those that were too young to be believed
			c.touch(t, filepath.Join(out, "甲", "a"))
			s, err := BeginRemembering(out, folder)
			if err != nil {
				t.Fatal(err)
			}
			defer s.Close()
			if len(s.memory.seen) != len(ours) {
				t.Errorf("%d files are remembered", len(s.memory.seen))
			}
			if kept := s.Keep("甲/a"); kept != c.kept {
				t.Errorf("kept %t", kept)
			}
			if !s.Keep("甲/b") || !s.Keep("c") {
				t.Error("the others are not kept")
			}
		})
	}
}

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func remove(t *testing.T, path string) {
	t.Helper()
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
}

// A file that is not to be made again and was edited is written again; one that
// was edited and has to be replaced is saved. Both with a memory as without.
func TestMemoryLosesNoEdit(t *testing.T) {
	out, folder := t.TempDir(), t.TempDir()
	files := tree{"same": "1", "other": "1"}
	remembering(t, out, folder, files)
	settle(t)
	remembering(t, out, folder, files)
	plant(t, out, tree{"same": "2", "other": "3"})
	r, known := remembering(t, out, folder, tree{"same": "1", "other": "4"})
	if known != 2 || len(r.Saved) != 2 {
		t.Errorf("%d were remembered, %v", known, r)
	}
	mustEqual(t, snapshot(t, out).without(), tree{"same": "1", "other": "4", "same（人工修改）": "2", "other（人工修改）": "3"})
}

// A memory that is damaged, of another manifest or another folder is none.
func TestMemoryDistrusted(t *testing.T) {
	files := tree{"a": "1", "b": "2"}
	for name, spoil := range map[string]func(t *testing.T, path, out string){
		"bit":      func(t *testing.T, p, _ string) { edit(t, p, func(b []byte) []byte { b[len(b)/2] ^= 1; return b }) },
		"seal":     func(t *testing.T, p, _ string) { edit(t, p, func(b []byte) []byte { b[len(b)-1] ^= 1; return b }) },
		"title":    func(t *testing.T, p, _ string) { edit(t, p, func(b []byte) []byte { b[0] ^= 1; return b }) },
		"cut":      func(t *testing.T, p, _ string) { edit(t, p, func(b []byte) []byte { return b[:len(b)-1] }) },
		"long":     func(t *testing.T, p, _ string) { edit(t, p, func(b []byte) []byte { return append(b, 0) }) },
		"empty":    func(t *testing.T, p, _ string) { edit(t, p, func([]byte) []byte { return nil }) },
		"gone":     func(t *testing.T, p, _ string) { remove(t, p) },
		"a folder": func(t *testing.T, p, _ string) { remove(t, p); mkdir(t, p) },
		"manifest": func(t *testing.T, _, out string) {
			edit(t, filepath.Join(out, ManifestName), func(b []byte) []byte { return append(b, '\n') })
		},
		"published": func(t *testing.T, _, out string) { publish(t, out, tree{"a": "1", "b": "3"}) },
	} {
		t.Run(name, func(t *testing.T) {
			out, folder := t.TempDir(), t.TempDir()
			remembering(t, out, folder, files)
			settle(t)
			if _, known := remembering(t, out, folder, files); known > len(files) {
				t.Error(known)
			}
			if _, known := remembering(t, out, folder, files); known != len(files) {
				t.Fatalf("%d are remembered", known)
			}
			spoil(t, memoryFile(t, folder), out)
			r, known := remembering(t, out, folder, tree{"a": "1", "b": "4"})
			if known != 0 {
				t.Errorf("%d are remembered", known)
			}
			lists(t, "written", r.Written, "b")
		})
	}
}

func edit(t *testing.T, path string, change func([]byte) []byte) {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	write(t, path, string(change(data)))
}

func mkdir(t *testing.T, path string) {
	t.Helper()
	if err := os.Mkdir(path, 0o700); err != nil {
		t.Fatal(err)
	}
}

// Another folder that comes to stand at the same place has other files, though
// they say the same and are as long and as old.
func TestMemoryOfAnotherFolder(t *testing.T) {
	dir, folder := t.TempDir(), t.TempDir()
	out, copied := filepath.Join(dir, "out"), filepath.Join(dir, "copy")
	files := tree{"a": "1", "b": "2"}
	remembering(t, out, folder, files)
	settle(t)
	remembering(t, out, folder, files)
	if err := os.CopyFS(copied, os.DirFS(out)); err != nil {
		t.Fatal(err)
	}
	plant(t, copied, tree{"b": "x"})
	for name := range files {
		info, err := os.Stat(filepath.Join(out, name))
		if err == nil {
			err = os.Chtimes(filepath.Join(copied, name), time.Time{}, info.ModTime())
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := os.RemoveAll(out); err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(copied, out); err != nil {
		t.Fatal(err)
	}
	s, err := BeginRemembering(out, folder)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if s.Keep("b") {
		t.Error("somebody else's file is believed")
	}
}

// Without a folder that can be written, files are read; nothing else happens.
func TestMemoryCannotBeKept(t *testing.T) {
	out := t.TempDir()
	file := filepath.Join(t.TempDir(), "file")
	write(t, file, "")
	for range 3 {
		remembering(t, out, file, tree{"a": "1"})
		settle(t)
	}
	mustEqual(t, snapshot(t, out).without(), tree{"a": "1"})
}

// A stamp is believed only when the clock that made it has gone on.
func TestSettled(t *testing.T) {
	const now = int64(1_600_000_000_123_456_789)
	for _, c := range []struct {
		written, changed time.Duration // before now
		want             bool
	}{
		{time.Second, time.Second, true},
		{time.Hour, 0, false},
		{0, time.Hour, false},
		{time.Hour, fineAge / 2, false},
		{fineAge + 1, fineAge + 1, true},
		{-time.Hour, time.Second, false},            // of the future
		{time.Second + 3_456_789, time.Hour, false}, // a clock of hundredths
		{time.Hour + 3_456_789, time.Hour, true},
	} {
		s := stamp{written: now - int64(c.written), changed: now - int64(c.changed)}
		if got := s.settled(now); got != c.want {
			t.Errorf("%v, %v: %t", c.written, c.changed, got)
		}
	}
	if (stamp{written: now}).settled(0) {
		t.Error("believed without a clock")
	}
}

// Two writings within one tick of the clock are told apart, or the file is not
// remembered.
func TestMemoryOfQuickWriting(t *testing.T) {
	out, folder := t.TempDir(), t.TempDir()
	for n := range 60 {
		text := fmt.Sprintf("%02d", n)
		remembering(t, out, folder, tree{"a": text})
		plant(t, out, tree{"a": "xx"})
		s, err := BeginRemembering(out, folder)
		if err != nil {
			t.Fatal(err)
		}
		if s.Keep("a") {
			t.Fatalf("round %d: an edit went unseen", n)
		}
		s.Close()
	}
}

// The folder of memories stays small.
func TestMemoriesForgotten(t *testing.T) {
	folder := t.TempDir()
	for n := range mostMemories + 5 {
		m := memoryOf(folder, fmt.Sprint(n))
		m.fresh = true
		m.keep([]byte("m"), nil)
	}
	files, err := filepath.Glob(filepath.Join(folder, memoryFolder, "*"))
	if err != nil || len(files) != mostMemories {
		t.Errorf("%d files, %v", len(files), err)
	}
}

// Many may ask at once.
func TestMemoryAtOnce(t *testing.T) {
	out, folder := t.TempDir(), t.TempDir()
	remembering(t, out, folder, many("1"))
	settle(t)
	s, err := BeginRemembering(out, folder)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	var group sync.WaitGroup
	for name := range many("1") {
		group.Go(func() {
			if !s.Keep(name) {
				t.Errorf("%s is not kept", name)
			}
		})
	}
	group.Wait()
}

// FuzzRecall reads any bytes as a memory.
func FuzzRecall(f *testing.F) {
	f.Add([]byte(memoryTitle))
	f.Add(bytes.Repeat([]byte{0}, 200))
	outputs := []Output{{Path: "a", Bytes: 1, SHA256: sumOf(nil)}, {Path: "b", Bytes: 2, SHA256: sumOf([]byte("b"))}}
	f.Fuzz(func(t *testing.T, data []byte) {
		m := &memory{file: filepath.Join(t.TempDir(), "m"), seen: map[string]sighting{}}
		if err := os.WriteFile(m.file, data, 0o600); err != nil {
			t.Fatal(err)
		}
		m.recall([32]byte{}, outputs)
		if len(m.seen) > 0 {
			t.Errorf("a memory without a seal is believed: %v", m.seen)
		}
	})
}

// BenchmarkKeep asks for 300 files of 300 KB, with a memory and without.
func BenchmarkKeep(b *testing.B) {
	files := tree{}
	for i := range 300 {
		files[fmt.Sprintf("甲市/任务书/%d.pdf", i)] = string(bytes.Repeat([]byte{byte(i)}, 300<<10))
	}
	out, folder := b.TempDir(), b.TempDir()
	list, m := wanted(files)
	for range 2 {
		s, err := BeginRemembering(out, folder)
		if err != nil {
			b.Fatal(err)
		}
		for _, f := range list {
			if err := s.Put(f.Path, f.Data); err != nil {
				b.Fatal(err)
			}
		}
		if _, err := s.Commit(m); err != nil {
			b.Fatal(err)
		}
		s.Close()
		time.Sleep(2 * fineAge)
	}
	for name, folder := range map[string]string{"read": "", "remembered": folder} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				s, err := BeginRemembering(out, folder)
				if err != nil {
					b.Fatal(err)
				}
				for _, f := range list {
					if !s.Keep(f.Path) {
						b.Fatal(f.Path)
					}
				}
				s.Close()
			}
		})
	}
}

// Nothing that somebody does to a file while a session makes another in its
// place is lost, also when size and date of writing are put back.
func TestMemoryAndEditMeanwhile(t *testing.T) {
	out, folder := t.TempDir(), t.TempDir()
	remembering(t, out, folder, tree{"a": "1", "b": "1"})
	settle(t)
	remembering(t, out, folder, tree{"a": "1", "b": "1"})
	s, err := BeginRemembering(out, folder)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	list, m := wanted(tree{"a": "2", "b": "2"})
	for _, f := range list {
		if err := s.Put(f.Path, f.Data); err != nil {
			t.Fatal(err)
		}
	}
	path := filepath.Join(out, "a")
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	write(t, path, "x")
	if err := os.Chtimes(path, time.Time{}, info.ModTime()); err != nil {
		t.Fatal(err)
	}
	r, err := s.Commit(m)
	if err != nil || len(r.Saved) != 1 {
		t.Errorf("%v, %v", r, err)
	}
	mustEqual(t, snapshot(t, out).without(), tree{"a": "2", "b": "2", "a（人工修改）": "x"})
}
