package inspect

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// Target is a file to measure, or a name under which there is none.
type Target struct {
	Path    string
	Problem *Problem // nil for a file
}

// Find makes files of what was named: a file is itself, a folder all PDF files
// in it and below, a pattern (the shells of Windows leave it to programs) the
// files that match. A file that is named twice is measured once.
func Find(names []string) []Target {
	var out []Target
	seen := map[string]bool{}
	for _, name := range names {
		for _, t := range named(name) {
			if key := filepath.Clean(t.Path); !seen[key] {
				seen[key] = true
				out = append(out, t)
			}
		}
	}
	return out
}

func named(name string) []Target {
	info, err := os.Stat(name)
	switch {
	case err == nil && info.IsDir():
		return inFolder(name)
	case err == nil && !info.Mode().IsRegular():
		return []Target{{name, &Problem{notFile, "不是普通文件", ""}}}
	case err == nil:
		return []Target{{name, nil}}
	case strings.ContainsAny(name, "*?["):
		return matching(name)
	}
	return []Target{{name, diskProblem(name, err)}}
}

// matching gives the files that a pattern names, in the order of their names.
func matching(pattern string) []Target {
	paths, err := filepath.Glob(pattern)
	if err != nil || len(paths) == 0 {
		return []Target{{pattern, &Problem{missing, "没有与“" + clean(pattern) + "”相符的文件", "请核对文件名和所在的文件夹"}}}
	}
	var out []Target
	for _, p := range paths {
		if info, err := os.Stat(p); err == nil && !info.IsDir() {
			out = append(out, named(p)...)
		}
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
