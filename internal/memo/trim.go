package memo

import (
	"cmp"
	"io/fs"
	"slices"
	"strings"
)

// Close ends the use of a folder; if anything was added, it removes what is too
// much, oldest first. Files that are none of ours stay.
func (f *Folder) Close() {
	if f == nil {
		return
	}
	if f.added.Load() {
		f.trim(maxFolder)
	}
	_ = f.root.Close()
}

func (f *Folder) trim(limit int64) {
	files := f.pieces()
	slices.SortFunc(files, func(a, b fs.FileInfo) int {
		return cmp.Or(b.ModTime().Compare(a.ModTime()), strings.Compare(a.Name(), b.Name()))
	})
	var total int64
	for _, info := range files {
		if total += info.Size(); total > limit {
			_ = f.root.Remove(info.Name()) // in use on Windows: next time
		}
	}
}

// pieces lists our files, also those that killed runs left unfinished.
func (f *Folder) pieces() []fs.FileInfo {
	entries, err := fs.ReadDir(f.root.FS(), ".")
	if err != nil {
		return nil
	}
	var out []fs.FileInfo
	for _, e := range entries {
		info, err := e.Info()
		ours := strings.HasSuffix(e.Name(), suffix) || strings.HasSuffix(e.Name(), suffix+unfinished)
		if err == nil && ours && info.Mode().IsRegular() {
			out = append(out, info)
		}
	}
	return out
}
