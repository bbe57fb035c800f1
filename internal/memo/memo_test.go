package memo

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"
)

func open(t *testing.T, dir, program string) *Folder {
	t.Helper()
	f := Open(dir, program)
	if f == nil {
		t.Fatal("folder cannot be used")
	}
	t.Cleanup(f.Close)
	return f
}

// maker counts how often it had to make.
type maker struct{ n int }

func (m *maker) of(s string) func() ([]byte, error) {
	return func() ([]byte, error) { m.n++; return []byte("made of " + s), nil }
}

func (m *maker) want(t *testing.T, f *Folder, kind, in string, made int) {
	t.Helper()
	m.n = 0
	got, err := f.Piece(kind, []byte(in), m.of(in))
	if err != nil || string(got) != "made of "+in || m.n != made {
		t.Errorf("%s of %q: %q, %v, made %d times, want %d", kind, in, got, err, m.n, made)
	}
}

func TestKeeping(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "a", "b")
	var m maker
	f := open(t, dir, "p1")
	m.want(t, f, "k", "x", 1)
	m.want(t, f, "k", "x", 0)
	m.want(t, f, "k", "y", 1)
	m.want(t, f, "k2", "x", 1)
	m.want(t, open(t, dir, "p1"), "k", "x", 0)
	m.want(t, open(t, dir, "p2"), "k", "x", 1)
	m.want(t, nil, "k", "x", 1)
	if Open("", "p") != nil || Open(dir, "") != nil {
		t.Error("a folder without a name or a program")
	}
}

func TestErrorIsNotKept(t *testing.T) {
	f := open(t, t.TempDir(), "p")
	fail := errors.New("no")
	if _, err := f.Piece("k", nil, func() ([]byte, error) { return nil, fail }); err != fail {
		t.Error(err)
	}
	var m maker
	m.want(t, f, "k", "", 1)
}

// What does not bear its seal is made again, and then kept again.
func TestDamage(t *testing.T) {
	for name, spoil := range map[string]func(path string) error{
		"bit":   func(p string) error { b, _ := os.ReadFile(p); b[len(b)-1] ^= 1; return os.WriteFile(p, b, 0o600) },
		"seal":  func(p string) error { b, _ := os.ReadFile(p); b[0] ^= 1; return os.WriteFile(p, b, 0o600) },
		"cut":   func(p string) error { return os.Truncate(p, 40) },
		"empty": func(p string) error { return os.Truncate(p, 0) },
		"other": func(p string) error {
			others, _ := filepath.Glob(filepath.Join(filepath.Dir(p), "*"+suffix))
			for _, o := range others {
				if o != p {
					return os.Rename(o, p)
				}
			}
			return errors.New("no other")
		},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			f := open(t, dir, "p")
			var m maker
			m.want(t, f, "k", "x", 1)
			m.want(t, f, "k", "y", 1)
			key := f.key("k", []byte("x"))
			if err := spoil(filepath.Join(dir, fmt.Sprintf("%x", key)+suffix)); err != nil {
				t.Fatal(err)
			}
			m.want(t, f, "k", "x", 1)
			m.want(t, f, "k", "x", 0)
		})
	}
}

// A folder in the place of a piece, or a file in the place of the folder, costs
// time and nothing else.
func TestUnusable(t *testing.T) {
	dir := t.TempDir()
	f := open(t, dir, "p")
	key := f.key("k", []byte("x"))
	if err := os.Mkdir(filepath.Join(dir, fmt.Sprintf("%x", key)+suffix), 0o700); err != nil {
		t.Fatal(err)
	}
	var m maker
	m.want(t, f, "k", "x", 1)
	m.want(t, f, "k", "x", 1)
	file := filepath.Join(dir, "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if Open(file, "p") != nil || Open(filepath.Join(file, "below"), "p") != nil {
		t.Error("a file passes for a folder")
	}
	if err := os.RemoveAll(dir); err != nil {
		t.Fatal(err)
	}
	m.want(t, f, "k", "z", 1)
	if !f.barred.Load() {
		t.Error("writing is tried again and again")
	}
}

// The oldest go first; what is not ours stays.
func TestTrim(t *testing.T) {
	dir := t.TempDir()
	f := open(t, dir, "p")
	var m maker
	now := time.Now()
	for i, in := range []string{"a", "b", "c"} {
		m.want(t, f, "k", in, 1)
		key := f.key("k", []byte(in))
		old := now.Add(-time.Duration(10-i) * time.Hour)
		if err := os.Chtimes(filepath.Join(dir, fmt.Sprintf("%x", key)+suffix), old, old); err != nil {
			t.Fatal(err)
		}
	}
	foreign, left := filepath.Join(dir, "notes.txt"), filepath.Join(dir, "1"+suffix+unfinished)
	for _, p := range []string{foreign, left} {
		if err := errors.Join(os.WriteFile(p, bytes.Repeat([]byte("x"), 1000), 0o600), os.Chtimes(p, now.Add(-99*time.Hour), now.Add(-99*time.Hour))); err != nil {
			t.Fatal(err)
		}
	}
	f.trim(2 * 45) // of 41 bytes each
	m.want(t, f, "k", "c", 0)
	m.want(t, f, "k", "b", 0)
	m.want(t, f, "k", "a", 1)
	if _, err := os.Stat(foreign); err != nil {
		t.Error(err)
	}
	if _, err := os.Stat(left); err == nil {
		t.Error("an unfinished file of long ago stays")
	}
}

func TestTogether(t *testing.T) {
	dir := t.TempDir()
	var wait sync.WaitGroup
	for range 4 {
		f := open(t, dir, "p")
		wait.Go(func() {
			for i := range 50 {
				in := fmt.Sprint(i % 10)
				got, err := f.Piece("k", []byte(in), func() ([]byte, error) { return []byte("made of " + in), nil })
				if err != nil || string(got) != "made of "+in {
					t.Error(string(got), err)
				}
			}
		})
	}
	wait.Wait()
}
