package fontset

import (
	"strings"
	"sync"
	"testing"

	"hongtou/fonts"
)

// guaranteed are the signs every role must be able to draw.
const guaranteed = "〔〕—…“”‘’·、。，；：？！（）《》〈〉【】「」『』" +
	"①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㈠㈩⑴⒇⒈⒛" +
	"□☐☑☒√✓×÷±○●◎★☆■◆▲△※→←↑↓ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫⅰⅴⅹ" +
	"％‰℃°㎡㎥㎎㎏㎜㎝㎞㏄№§′″²³¹⁰⁴⁻₀₁₂₃₄₅ₓμµαβ≤≥≠≈＋－＝～―￥¥〇々" +
	"0123456789ABCXYZabcxyz.,:;()[]%+-/=<>&@#*_ "

func load(t testing.TB) *Set {
	t.Helper()
	s, err := Default()
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestEveryRoleDrawsWhatDocumentsNeed(t *testing.T) {
	s := load(t)
	for _, role := range Roles() {
		if miss := s.Missing(role, guaranteed+"镕喆堃昇珺璟旻玥烜埇泖浉鄠𬱖𬭎㛃䶮"); len(miss) > 0 {
			t.Errorf("%s lacks %q", role, string(miss))
		}
		if s.Chain(role)[0] == s.Chain(role)[len(s.Chain(role))-1] && role != Song {
			t.Errorf("%s has no fallback", role)
		}
	}
}

func TestMissingTellsEachCharacterOnce(t *testing.T) {
	s := load(t)
	if got := string(s.Missing(Body, "甲\n\uE000乙\uE000\U000F0000\t")); got != "\uE000\U000F0000" {
		t.Errorf("missing %q", got)
	}
}

// TestCells checks the widths that the 28-cell grid relies on.
func TestCells(t *testing.T) {
	s := load(t)
	const cells = "一国龘〔〕—…“”‘’·、。，；：？！（）《》〈〉①⑩⑪⑳□☑√×○★Ⅴ％‰℃㎡※№→"
	for _, role := range Roles() {
		for width, chars := range map[int]string{1000: cells, 500: "0123456789"} {
			for _, r := range chars {
				id, ok := s.Find(role, r)
				if !ok {
					t.Errorf("%s: %q is missing", role, r)
				} else if got := s.Face(id).Advance(r); got != width {
					t.Errorf("%s: %q of %s advances %d, want %d", role, r, s.Face(id).Name(), got, width)
				}
			}
		}
	}
}

// TestDashesJoin: the ink of — must reach both edges of its cell.
func TestDashesJoin(t *testing.T) {
	s := load(t)
	for _, role := range Roles() {
		id, _ := s.Find(role, '—')
		box, ok := s.Face(id).Bounds('—')
		if !ok || box.XMin > 0 || box.XMax < 1000 {
			t.Errorf("%s: ink of — is %v", role, box)
		}
	}
}

func TestQuotesSitAtTheirText(t *testing.T) {
	s := load(t)
	for _, role := range Roles() {
		for _, r := range "“‘（《〔" {
			id, _ := s.Find(role, r)
			if box, _ := s.Face(id).Bounds(r); box.XMin < 400 {
				t.Errorf("%s: ink of %q begins at %d, want the right half", role, r, box.XMin)
			}
		}
		for _, r := range "”’）》〕，。、" {
			id, _ := s.Find(role, r)
			if box, _ := s.Face(id).Bounds(r); box.XMax > 600 {
				t.Errorf("%s: ink of %q ends at %d, want the left half", role, r, box.XMax)
			}
		}
	}
}

func TestEmBoxIsTheSameEverywhere(t *testing.T) {
	s := load(t)
	for i := range s.Faces() {
		f := s.Face(FaceID(i))
		if f.Ascent() != 880 || f.Descent() != -120 {
			t.Errorf("%s: em box %d/%d", f.Name(), f.Ascent(), f.Descent())
		}
		if f.Licence() == "" || len(f.SHA256()) != 64 || !strings.HasPrefix(f.Name(), "Hongtou") {
			t.Errorf("face %q: licence %q, sha256 %q", f.Name(), f.Licence(), f.SHA256())
		}
	}
}

// withoutGPL is the set of a program built with the tag nogplfonts.
func withoutGPL(t *testing.T) *Set {
	t.Helper()
	files := fonts.Faces()
	for i, f := range files {
		switch f.Name {
		case "HongtouFangSong", "HongtouKai", "HongtouFallback":
			files[i].Data = nil
		case "HongtouWenKai":
			files[i].Data = []byte("not looked at")
		}
	}
	s, err := assemble(files)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestBuildWithoutGPLFaces(t *testing.T) {
	s := withoutGPL(t)
	for _, role := range []Role{Body, Kai} {
		if name := s.Face(s.Chain(role)[0]).Name(); name != "HongtouWenKai" || len(s.Chain(role)) != 2 {
			t.Errorf("%s is served by %s", role, name)
		}
	}
	notices := s.Notices()
	if len(notices) != 2 || !strings.Contains(notices[0], "仿宋") || !strings.Contains(notices[1], "楷体") {
		t.Errorf("notices %q", notices)
	}
	if _, err := assemble(fonts.Faces()[:3]); err == nil {
		t.Error("a role without a face is no error")
	}
}

// TestOfficesFontEndsTheMakeshift: who brings a 仿宋 is told no more that one
// is missing.
func TestOfficesFontEndsTheMakeshift(t *testing.T) {
	base := withoutGPL(t)
	s, _, err := base.open(office(t))
	if err != nil {
		t.Fatal(err)
	}
	for _, notice := range s.Notices() {
		if strings.Contains(notice, "nogplfonts") {
			t.Errorf("notice %q", notice)
		}
	}
	if len(base.Notices()) != 2 {
		t.Error("opening a folder changed the set it starts from")
	}
}

// TestConcurrentUse loads a fresh set from many goroutines at once; run it
// with -race.
func TestConcurrentUse(t *testing.T) {
	s, err := assemble(fonts.Faces())
	if err != nil {
		t.Fatal(err)
	}
	want := map[Role]string{}
	for _, role := range Roles() {
		sub := cut(t, load(t), role, "甲市乙县二〇二〇年")
		want[role] = string(sub.TTF)
	}
	var all sync.WaitGroup
	for range 4 {
		all.Go(func() {
			for _, role := range Roles() {
				if sub := cut(t, s, role, "甲市乙县二〇二〇年"); string(sub.TTF) != want[role] {
					t.Errorf("%s: subset differs between goroutines", role)
				}
				s.Missing(role, guaranteed)
			}
		})
	}
	all.Wait()
}

// TestHanStandOnOneLine: a fallback character must not jump out of its line, so
// the middle of the Han is the same in every face.
func TestHanStandOnOneLine(t *testing.T) {
	s := load(t)
	for i := range s.Faces() {
		f := s.Face(FaceID(i))
		sum, n := 0, 0
		for _, r := range f.Chars() {
			if b, ok := f.Bounds(r); ok && r >= 0x4E00 && r < 0xA000 {
				sum += b.YMin + b.YMax
				n++
			}
		}
		if middle := sum / 2 / n; middle < 365 || middle > 395 {
			t.Errorf("%s: Han stand at %d on average, want 380", f.Name(), middle)
		}
	}
}
