package inspect

import (
	"strings"
	"testing"
)

func TestColumns(t *testing.T) {
	for s, want := range map[string]int{"": 0, "abc": 3, "公文": 4, "（一）": 6, "5.2.1 订口": 10, "é": 1, "±1 mm": 5, "𠮷": 2} {
		if got := columns(s); got != want {
			t.Errorf("%q: %d, want %d", s, got, want)
		}
	}
}

func TestWrap(t *testing.T) {
	for _, c := range []struct {
		text string
		to   int
		want string
	}{
		{"公文格式", 8, "公文格式"},
		{"公文格式国家", 8, "公文格式|国家"},
		{"公文格式，国家", 8, "公文格|式，国家"},
		{"公文（格式）", 6, "公文|（格|式）"},
		{"左缘29.0 mm；右缘", 9, "左缘29.0|mm；右缘"},
		{"Hongtou-VeryLongFaceName", 10, "Hongtou-Ve|ryLongFace|Name"},
		{"", 10, ""},
	} {
		if got := strings.Join(wrap(c.text, c.to), "|"); got != c.want {
			t.Errorf("%q: %s, want %s", c.text, got, c.want)
		}
	}
}

// FuzzWrap: nothing is lost, nothing is too wide, and it comes to an end.
func FuzzWrap(f *testing.F) {
	f.Add("左缘29.0 mm；2处不合：第2页“甲”", 20)
	f.Add("  \x00\xff", 1)
	f.Fuzz(func(t *testing.T, s string, to int) {
		to = 4 + (to%60+60)%60
		lines := wrap(s, to)
		for _, l := range lines {
			if columns(l) > to {
				t.Fatalf("%q is wider than %d", l, to)
			}
		}
		bare := func(s string) string { return strings.ReplaceAll(string([]rune(s)), " ", "") }
		if bare(strings.Join(lines, "")) != bare(s) {
			t.Fatalf("%q became %q", s, lines)
		}
	})
}
