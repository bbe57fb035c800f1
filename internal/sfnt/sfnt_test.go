package sfnt_test

import (
	"bytes"
	"errors"
	"reflect"
	"testing"

	"hongtou/internal/sfnt"
	"hongtou/internal/testkit/fontfile"
)

// box is a rectangular outline.
func box(x0, y0, x1, y1 int) sfnt.Outline {
	return sfnt.Outline{{{X: x0, Y: y0, On: true}, {X: x0, Y: y1, On: true}, {X: x1, Y: y1, On: true}, {X: x1, Y: y0, On: true}}}
}

// bend has curves, long and short steps, repeated flags and two contours.
var bend = sfnt.Outline{
	{{X: -300, Y: 0, On: true}, {X: 0, Y: 900}, {X: 300, Y: 0, On: true}, {X: 301, Y: -1, On: true}, {X: 302, Y: -2, On: true}, {X: 303, Y: -3, On: true}},
	{{X: 0, Y: 0, On: true}, {X: 255, Y: 255}, {X: 256, Y: 0}},
}

// small writes a font with 一 as a box, 丁 as a curved shape, 𠀀 as a box.
func small(t testing.TB) []byte {
	t.Helper()
	var glyphs []sfnt.Glyph
	for _, o := range []sfnt.Outline{nil, box(100, 300, 900, 400), bend, box(0, 0, 10, 10)} {
		data, err := o.Encode()
		if err != nil {
			t.Fatal(err)
		}
		glyphs = append(glyphs, sfnt.Glyph{Advance: 1000, Data: data})
	}
	ttf, err := sfnt.Write(sfnt.Spec{
		PostScript: "Small", Licence: "none", Ascent: 880, Descent: -120, FSType: 8, Glyphs: glyphs,
		Map: []sfnt.Mapping{{'一', 1}, {'丁', 2}, {0x20000, 3}},
	})
	if err != nil {
		t.Fatal(err)
	}
	return ttf
}

