package sfnt_test

import (
	"bytes"
	"testing"

	"hongtou/internal/sfnt"
)

// TestFrontSaysWhatWriteSays makes a program piece by piece and compares its
// tables with those of the subset written as a whole.
func TestFrontSaysWhatWriteSays(t *testing.T) {
	f := parse(t, small(t), 0)
	chars := []rune{'一', '丁', 0x20000}
	ttf, err := f.Subset(chars, sfnt.Spec{PostScript: "Cut", Ascent: 880, Descent: -120}, nil)
	if err != nil {
		t.Fatal(err)
	}
	pieces := []*sfnt.Piece{f.Notdef(nil)}
	for _, r := range chars {
		p, err := f.Piece(f.Glyph(r), nil)
		if err != nil {
			t.Fatal(err)
		}
		pieces = append(pieces, p)
	}
	program, _ := sfnt.Front([]byte{1, 2}, 880, -120, pieces)
	program = program[2:]
	for _, p := range pieces {
		program = append(program, p.Data...)
	}
	whole, part := tables(t, ttf), tables(t, program)
	for _, tag := range []string{"glyf", "hhea", "hmtx", "loca", "maxp"} {
		if !bytes.Equal(whole[tag], part[tag]) || len(part[tag]) == 0 {
			t.Errorf("%s: % X, want % X", tag, part[tag], whole[tag])
		}
	}
	if head := part["head"]; !bytes.Equal(head[12:], whole["head"][12:]) || !bytes.Equal(head[:8], whole["head"][:8]) {
		t.Errorf("head: % X, want % X", head, whole["head"])
	}
	if len(part) != 6 {
		t.Errorf("%d tables", len(part))
	}
}

// tables reads the directory of a file.
func tables(t *testing.T, ttf []byte) map[string][]byte {
	t.Helper()
	number := func(at int) int {
		return int(ttf[at])<<24 | int(ttf[at+1])<<16 | int(ttf[at+2])<<8 | int(ttf[at+3])
	}
	out := map[string][]byte{}
	for i := range int(ttf[5]) {
		at := 12 + 16*i
		out[string(ttf[at:at+4])] = ttf[number(at+8) : number(at+8)+number(at+12)]
	}
	return out
}
