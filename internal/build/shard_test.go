package build

import (
	"strings"
	"testing"
)

func TestParseShard(t *testing.T) {
	for words, want := range map[string]Shard{"1/1": {1, 1}, "2/8": {2, 8}, "100000/100000": {100000, 100000}} {
		if got, err := ParseShard(words); err != nil || got != want {
			t.Errorf("%s: %v, %v", words, got, err)
		}
	}
	for _, words := range []string{"", "1", "/", "0/1", "2/1", "1/0", "-1/2", "1/100001", "1/2/3", "a/2", "1/ 2", "99999999999999999999/1"} {
		if got, err := ParseShard(words); err == nil || got != (Shard{}) {
			t.Errorf("%q: %v", words, got)
		}
	}
}

// FuzzParseShard: what is accepted is a slice, and reads the same when written.
func FuzzParseShard(f *testing.F) {
	for _, seed := range []string{"2/8", "1/1", "0/8", "8/2", "+1/2", "01/02", "1/100001", "1/2/3", "一/二", "\xff/1", "2／8", ""} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, words string) {
		s, err := ParseShard(words)
		if err != nil {
			if s != (Shard{}) || !strings.Contains(err.Error(), "--shard") {
				t.Fatalf("%q: %v, %v", words, s, err)
			}
			return
		}
		if s.Index < 1 || s.Index > s.Of || s.Of > maxShards {
			t.Fatalf("%q: %v", words, s)
		}
		if again, err := ParseShard(s.String()); err != nil || again != s {
			t.Fatalf("%q: %v is read as %v, %v", words, s, again, err)
		}
	})
}