func parse(t testing.TB, data []byte, index int) *sfnt.Font {
	t.Helper()
	f, err := sfnt.Parse(data, index)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func TestWhatIsWrittenReadsBack(t *testing.T) {
	f := parse(t, small(t), 0)
	if f.UnitsPerEm() != 1000 || f.NumGlyphs() != 4 || f.Ascent() != 880 || f.Descent() != -120 || f.FSType() != 8 {
		t.Errorf("upem %d, glyphs %d, box %d/%d, fsType %d", f.UnitsPerEm(), f.NumGlyphs(), f.Ascent(), f.Descent(), f.FSType())
	}
	if got := string(f.Runes()); got != "一丁\U00020000" {
		t.Errorf("characters %q", got)
	}
	o, err := f.Outline(f.Glyph('丁'))
	if err != nil || !reflect.DeepEqual(o, bend) {
		t.Errorf("outline %v, %v", o, err)
	}
	if b, ok := f.Bounds(1); !ok || b != (sfnt.Box{XMin: 100, YMin: 300, XMax: 900, YMax: 400}) {
		t.Errorf("bounds %v %v", b, ok)
	}
	if _, ok := f.Bounds(0); ok {
		t.Error("a blank glyph has bounds")
	}
	if f.Glyph('丂') != 0 || f.Glyph(-1) != 0 || f.Glyph(0x110000) != 0 {
		t.Error("a missing character has a glyph")
	}
	for _, n := range f.Names() {
		if n.ID == sfnt.NamePostScript && n.Text != "Small" {
			t.Errorf("PostScript name %q", n.Text)
		}
	}
}

// TestSideBearings: renderers move a glyph by the difference between its left
// side bearing and its box, so they must agree.
func TestSideBearings(t *testing.T) {
	f := parse(t, small(t), 0)
	for g, want := range []int{0, 100, -300, 0} {
		at := f.Table("hmtx")[4*g+2:]
		if got := int(int16(uint16(at[0])<<8 | uint16(at[1]))); got != want {
			t.Errorf("glyph %d: left side bearing %d, want %d", g, got, want)
		}
	}
}

// TestChecksum recomputes the sum over the whole file (OpenType, head).
func TestChecksum(t *testing.T) {
	var sum uint32
	ttf := small(t)
	for i := 0; i < len(ttf); i += 4 {
		sum += uint32(ttf[i])<<24 | uint32(ttf[i+1])<<16 | uint32(ttf[i+2])<<8 | uint32(ttf[i+3])
	}
	if sum != 0xB1B0AFBA {
		t.Errorf("file sums to %08X", sum)
	}
}

func TestSubsetRenumbersInCharacterOrder(t *testing.T) {
	f := parse(t, small(t), 0)
	a, err := f.Subset([]rune{0x20000, '一', '一'}, sfnt.Spec{PostScript: "Cut", Ascent: 880, Descent: -120}, nil)
	if err != nil {
		t.Fatal(err)
	}
	cut := parse(t, a, 0)
	if cut.NumGlyphs() != 3 || cut.Glyph('一') != 1 || cut.Glyph(0x20000) != 2 || cut.Glyph('丁') != 0 {
		t.Errorf("glyphs %d: 一 %d, U+20000 %d", cut.NumGlyphs(), cut.Glyph('一'), cut.Glyph(0x20000))
	}
	b, _ := f.Subset([]rune{'一', 0x20000}, sfnt.Spec{PostScript: "Cut", Ascent: 880, Descent: -120}, nil)
	if !bytes.Equal(a, b) {
		t.Error("the order of the characters changes the file")
	}
	if _, err := f.Subset([]rune{'丂'}, sfnt.Spec{PostScript: "Cut"}, nil); !errors.Is(err, sfnt.ErrMissing) {
		t.Errorf("error %v", err)
	}
}

func TestSubsetScalesToThousandths(t *testing.T) {
	tables := fontfile.Tables(small(t))
	copy(tables["head"][18:], fontfile.U16(2000))
	f := parse(t, fontfile.Build(fontfile.TrueType, tables), 0)
	ttf, err := f.Subset([]rune{'一'}, sfnt.Spec{PostScript: "Cut", Ascent: 880, Descent: -120}, nil)
	if err != nil {
		t.Fatal(err)
	}
	cut := parse(t, ttf, 0)
	b, _ := cut.Bounds(1)
	if cut.UnitsPerEm() != 1000 || cut.Advance(1) != 500 || b != (sfnt.Box{XMin: 50, YMin: 150, XMax: 450, YMax: 200}) {
		t.Errorf("upem %d, advance %d, bounds %v", cut.UnitsPerEm(), cut.Advance(1), b)
	}
}

// TestSubsetDropsInstructions plants instructions in a glyph.
func TestSubsetDropsInstructions(t *testing.T) {
	tables := fontfile.Tables(small(t))
	glyph, _ := box(0, 0, 100, 100).Encode()
	hinted := append(append(append([]byte{}, glyph[:12]...), 0, 3, 'x', 'y', 'z'), glyph[14:]...)
	tables["glyf"] = hinted
	tables["loca"] = fontfile.U32(0, 0, len(hinted), len(hinted), len(hinted))
	f := parse(t, fontfile.Build(fontfile.TrueType, tables), 0)
	ttf, err := f.Subset([]rune{'一'}, sfnt.Spec{PostScript: "Cut"}, nil)
	if err != nil {
		t.Fatal(err)
	}
	if got := parse(t, ttf, 0).Table("glyf"); !bytes.HasPrefix(got, glyph) {
		t.Errorf("glyph %x, want %x", got, glyph)
	}
}

func TestCollection(t *testing.T) {
	one := small(t)
	tables := fontfile.Tables(one)
	tables["name"] = fontfile.NameTable(fontfile.Windows(1, "第二"))
	ttc := fontfile.Collection(one, fontfile.Build(fontfile.TrueType, tables))
	if n, err := sfnt.Faces(ttc); n != 2 || err != nil {
		t.Fatalf("%d faces, %v", n, err)
	}
	second := parse(t, ttc, 1)
	if names := second.Names(); len(names) != 1 || names[0].Text != "第二" {
		t.Errorf("names %v", names)
	}
	if o, err := second.Outline(second.Glyph('丁')); err != nil || !reflect.DeepEqual(o, bend) {
		t.Errorf("outline %v, %v", o, err)
	}
	if _, err := sfnt.Parse(ttc, 2); !errors.Is(err, sfnt.ErrFormat) {
		t.Errorf("face 2: %v", err)
	}
}

func TestShortLoca(t *testing.T) {
	tables := fontfile.Tables(small(t))
	copy(tables["head"][50:], fontfile.U16(0))
	long := tables["loca"]
	var short []byte
	for i := 0; i < len(long); i += 4 {
		short = append(short, fontfile.U16((int(long[i+2])<<8|int(long[i+3]))/2)...)
	}
	tables["loca"] = short
	f := parse(t, fontfile.Build(fontfile.TrueType, tables), 0)
	if o, err := f.Outline(2); err != nil || !reflect.DeepEqual(o, bend) {
		t.Errorf("outline %v, %v", o, err)
	}
}

func TestEncodeRefusesWhatGlyfCannotHold(t *testing.T) {
	if _, err := box(0, 0, 40000, 10).Encode(); !errors.Is(err, sfnt.ErrGlyph) {
		t.Errorf("error %v", err)
	}
	if data, err := (sfnt.Outline{{}}).Encode(); data != nil || err != nil {
		t.Errorf("blank outline: %x, %v", data, err)
	}
}

func TestWriteRefusesUnsortedMap(t *testing.T) {
	_, err := sfnt.Write(sfnt.Spec{Glyphs: make([]sfnt.Glyph, 3), Map: []sfnt.Mapping{{'b', 1}, {'a', 2}}})
	if !errors.Is(err, sfnt.ErrFormat) {
		t.Errorf("error %v", err)
	}
}
