package publish

import (
	"errors"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
)

var errCrash = errors.New("crash")

// scene is an out/ with every kind of file a publication may meet.
type scene struct {
	old, wanted     tree // ours before and after
	edited, foreign tree // edited: ours, with what people made of them
}

func fullScene() scene {
	return scene{
		old:     tree{"same": "s", "甲/replaced": "1", "gone/deep/stale": "1", "edited": "1", "editedStale": "1", "lost": "1", "folder": "1"},
		wanted:  tree{"same": "s", "甲/replaced": "2", "edited": "2", "lost": "1", "new/deep/added": "2", "folder/is/now": "2"},
		edited:  tree{"edited": "typed", "editedStale": "typed"},
		foreign: tree{"theirs.txt": "x", "甲/theirs": "y", "gone/theirs": "z"},
	}
}

func (s scene) build(t testing.TB) string {
	t.Helper()
	out := filepath.Join(t.TempDir(), "out")
	quickly(t, out, s.old)
	plant(t, out, s.edited)
	plant(t, out, s.foreign)
	_ = os.Remove(filepath.Join(out, "lost"))
	return out
}

// rest is what out/ must hold beside the wanted files in the end.
func (s scene) rest() tree {
	rest := maps.Clone(s.foreign)
	for name, data := range s.edited {
		if _, replaced := s.wanted[name]; replaced {
			name += "（人工修改）"
		}
		rest[name] = data
	}
	return rest
}

func (s scene) done() tree {
	all := maps.Clone(s.wanted)
	maps.Copy(all, s.rest())
	return all
}

// checkMiddle wants every file whole, old or new, and nothing of other people
// lost, whatever the moment.
func (s scene) checkMiddle(t testing.TB, out string) {
	t.Helper()
	found := snapshot(t, out)
	for name, data := range found.without() {
		if data != s.old[name] && data != s.wanted[name] && data != s.edited[name] && data != s.foreign[name] && data != s.rest()[name] {
			t.Errorf("%s holds %q", name, data)
		}
	}
	for name, data := range s.foreign {
		if found[name] != data {
			t.Errorf("%s of others holds %q", name, found[name])
		}
	}
	for name, was := range s.old {
		if will, stays := s.wanted[name]; stays && name != "lost" && found[name] != was && found[name] != will && found[name] != s.edited[name] {
			t.Errorf("%s is gone", name)
		}
	}
}

// try publishes with a hook and, if the hook crashed, drops the lock as the
// system does for a dead process.
func try(out string, files tree, step func(what, name string) error) error {
	s, err := begin(out, hooks{step: step, volatile: true}, memoryOf("", out))
	if err != nil {
		return err
	}
	defer func() {
		if s.lock != nil {
			s.lock.file.Close()
		}
		s.disk.root.Close()
	}()
	list, m := wanted(files)
	for _, f := range list {
		if err := s.Put(f.Path, f.Data); err != nil {
			s.Close()
			return err
		}
	}
	_, err = s.Commit(m)
	s.Close()
	return err
}

// quickly publishes without syncing.
func quickly(t testing.TB, out string, files tree) {
	t.Helper()
	if err := try(out, files, nil); err != nil {
		t.Fatal(err)
	}
}

// crashAt kills the process before its n-th change to the disk: nothing after
// it happens either. A write is cut in the middle.
func crashAt(n int) (step func(what, name string) error, reached func() bool) {
	count := 0
	return func(what, name string) error {
		if count++; count > n {
			return errCrash
		}
		return nil
	}, func() bool { return count > n }
}

func countSteps(t testing.TB, s scene) int {
	t.Helper()
	count := 0
	if err := try(s.build(t), s.wanted, func(string, string) error { count++; return nil }); err != nil {
		t.Fatal(err)
	}
	return count
}

func TestCrashAnywhere(t *testing.T) {
	s := fullScene()
	for n := range countSteps(t, s) + 1 {
		out := s.build(t)
		step, reached := crashAt(n)
		err := try(out, s.wanted, step)
		s.checkMiddle(t, out)
		if reached() && err == nil && n < 10 {
			t.Errorf("crash at step %d went unseen", n)
		}
		quickly(t, out, s.wanted)
		mustEqual(t, snapshot(t, out).without(), s.done())
		mustBeClean(t, out)
		if t.Failed() {
			t.Fatalf("after a crash at step %d", n)
		}
	}
}

// The run that ends a crashed one may crash too, and be given other files.
func TestCrashTwice(t *testing.T) {
	s := fullScene()
	steps := countSteps(t, s)
	r := rand.New(rand.NewPCG(1, 2))
	for range 40 {
		n, m := r.IntN(steps+1), r.IntN(steps+1)
		out := s.build(t)
		step, _ := crashAt(n)
		_ = try(out, s.wanted, step)
		step, _ = crashAt(m)
		_ = try(out, s.wanted, step)
		s.checkMiddle(t, out)
		quickly(t, out, s.wanted)
		mustEqual(t, snapshot(t, out).without(), s.done())
		mustBeClean(t, out)
		if t.Failed() {
			t.Fatalf("after crashes at steps %d and %d", n, m)
		}
	}
}

// One failing step, and the machine goes on: either out/ is what it was and
// the error says so, or all is done.
func isAllThere(found, wanted tree) bool {
	for name, data := range wanted {
		if found[name] != data {
			return false
		}
	}
	return true
}

