package adopt

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
)

// Files of a change under way. load passes over names with a dot.
const (
	partSuffix = ".part"         // new text, complete when the marker is there
	keepSuffix = ".keep"         // old text
	marker     = ".import-going" // stands in the folder from the first replaced file to the last
)

// replaceFiles brings all files to their new text or leaves all as they were:
// new texts are written beside the old ones, the old ones are copied, then the
// new ones take their names. After a crash the next call brings the old texts
// back. before is what the files held when they were read; somebody else's
// change since then is never lost.
func replaceFiles(dir string, before, edited map[string][]byte) error {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return fmt.Errorf("打开内容文件夹：%w", err)
	}
	defer root.Close()
	if err := settle(root); err != nil {
		return err
	}
	r := replacement{root: root, paths: slices.Sorted(maps.Keys(edited))}
	for _, p := range r.paths {
		now, err := root.ReadFile(filepath.FromSlash(p))
		if err != nil {
			return fmt.Errorf("读取“%s”：%w", p, err)
		}
		if !bytes.Equal(now, before[p]) {
			return fmt.Errorf("“%s”刚刚被别的程序改动，一处也没有写入，请再运行一次", p)
		}
	}
	if err := r.run(before, edited); err != nil {
		return errors.Join(err, r.back())
	}
	return r.end()
}

type replacement struct {
	root  *os.Root
	paths []string
}

func aside(p, suffix string) string {
	return filepath.FromSlash(path.Join(path.Dir(p), "."+path.Base(p)+suffix))
}

func (r replacement) run(before, edited map[string][]byte) error {
	list := ""
	for _, p := range r.paths {
		info, err := r.root.Stat(filepath.FromSlash(p))
		if err != nil {
			return fmt.Errorf("读取“%s”：%w", p, err)
		}
		for suffix, data := range map[string][]byte{partSuffix: edited[p], keepSuffix: before[p]} {
			if err := writeSynced(r.root, aside(p, suffix), data, info.Mode().Perm()); err != nil {
				return fmt.Errorf("写入“%s”：%w", p, err)
			}
		}
		list += sum(edited[p]) + " " + p + "\n"
	}
	if err := writeSynced(r.root, marker, []byte(list), 0o644); err != nil {
		return fmt.Errorf("写入“%s”：%w", marker, err)
	}
	for _, p := range r.paths {
		if err := r.root.Rename(aside(p, partSuffix), filepath.FromSlash(p)); err != nil {
			return fmt.Errorf("写入“%s”：%w", p, err)
		}
	}
	return nil
}

// back brings the old texts back.
func (r replacement) back() error {
	var all error
	for _, p := range r.paths {
		_ = r.root.Remove(aside(p, partSuffix))
		err := r.root.Rename(aside(p, keepSuffix), filepath.FromSlash(p))
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			all = errors.Join(all, fmt.Errorf("恢复“%s”：%w", p, err))
		}
	}
	if all == nil {
		all = removed(r.root, marker)
	}
	return all
}

// end takes the marker away first: from then on the new texts stand.
func (r replacement) end() error {
	if err := removed(r.root, marker); err != nil {
		return err
	}
	for _, p := range r.paths {
		if err := removed(r.root, aside(p, keepSuffix)); err != nil {
			return err
		}
	}
	return nil
}

// settle ends what a crash left: with the marker the old texts come back.
func settle(root *os.Root) error {
	list, err := root.ReadFile(marker)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("读取“%s”：%w", marker, err)
	}
	r := replacement{root: root}
	for line := range bytes.Lines(list) {
		hash, p, _ := strings.Cut(string(bytes.TrimSpace(line)), " ")
		now, err := root.ReadFile(filepath.FromSlash(p))
		if p == "" || err != nil || sum(now) != hash {
			continue // not replaced yet, or edited since: what stands there stays
		}
		r.paths = append(r.paths, p)
	}
	return r.back()
}

func sum(data []byte) string {
	h := sha256.Sum256(data)
	return hex.EncodeToString(h[:])
}

func removed(root *os.Root, name string) error {
	if err := root.Remove(name); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("删除“%s”：%w", name, err)
	}
	return nil
}

func writeSynced(root *os.Root, name string, data []byte, mode fs.FileMode) error {
	f, err := root.OpenFile(name, os.O_CREATE|os.O_TRUNC|os.O_WRONLY, mode)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	return errors.Join(err, f.Sync(), f.Close())
}
