package html

import (
	"math/rand/v2"
	"slices"
	"testing"
	"unicode"
)

// TestCharset compares the set with a map.
func TestCharset(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 2))
	var s charset
	want := map[rune]bool{0: true, 63: true, 64: true, 4095: true, 4096: true, '一': true, 0xffff: true, 0x20000: true, unicode.MaxRune: true}
	for range 500 {
		want[rnd.Int32N(unicode.MaxRune+1)] = true
	}
	for r := range want {
		s.add(r)
		s.add(r)
	}
	for r := range rune(unicode.MaxRune + 1) {
		if s.has(r) != want[r] {
			t.Fatalf("%U: %t", r, s.has(r))
		}
	}
	got := slices.Collect(s.all())
	if len(got) != len(want) || !slices.IsSorted(got) || slices.ContainsFunc(got, func(r rune) bool { return !want[r] }) {
		t.Errorf("%d characters, want %d: %U", len(got), len(want), got)
	}
	for range s.all() { // may be left early
		break
	}
}
