// Package planted plants mistakes of many kinds in a copy of the real content
// and says which problems they must cause, and where. planted.txt explains its
// own form.
package planted

import (
	_ "embed"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"
)

//go:embed planted.txt
var list string

// Problem is one problem that must be reported: stable code, path inside the
// content folder, line and column from 1 (in characters).
type Problem struct {
	Code, File   string
	Line, Column int
}

// mistake is one block of the list.
type mistake struct {
	file     string
	old, new string
	want     []expected
}

// expected is a problem and the words that stand at its place: their first
// occurrence from the planted text on, or from the start of the file.
type expected struct {
	code, file, words string
	fromStart         bool
}

// Plant changes the content in folder and gives the problems this must cause.
func Plant(t testing.TB, folder string) []Problem {
	t.Helper()
	mistakes := read(list)
	for _, m := range mistakes {
		m.plant(t, folder)
	}
	var out []Problem
	for _, m := range mistakes {
		for _, w := range m.want {
			out = append(out, w.problem(t, folder, m.new))
		}
	}
	return out
}

func read(list string) []mistake {
	var out []mistake
	for line := range strings.SplitSeq(list, "\n") {
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
			out = append(out, mistake{file: line})
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

func (m mistake) plant(t testing.TB, folder string) {
	t.Helper()
	path := filepath.Join(folder, filepath.FromSlash(m.file))
	text := readFile(t, path)
	if n := strings.Count(text, m.old); n != 1 {
		t.Fatalf("%s: %q stands there %d times", m.file, m.old, n)
	}
	if err := os.WriteFile(path, []byte(strings.Replace(text, m.old, m.new, 1)), 0o600); err != nil {
		t.Fatal(err)
	}
}

func readFile(t testing.TB, path string) string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// problem finds where the words stand after everything has been planted.
func (e expected) problem(t testing.TB, folder, planted string) Problem {
	t.Helper()
	text := readFile(t, filepath.Join(folder, filepath.FromSlash(e.file)))
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
	return Problem{e.code, e.file, 1 + strings.Count(before, "\n"), 1 + utf8.RuneCountInString(line)}
}
