package inspect

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

func targets(paths ...string) []Target {
	var out []Target
	for _, p := range paths {
		out = append(out, Target{Path: p})
	}
	return out
}

func TestReportNames(t *testing.T) {
	long := strings.Repeat("长", 100)
	for _, c := range []struct {
		name        string
		files, want []string
	}{
		{"none", nil, nil},
		{"one", []string{"a/b/通知.pdf"}, []string{"通知·版式检查报告.html"}},
		{"folders", []string{"out/甲.pdf", "out/书/乙.PDF"}, []string{"甲·版式检查报告.html", "书/乙·版式检查报告.html"}},
		{"same name", []string{"x/a.pdf", "x/A.PDF", "x/a"}, []string{"a·版式检查报告.html", "A（2）·版式检查报告.html", "a（3）·版式检查报告.html"}},
		{"pattern", []string{"x/*.pdf", "x/b.pdf"}, []string{"_·版式检查报告.html", "b·版式检查报告.html"}},
		{"long", []string{long + ".pdf"}, []string{strings.Repeat("长", 76) + "·版式检查报告.html"}},
		{"up", []string{"../a.pdf", "b.pdf"}, []string{"a·版式检查报告.html", "inspect/b·版式检查报告.html"}},
	} {
		if got := reportNames(c.files); !slices.Equal(got, c.want) {
			t.Errorf("%s: %q", c.name, got)
		}
	}
}

func TestSave(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "报告.html")
	for range 2 { // a report of ours may be replaced
		s, err := NewSaver(targets("a.pdf"), file, "hongtou 0")
		if err != nil {
			t.Fatal(err)
		}
		if err := s.Each(0, sample(t)); err != nil {
			t.Fatal(err)
		}
		if first, err := s.Finish(Report{}); first != file || err != nil {
			t.Errorf("%s %v", first, err)
		}
	}
	mustHold(t, dir, "报告.html")
}

func TestSaveSeveral(t *testing.T) {
	dir := t.TempDir()
	s, err := NewSaver(targets("x/a.pdf", "x/y/b.pdf"), filepath.Join(dir, "新"), "hongtou 0")
	if err != nil {
		t.Fatal(err)
	}
	r := Report{[]File{sample(t), unread()}}
	for i, f := range r.Files {
		if err := s.Each(i, f); err != nil {
			t.Fatal(err)
		}
	}
	if first, err := s.Finish(r); filepath.Base(first) != totalName || err != nil {
		t.Errorf("%s %v", first, err)
	}
	mustHold(t, dir, "新/a·版式检查报告.html", "新/y/b·版式检查报告.html", "新/版式检查总表.html")
	if _, err := NewSaver(targets("a.pdf", "b.pdf"), filepath.Join(dir, "x.html"), ""); !errors.Is(err, ErrSeveral) {
		t.Errorf("several into one: %v", err)
	}
}

// TestSaveSparesOthers: what is no report of ours stays as it is.
func TestSaveSparesOthers(t *testing.T) {
	for name, plant := range map[string]func(string) error{
		"page":   func(p string) error { return os.WriteFile(p, []byte("<!DOCTYPE html>\n<html lang=\"zh-CN\">"), 0o644) },
		"pdf":    func(p string) error { return os.WriteFile(p, []byte("%PDF-1.7\n"+marker), 0o644) },
		"empty":  func(p string) error { return os.WriteFile(p, nil, 0o644) },
		"link":   func(p string) error { return os.Symlink("elsewhere", p) },
		"folder": func(p string) error { return os.Mkdir(p, 0o755) },
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			path := filepath.Join(dir, "a·版式检查报告.html")
			if err := plant(path); err != nil {
				t.Fatal(err)
			}
			if _, err := NewSaver(targets("a.pdf"), dir, ""); !errors.Is(err, ErrForeign) {
				t.Errorf("before: %v", err)
			}
			late := Saver{paths: []string{path}}
			if err := late.Each(0, sample(t)); !errors.Is(err, ErrForeign) {
				t.Errorf("while measuring: %v", err)
			}
			mustHold(t, dir, "a·版式检查报告.html")
		})
	}
}

// mustHold compares the files in a folder; nothing half written is left.
func mustHold(t *testing.T, dir string, want ...string) {
	t.Helper()
	var got []string
	err := filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
		if err == nil && (!d.IsDir() || strings.HasSuffix(path, ".html")) {
			rel, _ := filepath.Rel(dir, path)
			got = append(got, filepath.ToSlash(rel))
		}
		return err
	})
	if err != nil || !slices.Equal(got, want) {
		t.Errorf("%q %v, want %q", got, err, want)
	}
}
