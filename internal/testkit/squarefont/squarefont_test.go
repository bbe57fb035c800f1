package squarefont

import (
	"testing"

	"hongtou/internal/fontset"
)

func TestEveryLengthIsASmallInteger(t *testing.T) {
	s, err := New()
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		r       rune
		advance int
		ink     fontset.Box
	}{
		{'一', 1000, fontset.Box{XMin: 0, YMin: -120, XMax: 1000, YMax: 880}},
		{'7', 500, fontset.Box{XMin: 0, YMin: -120, XMax: 500, YMax: 880}},
		{'，', 1000, fontset.Box{XMin: 0, YMin: -120, XMax: 500, YMax: 880}},
		{'（', 1000, fontset.Box{XMin: 500, YMin: -120, XMax: 1000, YMax: 880}},
		{'—', 1000, fontset.Box{XMin: 0, YMin: -120, XMax: 1000, YMax: 880}},
		{'·', 1000, fontset.Box{XMin: 0, YMin: -120, XMax: 1000, YMax: 880}},
		{' ', 500, fontset.Box{}},
		{'　', 1000, fontset.Box{}},
	}
	for _, role := range fontset.Roles() {
		for _, test := range tests {
			id, ok := s.Find(role, test.r)
			if !ok {
				t.Fatalf("%s: %q is missing", role, test.r)
			}
			f := s.Face(id)
			box, inked := f.Bounds(test.r)
			if f.Advance(test.r) != test.advance || box != test.ink || inked != (box != fontset.Box{}) {
				t.Errorf("%s %q: advance %d, ink %v", role, test.r, f.Advance(test.r), box)
			}
		}
	}
}

func TestFallbackAndMissing(t *testing.T) {
	s, err := New()
	if err != nil {
		t.Fatal(err)
	}
	own, _ := s.Find(fontset.Body, '一')
	rare, ok := s.Find(fontset.Body, '\U00020000')
	if !ok || rare == own {
		t.Errorf("U+20000: face %d, found %v; 一 has face %d", rare, ok, own)
	}
	if got := s.Missing(fontset.Body, "一\U00020000\U0002CC56\n\uE000"); string(got) != "\U0002CC56\uE000" {
		t.Errorf("missing %q", string(got))
	}
}
