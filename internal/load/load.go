// Package load reads a content folder into the model: text files go in,
// dossiers with the place of every value come out, with all problems of shape
// and syntax of all files in one run (docs/content.md lists the codes). It
// resolves nothing and compares nothing: what the values mean is the business
// of package check. The format is design.md §4.
package load

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"hongtou/internal/diag"
	"hongtou/internal/dossier"
	"hongtou/internal/source"
)

// Load reads the register, what is known of the website, and every folder that has a dossier.yaml. The
// dossiers are as complete as the problems allow; they may be built upon only
// when the list has no errors.
func Load(files *source.Files) ([]dossier.Dossier, diag.List) {
	l := &loader{files: files, used: map[string]bool{}, unread: map[string]bool{}, count: map[string]int{}, pictures: map[string]pictureFault{}}
	if l.wrongFolder() {
		return nil, l.list
	}
	register, site := l.register(), l.site()
	var out []dossier.Dossier
	for _, folder := range l.folders() {
		d := l.dossier(folder, register)
		d.Site = site
		out = append(out, d)
	}
	l.strangers()
	return out, l.list
}

// loader carries what one run knows: the files, which of them have been used,
// and the problems so far.
type loader struct {
	files  *source.Files
	used   map[string]bool // paths somebody asked for
	unread map[string]bool // paths that were asked for and could not be read
	list   diag.List
	count  map[string]int // problems by file

	numbering int // level of the numbers of items in the dossier being read; 0 for 第一项，

	pictures map[string]pictureFault // of the image files looked into, by path
}

// maxProblems is how many problems one file reports.
const maxProblems = 200

func (l *loader) add(ds ...diag.Diagnostic) {
	for _, d := range ds {
		l.count[d.At.File]++
		d.Message, d.Hint = clip(d.Message), clip(d.Hint)
		switch n := l.count[d.At.File]; {
		case n == maxProblems && d.Code != "too-many-problems":
			l.list.Add(diag.Diagnostic{Code: "too-many-problems", Message: "问题过多，此后的不再列出", Hint: "先改正以上各处", At: d.At})
		case n <= maxProblems:
			l.list.Add(d)
		}
	}
}

// clip shortens a message that quotes an overlong value.
func clip(s string) string {
	const most = 160
	n := 0
	for i := range s {
		if n == most {
			return s[:i] + "……"
		}
		n++
	}
	return s
}

func (l *loader) errorAt(at diag.Position, length int, code, message, hint string) {
	l.add(diag.Diagnostic{Code: code, Message: message, Hint: hint, At: at, Length: length})
}

// at is the first place of a file.
func (l *loader) at(p string) diag.Position {
	return diag.Position{File: l.files.Name(p), Line: 1, Column: 1}
}

// nowhere is the place of something that is not there: a path without a line.
func (l *loader) nowhere(p string) diag.Position { return diag.Position{File: l.files.Name(p)} }

// file gives a readable file and reports a missing one; a file that source
// refused has been reported there.
func (l *loader) file(p string) *source.File {
	l.used[p] = true
	f := l.files.File(p)
	if f == nil && !l.files.Has(p) {
		l.errorAt(l.nowhere(p), 0, "missing-file", fmt.Sprintf("缺少文件“%s”", path.Base(p)), "按docs/content.md补上该文件")
	}
	if f == nil || f.Bad {
		l.unread[p] = true
		return nil
	}
	return f
}

// folders gives the dossiers' folders, sorted, and reports those that hold
// content but no dossier.yaml.
func (l *loader) folders() []string {
	var out []string
	for _, p := range l.files.Paths() {
		folder, _, inside := strings.Cut(p, "/")
		if inside && !slices.Contains(out, folder) {
			out = append(out, folder)
		}
	}
	return slices.DeleteFunc(out, func(folder string) bool {
		main := folder + "/dossier.yaml"
		if l.files.Has(main) {
			return false
		}
		l.file(main)
		l.useAll(folder)
		return true
	})
}

func (l *loader) useAll(folder string) {
	for _, p := range append(l.files.Paths(), l.files.Others()...) {
		if strings.HasPrefix(p, folder+"/") {
			l.used[p] = true
		}
	}
}

// strangers reports files nobody asked for: a misspelt name must not make
// content vanish.
func (l *loader) strangers() {
	for _, p := range l.files.Paths() {
		if !l.used[p] {
			l.errorAt(l.at(p), 0, "unknown-file", fmt.Sprintf("文件“%s”不属于内容格式，没有读取", p), "检查文件名和所在文件夹，或把它移出内容文件夹")
		}
	}
	for _, p := range l.files.Others() {
		if !l.used[p] {
			l.add(diag.Diagnostic{
				Severity: diag.Warning, Code: "unknown-file", At: l.at(p),
				Message: fmt.Sprintf("文件“%s”不属于内容格式，没有读取", p), Hint: "内容文件夹只放.md、.yaml和案卷用到的印章图片；其余移出，不移出也不影响结果",
			})
		}
	}
}
