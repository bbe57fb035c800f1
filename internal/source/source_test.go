package source

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"hongtou/internal/diag"
)

func read(t *testing.T, data string) (*Files, diag.List) {
	t.Helper()
	return Read(fstest.MapFS{"a.md": {Data: []byte(data)}}, "content", DefaultLimits)
}

func said(list diag.List) []string {
	var out []string
	for _, d := range list {
		out = append(out, fmt.Sprintf("%s:%d:%d %s", d.At.File, d.At.Line, d.At.Column, d.Code))
	}
	return out
}

func TestBytes(t *testing.T) {
	for name, c := range map[string]struct {
		data string
		want []string
		text string
	}{
		"plain":        {"甲\n乙\n", nil, "甲\n乙\n"},
		"empty":        {"", nil, ""},
		"bom":          {"\uFEFF甲\n", []string{"content/a.md:1:1 bom"}, "甲\n"},
		"crlf":         {"甲\r\n乙\r\n丙\n", []string{"content/a.md:1:2 crlf"}, "甲\n乙\n丙\n"},
		"bom and crlf": {"\uFEFF甲\r\n", []string{"content/a.md:1:1 bom", "content/a.md:1:2 crlf"}, "甲\n"},
		"after crlf":   {"甲\r\n乙\x01\r\n", []string{"content/a.md:1:2 crlf", "content/a.md:2:2 control-char"}, "甲\n乙\x01\n"},
		"nul":          {"甲\n\x00乙", []string{"content/a.md:2:1 control-char"}, "甲\n\x00乙"},
		"tab":          {"甲\t乙", []string{"content/a.md:1:2 control-char"}, "甲\t乙"},
		"lone cr":      {"甲\r乙", []string{"content/a.md:1:2 control-char"}, "甲\r乙"},
		"c1":           {"甲\u0085", []string{"content/a.md:1:2 control-char"}, "甲\u0085"},
		"private use":  {"责任\uE000单位\U000F0001\U0010FFFD", []string{"content/a.md:1:3 private-use", "content/a.md:1:6 private-use", "content/a.md:1:7 private-use"}, "责任\uE000单位\U000F0001\U0010FFFD"},
		"invisible":    {"甲\u200B乙\u202E丙\uFEFF", []string{"content/a.md:1:2 invisible-char", "content/a.md:1:4 invisible-char", "content/a.md:1:6 invisible-char"}, "甲\u200B乙\u202E丙\uFEFF"},
		"bad utf-8":    {"甲\n乙丙\xC5\xD2丁\n", []string{"content/a.md:2:3 invalid-utf8"}, ""},
		"utf-16":       {"\xFF\xFE\x32\x75", []string{"content/a.md:1:1 invalid-utf8"}, ""},
	} {
		t.Run(name, func(t *testing.T) {
			files, list := read(t, c.data)
			if got := said(list); !slices.Equal(got, c.want) {
				t.Errorf("said %q, want %q", got, c.want)
			}
			if got := files.File("a.md"); got.Text != c.text || got.Bad != slices.ContainsFunc(list, func(d diag.Diagnostic) bool { return d.Code == "invalid-utf8" }) {
				t.Errorf("%+v", got)
			}
		})
	}
}

func TestRepeatedProblemsAreCounted(t *testing.T) {
	_, list := read(t, strings.Repeat("\uE000\n", 1000))
	if len(list) != perCode || !strings.Contains(list[perCode-1].Message, "另有980处") {
		t.Errorf("%d problems, last %q", len(list), list[len(list)-1].Message)
	}
}

// TestWindowsEditor: what an editor does to every file is one warning a run.
func TestWindowsEditor(t *testing.T) {
	fsys := fstest.MapFS{"a.md": {Data: []byte("甲\n")}}
	for _, name := range []string{"b.md", "c.md", "d/e.md"} {
		fsys[name] = &fstest.MapFile{Data: []byte("\uFEFF甲\r\n乙\x01\r\n")}
	}
	files, list := Read(fsys, "content", DefaultLimits)
	want := []string{
		"content/b.md:1:1 bom", "content/b.md:1:2 crlf", "content/b.md:2:2 control-char",
		"content/c.md:2:2 control-char", "content/d/e.md:2:2 control-char",
	}
	if got := said(list); !slices.Equal(got, want) || files.File("c.md").Text != "甲\n乙\x01\n" {
		t.Errorf("%q", got)
	}
	for _, d := range list[:2] {
		if d.Severity != diag.Warning || !strings.HasSuffix(d.Message, "，共3个文件") {
			t.Errorf("%+v", d)
		}
	}
}

