package filename

import (
	"testing"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
)

// Every character that is said to stay as it is does, by the tables themselves.
func TestFoldedCharactersStay(t *testing.T) {
	n := 0
	for r := rune(0); r <= 0x10FFFF; r++ {
		s := string(r)
		if !folded(s) {
			continue
		}
		n++
		for _, text := range []string{s, "甲" + s + "a"} {
			if got := norm.NFC.String(cases.Fold().String(norm.NFC.String(text))); got != text {
				t.Errorf("%q becomes %q", text, got)
			}
		}
	}
	if n < 20000 {
		t.Errorf("only %d characters", n)
	}
}
