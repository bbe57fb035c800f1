package printout

import "testing"

func TestClip(t *testing.T) {
	page := Box{X1: 210, Y1: 297}
	for _, c := range []struct {
		name string
		box  Box
		want Box
	}{
		{"inside", Box{10, 10, 20, 20}, Box{10, 10, 20, 20}},
		{"over the edge", Box{-5, 10, 20, 300}, Box{0, 10, 20, 297}},
		{"around", Box{-5, -5, 300, 300}, page},
	} {
		if got := c.box.Clip(page); got != c.want {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
	if got := (Box{300, 300, 310, 310}).Clip(page); !got.Empty() {
		t.Errorf("outside: %v, want nothing", got)
	}
}

func TestUntagged(t *testing.T) {
	for name, want := range map[string]string{
		"ABCDEF+FangSong": "FangSong", "FangSong": "FangSong", "ABCDE+FangSong": "ABCDE+FangSong",
		"abcdef+FangSong": "abcdef+FangSong", "ABCDEF+": "", "A+B": "A+B", "": "", "ABCDEF+A+B": "A+B",
	} {
		if got := Untagged(name); got != want {
			t.Errorf("%q: %q, want %q", name, got, want)
		}
	}
}
