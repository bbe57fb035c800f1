// Package filename says which names every file system keeps as they are: a
// slash-separated path goes in; out comes, in Chinese, why some system would
// refuse it, change it or lead it elsewhere, and what it has in common with
// paths that some system takes for the same. It is pure.
package filename

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
)

// Limits of one component of a path. Windows and most file systems stop at
// 255 units; the rest is room for a folder name that users put before it.
const (
	maxChars = 120
	maxBytes = 240
)

// Fold is what two paths share when a file system that ignores case, and may
// normalise, takes them for one.
func Fold(path string) string {
	if folded(path) {
		return path
	}
	return norm.NFC.String(strings.Map(cherokee, cases.Fold().String(norm.NFC.String(path))))
}

// cherokee puts the letters of that script, which alone fold to capitals, into
// one case: cases.Fold exchanges the two.
func cherokee(r rune) rune {
	if unicode.Is(unicode.Cherokee, r) {
		return unicode.ToUpper(r)
	}
	return r
}

// folded says of most names that they stay as they are: of ideographs of the
// first block, full-width brackets and ASCII without capitals nothing has case
// or is composed.
func folded(path string) bool {
	for _, r := range path {
		switch {
		case r < 0x80 && (r < 'A' || r > 'Z'), r >= 0x4E00 && r <= 0x9FA5, r == '（', r == '）':
		default:
			return false
		}
	}
	return true
}

// Within gives the file that a path would lie in as if it were a folder, among
// files by their Fold. No file system can hold both.
func Within(path string, files map[string]string) (file string, found bool) {
	for i := range path {
		if path[i] != '/' {
			continue
		}
		if file, found = files[Fold(path[:i])]; found {
			return file, true
		}
	}
	return "", false
}

// Refusal says in Chinese why a path cannot be used, or "".
func Refusal(path string) string {
	for name := range strings.SplitSeq(path, "/") {
		if why := refusal(name); why != "" {
			return why
		}
	}
	return ""
}

func refusal(name string) string {
	switch {
	case name == "":
		return "有空的一级"
	case name == "." || name == "..":
		return "含有“" + name + "”，会离开输出文件夹"
	case !utf8.ValidString(name):
		return "不是合法的UTF-8"
	case utf8.RuneCountInString(name) > maxChars:
		return fmt.Sprintf("一级名称超过%d个字符", maxChars)
	case len(name) > maxBytes:
		return fmt.Sprintf("一级名称超过%d字节", maxBytes)
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
