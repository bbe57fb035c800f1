package docset

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"

	"hongtou/internal/diag"
)

// Limits of one component of a path. Windows and most file systems stop at
// 255 units; the rest is room for a folder name that users put before it.
const (
	maxNameChars = 120
	maxNameBytes = 240
)

// CheckNames reports every path that some file system would refuse, change
// or confuse with another: names are compared as a case-insensitive,
// normalising file system compares them.
func CheckNames(docs []Document) diag.List {
	var problems diag.List
	taken := map[string]string{}
	for _, d := range docs {
		for _, f := range d.Files {
			if why := badPath(f.Path); why != "" {
				problems.Add(nameProblem(d, "bad-path", f.Path, why))
			}
			key := folded(f.Path)
			if first, dup := taken[key]; dup {
				problems.Add(nameProblem(d, "path-collision", f.Path, "与“"+first+"”重名（不分大小写）"))
				continue
			}
			taken[key] = f.Path
		}
	}
	return problems
}

func nameProblem(d Document, code, path, why string) diag.Diagnostic {
	at := d.Dossier.Name.At
	if d.Amendment != nil {
		at = d.Amendment.Title.At
	}
	return diag.Diagnostic{
		Severity: diag.Error, Code: code, At: at,
		Message: fmt.Sprintf("输出文件名“%s”不可用：%s", path, why),
		Hint:    "请修改案卷文件夹名或源文件名",
	}
}

// folded is what two paths share when a file system may take them for one.
func folded(path string) string {
	return norm.NFC.String(cases.Fold().String(norm.NFC.String(path)))
}

// badPath says in Chinese why a path cannot be used, or "".
func badPath(path string) string {
	for _, name := range strings.Split(path, "/") {
		if why := badName(name); why != "" {
			return why
		}
	}
	return ""
}

func badName(name string) string {
	switch {
	case name == "":
		return "有空的一级"
	case name == "." || name == "..":
		return "含有“" + name + "”，会离开输出文件夹"
	case !utf8.ValidString(name):
		return "不是合法的UTF-8"
	case utf8.RuneCountInString(name) > maxNameChars:
		return fmt.Sprintf("一级名称超过%d个字符", maxNameChars)
	case len(name) > maxNameBytes:
		return fmt.Sprintf("一级名称超过%d字节", maxNameBytes)
	case strings.HasSuffix(name, ".") || strings.HasSuffix(name, " "):
		return "以句点或空格结尾"
	case strings.HasPrefix(name, " "):
		return "以空格开头"
	case reserved(name):
		return "“" + name + "”是Windows保留的名称"
	}
	return badCharacter(name)
}

func badCharacter(name string) string {
	for _, r := range name {
		if r < 0x20 || r == 0x7F || strings.ContainsRune(`<>:"\|?*`, r) {
			return fmt.Sprintf("含有不能用于文件名的字符%q", r)
		}
		if invisible(r) {
			return fmt.Sprintf("含有看不见的字符U+%04X", r)
		}
	}
	return ""
}

// invisible tells characters that make two names look the same, or one name
// look like another: controls, joiners and writing-direction marks.
func invisible(r rune) bool {
	return r >= 0x80 && r < 0xA0 || r == 0xAD || r >= 0x200B && r <= 0x200F ||
		r >= 0x2028 && r <= 0x202E || r >= 0x2060 && r <= 0x206F || r == 0xFEFF
}

// reserved tells the device names of Windows, with any ending.
func reserved(name string) bool {
	stem, _, _ := strings.Cut(name, ".")
	stem = strings.ToUpper(strings.TrimRight(stem, " "))
	switch stem {
	case "CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$":
		return true
	}
	port, ok := strings.CutPrefix(stem, "COM")
	if !ok {
		port, ok = strings.CutPrefix(stem, "LPT")
	}
	return ok && utf8.RuneCountInString(port) == 1 && strings.ContainsAny(port, "0123456789¹²³")
}
