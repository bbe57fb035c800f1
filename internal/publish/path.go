package publish

import (
	"path"
	"path/filepath"
	"strings"
	"unicode/utf8"
)

// The names of ours in out/.
const (
	stagingDir  = ".hongtou-staging"
	newDir      = stagingDir + "/new" // staged files
	oldDir      = stagingDir + "/old" // what renames replaced or removed
	journalName = stagingDir + "/journal.json"
	undoName    = stagingDir + "/undo" // stands when the journal is being taken back
	lockName    = stagingDir + "/lock"
)

// checkPath accepts slash-separated relative paths that stay inside out/ on
// every system and do not collide with names of ours.
func checkPath(p string) error {
	switch {
	case p == "" || !utf8.ValidString(p) || strings.ContainsAny(p, "\\:\x00"):
		return pathError(p, "不是可用的路径")
	case path.Clean(p) != p || !filepath.IsLocal(filepath.FromSlash(p)) || p == ".":
		return pathError(p, "会写到输出文件夹之外")
	}
	switch first, _, _ := strings.Cut(fold(p), "/"); first {
	case stagingDir, ManifestName:
		return pathError(p, "与程序自用的名称冲突")
	}
	return nil
}

func pathError(p, reason string) error {
	return &Error{Path: p, Message: "输出路径“" + p + "”" + reason}
}

// fold makes equal what a disk that ignores case takes for the same name.
func fold(p string) string { return strings.ToLower(p) }

// parents gives the folders above p, the outermost first.
func parents(p string) []string {
	var out []string
	for i, r := range p {
		if r == '/' {
			out = append(out, p[:i])
		}
	}
	return out
}

// harmless are files that systems and editors leave in any folder: a folder
// with nothing else is as good as empty.
func harmless(name string) bool {
	switch name {
	case ".DS_Store", "Thumbs.db", "desktop.ini", ".gitignore", ".gitkeep":
		return true
	}
	return false
}
