package fontset

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"hongtou/internal/sfnt"
	"hongtou/internal/testkit/fontfile"
)

// outlines writes a TrueType font of the given characters, boxes all of them,
// with the records of a name table.
func outlines(t testing.TB, chars string, fsType uint16, names ...fontfile.Name) []byte {
	t.Helper()
	square := sfnt.Outline{{{X: 50, Y: -70, On: true}, {X: 50, Y: 830, On: true}, {X: 950, Y: 830, On: true}, {X: 950, Y: -70, On: true}}}
	data, err := square.Encode()
	if err != nil {
		t.Fatal(err)
	}
	spec := sfnt.Spec{PostScript: "Test", Ascent: 880, Descent: -120, FSType: fsType, Glyphs: []sfnt.Glyph{{Advance: 1000}}}
	sorted := []rune(chars)
	slices.Sort(sorted)
	for _, r := range sorted {
		spec.Map = append(spec.Map, sfnt.Mapping{Rune: r, Glyph: sfnt.GlyphID(len(spec.Glyphs))})
		spec.Glyphs = append(spec.Glyphs, sfnt.Glyph{Advance: 1000, Data: data})
	}
	ttf, err := sfnt.Write(spec)
	if err != nil {
		t.Fatal(err)
	}
	tables := fontfile.Tables(ttf)
	tables["name"] = fontfile.NameTable(names...)
	return fontfile.Build(fontfile.TrueType, tables)
}

// postScriptFont writes an OpenType font with PostScript outlines: 一 is a bar
// drawn by a subroutine, 丁 a disc of four cubics.
func postScriptFont(t testing.TB, names ...fontfile.Name) []byte {
	t.Helper()
	const k = 221
	bar := fontfile.Charstring{}.Op(fontfile.LineTo, 800, 0, 0, 100, -800, 0).Op(11)
	program := fontfile.CFF([]fontfile.Charstring{bar},
		fontfile.Charstring{}.Op(fontfile.EndChar),
		fontfile.Charstring{}.Op(fontfile.MoveTo, 100, 300).Op(fontfile.CallGSubr, -107).Op(fontfile.EndChar),
		fontfile.Charstring{}.Op(fontfile.MoveTo, 900, 380).
			Op(fontfile.CurveTo, 0, k, k-400, 400-k, -k, 0).
			Op(fontfile.CurveTo, -k, 0, k-400, k-400, 0, -k).
			Op(fontfile.CurveTo, 0, -k, 400-k, k-400, k, 0).
			Op(fontfile.CurveTo, k, 0, 400-k, 400-k, 0, k).Op(fontfile.EndChar),
	)
	tables := fontfile.Tables(outlines(t, "一丁", 0, names...))
	delete(tables, "glyf")
	delete(tables, "loca")
	tables["CFF "] = program
	return fontfile.Build(fontfile.OpenType, tables)
}

