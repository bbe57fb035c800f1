package inspect

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// Target is a file to measure, or a name under which there is none.
type Target struct {
	Path    string
	Problem *Problem // nil for a file
}

// Find makes files of what was named: a file is itself, a folder all PDF files
// in it and below, a pattern (the shells of Windows leave it to programs) the
// files and folders that match. A file that is named twice, in whatever way, is
// measured once. Every name gives at least one target, unless all of its files
// were named before.
func Find(names []string) []Target {
	var out []Target
	seen := sightings{paths: map[string]bool{}, files: map[trait][]fs.FileInfo{}}
	for _, name := range names {
		for _, t := range named(name) {
			if !seen.before(t.Path) {
				out = append(out, t)
			}
		}
	}
	return out
}

// sightings are the files that were named so far.
type sightings struct {
	paths map[string]bool
	files map[trait][]fs.FileInfo
}

// trait is what the same file has under every name; few others share it.
type trait struct {
	size    int64
	written time.Time
}

// before says whether a file was named before, perhaps by another path.
func (s *sightings) before(path string) bool {
	path = filepath.Clean(path)
	if s.paths[path] {
		return true
	}
	s.paths[path] = true
	info, err := os.Stat(path)
	if err != nil {
		return false
	}
	key := trait{info.Size(), info.ModTime()}
	for _, other := range s.files[key] {
		if os.SameFile(info, other) {
			return true
		}
	}
	s.files[key] = append(s.files[key], info)
	return false
}

func named(name string) []Target {
	info, err := os.Stat(name)
	switch {
	case err == nil:
		return standing(name, info)
	case strings.ContainsAny(name, "*?["):
		return matching(name)
	}
	return []Target{{name, diskProblem(name, err)}}
}

// standing gives the files of a name that exists.
func standing(name string, info fs.FileInfo) []Target {
	switch {
	case info.IsDir():
		return inFolder(name)
	case !info.Mode().IsRegular():
		return []Target{{name, &Problem{notFile, "不是普通文件", ""}}}
	}
	return []Target{{name, nil}}
}

// matching gives the files that a pattern names, in the order of their names.
func matching(pattern string) []Target {
	paths, err := filepath.Glob(pattern)
	if err != nil || len(paths) == 0 {
		return []Target{{pattern, &Problem{missing, "没有与“" + clean(pattern) + "”相符的文件", "请核对文件名和所在的文件夹"}}}
	}
	var out []Target
	for _, p := range paths {
		info, err := os.Stat(p)
		if err != nil { // a link to nowhere; or it was removed just now
			out = append(out, Target{p, diskProblem(p, err)})
			continue
		}
		out = append(out, standing(p, info)...)
	}
	return out
}

// inFolder gives the PDF files in a folder and below, in the order of their
// names. Hidden folders and links are passed over.
func inFolder(folder string) []Target {
	var out []Target
	_ = filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			out = append(out, Target{path, diskProblem(path, err)})
		case entry.IsDir() && path != folder && strings.HasPrefix(entry.Name(), "."):
			return filepath.SkipDir
		case entry.Type().IsRegular() && isPDFName(entry.Name()):
			out = append(out, Target{path, nil})
		}
		return nil
	})
	if len(out) == 0 {
		return []Target{{folder, &Problem{noPDF, "文件夹“" + clean(folder) + "”中没有PDF文件", "Word、WPS文件请先导出为PDF"}}}
	}
	return out
}

// isPDFName goes by the name: hidden files are those that system and office
// software leave behind.
func isPDFName(name string) bool {
	return strings.EqualFold(filepath.Ext(name), ".pdf") && !strings.HasPrefix(name, ".")
}
