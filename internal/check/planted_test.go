package check

import (
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

// expected is a problem that a planted mistake must give, and the words that
// stand at the reported place: their first occurrence from the planted text
// on, or from the start of the file.
type expected struct {
	code, file, words string
	fromStart         bool
}

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
	code, words, _ := strings.Cut(s, " ")
	e := expected{code: code, file: file, words: words}
	switch {
	case strings.HasPrefix(words, "^"):
		e.words, e.fromStart = words[1:], true
	case strings.HasPrefix(words, "@"):
		e.file, e.words, _ = strings.Cut(words[1:], " ")
		e.fromStart = true
	}
	e.words = unescape(e.words)
	return e
}

// place finds where the words stand in the text of the file.
func (e expected) place(t *testing.T, text, planted string) diag.Position {
	t.Helper()
	from := 0
	if !e.fromStart {
		from = strings.Index(text, planted)
	}
	n := strings.Index(text[from:], e.words)
	if n < 0 {
		t.Fatalf("%s: %q does not stand there", e.file, e.words)
	}
	before := strings.TrimPrefix(text[:from+n], "\uFEFF")
	line := before[strings.LastIndex(before, "\n")+1:]
	return diag.Position{File: e.file, Line: 1 + strings.Count(before, "\n"), Column: 1 + runes(line)}
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
	rest := slices.DeleteFunc(list, func(d diag.Diagnostic) bool { return d.Severity == diag.Advice })
	found, codes := 0, map[string]bool{}
	for _, m := range mistakes {
		for _, w := range m.want {
			text, err := os.ReadFile(filepath.Join(folder, filepath.FromSlash(w.file)))
			if err != nil {
				t.Fatal(err)
			}
			place := w.place(t, string(text), m.new)
			at := slices.IndexFunc(rest, func(d diag.Diagnostic) bool {
				d.At.File = strings.TrimPrefix(d.At.File, filepath.ToSlash(folder)+"/")
				return d.Code == w.code && d.At == place
			})
			if at < 0 {
				t.Errorf("%s: %q is not reported as %s at %v", m.file, m.new, w.code, place)
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
	if found < 40 || len(codes) < 35 {
		t.Errorf("%d problems of %d kinds", found, len(codes))
	}
	t.Logf("%d mistakes, %d problems of %d kinds", len(mistakes), found, len(codes))
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