func folder(t *testing.T, files map[string][]byte) string {
	t.Helper()
	dir := t.TempDir()
	for name, data := range files {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// office is a folder as an office might have it.
func office(t *testing.T) string {
	return folder(t, map[string][]byte{
		"a.ttf": outlines(t, "一字", 2, fontfile.Windows(1, "方正小标宋简体"), fontfile.Windows(6, "FZXBSJW--GB1-0")),
		"sub/Whatever.OTF": postScriptFont(t,
			fontfile.Windows(1, "仿宋_GB2312"), fontfile.Windows(6, "FangSong_GB2312")),
		"b.ttc": fontfile.Collection(
			outlines(t, "一", 0, fontfile.Windows(1, "NSimSun"), fontfile.Windows(6, "NSimSun")),
			outlines(t, "一乙", 0, fontfile.Windows(1, "SimSun"), fontfile.Windows(6, "SimSun"))),
		"kai.ttf":     outlines(t, "甲", 0, fontfile.Windows(1, "某楷"), fontfile.Windows(6, "Some Kai/1")),
		"other.ttf":   outlines(t, "一", 0, fontfile.Windows(1, "某隶书")),
		"broken.ttf":  []byte("not a font"),
		"readme.html": []byte("no font either"),
	})
}

func TestOpenTakesTheOfficesFonts(t *testing.T) {
	dir := office(t)
	s, overrides, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	want := []struct {
		role    Role
		file    string
		index   int
		byFile  bool
		warning string
		name    string
	}{
		{Title, "a.ttf", 0, false, "限制嵌入", "FZXBSJW--GB1-0"},
		{Body, "sub/Whatever.OTF", 0, false, "", "FangSongGB2312"},
		{Kai, "kai.ttf", 0, true, "没有汉字", "SomeKai1"},
		{Song, "b.ttc", 1, false, "", "SimSun"},
	}
	if len(overrides) != len(want) {
		t.Fatalf("overrides %+v", overrides)
	}
	for i, w := range want {
		o := overrides[i]
		face := s.Face(o.Face)
		if o.Role != w.role || o.File != filepath.Join(dir, filepath.FromSlash(w.file)) || o.Index != w.index || o.ByFile != w.byFile {
			t.Errorf("override %d is %+v, want %+v", i, o, w)
		}
		if (w.warning == "") != (o.Warning == "") || !strings.Contains(o.Warning, w.warning) {
			t.Errorf("%s: warning %q, want %q", o.Role, o.Warning, w.warning)
		}
		if face.Name() != w.name || face.Source() != o.File || s.Chain(o.Role)[0] != o.Face || len(face.SHA256()) != 64 {
			t.Errorf("%s: face %q from %q", o.Role, face.Name(), face.Source())
		}
	}
	notices := strings.Join(s.Notices(), "\n")
	if !strings.Contains(notices, "broken.ttf 读不出：不是 TrueType") || !strings.Contains(notices, "1 个字体文件") {
		t.Errorf("notices %q", notices)
	}
}

func TestEmbeddedFacesStayBehind(t *testing.T) {
	s, _, err := Open(office(t))
	if err != nil {
		t.Fatal(err)
	}
	for role, text := range map[Role]string{Title: "一乙镕", Body: "一乙镕", Kai: "甲乙", Song: "一丙", Hei: "一乙"} {
		if miss := s.Missing(role, text+guaranteed); len(miss) > 0 {
			t.Errorf("%s lacks %q", role, string(miss))
		}
	}
	own, _ := s.Find(Body, '丁')
	other, _ := s.Find(Body, '乙')
	if own == other || s.Face(other).Name() != load(t).Face(load(t).Chain(Body)[0]).Name() {
		t.Errorf("乙 of 仿宋 comes from %s", s.Face(other))
	}
	if first := load(t).Chain(Body); len(first) >= len(s.Chain(Body)) {
		t.Error("Open changed the default set or added nothing")
	}
}

// TestPostScriptOutlines cuts the disc and the bar of a font with PostScript
// outlines.
func TestPostScriptOutlines(t *testing.T) {
	s, _, err := Open(office(t))
	if err != nil {
		t.Fatal(err)
	}
	face := s.Face(s.Chain(Body)[0])
	if b, ok := face.Bounds('一'); !ok || b != (Box{100, 300, 900, 400}) {
		t.Errorf("bar: %v %v", b, ok)
	}
	sub, err := face.Subset([]rune("一丁"))
	if err != nil {
		t.Fatal(err)
	}
	small, err := sfnt.Parse(sub.TTF, 0)
	if err != nil {
		t.Fatal(err)
	}
	if b, _ := small.Bounds(small.Glyph('丁')); b != (sfnt.Box{XMin: 100, YMin: -20, XMax: 900, YMax: 780}) {
		t.Errorf("disc: %v", b)
	}
	o, err := small.Outline(small.Glyph('丁'))
	if err != nil || len(o) != 1 || o.Points() < 16 {
		t.Errorf("disc: %d contours, %d points, %v", len(o), o.Points(), err)
	}
	// PostScript contours run against the clock, TrueType ones with it.
	turn := 0
	for i, p := range o[0] {
		q := o[0][(i+1)%len(o[0])]
		turn += p.X*q.Y - q.X*p.Y
	}
	if turn >= 0 {
		t.Error("the contour runs the wrong way round")
	}
}

// TestOtherGrids: a font drawn on 2000 units is measured and cut in
// thousandths of an em, whatever its outlines.
func TestOtherGrids(t *testing.T) {
	for name, font := range map[string][]byte{
		"song.ttf": outlines(t, "一", 0), "kai.otf": postScriptFont(t),
	} {
		tables := fontfile.Tables(font)
		copy(tables["head"][18:], fontfile.U16(2000))
		s, overrides, err := Open(folder(t, map[string][]byte{name: fontfile.Build(string(font[:4]), tables)}))
		if err != nil || len(overrides) != 1 {
			t.Fatalf("overrides %+v, %v", overrides, err)
		}
		face := s.Face(overrides[0].Face)
		sub, err := face.Subset([]rune("一"))
		if err != nil {
			t.Fatal(err)
		}
		small, err := sfnt.Parse(sub.TTF, 0)
		if err != nil {
			t.Fatal(err)
		}
		box, _ := face.Bounds('一')
		cut, _ := small.Bounds(1)
		want := Box{25, -35, 475, 415}
		if name == "kai.otf" {
			want = Box{50, 150, 450, 200}
		}
		if face.Advance('一') != 500 || small.Advance(1) != 500 || box != want || Box(cut) != want || face.Ascent() != 440 || face.Descent() != -60 {
			t.Errorf("%s: advance %d and %d, ink %v and %v, em box %d/%d", name,
				face.Advance('一'), small.Advance(1), box, cut, face.Ascent(), face.Descent())
		}
	}
}

func TestOneFileMayServeTwoRoles(t *testing.T) {
	dir := folder(t, map[string][]byte{
		"x.ttf": outlines(t, "一", 0, fontfile.Windows(1, "黑体"), fontfile.Windows(4, "楷体"), fontfile.Windows(6, "HongtouHei")),
	})
	s, overrides, err := Open(dir)
	if err != nil || len(overrides) != 2 || overrides[0].Face != overrides[1].Face {
		t.Fatalf("overrides %+v, %v", overrides, err)
	}
	if name := s.Face(overrides[0].Face).Name(); name != "HongtouHei2" {
		t.Errorf("name %q is not unique", name)
	}
}

func TestOpenFallsBackToTheNextBestFile(t *testing.T) {
	tables := fontfile.Tables(outlines(t, "一", 0, fontfile.Windows(1, "黑体")))
	delete(tables, "glyf") // says it is SimHei, but cannot draw
	dir := folder(t, map[string][]byte{
		"1.ttf": fontfile.Build(fontfile.TrueType, tables),
		"2.ttf": outlines(t, "一", 0, fontfile.Windows(1, "FZHei-B01")),
	})
	s, overrides, err := Open(dir)
	if err != nil || len(overrides) != 1 || filepath.Base(overrides[0].File) != "2.ttf" {
		t.Fatalf("overrides %+v, %v", overrides, err)
	}
	if notices := strings.Join(s.Notices(), ""); !strings.Contains(notices, "1.ttf 不能使用：其中没有可用的字形轮廓") {
		t.Errorf("notices %q", notices)
	}
}

func TestOpenNeedsAFolder(t *testing.T) {
	if _, _, err := Open(filepath.Join(t.TempDir(), "absent")); err == nil {
		t.Error("a missing folder is no error")
	}
}

// FuzzPostScript: any bytes as a PostScript font program give an error or
// outlines.
func FuzzPostScript(f *testing.F) {
	font := postScriptFont(f)
	program := fontfile.Tables(font)["CFF "]
	f.Add(program)
	f.Add(program[:60])
	f.Fuzz(func(t *testing.T, program []byte) {
		tables := fontfile.Tables(font)
		tables["CFF "] = program
		parsed, err := sfnt.Parse(fontfile.Build(fontfile.OpenType, tables), 0)
		if err != nil {
			t.Fatal(err)
		}
		outline, err := postScript(parsed)
		if err != nil {
			return
		}
		for g := range sfnt.GlyphID(4) {
			if o, err := outline(g); err == nil {
				o.Encode()
			}
		}
	})
}
