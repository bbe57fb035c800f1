package build

import (
	"slices"
	"testing"
)

func TestCompareSums(t *testing.T) {
	got := compareSums(
		map[string]sum{"a": {1}, "b": {2}, "c": {3}, "d": {4}},
		map[string]sum{"e": {5}, "d": {9}, "b": {2}, "a": {1}})
	for _, c := range []struct {
		what      string
		got, want []string
	}{
		{"changed", got.Changed, []string{"d"}},
		{"new", got.New, []string{"e"}},
		{"gone", got.Gone, []string{"c"}},
		{"unchanged", got.Unchanged, []string{"a", "b"}},
	} {
		if !slices.Equal(c.got, c.want) {
			t.Errorf("%s: %v, want %v", c.what, c.got, c.want)
		}
	}
}
