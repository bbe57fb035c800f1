package publish

import (
	"path/filepath"
	"testing"
)

// TestReadBack: what was put comes back, whether it had to be staged or out/
// holds it already, unless somebody changes it meanwhile.
func TestReadBack(t *testing.T) {
	out := filepath.Join(t.TempDir(), "out")
	publish(t, out, tree{"same.pdf": "1", "edited.pdf": "2"})
	s, err := Begin(out)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	for path, data := range map[string]string{"same.pdf": "1", "new/甲.pdf": "3", "edited.pdf": "2"} {
		if err := s.Put(path, []byte(data)); err != nil {
			t.Fatal(err)
		}
	}
	plant(t, out, tree{"edited.pdf": "somebody's"})
	for _, c := range []struct {
		path, want string
		ok         bool
	}{{"same.pdf", "1", true}, {"new/甲.pdf", "3", true}, {"edited.pdf", "", false}, {"never.pdf", "", false}} {
		if got, _, err := s.Read(c.path); string(got) != c.want || (err == nil) != c.ok {
			t.Errorf("%s: %q, %v", c.path, got, err)
		}
	}
}
