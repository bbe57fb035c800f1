// Package watch tells when something below some folders has been saved: paths
// of folders go in, and whenever it has been quiet for a moment after a change
// the paths of what changed come out. New subfolders are watched as well; the
// files that editors and office programs write beside the one being edited are
// passed over.
package watch

import (
	"context"
	"fmt"
	"io/fs"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/fsnotify/fsnotify"
)

// A save is several events: editors write a new file and rename it onto the old
// one, and people save several files at once. Quiet ends a save; one that never
// ends is cut off.
const (
	quiet   = 300 * time.Millisecond
	longest = 3 * time.Second
)

// Watcher watches folders.
type Watcher struct {
	notify *fsnotify.Watcher
	roots  []string
	skip   string
}

// Open begins to watch folders and all below them; skip, a folder that may lie
// inside them, is not watched.
func Open(folders []string, skip string) (*Watcher, error) {
	n, err := fsnotify.NewWatcher()
	if err != nil {
		return nil, fmt.Errorf("系统不能监视文件：%w", err)
	}
	w := &Watcher{notify: n, roots: folders, skip: filepath.Clean(skip)}
	for _, f := range folders {
		if err := w.add(f); err != nil {
			n.Close()
			return nil, fmt.Errorf("监视文件夹“%s”：%w", f, err)
		}
	}
	return w, nil
}

// Close ends the watching.
func (w *Watcher) Close() { _ = w.notify.Close() }

// add watches a folder and those below it. What vanishes meanwhile is no error.
func (w *Watcher) add(root string) error {
	return filepath.WalkDir(root, func(path string, e fs.DirEntry, err error) error {
		switch {
		case err != nil && path == root:
			return err
		case err != nil || !e.IsDir():
			return nil
		case path != root && (passedOver(path) || filepath.Clean(path) == w.skip):
			return fs.SkipDir
		}
		return w.notify.Add(path)
	})
}

// Next waits for the next save and gives the paths that changed, sorted; none
// when the system lost count of them. The error is of the context, or of a
// system that can watch no longer.
func (w *Watcher) Next(ctx context.Context) ([]string, error) {
	changed := map[string]bool{}
	var settled, cut <-chan time.Time
	for {
		select {
		case <-ctx.Done():
			return nil, ctx.Err()
		case e, open := <-w.notify.Events:
			if !open {
				return nil, fsnotify.ErrClosed
			}
			if !w.take(e) {
				continue
			}
			changed[e.Name] = true
		case err, open := <-w.notify.Errors:
			if !open {
				return nil, fsnotify.ErrClosed
			}
			if err != fsnotify.ErrEventOverflow {
				return nil, err
			}
		case <-settled:
			return slices.Sorted(maps.Keys(changed)), w.again()
		case <-cut:
			return slices.Sorted(maps.Keys(changed)), w.again()
		}
		settled = time.After(quiet)
		if cut == nil {
			cut = time.After(longest)
		}
	}
}

// take says whether an event is a change, and watches new folders.
func (w *Watcher) take(e fsnotify.Event) bool {
	if e.Op == fsnotify.Chmod || passedOver(e.Name) || filepath.Clean(e.Name) == w.skip {
		return false
	}
	if e.Has(fsnotify.Create) {
		_ = w.add(e.Name) // a file, or gone already
	}
	return true
}

// again watches the folders anew: one may have been replaced by another of the
// same name.
func (w *Watcher) again() error {
	for _, f := range w.roots {
		_ = w.add(f) // gone for a moment: the build that follows says so
	}
	return nil
}

// passedOver says whether a name belongs to an editor, an office program or the
// system: hidden files, ~$通知.docx, items.md~, .md.swp, #01.md#, 4913 (by which
// vim tries a folder), half-written copies.
func passedOver(path string) bool {
	name := filepath.Base(path)
	if name != "." && name != ".." && strings.HasPrefix(name, ".") || strings.HasPrefix(name, "~") || strings.HasPrefix(name, "#") || name == "4913" {
		return true
	}
	for _, end := range []string{"~", ".swp", ".swx", ".swo", ".tmp", ".part", ".crdownload", ".bak"} {
		if strings.HasSuffix(strings.ToLower(name), end) {
			return true
		}
	}
	return false
}
