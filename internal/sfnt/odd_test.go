package sfnt_test

import (
	"errors"
	"testing"

	"hongtou/internal/sfnt"
	"hongtou/internal/testkit/fontfile"
)

// join concatenates parts of a table.
func join(parts ...[]byte) []byte {
	var out []byte
	for _, p := range parts {
		out = append(out, p...)
	}
	return out
}

func TestCharacterMaps(t *testing.T) {
	u16, u32 := fontfile.U16, fontfile.U32
	// 一 U+4E00, 丁 U+4E01; in GBK D2BB and B6A1.
	deltas := u16(4, 32, 0, 4, 0, 0, 0, 0x4E01, 0xFFFF, 0, 0x4E00, 0xFFFF, 1-0x4E00, 1, 0, 0)
	array := u16(4, 36, 0, 4, 0, 0, 0, 0x4E01, 0xFFFF, 0, 0x4E00, 0xFFFF, 0, 1, 4, 0, 1, 2)
	groups := join(u16(12, 0), u32(28, 0, 1, 0x4E00, 0x4E01, 1))
	trimmed := u16(6, 14, 0, 0x4E00, 2, 1, 2)
	symbols := u16(6, 14, 0, 0xF041, 2, 1, 2)
	gbk := u16(4, 40, 0, 6, 0, 0, 0, 0xB6A1, 0xD2BB, 0xFFFF, 0, 0xB6A1, 0xD2BB, 0xFFFF, 2-0xB6A1, 1-0xD2BB, 1, 0, 0, 0)
	tests := []struct {
		name     string
		platform int
		encoding int
		body     []byte
		one, two rune
	}{
		{"format 4 with deltas", 3, 1, deltas, '一', '丁'},
		{"format 4 with glyph array", 3, 1, array, '一', '丁'},
		{"format 4, Unicode platform", 0, 3, deltas, '一', '丁'},
		{"format 12", 3, 10, groups, '一', '丁'},
		{"format 6", 0, 3, trimmed, '一', '丁'},
		{"symbol", 3, 0, symbols, 'A', 'B'},
		{"GBK", 3, 3, gbk, '一', '丁'},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			tables := fontfile.Tables(small(t))
			tables["cmap"] = fontfile.CmapTable(fontfile.Subtable{Platform: test.platform, Encoding: test.encoding, Body: test.body})
			f := parse(t, fontfile.Build(fontfile.TrueType, tables), 0)
			if f.Glyph(test.one) != 1 || f.Glyph(test.two) != 2 || len(f.Runes()) != 2 {
				t.Errorf("%q → %d, %q → %d of %q", test.one, f.Glyph(test.one), test.two, f.Glyph(test.two), string(f.Runes()))
			}
		})
	}
}

// onlyFormat4 takes the second, full subtable out of a font of ours.
func onlyFormat4(ttf []byte) []byte {
	tables := fontfile.Tables(ttf)
	tables["cmap"][3] = 1
	return fontfile.Build(fontfile.TrueType, tables)
}

func TestNamesInOldEncodings(t *testing.T) {
	gbk := []byte{0xB7, 0xC2, 0xCB, 0xCE} // 仿宋
	tables := fontfile.Tables(small(t))
	tables["name"] = fontfile.NameTable(
		fontfile.Windows(1, "仿宋_GB2312"),
		fontfile.Name{Platform: 3, Encoding: 3, Language: 0x804, ID: 4, Raw: gbk},
		fontfile.Name{Platform: 1, Encoding: 25, ID: 4, Raw: gbk},
		fontfile.Name{Platform: 1, Encoding: 0, ID: 6, Raw: []byte("FangSong")},
		fontfile.Name{Platform: 1, Encoding: 2, ID: 6, Raw: gbk}, // Big5: not read
	)
	want := []sfnt.Name{{ID: 1, Text: "仿宋_GB2312"}, {ID: 4, Text: "仿宋"}, {ID: 4, Text: "仿宋"}, {ID: 6, Text: "FangSong"}}
	got := parse(t, fontfile.Build(fontfile.TrueType, tables), 0).Names()
	if len(got) != len(want) {
		t.Fatalf("names %v", got)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("name %d is %v, want %v", i, got[i], want[i])
		}
	}
}

// composite writes a font whose glyph 1 is given and whose glyphs 2, 3 are
// boxes of 100 units.
func composite(t *testing.T, glyph []byte) *sfnt.Font {
	t.Helper()
	tables := fontfile.Tables(small(t))
	part, err := box(0, 0, 100, 100).Encode()
	if err != nil {
		t.Fatal(err)
	}
	tables["glyf"] = join(glyph, part)
	n := len(glyph)
	tables["loca"] = fontfile.U32(0, 0, n, n+len(part), n+len(part))
	return parse(t, fontfile.Build(fontfile.TrueType, tables), 0)
}

