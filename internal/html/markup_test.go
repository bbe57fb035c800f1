package html

import (
	"strings"
	"testing"
	"unicode"
)

// clean leaves what HTML can write and nothing else, whether it stands alone or
// among other text.
func TestClean(t *testing.T) {
	for r := range rune(unicode.MaxRune + 1) {
		want := string(r) // a surrogate is the replacement character
		switch {
		case strings.ContainsRune("\t\n\r\f\v", r):
			want = " "
		case unicode.IsControl(r), r%0x10000 >= 0xfffe, r >= 0xfdd0 && r < 0xfdf0:
			want = "\uFFFD"
		}
		if got := clean(string(r)); got != want {
			t.Fatalf("%U: got %q, want %q", r, got, want)
		}
	}
	for in, want := range map[string]string{
		"": "", "甲乙": "甲乙", "甲\xff\xfe乙": "甲\uFFFD乙", "\uFFFD": "\uFFFD", "甲\n乙\x00": "甲 乙\uFFFD", "\xff\n": "\uFFFD ",
	} {
		if got := clean(in); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}
