package filename

import (
	"path"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestRefusal(t *testing.T) {
	for _, c := range []struct{ path, why string }{
		{"甲县/任务书.pdf", ""},
		{"甲县/07.pdf", ""},
		{"COM.pdf", ""},
		{"COM10.pdf", ""},
		{"", "有空的一级"},
		{"/甲", "有空的一级"},
		{"甲//乙", "有空的一级"},
		{"../甲", "会离开"},
		{"甲/./乙", "会离开"},
		{"甲\xff", "UTF-8"},
		{strings.Repeat("a", 121), "超过120个字符"},
		{strings.Repeat("甲", 81), "超过240字节"},
		{"甲.", "以句点或空格结尾"},
		{"甲 /乙", "以句点或空格结尾"},
		{" 甲", "以空格开头"},
		{"CON", "保留"},
		{"甲/nul.pdf", "保留"},
		{"aux .txt", "保留"},
		{"lpt¹.pdf", "保留"},
		{`甲\乙`, "不能用于文件名"},
		{"C:甲", "不能用于文件名"},
		{"甲\n", "不能用于文件名"},
		{"甲\u202Efdp", "看不见"},
	} {
		if got := Refusal(c.path); !strings.Contains(got, c.why) || (c.why == "") != (got == "") {
			t.Errorf("%q: %q, want %q", c.path, got, c.why)
		}
	}
}

func TestFold(t *testing.T) {
	for _, c := range []struct {
		a, b string
		same bool
	}{
		{"甲/A.pdf", "甲/a.PDF", true},
		{"e\u0301.pdf", "É.pdf", true},
		{"Straße", "STRASSE", true},
		{"甲.pdf", "乙.pdf", false},
		{"\uAB9B", "\u13CB", true}, // small and capital of one Cherokee letter
	} {
		if (Fold(c.a) == Fold(c.b)) != c.same {
			t.Errorf("%q and %q: same %v, want %v", c.a, c.b, !c.same, c.same)
		}
	}
}

// FuzzRefusal: what is accepted is a clean relative path that stays where it
// is, and folding is settled after one go.
func FuzzRefusal(f *testing.F) {
	for _, s := range []string{"甲县/任务书.pdf", "../x", "a//b", "con", "e\u0301", "0\uAB9B"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, p string) {
		if Fold(Fold(p)) != Fold(p) {
			t.Errorf("%q folds to %q, and that to %q", p, Fold(p), Fold(Fold(p)))
		}
		if Refusal(p) != "" {
			return
		}
		if path.Clean(p) != p || path.IsAbs(p) || p == ".." || strings.HasPrefix(p, "../") || strings.ContainsAny(p, "\\:\x00\n") || !utf8.ValidString(p) {
			t.Errorf("%q was accepted", p)
		}
	})
}

// TestWithin: a path lies in a file whatever the case of its folders.
func TestWithin(t *testing.T) {
	files := map[string]string{Fold("A/b"): "A/b", Fold("c"): "c"}
	for path, want := range map[string]string{"a/B/x": "A/b", "a/b/x/y": "A/b", "C/x": "c", "a/b": "", "a/bx/y": "", "x/c/y": "", "c": ""} {
		if got, found := Within(path, files); got != want || found != (want != "") {
			t.Errorf("%q: %q", path, got)
		}
	}
}
