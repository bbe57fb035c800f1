// Package source reads a content folder once: a folder or fs.FS goes in, and
// out come its text files with a line index, plus everything wrong with them
// as files — too large, links, bytes that are no text, invisible characters.
// What the text says is the business of package load.
package source

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// Limits bound what one run reads, so that a hostile folder costs little.
type Limits struct {
	FileBytes  int64 // one file
	TotalBytes int64 // all files read
	Files      int   // all files of the folder, read or not
	Lines      int   // lines of one file

	PictureBytes  int64 // one picture; a larger one is not read
	PicturesBytes int64 // all pictures; those beyond are not read
}

// DefaultLimits are far above what a dossier needs (the real case has 23
// files and 0.1 MB).
var DefaultLimits = Limits{
	FileBytes: 8 << 20, TotalBytes: 64 << 20, Files: 2000, Lines: 100_000,
	PictureBytes: 2 << 20, PicturesBytes: 32 << 20,
}

// File is one text file, normalised: no BOM, lines ended by "\n" alone.
type File struct {
	Name  string // as printed in messages: the folder's name, a slash, the path inside
	Path  string // inside the folder, slash-separated
	Text  string // valid UTF-8; "" when Bad
	Bad   bool   // could not be read as text; already reported
	lines []int  // byte offsets of line starts in display
	shown string // what Line gives: Text, or the bytes of a bad file made printable
}

// Files is the content folder as read once. It is immutable and safe for
// concurrent use.
type Files struct {
	Folder string // the folder's name as printed in messages
	files  []*File
	byName map[string]*File
	byPath map[string]*File
	others []string
	names  map[string]bool // every file, read or not

	pictures map[string][]byte // bytes of image files, not looked into
	refused  map[string]string // image files that are there and were not read: why
}

// Picture gives the bytes of an image file (.png, .jpg, .jpeg, whatever the
// case) inside the folder; nobody has looked into them.
func (f *Files) Picture(path string) ([]byte, bool) {
	data, ok := f.pictures[path]
	return data, ok
}

// Refused says in Chinese why an image file that is there was not read; "" for
// one that was read or is not there. Whoever needs the picture reports it: one
// that nobody uses is no mistake.
func (f *Files) Refused(path string) string { return f.refused[path] }

// Has says whether the folder holds a file at path, even one that was refused
// or not read.
func (f *Files) Has(path string) bool { return f.names[path] }

// Paths gives the paths of all text files inside the folder, sorted.
func (f *Files) Paths() []string {
	out := make([]string, 0, len(f.files))
	for _, file := range f.files {
		out = append(out, file.Path)
	}
	return out
}

// Others gives the paths of files that are no text, because their names do not
// end in .md or .yaml, sorted; hidden files are left out.
func (f *Files) Others() []string { return slices.Clone(f.others) }

// File gives a text file by its path inside the folder, or nil.
func (f *Files) File(path string) *File { return f.byPath[path] }

// Name gives the printed name of a path inside the folder.
func (f *Files) Name(path string) string {
	if f.Folder == "" || f.Folder == "." {
		return path
	}
	return f.Folder + "/" + path
}

// Line gives line n (from 1) of the file that messages call name, without its
// line end; "" when there is no such line.
func (f *Files) Line(name string, n int) string {
	file := f.byName[name]
	if file == nil {
		return ""
	}
	return file.Line(n)
}

// Line gives line n (from 1) without its line end; "" when there is none.
func (f *File) Line(n int) string {
	if n < 1 || n > len(f.lines) {
		return ""
	}
	end := len(f.shown)
	if n < len(f.lines) {
		end = f.lines[n] - 1
	}
	return strings.TrimSuffix(f.shown[f.lines[n-1]:end], "\n")
}

// LineCount is the number of lines; an empty file has none.
func (f *File) LineCount() int { return len(f.lines) }

func (f *File) index() {
	f.shown = f.Text
	f.lines = nil
	for start := 0; start < len(f.shown); {
		f.lines = append(f.lines, start)
		n := strings.IndexByte(f.shown[start:], '\n')
		if n < 0 {
			return
		}
		start += n + 1
	}
}

// place gives line and column (in characters, from 1) of a byte offset.
func place(text string, offset int) (line, column int) {
	before := text[:offset]
	start := strings.LastIndexByte(before, '\n') + 1
	return 1 + strings.Count(before, "\n"), 1 + utf8.RuneCountInString(before[start:])
}
