package elements

import (
	"strings"
	"testing"
)

// TestClassesAreReached: every word and every beginning in the table tells its
// class, and tells it first: behind another that always fits before it, it would
// stand there for nothing.
func TestClassesAreReached(t *testing.T) {
	for k, c := range classes {
		parts, starts := strings.Fields(c.parts), strings.Fields(c.starts)
		for i, word := range parts {
			if by := fitsBefore("-"+word, k, i, 0); by != "" {
				t.Errorf("%s %s: %s comes first", c.class, word, by)
			}
		}
		for i, word := range starts {
			if by := fitsBefore(word+"1", k, len(parts), i); by != "" {
				t.Errorf("%s %s: %s comes first", c.class, word, by)
			}
		}
		for _, word := range append(parts, starts...) {
			if got := ClassOf(word); got != c.class {
				t.Errorf("%s is %s, want %s", word, got, c.class)
			}
		}
	}
}

// fitsBefore is the entry that tells a name before the given one of the table.
func fitsBefore(name string, row, parts, starts int) string {
	for k, c := range classes[:row+1] {
		for i, word := range strings.Fields(c.parts) {
			if (k < row || i < parts) && strings.Contains(name, word) {
				return word
			}
		}
		for i, word := range strings.Fields(c.starts) {
			if (k < row || i < starts) && strings.HasPrefix(name, word) {
				return word
			}
		}
	}
	return ""
}
