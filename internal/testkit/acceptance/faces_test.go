package acceptance

import (
	"math"
	"regexp"
	"strings"
	"testing"

	"hongtou/internal/testkit/judge"
)

var (
	level2 = regexp.MustCompile(`^（[一二三四五六七八九十]+）`)
	item   = regexp.MustCompile(`^第[一二三四五六七八九十]+项，`)
	label  = regexp.MustCompile(`^(整改目标|整改时限|责任单位|责任领导|责任人员|督导单位|整改措施)：`)
)

// TestRunInParagraphsShowBothFaces reads the faces of every glyph: the heading
// of a run-in paragraph up to its first 。 or its label in one face, the rest
// in the face of the text (GB/T 9704 7.3.3).
func TestRunInParagraphsShowBothFaces(t *testing.T) {
	headings, items, labels := 0, 0, 0
	annex := false
	for _, p := range paragraphs(body(printed(t, files(t, "pdf")["notice"]))) {
		text := p.text()
		annex = annex || text == "附件"
		end := len([]rune(text[:max(0, strings.Index(text, "。"))])) + 1
		switch {
		case level2.MatchString(text) && !annex:
			headings++
			faces(t, p, end, "Kai")
		case item.MatchString(text):
			items++
			if end > 1 {
				faces(t, p, end, "Kai")
			}
		case label.MatchString(text):
			labels++
			faces(t, p, 5, "Hei")
		}
	}
	if headings != 21 || items != 17 || labels != 18*7 {
		t.Errorf("%d headings, %d items, %d labels; want 21, 17, 126", headings, items, labels)
	}
}

// faces checks that Han glyphs before the break have one face and those behind
// it are 仿宋.
func faces(t *testing.T, p paragraph, head int, face string) {
	t.Helper()
	n := 0
	for _, l := range p.lines {
		for _, g := range l.glyphs {
			if want := wanted(n < head, face); han(g.Rune) && !strings.Contains(g.Face, want) {
				t.Errorf("page %d: %q of %q is set in %s, want %s", l.page, g.Rune, beginning(p.text()), g.Face, want)
				return
			}
			n++
		}
	}
}

func wanted(head bool, face string) string {
	if head {
		return face
	}
	return "FangSong"
}

// TestQuotesAndDashesAreChinese reads the face and the width of every quote,
// dash, ellipsis and interpunct: one em wide, and of the same face as the Han
// beside them, never a Latin one.
func TestQuotesAndDashesAreChinese(t *testing.T) {
	seen := map[rune]int{}
	for path, file := range every(t, "pdf") {
		for _, l := range printed(t, file) {
			for i, g := range l.glyphs {
				if g.Angle != 0 || !strings.ContainsRune("“”‘’—…·", g.Rune) {
					continue
				}
				seen[g.Rune]++
				if em := g.Size * 25.4 / 72; math.Abs(g.X1-g.X0-em) > 0.02*em {
					t.Errorf("%s page %d: %c is %.2f mm wide, want %.2f: %s", path, g.Page, g.Rune, g.X1-g.X0, em, l.text())
				}
				if !besideItsOwn(l.glyphs, i) {
					t.Errorf("%s page %d: %c is set in %s, unlike the Han beside it: %s", path, g.Page, g.Rune, g.Face, l.text())
				}
			}
		}
	}
	for _, r := range "“”—" {
		if seen[r] < 10 {
			t.Errorf("only %d %c were seen", seen[r], r)
		}
	}
	t.Logf("“ %d, ” %d, — %d, … %d, · %d", seen['“'], seen['”'], seen['—'], seen['…'], seen['·'])
}

// besideItsOwn says whether the nearest Han before or behind a glyph has its
// face, or none is there.
func besideItsOwn(glyphs []judge.Glyph, i int) bool {
	found := false
	for _, step := range []int{-1, 1} {
		for k := i + step; k >= 0 && k < len(glyphs); k += step {
			if han(glyphs[k].Rune) {
				found = true
				if glyphs[k].Face == glyphs[i].Face {
					return true
				}
				break
			}
		}
	}
	return !found
}