func TestLines(t *testing.T) {
	files, _ := read(t, "甲乙\r\n\n丙")
	for n, want := range map[int]string{0: "", 1: "甲乙", 2: "", 3: "丙", 4: "", -1: ""} {
		if got := files.Line("content/a.md", n); got != want {
			t.Errorf("line %d: %q", n, got)
		}
	}
	if got := files.File("a.md").LineCount(); got != 3 {
		t.Error(got)
	}
	if got := files.Line("content/b.md", 1); got != "" {
		t.Error(got)
	}
	bad, _ := read(t, "甲\n\xFF乙")
	if got := bad.Line("content/a.md", 2); got != "\uFFFD乙" {
		t.Errorf("a line that is no text shows as %q", got)
	}
}

func TestLimits(t *testing.T) {
	tree := fstest.MapFS{}
	for i := range 30 {
		tree[fmt.Sprintf("%02d.md", i)] = &fstest.MapFile{Data: []byte("甲甲甲甲")}
	}
	for name, c := range map[string]struct {
		limits Limits
		want   string
		files  int
	}{
		"files": {Limits{FileBytes: 100, TotalBytes: 1000, Files: 10, Lines: 9}, "content/10.md:1:1 too-many-files", 10},
		"total": {Limits{FileBytes: 100, TotalBytes: 100, Files: 100, Lines: 9}, "content/08.md:1:1 too-much-text", 8},
	} {
		files, list := Read(tree, "content", c.limits)
		if got := said(list); !slices.Equal(got, []string{c.want}) || len(files.Paths()) != c.files {
			t.Errorf("%s: %q, %d files", name, got, len(files.Paths()))
		}
	}
}

func TestManyLines(t *testing.T) {
	files, list := Read(fstest.MapFS{"a.md": {Data: []byte("甲\n乙\n丙\n")}}, "content", Limits{FileBytes: 100, TotalBytes: 100, Files: 100, Lines: 2})
	if got := said(list); !slices.Equal(got, []string{"content/a.md:1:1 too-many-lines"}) || !files.File("a.md").Bad {
		t.Error(got)
	}
}

func TestHugeFileIsNotRead(t *testing.T) {
	dir := t.TempDir()
	f, err := os.Create(filepath.Join(dir, "07.md"))
	if err != nil {
		t.Fatal(err)
	}
	if err := f.Truncate(100 << 20); err != nil { // sparse: reading it would find NULs
		t.Fatal(err)
	}
	f.Close()
	files, list, err := Open(dir)
	if err != nil || len(list) != 1 || list[0].Code != "file-too-large" || len(files.Paths()) != 0 || !files.Has("07.md") {
		t.Errorf("%v %v %v", files.Paths(), list, err)
	}
}

func TestFolder(t *testing.T) {
	dir := t.TempDir()
	outside := t.TempDir()
	write := func(name string) {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte("甲\n"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range []string{"units.yaml", "甲/plan.md", "甲/items/01.md", "甲/图.png", ".git/config.yaml", ".hidden.md"} {
		write(name)
	}
	links := map[string]string{"out.md": outside, "in.md": filepath.Join(dir, "units.yaml"), "folder": outside, "broken.yaml": "nowhere"}
	for name, target := range links {
		if err := os.Symlink(target, filepath.Join(dir, name)); err != nil {
			t.Fatal(err)
		}
	}
	files, list, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	if got := files.Paths(); !slices.Equal(got, []string{"units.yaml", "甲/items/01.md", "甲/plan.md"}) {
		t.Errorf("%q", got)
	}
	if got := files.Others(); !slices.Equal(got, []string{"甲/图.png"}) {
		t.Errorf("%q", got)
	}
	if len(list) != len(links) {
		t.Errorf("%v", list)
	}
	for _, d := range list {
		if d.Code != "symlink" || d.Severity != diag.Error {
			t.Errorf("%+v", d)
		}
	}
	if _, _, err := Open(filepath.Join(dir, "nothing")); err == nil {
		t.Error("a folder that does not exist is an error of the machine")
	}
}

func FuzzDecode(f *testing.F) {
	for _, s := range []string{"甲\r\n乙\xFF", "\uFEFF\uFEFF", "\x00\n\n", "\xEF\xBB", "甲\uE000\n"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		files, list := Read(fstest.MapFS{"a.md": {Data: bytes.Clone(data)}}, "", DefaultLimits)
		file := files.File("a.md")
		for _, d := range list {
			line := []rune(file.Line(d.At.Line))
			if d.At.Line < 1 || d.At.Column < 1 || d.At.Line > max(file.LineCount(), 1) || d.At.Column > len(line)+1 {
				t.Fatalf("%+v lies outside the file", d)
			}
		}
		var again strings.Builder
		for n := 1; n <= file.LineCount(); n++ {
			again.WriteString(file.Line(n))
			again.WriteByte('\n')
		}
		if !file.Bad && strings.TrimSuffix(again.String(), "\n") != strings.TrimSuffix(file.Text, "\n") {
			t.Fatalf("lines give %q, the text is %q", again.String(), file.Text)
		}
	})
}
