package sfnt_test

import (
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"hongtou/internal/sfnt"
)

// randomOutline has steps of all sizes and long stretches of equal ones.
func randomOutline(dice *rand.Rand) sfnt.Outline {
	var o sfnt.Outline
	x, y := 0, 0
	for range 1 + dice.IntN(3) {
		var c []sfnt.Point
		step := [2]int{dice.IntN(3) - 1, dice.IntN(3) - 1}
		on := true
		for range 3 + dice.IntN(700) {
			if dice.IntN(100) == 0 {
				step = [2]int{dice.IntN(1001) - 500, dice.IntN(1001) - 500}
				on = dice.IntN(2) == 0
			}
			x, y = wrap(x+step[0]), wrap(y+step[1])
			c = append(c, sfnt.Point{X: x, Y: y, On: on})
		}
		o = append(o, c)
	}
	return o
}

// wrap keeps a coordinate within what glyf can hold.
func wrap(v int) int { return (v+24000)%16000 - 8000 }

// TestLawOutlines: what is encoded decodes to the same points.
func TestLawOutlines(t *testing.T) {
	for seed := range uint64(200) {
		want := randomOutline(rand.New(rand.NewPCG(seed, 1)))
		data, err := want.Encode()
		if err != nil {
			t.Fatal(err)
		}
		ttf, err := sfnt.Write(sfnt.Spec{
			PostScript: "Law", Glyphs: []sfnt.Glyph{{}, {Data: data}}, Map: []sfnt.Mapping{{'x', 1}},
		})
		if err != nil {
			t.Fatal(err)
		}
		font := parse(t, ttf, 0)
		got, err := font.Outline(1)
		if err != nil || !reflect.DeepEqual(got, want) {
			t.Fatalf("seed %d: outline differs (%v)", seed, err)
		}
		box, _ := font.Bounds(1)
		if whole, _ := want.Bounds(); box != whole {
			t.Fatalf("seed %d: bounds %v, want %v", seed, box, whole)
		}
	}
}

// TestLawCharacterMaps: every character set comes back, and nothing else, even
// if a reader knows only the format 4 subtable.
func TestLawCharacterMaps(t *testing.T) {
	for seed := range uint64(100) {
		dice := rand.New(rand.NewPCG(seed, 2))
		set := map[rune]bool{0xFFFE: true}
		for range 1 + dice.IntN(40) {
			first := rune(dice.IntN(0x11000)) + rune(dice.IntN(2))*0x10000
			for i := range 1 + dice.IntN(60) {
				set[first+rune(i)] = true
			}
		}
		var spec sfnt.Spec
		spec.PostScript, spec.Glyphs = "Law", []sfnt.Glyph{{}}
		var want []rune
		for r := range set {
			want = append(want, r)
		}
		slices.Sort(want)
		for _, r := range want {
			spec.Map = append(spec.Map, sfnt.Mapping{Rune: r, Glyph: sfnt.GlyphID(len(spec.Glyphs))})
			spec.Glyphs = append(spec.Glyphs, sfnt.Glyph{Advance: 1000})
		}
		ttf, err := sfnt.Write(spec)
		if err != nil {
			t.Fatal(err)
		}
		if got := parse(t, ttf, 0).Runes(); !slices.Equal(got, want) {
			t.Fatalf("seed %d: %d characters, want %d", seed, len(got), len(want))
		}
		bmp := slices.DeleteFunc(slices.Clone(want), func(r rune) bool { return r >= 0xFFFF })
		if got := parse(t, onlyFormat4(ttf), 0).Runes(); !slices.Equal(got, bmp) {
			t.Fatalf("seed %d: format 4 has %d characters, want %d", seed, len(got), len(bmp))
		}
	}
}
