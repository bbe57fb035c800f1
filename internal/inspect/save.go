package inspect

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"unicode/utf8"
)

// ErrForeign says that a file stands where a report should go, and that it is no
// report of ours.
var ErrForeign = errors.New("已经有一个不是版式检查报告的文件，没有改动它；请换一个名称或文件夹")

// ErrSeveral says that reports on several files cannot go into one.
var ErrSeveral = errors.New("几个文件的报告要写入文件夹，不能写入一个文件")

const (
	reportSuffix = "·版式检查报告.html"
	totalName    = "版式检查总表.html"
	longestName  = 255 // bytes, in the file systems in use
)

// Saver writes the reports on files as HTML.
type Saver struct {
	program string
	folder  string   // of the table over all reports
	paths   []string // where the report on each file goes
}

// NewSaver says where the reports on targets will go: to is a name that
// ends with .html, for one file, or a folder, which gets a report on each
// file, in folders as the files are, and a table over all of them. Files that
// stand there are replaced only if they are such reports; otherwise, and for
// several files in one, the error is [ErrForeign] or [ErrSeveral].
func NewSaver(targets []Target, to, program string) (*Saver, error) {
	s := &Saver{program: program}
	if isPageName(to) && !isFolder(to) {
		if len(targets) > 1 {
			return nil, ErrSeveral
		}
		s.paths = []string{to}
		return s, s.free(to)
	}
	s.folder = to
	var files []string
	for _, t := range targets {
		files = append(files, t.Path)
	}
	for _, name := range reportNames(files) {
		s.paths = append(s.paths, filepath.Join(to, filepath.FromSlash(name)))
	}
	for _, p := range s.all() {
		if err := s.free(p); err != nil {
			return nil, err
		}
	}
	return s, nil
}

// all names every file that will be written.
func (s *Saver) all() []string {
	if len(s.paths) > 1 {
		return append([]string{filepath.Join(s.folder, totalName)}, s.paths...)
	}
	return s.paths
}

// Each writes the report on one file; it fits Options.Each.
func (s *Saver) Each(n int, f File) error {
	return s.write(s.paths[n], func(w io.Writer) error { return f.WriteHTML(w, s.program) })
}

// Finish writes the table over all files, if there are several, and names the
// page to look at first.
func (s *Saver) Finish(r Report) (string, error) {
	if len(s.paths) == 1 {
		return s.paths[0], nil
	}
	var links []string
	for _, p := range s.paths {
		link, err := filepath.Rel(s.folder, p)
		if err != nil {
			return "", fmt.Errorf("%s: %w", totalName, err)
		}
		links = append(links, filepath.ToSlash(link))
	}
	path := filepath.Join(s.folder, totalName)
	return path, s.write(path, func(w io.Writer) error { return r.WriteTotal(w, links, s.program) })
}

// write puts a page in its place at once: whoever looks sees the old one or the
// new one, whole.
func (s *Saver) write(path string, page func(io.Writer) error) error {
	var data bytes.Buffer
	if err := page(&data); err != nil {
		return err
	}
	if err := s.free(path); err != nil {
		return err
	}
	folder := filepath.Dir(path)
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	file, err := os.CreateTemp(folder, ".hongtou-*.part")
	if err != nil {
		return err
	}
	_, err = file.Write(data.Bytes())
	err = errors.Join(err, file.Chmod(0o644), file.Sync(), file.Close())
	if err == nil {
		err = os.Rename(file.Name(), path)
	}
	if err != nil {
		return errors.Join(err, os.Remove(file.Name()))
	}
	return nil
}

// free says whether a report may be written: nothing stands there, or a report.
func (s *Saver) free(path string) error {
	info, err := os.Lstat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return err
	case !info.Mode().IsRegular():
		return fmt.Errorf("“%s”：%w", clean(path), ErrForeign)
	}
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	defer file.Close()
	head := make([]byte, len(marker))
	if _, err := io.ReadFull(file, head); err != nil || string(head) != marker {
		return fmt.Errorf("“%s”：%w", clean(path), ErrForeign)
	}
	return nil
}

// marker is how every page of ours begins.
const marker = `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="generator" content="hongtou inspect">
`

func isPageName(path string) bool {
	ext := strings.ToLower(filepath.Ext(path))
	return ext == ".html" || ext == ".htm"
}

func isFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

// reportNames gives each file the name of its report, with / between folders:
// those of the files below the folder that holds them all.
func reportNames(files []string) []string {
	var out []string
	taken := map[string]bool{}
	for _, f := range below(files) {
		folder, base := "", f
		if slash := strings.LastIndexByte(f, '/'); slash >= 0 {
			folder, base = f[:slash+1], f[slash+1:]
		}
		if ext := filepath.Ext(base); strings.EqualFold(ext, ".pdf") {
			base = strings.TrimSuffix(base, ext)
		}
		name := ""
		for n := 1; name == "" || taken[strings.ToLower(name)]; n++ {
			tail := reportSuffix
			if n > 1 {
				tail = fmt.Sprintf("（%d）%s", n, reportSuffix)
			}
			name = folder + short(base, longestName-len(tail)) + tail
		}
		taken[strings.ToLower(name)] = true
		out = append(out, name)
	}
	return out
}

// below cuts from files the folders that all of them share; names that cannot
// be compared, as on several drives, keep their last step. Patterns and folders
// without files have names, too.
func below(files []string) []string {
	if len(files) == 0 {
		return nil
	}
	var all [][]string
	for _, f := range files {
		if abs, err := filepath.Abs(f); err == nil {
			f = abs
		}
		all = append(all, strings.Split(filepath.ToSlash(filepath.Clean(f)), "/"))
	}
	shared := len(all[0]) - 1
	for _, steps := range all[1:] {
		n := 0
		for n < min(shared, len(steps)-1) && steps[n] == all[0][n] {
			n++
		}
		shared = n
	}
	var out []string
	for _, steps := range all {
		cut := min(shared, len(steps)-1)
		if cut == 0 && steps[0] != "" { // several drives: paths on the others begin with nothing
			cut = len(steps) - 1
		}
		out = append(out, strings.Map(legal, strings.Join(steps[cut:], "/")))
	}
	return out
}

// legal replaces what no name may hold; a pattern that matched nothing has it.
func legal(r rune) rune {
	if r < ' ' || strings.ContainsRune(`*?"<>|:`, r) {
		return '_'
	}
	return r
}

// short cuts a name to a number of bytes, between characters.
func short(s string, most int) string {
	for len(s) > most {
		_, n := utf8.DecodeLastRuneInString(s)
		s = s[:len(s)-n]
	}
	return s
}
