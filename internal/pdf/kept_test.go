package pdf

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"hongtou/internal/memo"
)

// TestKeptProgramsAreTheSame makes a book without a folder, with an empty one,
// with a full one and with damaged pieces.
func TestKeptProgramsAreTheSame(t *testing.T) {
	b, dir := pseudo(t, faceSet(t), 3), t.TempDir()
	want, err := Render(b, faceSet(t))
	if err != nil {
		t.Fatal(err)
	}
	pieces := func() []string {
		list, _ := filepath.Glob(filepath.Join(dir, "*"))
		return list
	}
	for _, state := range []string{"empty", "full", "damaged"} {
		f := memo.Open(dir, "p")
		if state == "damaged" {
			for _, name := range pieces() {
				if err := os.Truncate(name, 50); err != nil {
					t.Fatal(err)
				}
			}
		}
		got, err := NewPress(faceSet(t).Keeping(f), Small).Render(b)
		if err != nil || !bytes.Equal(got, want) {
			t.Errorf("%s folder: %d bytes, want %d; %v", state, len(got), len(want), err)
		}
		f.Close()
		if len(pieces()) == 0 {
			t.Errorf("%s folder: nothing kept", state)
		}
	}
}

// TestKeptProgramIsTaken wants a program that is kept neither cut nor compressed
// again.
func TestKeptProgramIsTaken(t *testing.T) {
	b, fs := pseudo(t, faceSet(t), 3), faceSet(t)
	f := memo.Open(t.TempDir(), "p")
	defer f.Close()
	press := NewPress(fs.Keeping(f), Small)
	faces, err := press.cutFaces(b)
	if err != nil {
		t.Fatal(err)
	}
	d, _ := press.deflater()
	taken := 0
	for _, sub := range faces {
		if sub == nil || len(sub.set.chars) < many {
			continue
		}
		made, err := press.keptEmbedded(sub, d)
		if err != nil {
			t.Fatal(err)
		}
		sub.glyphs = nil
		kept, err := press.keptEmbedded(sub, d)
		if err != nil || sub.glyphs != nil {
			t.Fatalf("made again: %v, %v", sub.glyphs != nil, err)
		}
		if !bytes.Equal(kept.appendTo(nil), made.appendTo(nil)) || !bytes.Equal(kept.program.Sum, made.program.Sum) {
			t.Error("not what was kept")
		}
		taken++
	}
	if taken == 0 {
		t.Error("no subset is worth keeping")
	}
}

func FuzzReadEmbedded(f *testing.F) {
	f.Add([]byte{})
	f.Add(make([]byte, 48))
	f.Fuzz(func(t *testing.T, data []byte) {
		e, ok := readEmbedded(data)
		if ok && len(e.appendTo(nil)) != len(data) {
			t.Error("read more or less than there is")
		}
	})
}
