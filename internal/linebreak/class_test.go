package linebreak

import "testing"

// TestClassesAreLookedUpRight: the blocks say what the rules say.
func TestClassesAreLookedUpRight(t *testing.T) {
	for r := rune(-1); r <= 0x20000; r++ {
		if got, want := classOf(r), findClass(r); got != want {
			t.Fatalf("%U is of class %d, want %d", r, got, want)
		}
	}
}
