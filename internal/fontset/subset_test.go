package fontset

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/signintech/gopdf"

	"hongtou/fonts"
	"hongtou/internal/sfnt"
)

// cut makes a subset of the first face of a role for the characters it has.
func cut(t testing.TB, s *Set, role Role, text string) *Subset {
	t.Helper()
	face := s.Face(s.Chain(role)[0])
	var have []rune
	for _, r := range text {
		if face.Has(r) {
			have = append(have, r)
		}
	}
	sub, err := face.Subset(have)
	if err != nil {
		t.Errorf("%s: %v", role, err)
		return &Subset{}
	}
	return sub
}

// pdf draws one line a role; every character in the face the set finds for it.
func pdf(t *testing.T, s *Set, text string) []byte {
	t.Helper()
	doc := gopdf.GoPdf{}
	doc.Start(gopdf.Config{PageSize: *gopdf.PageSizeA4})
	doc.AddPage()
	for i, role := range Roles() {
		used := map[FaceID][]rune{}
		for _, r := range text {
			id, ok := s.Find(role, r)
			if !ok {
				t.Fatalf("%s: %q is missing", role, r)
			}
			used[id] = append(used[id], r)
		}
		names := map[FaceID]string{}
		for id, chars := range used {
			sub, err := s.Face(id).Subset(chars)
			if err != nil {
				t.Fatal(err)
			}
			names[id] = sub.Name + string(role)
			if err := doc.AddTTFFontData(names[id], sub.TTF); err != nil {
				t.Fatalf("%s: gopdf refuses the subset: %v", role, err)
			}
		}
		doc.SetXY(40, 60+float64(i)*30)
		for _, r := range text {
			id, _ := s.Find(role, r)
			if err := doc.SetFont(names[id], "", 14); err != nil {
				t.Fatal(err)
			}
			if err := doc.Text(string(r)); err != nil {
				t.Fatal(err)
			}
		}
	}
	var out bytes.Buffer
	if _, err := doc.WriteTo(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func judge(t *testing.T, name string, args ...string) string {
	t.Helper()
	out, err := exec.Command(name, args...).CombinedOutput()
	if err != nil {
		t.Fatalf("%s %s: %v\n%s", name, strings.Join(args, " "), err, out)
	}
	return string(out)
}

func TestPDFTextComesBack(t *testing.T) {
	const text = "任免镕喆堃昇〔2020〕47号，“甲市”——乙县……①⑳□☑√PM2.5、CO₂、㎡（一）"
	s := load(t)
	file := filepath.Join(t.TempDir(), "roles.pdf")
	if err := os.WriteFile(file, pdf(t, s, text), 0o600); err != nil {
		t.Fatal(err)
	}
	got := judge(t, "pdftotext", "-raw", file, "-")
	for i, line := range strings.Split(strings.TrimSpace(strings.ReplaceAll(got, "\f", "")), "\n") {
		if line != text {
			t.Errorf("line of %s reads\n%s\nwant\n%s", Roles()[i], line, text)
		}
	}
	list := judge(t, "pdffonts", file)
	for _, line := range strings.Split(strings.TrimSpace(list), "\n")[2:] {
		if !strings.Contains(line, "yes yes yes") {
			t.Errorf("not embedded, subset and Unicode: %s", line)
		}
	}
}

// TestJudges gives every subset and its WOFF2 form to programs not ours.
func TestJudges(t *testing.T) {
	s := load(t)
	dir := t.TempDir()
	const check = `import sys
from fontTools.ttLib import TTFont
for name in sys.argv[1:]:
    f = TTFont(name, lazy=False)
    for tag in f.keys(): f[tag]
    kinds = [(t.platformID, t.platEncID, t.format) for t in f["cmap"].tables]
    assert kinds == [(3, 1, 4), (3, 10, 12)], kinds
    best = f.getBestCmap()
    assert [f.getGlyphID(best[c]) for c in sorted(best)] == list(range(1, len(best) + 1)), "glyph order"
    assert f["name"].getDebugName(6), "no PostScript name"
    for name, g in f["glyf"].glyphs.items():
        g.expand(f["glyf"])
        assert f["hmtx"][name][1] == getattr(g, "xMin", 0), "side bearing"
        assert not g.isComposite() and not getattr(g, "program", None), "instructions or composite"
    print(len(best))
`
	for i := range s.Faces() {
		face := s.Face(FaceID(i))
		chars := face.Chars()
		var some []rune
		for n := 0; n < len(chars); n += 29 {
			some = append(some, chars[n])
		}
		if face.Has('𬱖') {
			some = append(some, '𬱖')
		}
		sub, err := face.Subset(some)
		if err != nil {
			t.Fatal(err)
		}
		packed, err := sub.WOFF2()
		if err != nil {
			t.Fatal(err)
		}
		base := filepath.Join(dir, face.Name())
		for suffix, data := range map[string][]byte{".ttf": sub.TTF, ".woff2": packed} {
			if err := os.WriteFile(base+suffix, data, 0o600); err != nil {
				t.Fatal(err)
			}
		}
		judge(t, "/usr/bin/python3", "-c", check, base+".ttf")
		if err := os.Rename(base+".ttf", base+".given.ttf"); err != nil {
			t.Fatal(err)
		}
		judge(t, "woff2_decompress", base+".woff2")
		judge(t, "/usr/bin/python3", "-c", check, base+".ttf")
	}
}

// TestSubsetKeepsOutlinesAndWidths compares a subset with its face.
func TestSubsetKeepsOutlinesAndWidths(t *testing.T) {
	s := load(t)
	for i := range s.Faces() {
		face := s.Face(FaceID(i))
		sub, err := face.Subset(face.Chars()[:min(300, len(face.Chars()))])
		if err != nil {
			t.Fatal(err)
		}
		small, err := sfnt.Parse(sub.TTF, 0)
		if err != nil {
			t.Fatal(err)
		}
		for n, r := range sub.Chars {
			g := small.Glyph(r)
			if int(g) != n+1 || small.Advance(g) != face.Advance(r) {
				t.Fatalf("%s %q: glyph %d, advance %d, want %d and %d", face.Name(), r, g, small.Advance(g), n+1, face.Advance(r))
			}
			whole := face.load().font
			want, err1 := whole.Outline(whole.Glyph(r))
			got, err2 := small.Outline(g)
			if err1 != nil || err2 != nil || !slices.EqualFunc(got, want, slices.Equal[[]sfnt.Point]) {
				t.Fatalf("%s %q: outline changed (%v, %v)", face.Name(), r, err1, err2)
			}
		}
	}
}

func TestSubsetDependsOnTheSetOfCharactersOnly(t *testing.T) {
	face := load(t).Face(0)
	a, err1 := face.Subset([]rune("丙乙甲"))
	b, err2 := face.Subset([]rune("甲乙丙甲"))
	c, err3 := face.Subset([]rune("甲乙丁"))
	if err := errors.Join(err1, err2, err3); err != nil {
		t.Fatal(err)
	}
	if a.Name != b.Name || !bytes.Equal(a.TTF, b.TTF) {
		t.Error("order or repetition of characters changes the subset")
	}
	if a.Tag == c.Tag {
		t.Error("different characters, same tag")
	}
	if len(a.Tag) != 6 || strings.Trim(a.Tag, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") != "" || a.Name != a.Tag+"+"+face.Name() {
		t.Errorf("tag %q, name %q", a.Tag, a.Name)
	}
}

// TestTagTellsFacesOfOneNameApart: two versions of a font, one name.
func TestTagTellsFacesOfOneNameApart(t *testing.T) {
	var tags []string
	for _, chars := range []string{"一", "一二"} {
		s, err := New(Given{Name: "Same", TTF: outlines(t, chars, 0), Roles: Roles()})
		if err != nil {
			t.Fatal(err)
		}
		sub, err := s.Face(0).Subset([]rune("一"))
		if err != nil {
			t.Fatal(err)
		}
		tags = append(tags, sub.Tag)
	}
	if tags[0] == tags[1] {
		t.Errorf("both are %s", tags[0])
	}
}

func TestSubsetRefusesMissingCharacters(t *testing.T) {
	face := load(t).Face(0)
	if _, err := face.Subset([]rune("甲\uE000")); !errors.Is(err, sfnt.ErrMissing) {
		t.Errorf("error %v, want ErrMissing", err)
	}
	if face.Advance('\uE000') != 0 {
		t.Error("a missing character has a width")
	}
	if _, ok := face.Bounds('\uE000'); ok {
		t.Error("a missing character has ink")
	}
}

func BenchmarkParse(b *testing.B) {
	for b.Loop() {
		s, err := assemble(fonts.Faces())
		if err != nil {
			b.Fatal(err)
		}
		for i := range s.Faces() {
			s.Face(FaceID(i)).Has('甲')
		}
	}
}

func BenchmarkSubset1000(b *testing.B) {
	face := load(b).Face(load(b).Chain(Body)[0])
	chars := face.Chars()[500:1500]
	for b.Loop() {
		if _, err := face.Subset(chars); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkWOFF2(b *testing.B) {
	face := load(b).Face(load(b).Chain(Body)[0])
	sub, err := face.Subset(face.Chars()[500:1500])
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, err := sub.WOFF2(); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkFind(b *testing.B) {
	s := load(b)
	for b.Loop() {
		s.Find(Body, '镕')
	}
}
