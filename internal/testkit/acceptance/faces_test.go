package acceptance

import (
	"regexp"
	"strings"
	"testing"
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
