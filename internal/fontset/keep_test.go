package fontset

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"hongtou/internal/memo"
	"hongtou/internal/testkit/fontfile"
)

// TestWOFF2IsTheSameFromAFolder makes a web font without a folder, with an empty
// one, with a full one and with a damaged piece, from characters in any order.
func TestWOFF2IsTheSameFromAFolder(t *testing.T) {
	dir, s := t.TempDir(), load(t)
	for id := range FaceID(s.Faces()) {
		chars := s.Face(id).Chars()[:min(40, len(s.Face(id).Chars()))]
		want, err := s.WOFF2(id, chars)
		if err != nil {
			t.Fatal(err)
		}
		for _, state := range []string{"empty", "full", "damaged"} {
			if state == "damaged" {
				spoil(t, dir)
			}
			f := memo.Open(dir, "p")
			got, err := s.Keeping(f).WOFF2(id, append(chars[20:len(chars):len(chars)], chars...))
			if err != nil || !bytes.Equal(got, want) {
				t.Errorf("%s, %s folder: %d bytes, want %d; %v", s.Face(id), state, len(got), len(want), err)
			}
			f.Close()
		}
	}
}

func spoil(t *testing.T, dir string) {
	t.Helper()
	list, _ := filepath.Glob(filepath.Join(dir, "*"))
	if len(list) == 0 {
		t.Fatal("nothing was kept")
	}
	for _, name := range list {
		if err := os.Truncate(name, 50); err != nil {
			t.Fatal(err)
		}
	}
}

// TestKeptWOFF2IsNotCut: a face that cannot be read any more gives what was
// kept of it, and nothing else.
func TestKeptWOFF2IsNotCut(t *testing.T) {
	s, f := load(t), memo.Open(t.TempDir(), "p")
	defer f.Close()
	want, err := s.Keeping(f).WOFF2(0, []rune("甲乙"))
	if err != nil {
		t.Fatal(err)
	}
	closed := *s.Face(0)
	closed.load = func() *parsed { panic("read") }
	blind := (&Set{faces: []*Face{&closed}}).Keeping(f)
	if got, err := blind.WOFF2(0, []rune("乙甲甲")); err != nil || !bytes.Equal(got, want) {
		t.Errorf("%d bytes, want %d; %v", len(got), len(want), err)
	}
	defer func() {
		if recover() == nil {
			t.Error("other characters were not cut")
		}
	}()
	_, _ = blind.WOFF2(0, []rune("甲丙"))
}

// TestFacesOfOneCollectionAreKeptApart: in a file with two faces of one name
// each may be the first of that name in some set.
func TestFacesOfOneCollectionAreKeptApart(t *testing.T) {
	name := []fontfile.Name{fontfile.Windows(1, "SimSun"), fontfile.Windows(6, "SimSun")}
	dir := folder(t, map[string][]byte{"b.ttc": fontfile.Collection(outlines(t, "一", 0, name...), outlines(t, "一乙", 0, name...))})
	digests := map[[32]byte]int{}
	for i := range 2 {
		c := candidate{file: filepath.Join(dir, "b.ttc"), index: i}
		f, err := c.load("SimSun")
		if err != nil {
			t.Fatal(err)
		}
		digests[f.Digest([]rune("一"))]++
	}
	if len(digests) != 2 {
		t.Errorf("digests %v", digests)
	}
}