func TestCompositesAreFlattened(t *testing.T) {
	const words, xy, scale, xyScale, more, matrix = 1, 2, 8, 0x40, 0x20, 0x80
	head := fontfile.U16(-1, 0, 0, 0, 0)
	tests := []struct {
		name string
		body []byte
		want sfnt.Box
	}{
		{"moved", fontfile.U16(words|xy, 2, 300, -20), sfnt.Box{XMin: 300, YMin: -20, XMax: 400, YMax: 80}},
		{"moved by bytes", join(fontfile.U16(xy, 2), []byte{0xFF, 10}), sfnt.Box{XMin: -1, YMin: 10, XMax: 99, YMax: 110}},
		{"scaled", fontfile.U16(words|xy|scale, 2, 0, 0, 0x6000), sfnt.Box{XMax: 150, YMax: 150}},
		{"stretched", fontfile.U16(words|xy|xyScale, 2, 0, 0, 0x4000, 0x2000), sfnt.Box{XMax: 100, YMax: 50}},
		{"turned", fontfile.U16(words|xy|matrix, 2, 0, 0, 0, 0x4000, -0x4000, 0), sfnt.Box{XMin: -100, XMax: 0, YMax: 100}},
		{"two parts", fontfile.U16(words|xy|more, 2, 0, 0, words|xy, 2, 500, 0), sfnt.Box{XMax: 600, YMax: 100}},
		// Point 0 of the second part is laid on point 2 of the first.
		{"by points", fontfile.U16(words|xy|more, 2, 0, 0, words, 2, 2, 0), sfnt.Box{XMax: 200, YMax: 200}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			f := composite(t, join(head, test.body))
			o, err := f.Outline(1)
			if err != nil {
				t.Fatal(err)
			}
			if got, _ := o.Bounds(); got != test.want {
				t.Errorf("bounds %v, want %v", got, test.want)
			}
			ttf, err := f.Subset([]rune{'一'}, sfnt.Spec{PostScript: "Flat"}, nil)
			if err != nil {
				t.Fatal(err)
			}
			if got, _ := parse(t, ttf, 0).Bounds(1); got != test.want {
				t.Errorf("bounds in the subset %v, want %v", got, test.want)
			}
		})
	}
}

func TestCompositeBombs(t *testing.T) {
	const words, xy, more = 1, 2, 0x20
	self := fontfile.U16(-1, 0, 0, 0, 0, words|xy, 1, 0, 0)
	wide := fontfile.U16(-1, 0, 0, 0, 0)
	for range 300 {
		wide = append(wide, fontfile.U16(words|xy|more, 2, 0, 0)...)
	}
	wide = append(wide, fontfile.U16(words|xy, 2, 0, 0)...)
	open := fontfile.U16(-1, 0, 0, 0, 0, words|xy|more, 2, 0, 0)
	noPoint := fontfile.U16(-1, 0, 0, 0, 0, words, 2, 99, 0)
	for name, glyph := range map[string][]byte{"itself": self, "too many parts": wide, "cut off": open, "no such point": noPoint} {
		if _, err := composite(t, glyph).Outline(1); !errors.Is(err, sfnt.ErrGlyph) {
			t.Errorf("%s: error %v", name, err)
		}
	}
}

func TestBrokenFiles(t *testing.T) {
	whole := small(t)
	drop := func(tag string) []byte {
		tables := fontfile.Tables(whole)
		delete(tables, tag)
		return fontfile.Build(fontfile.TrueType, tables)
	}
	tests := map[string][]byte{
		"empty": nil, "text": []byte("hello, world, this is not a font"), "cut in the directory": whole[:40],
		"no head": drop("head"), "no maxp": drop("maxp"), "no hhea": drop("hhea"), "no hmtx": drop("hmtx"), "no cmap": drop("cmap"),
		"collection of a billion": join([]byte("ttcf"), fontfile.U32(0x10000, 1e9)),
	}
	for name, data := range tests {
		if _, err := sfnt.Parse(data, 0); !errors.Is(err, sfnt.ErrFormat) {
			t.Errorf("%s: error %v", name, err)
		}
	}
	f, err := sfnt.Parse(drop("glyf"), 0)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := f.Outline(1); !errors.Is(err, sfnt.ErrNoOutlines) {
		t.Errorf("no glyf: error %v", err)
	}
}

// FuzzParse: any bytes give an error or a font whose every glyph can be asked
// for; what it can draw can be cut and read again.
func FuzzParse(f *testing.F) {
	whole := small(f)
	f.Add(whole, 0)
	f.Add(fontfile.Collection(whole, whole), 1)
	f.Add(whole[:200], 0)
	f.Fuzz(func(t *testing.T, data []byte, index int) {
		font, err := sfnt.Parse(data, index)
		if err != nil {
			return
		}
		font.Names()
		runes := font.Runes()
		for _, r := range runes[:min(len(runes), 50)] {
			g := font.Glyph(r)
			font.Advance(g)
			font.Bounds(g)
			if _, err := font.Outline(g); err != nil {
				continue
			}
			ttf, err := font.Subset([]rune{r}, sfnt.Spec{PostScript: "Fuzz"}, nil)
			if err != nil {
				continue
			}
			if again, err := sfnt.Parse(ttf, 0); err != nil || again.Glyph(r) != 1 {
				t.Fatalf("subset of %q does not read back: %v", r, err)
			}
		}
	})
}
