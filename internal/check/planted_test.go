package check

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"hongtou/internal/diag"
)

// planted is one mistake of testdata/planted.txt.
type planted struct {
	file     string
	old, new string
	want     []expected
}

// expected is a problem that a planted mistake must give: code, file and
// line, and the words at the reported column.
type expected struct{ code, file, line, words string }

var escape = regexp.MustCompile(`\\u[0-9A-Fa-f]{4}|\\n`)

func unescape(s string) string {
	return escape.ReplaceAllStringFunc(s, func(e string) string {
		if e == `\n` {
			return "\n"
		}
		r, _ := strconv.ParseInt(e[2:], 16, 32)
		return string(rune(r))
	})
}

// readPlanted parses the blocks of the file.
func readPlanted(t *testing.T) []planted {
	t.Helper()
	data, err := os.ReadFile("testdata/planted.txt")
	if err != nil {
		t.Fatal(err)
	}
	var out []planted
	for line := range strings.SplitSeq(string(data), "\n") {
		mark, rest, _ := strings.Cut(line, " ")
		if line == "" || mark == "#" {
			continue
		}
		last := len(out) - 1
		switch mark {
		case "-":
			out[last].old = unescape(rest)
		case "+":
			out[last].new = unescape(rest)
		case "=":
			out[last].want = append(out[last].want, parseExpected(out[last].file, rest))
		default:
			out = append(out, planted{file: line})
		}
	}
	return out
}

func parseExpected(file, s string) expected {
	code, rest, _ := strings.Cut(s, " ")
	line, words, _ := strings.Cut(rest, " ")
	if other, n, elsewhere := strings.Cut(line, ":"); elsewhere {
		file, line = other, n
	}
	return expected{code, file, line, unescape(words)}
}

// TestPlantedMistakes plants many mistakes of different kinds in a copy of
// the real content and wants all of them from one run, each at its place, and
// nothing else beyond the advice that the content gives anyway.
func TestPlantedMistakes(t *testing.T) {
	folder := t.TempDir()
	if err := os.CopyFS(folder, os.DirFS("../../content")); err != nil {
		t.Fatal(err)
	}
	mistakes := readPlanted(t)
	for _, m := range mistakes {
		plant(t, filepath.Join(folder, filepath.FromSlash(m.file)), m)
	}
	files, list := examine(t, folder)
	line := func(d diag.Diagnostic) []rune { return []rune(files.Line(d.At.File, d.At.Line)) }
	rest := slices.DeleteFunc(list, func(d diag.Diagnostic) bool { return d.Severity == diag.Advice })
	found, codes := 0, map[string]bool{}
	for _, m := range mistakes {
		for _, w := range m.want {
			at := slices.IndexFunc(rest, func(d diag.Diagnostic) bool {
				file := strings.TrimPrefix(d.At.File, filepath.ToSlash(folder)+"/")
				column := min(max(d.At.Column-1, 0), len(line(d)))
				return d.Code == w.code && file == w.file && fmt.Sprint(d.At.Line) == w.line &&
					strings.HasPrefix(string(line(d)[column:]), w.words)
			})
			if at < 0 {
				t.Errorf("%s: %q is not reported: %+v", m.file, m.new, w)
				continue
			}
			rest = slices.Delete(rest, at, at+1)
			found++
			codes[w.code] = true
		}
	}
	if len(rest) > 0 {
		t.Errorf("not planted:\n%s", show(files, rest))
	}
	if found < 20 || len(codes) < 20 {
		t.Errorf("%d problems of %d kinds", found, len(codes))
	}
}

func plant(t *testing.T, path string, m planted) {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if n := strings.Count(string(data), m.old); n != 1 {
		t.Fatalf("%s: %q stands there %d times", m.file, m.old, n)
	}
	changed := strings.Replace(string(data), m.old, m.new, 1)
	if err := os.WriteFile(path, []byte(changed), 0o600); err != nil {
		t.Fatal(err)
	}
}
