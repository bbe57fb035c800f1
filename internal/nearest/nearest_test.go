package nearest

import (
	"strings"
	"testing"
)

func TestOf(t *testing.T) {
	addresses := []string{"06.goal", "06.deadline", "16.deadline", "plan.5.2"}
	for _, c := range []struct {
		word, want string
	}{
		{"06.dedline", "06.deadline"},
		{"06.deadlnie", "06.deadline"},
		{"6.deadline", "06.deadline"},
		{"plan.52", "plan.5.2"},
		{"06.deadline", "06.deadline"},
		{"leaders", ""},
		{"", ""},
		{strings.Repeat("0", 65), ""},
	} {
		got, ok := Of(c.word, addresses)
		if got != c.want || ok != (c.want != "") {
			t.Errorf("%q: %q %v, want %q", c.word, got, ok, c.want)
		}
	}
}

// TestOneCharacter never takes a word for one that shares nothing with it.
func TestOneCharacter(t *testing.T) {
	if got, ok := Of("甲", []string{"乙"}); ok {
		t.Errorf("got %q", got)
	}
}
