package source

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	"hongtou/internal/diag"
)

// Open reads the folder dir. The error is of the machine (no such folder, no
// permission); what is wrong with files inside is in the list. Paths that
// leave the folder cannot be reached: it is opened as an os.Root.
func Open(dir string) (*Files, diag.List, error) {
	if info, err := os.Stat(dir); err == nil && !info.IsDir() { // opening a pipe would wait for its writer
		return nil, nil, fmt.Errorf("“%s”是文件，不是内容文件夹", dir)
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, nil, fmt.Errorf("打开内容文件夹：%w", err)
	}
	defer root.Close()
	files, list := Read(root.FS(), path.Clean(filepath.ToSlash(dir)), DefaultLimits)
	return files, list, nil
}

// Read reads all text files of fsys; folder is its name in messages.
func Read(fsys fs.FS, folder string, limits Limits) (*Files, diag.List) {
	r := &reader{
		fsys:   fsys,
		limits: limits,
		out: &Files{
			Folder: folder, byName: map[string]*File{}, byPath: map[string]*File{}, names: map[string]bool{},
			pictures: map[string][]byte{}, refused: map[string]string{},
		},
	}
	// WalkDir visits in lexical order, so that messages are the same everywhere.
	if err := fs.WalkDir(fsys, ".", r.visit); err != nil && !errors.Is(err, errTooMuch) {
		r.report(".", "unreadable", "文件夹无法读取："+reason(err), "")
	}
	return r.out, onceARun(r.list)
}

var errTooMuch = errors.New("limit reached")

type reader struct {
	fsys   fs.FS
	limits Limits
	out    *Files
	list   diag.List
	seen   int
	total  int64

	pictures int64 // bytes of pictures read
}

func (r *reader) report(p, code, message, hint string) {
	r.list.Add(diag.Diagnostic{
		Code: code, Message: message, Hint: hint,
		At: diag.Position{File: r.out.Name(p), Line: 1, Column: 1},
	})
}

func (r *reader) visit(p string, d fs.DirEntry, err error) error {
	switch {
	case err != nil:
		r.report(p, "unreadable", "无法读取："+reason(err), "检查文件权限")
		return nil
	case p == ".":
		return nil
	}
	r.out.names[p] = !d.IsDir()
	switch {
	case d.Type()&fs.ModeSymlink != 0:
		if isPicture(p) {
			r.out.refused[p] = "是符号链接"
		}
		r.report(p, "symlink", fmt.Sprintf("“%s”是符号链接，内容文件夹内不使用链接", d.Name()), "用文件本身替换链接")
		return nil
	case hidden(d.Name()) && d.IsDir():
		return fs.SkipDir
	case hidden(d.Name()) || d.IsDir():
		return nil
	}
	if r.seen++; r.seen > r.limits.Files {
		r.report(p, "too-many-files", fmt.Sprintf("文件超过%d个，其余未读", r.limits.Files), "分成几个内容文件夹")
		return errTooMuch
	}
	return r.file(p, d)
}

// hidden names belong to the system or an editor (.DS_Store, .git).
func hidden(name string) bool { return strings.HasPrefix(name, ".") }

func (r *reader) file(p string, d fs.DirEntry) error {
	ext := path.Ext(p)
	if text := ext == ".md" || ext == ".yaml"; !text {
		r.out.others = append(r.out.others, p)
		if isPicture(p) {
			r.picture(p, d)
		}
		return nil
	}
	if !d.Type().IsRegular() { // a pipe or device would block the reader
		r.report(p, "not-regular", fmt.Sprintf("“%s”不是普通文件", d.Name()), "")
		return nil
	}
	data, ok := r.bytes(p)
	if !ok {
		return nil
	}
	if r.total += int64(len(data)); r.total > r.limits.TotalBytes {
		r.report(p, "too-much-text", fmt.Sprintf("文件合计超过%d MB，其余未读", r.limits.TotalBytes>>20), "分成几个内容文件夹")
		return errTooMuch
	}
	file := &File{Name: r.out.Name(p), Path: p}
	r.list.Add(file.decode(data)...)
	if file.LineCount() > r.limits.Lines {
		r.report(p, "too-many-lines", fmt.Sprintf("文件超过%d行，没有读取", r.limits.Lines), "检查文件内容，或分成几个文件")
		file.Text, file.Bad = "", true
	}
	r.out.files = append(r.out.files, file)
	r.out.byName[file.Name] = file
	r.out.byPath[p] = file
	return nil
}

// bytes reads one file. Its stat size is asked first, so that a huge file is
// never read; the limit holds while reading too, should the file grow.
func (r *reader) bytes(p string) ([]byte, bool) {
	f, err := r.fsys.Open(p)
	if err != nil {
		r.report(p, "unreadable", "无法读取："+reason(err), "检查文件权限")
		return nil, false
	}
	defer f.Close()
	if info, err := f.Stat(); err == nil && info.Size() > r.limits.FileBytes {
		r.tooLarge(p, info.Size())
		return nil, false
	}
	data, err := io.ReadAll(io.LimitReader(f, r.limits.FileBytes+1))
	if err != nil {
		r.report(p, "unreadable", "无法读取："+reason(err), "检查文件权限")
		return nil, false
	}
	if int64(len(data)) > r.limits.FileBytes {
		r.tooLarge(p, int64(len(data)))
		return nil, false
	}
	return data, true
}

func (r *reader) tooLarge(p string, size int64) {
	r.report(p, "file-too-large",
		fmt.Sprintf("文件%d MB，超过%d MB的上限，未读取", size>>20, r.limits.FileBytes>>20),
		"这个文件名应是文字；扫描件、图片另取名，不用“.md”“.yaml”结尾")
}

// reason gives the words of an error without the paths of this machine.
func reason(err error) string {
	var pathErr *fs.PathError
	if errors.As(err, &pathErr) {
		err = pathErr.Err
	}
	switch {
	case errors.Is(err, fs.ErrPermission):
		return "没有权限"
	case errors.Is(err, fs.ErrNotExist):
		return "文件不存在"
	case errors.Is(err, fs.ErrInvalid):
		return "名称不是UTF-8"
	}
	return err.Error()
}
