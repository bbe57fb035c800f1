// Package adopt takes the work of others into the content folder: files in
// foreign formats become a new dossier, and a table of tasks that an office
// edited changes exactly the values that were edited. It is the list of stages
// of import and export; what each stage does is the business of the packages
// it calls. Nothing here ever replaces a file without keeping the old one
// until all new ones are there.
package adopt

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"hongtou/internal/diag"
	"hongtou/internal/dossier"
	"hongtou/internal/load"
	"hongtou/internal/source"
)

// Refusal is a request that cannot be carried out as it was made: a folder
// that is there already, a dossier nobody has.
type Refusal struct {
	Message string // Chinese, one line
	Hint    string // Chinese next step
}

// Error gives the message without the hint.
func (r *Refusal) Error() string { return r.Message }

func refuse(hint, format string, args ...any) error {
	return &Refusal{fmt.Sprintf(format, args...), hint}
}

// folder is the content folder as read once.
type folder struct {
	dir      string
	files    *source.Files
	dossiers []dossier.Dossier
	problems diag.List
	raw      map[string][]byte // bytes of all text files, by path inside
}

func open(dir string) (*folder, error) {
	files, list, err := source.Open(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, refuse("用 --content 指明案卷所在的文件夹", "没有内容文件夹“%s”", dir)
	}
	if err != nil {
		return nil, err
	}
	f := &folder{dir: dir, files: files, raw: map[string][]byte{}}
	f.dossiers, f.problems = load.Load(files)
	f.problems.Add(list...)
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, fmt.Errorf("打开内容文件夹：%w", err)
	}
	defer root.Close()
	for _, p := range files.Paths() {
		if files.File(p).Bad {
			continue
		}
		if f.raw[p], err = root.ReadFile(filepath.FromSlash(p)); err != nil {
			return nil, fmt.Errorf("读取“%s”：%w", p, err)
		}
	}
	return f, nil
}

// inside gives the path of a file that messages call name.
func (f *folder) inside(name string) string {
	return strings.TrimPrefix(strings.TrimPrefix(name, f.files.Folder), "/")
}

// choose finds the dossier of an ID; without one there must be only one.
func (f *folder) choose(id string) (*dossier.Dossier, error) {
	var ids []string
	for i := range f.dossiers {
		if f.dossiers[i].ID == id || id == "" && len(f.dossiers) == 1 {
			return &f.dossiers[i], nil
		}
		ids = append(ids, f.dossiers[i].ID)
	}
	switch {
	case len(ids) == 0:
		return nil, refuse("先运行 hongtou check", "“%s”里没有案卷", f.dir)
	case id == "":
		return nil, refuse("用 --dossier 指明是哪一个："+strings.Join(ids, "、"), "有%d个案卷", len(ids))
	}
	return nil, refuse("可用："+strings.Join(ids, "、"), "没有案卷“%s”", id)
}

// errorsOf counts the errors of a dossier and of what all dossiers share.
func (f *folder) errorsOf(id string) int {
	n := 0
	for _, d := range f.problems {
		owner, _, below := strings.Cut(f.inside(d.At.File), "/")
		if d.Severity == diag.Error && (owner == id || !below) {
			n++
		}
	}
	return n
}

// reread loads the folder as it would be with other bytes in some files.
func (f *folder) reread(edited map[string][]byte) ([]dossier.Dossier, diag.List, error) {
	all := map[string][]byte{}
	for p, data := range f.raw {
		all[p] = data
	}
	for p, data := range edited {
		all[p] = data
	}
	fsys, err := memory(all)
	if err != nil {
		return nil, nil, err
	}
	files, list := source.Read(fsys, f.files.Folder, source.DefaultLimits)
	dossiers, problems := load.Load(files)
	list.Add(problems...)
	return dossiers, list, nil
}

// memory gives files as a file system.
func memory(files map[string][]byte) (fs.FS, error) {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	paths := make([]string, 0, len(files))
	for p := range files {
		paths = append(paths, p)
	}
	slices.Sort(paths)
	for _, p := range paths {
		entry, err := w.CreateHeader(&zip.FileHeader{Name: p, Method: zip.Store})
		if err != nil {
			return nil, err
		}
		if _, err := entry.Write(files[p]); err != nil {
			return nil, err
		}
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return zip.NewReader(bytes.NewReader(b.Bytes()), int64(b.Len()))
}
