package compose

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"hongtou/internal/diag"
)

// Limits of a folder of templates.
const (
	templateEnding = ".tmpl"
	maxTemplate    = 1 << 20 // bytes of one file
	maxTemplates   = 500     // files of one folder
)

// Layer is one folder of templates. Name stands before the paths in messages,
// e.g. templates.
type Layer struct {
	Name string
	FS   fs.FS
}

// file is one template file.
type file struct{ name, path, text string }

func (l Layer) read() ([]file, diag.List) {
	var out []file
	var list diag.List
	err := fs.WalkDir(l.FS, ".", func(path string, e fs.DirEntry, err error) error {
		if err != nil {
			list.Add(l.unreadable(path, err))
			return nil
		}
		if e.IsDir() || !strings.HasSuffix(path, templateEnding) {
			return nil
		}
		if len(out) == maxTemplates {
			return fmt.Errorf("模板超过%d个", maxTemplates)
		}
		text, err := readBounded(l.FS, path)
		if err != nil {
			list.Add(l.unreadable(path, err))
			return nil
		}
		f := file{name: l.Name + "/" + path, path: path, text: text}
		list.Add(scanPrivate(f.name, text)...)
		out = append(out, f)
		return nil
	})
	if err != nil {
		list.Add(l.unreadable(".", err))
	}
	return out, list
}

func (l Layer) unreadable(path string, err error) diag.Diagnostic {
	return diag.Diagnostic{
		Code: "template-unreadable", Message: "模板读不出来：" + err.Error(),
		At: diag.Position{File: l.Name + "/" + path}, Hint: "请检查模板文件夹",
	}
}

func readBounded(fsys fs.FS, path string) (string, error) {
	// Opening a pipe would wait for its writer.
	if info, err := fs.Stat(fsys, path); err != nil || !info.Mode().IsRegular() {
		return "", cmp.Or(err, errors.New("不是普通文件"))
	}
	f, err := fsys.Open(path)
	if err != nil {
		return "", err
	}
	defer f.Close()
	b, err := io.ReadAll(io.LimitReader(f, maxTemplate+1))
	switch {
	case err != nil:
		return "", err
	case len(b) > maxTemplate:
		return "", fmt.Errorf("超过%d MB", maxTemplate>>20)
	case !utf8.Valid(b):
		return "", errors.New("不是UTF-8文字")
	case slices.Contains(b, 0): // Markdown would print U+FFFD for it
		return "", errors.New("含有控制字符U+0000")
	}
	// A BOM or Windows line ends would stand in the document.
	return strings.ReplaceAll(strings.TrimPrefix(string(b), "\uFEFF"), "\r\n", "\n"), nil
}

func unknownTemplate(f file, known map[string]file) diag.Diagnostic {
	var names []string
	for _, p := range slices.Sorted(maps.Keys(known)) {
		if !strings.HasPrefix(p, "shared/") {
			names = append(names, p)
		}
	}
	return diag.Diagnostic{
		Code: "template-unknown", Message: "没有文种使用模板“" + f.path + "”",
		At: diag.Position{File: f.name}, Hint: "可替换的模板：" + strings.Join(names, "、") + "；公用片段放在shared/下",
	}
}