func TestErrorAnywhere(t *testing.T) {
	s := fullScene()
	for n := range countSteps(t, s) {
		out := s.build(t)
		before := snapshot(t, out)
		count := 0
		err := try(out, s.wanted, func(what, name string) error {
			if count++; count == n+1 {
				return &os.PathError{Op: what, Path: name, Err: syscall.ENOSPC}
			}
			return nil
		})
		after := snapshot(t, out)
		switch {
		case err == nil:
			mustEqual(t, after.without(), s.done())
		case isAllThere(after, s.wanted):
			// The last rename was done; the next run clears up and brings back
			// what people had edited.
		default:
			mustEqual(t, after, before)
			if !strings.Contains(err.Error(), "磁盘空间不足") || !strings.Contains(err.Error(), out) {
				t.Errorf("error %q", err)
			}
		}
		quickly(t, out, s.wanted)
		mustEqual(t, snapshot(t, out).without(), s.done())
		mustBeClean(t, out)
		if t.Failed() {
			t.Fatalf("after an error at step %d: %v", n, err)
		}
	}
}

// An error, and the machine dies while what was done is being taken back.
func TestCrashWhileUndoing(t *testing.T) {
	s := fullScene()
	steps := countSteps(t, s)
	for n := steps / 2; n < steps; n += 2 {
		for more := n % 3; more < 12; more += 3 {
			out := s.build(t)
			count := 0
			_ = try(out, s.wanted, func(what, name string) error {
				if count++; count == n || count > n+more {
					return errCrash
				}
				return nil
			})
			s.checkMiddle(t, out)
			quickly(t, out, s.wanted)
			mustEqual(t, snapshot(t, out).without(), s.done())
			mustBeClean(t, out)
			if t.Failed() {
				t.Fatalf("error at step %d, crash %d steps later", n, more)
			}
		}
	}
}

// People edit between the crash and the next run.
func TestEditAfterCrash(t *testing.T) {
	s := fullScene()
	steps := countSteps(t, s)
	for n := steps / 2; n < steps; n++ { // before that nothing is renamed
		out := s.build(t)
		step, _ := crashAt(n)
		_ = try(out, s.wanted, step)
		plant(t, out, tree{"甲/replaced": "just typed"})
		quickly(t, out, s.wanted)
		found := snapshot(t, out)
		if found["甲/replaced"] != "2" || !slices.Contains(slices.Collect(maps.Values(found)), "just typed") {
			t.Fatalf("after a crash at step %d: %v", n, found)
		}
	}
}

// An edit made while a file was being put in place is not lost when that is
// taken back.
func TestEditBeforeUndo(t *testing.T) {
	out := t.TempDir()
	quickly(t, out, tree{"a": "1", "b": "1"})
	err := try(out, tree{"a": "2", "b": "2"}, func(what, name string) error {
		if what == "rename" && name == "b" {
			plant(t, out, tree{"a": "just typed"})
			return syscall.EBUSY
		}
		return nil
	})
	if err == nil || !strings.Contains(err.Error(), filepath.Join(out, "b")) || !strings.Contains(err.Error(), "正被其他程序") {
		t.Errorf("error %v", err)
	}
	mustEqual(t, snapshot(t, out).without(), tree{"a": "1", "b": "1", "a（人工修改）": "just typed"})
}

// Where the disk has no hard links, copies take their place.
func TestWithoutHardLinks(t *testing.T) {
	s := fullScene()
	out := s.build(t)
	err := try(out, s.wanted, func(what, _ string) error {
		if what == "link" {
			return syscall.EPERM
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	mustEqual(t, snapshot(t, out).without(), s.done())
}

func TestRandomScenes(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for round := range 40 {
		s := randomScene(r)
		out := s.build(t)
		for range r.IntN(3) {
			step, _ := crashAt(r.IntN(80))
			_ = try(out, s.wanted, step)
			s.checkMiddle(t, out)
		}
		quickly(t, out, s.wanted)
		mustEqual(t, snapshot(t, out).without(), s.done())
		if t.Failed() {
			t.Fatalf("round %d: %+v", round, s)
		}
	}
}

func randomScene(r *rand.Rand) scene {
	s := scene{old: tree{}, wanted: tree{}, edited: tree{}, foreign: tree{"f0/theirs": "x"}}
	for i := range 6 {
		name := fmt.Sprintf("f%d/p%d", i%3, i)
		if r.IntN(4) > 0 {
			s.old[name] = fmt.Sprint("old", i)
			if r.IntN(3) == 0 {
				s.edited[name] = fmt.Sprint("edited", i)
			}
		}
		switch r.IntN(4) {
		case 0, 1:
			s.wanted[name] = fmt.Sprint("new", i)
		case 2:
			if _, had := s.old[name]; had {
				s.wanted[name] = s.old[name]
			}
		}
	}
	return s
}

func mustBeClean(t testing.TB, out string) {
	t.Helper()
	if _, err := os.Lstat(filepath.Join(out, stagingDir)); err == nil {
		t.Error("staging folder is left")
	}
	r, err := Verify(out)
	if err != nil || !r.Whole() {
		t.Errorf("verify: %+v, %v", r, err)
	}
}
