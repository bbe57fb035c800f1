package publish

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"
)

// putAll publishes files with hooks, several Puts at once.
func putAll(out string, files tree, h hooks) error {
	s, err := begin(out, h, memoryOf("", out))
	if err != nil {
		return err
	}
	defer s.Close()
	list, m := wanted(files)
	var group sync.WaitGroup
	for _, f := range list {
		group.Go(func() { _ = s.Put(f.Path, f.Data) })
	}
	group.Wait()
	_, err = s.Commit(m)
	return err
}

func many(text string) tree {
	files := tree{}
	for i := range 40 {
		files[fmt.Sprintf("d%d/f%d", i%3, i)] = text
	}
	return files
}

// Files are synced behind Put's back, but every one of them before the journal
// and so before the first rename.
func TestAllIsSyncedBeforeTheJournal(t *testing.T) {
	out := filepath.Join(t.TempDir(), "out")
	var begun, synced atomic.Int64
	files := many("1")
	err := putAll(out, files, hooks{
		flush: func(*os.File) error {
			begun.Add(1)
			time.Sleep(time.Millisecond)
			synced.Add(1)
			return nil
		},
		step: func(what, name string) error {
			if what != "remove" && strings.HasPrefix(name, journalName) && synced.Load() < int64(len(files)) {
				t.Errorf("%s %s when %d files were safe", what, name, synced.Load())
			}
			return nil
		},
	})
	if err != nil || begun.Load() < int64(len(files)) {
		t.Errorf("%d syncs, %v", begun.Load(), err)
	}
	mustEqual(t, snapshot(t, out).without(), files)
}

// A disk that is full may say so only when a file is synced.
func TestSyncFails(t *testing.T) {
	out := filepath.Join(t.TempDir(), "out")
	quickly(t, out, many("1"))
	before := snapshot(t, out)
	for n := int64(1); n <= 40; n += 3 {
		var count atomic.Int64
		err := putAll(out, many("2"), hooks{volatile: true, flush: func(f *os.File) error {
			if count.Add(1) == n {
				return &os.PathError{Op: "sync", Path: f.Name(), Err: syscall.ENOSPC}
			}
			return nil
		}})
		var told *Error
		if !errors.As(err, &told) || !strings.Contains(told.Message, "磁盘空间不足") || !strings.HasPrefix(told.Path, out) {
			t.Errorf("sync %d: %v", n, err)
		}
		mustEqual(t, snapshot(t, out), before)
		mustBeClean(t, out)
	}
}

// A file open in another program refuses to be replaced, whichever it is: all
// others are taken back, and the message names it.
func TestAnyFileOpenElsewhere(t *testing.T) {
	out := filepath.Join(t.TempDir(), "out")
	quickly(t, out, many("1"))
	before := snapshot(t, out)
	for name := range many("1") {
		err := try(out, many("2"), func(what, to string) error {
			if what == "rename" && to == name {
				return &os.LinkError{Op: what, New: to, Err: syscall.EBUSY}
			}
			return nil
		})
		full := filepath.Join(out, filepath.FromSlash(name))
		if err == nil || !strings.Contains(err.Error(), full) || !strings.Contains(err.Error(), "请关闭该文件后重新运行") {
			t.Errorf("%s: %v", name, err)
		}
		mustEqual(t, snapshot(t, out), before)
		mustBeClean(t, out)
	}
}

// BenchmarkPut stages and commits 60 task books of 300 KB.
func BenchmarkPut(b *testing.B) {
	data := []byte(strings.Repeat("公文", 50_000))
	dir := b.TempDir()
	for b.Loop() {
		data[0]++ // no file is unchanged
		list := make([]File, 60)
		m := Manifest{}
		for i := range list {
			list[i] = File{fmt.Sprintf("任务书/%d.pdf", i), data}
			m.Outputs = append(m.Outputs, Output{Path: list[i].Path})
		}
		if _, err := Publish(filepath.Join(dir, "out"), list, m); err != nil {
			b.Fatal(err)
		}
	}
}
