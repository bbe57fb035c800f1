package html

import (
	"strings"
	"testing"

	"hongtou/internal/doc"
)

// Every style is printed in the face of its role, which the file brings along.
func TestPrintedFacesAreThoseOfTheirRoles(t *testing.T) {
	t.Parallel()
	want := map[string]string{"body": "HongtouFangSong", "hei": "HongtouHei", "kai": "HongtouKai", "title": "HongtouBiaoSong", "song": "HongtouSong"}
	d := doc.Document{Meta: doc.Meta{Title: "字体"}}
	var roles []string
	for s := doc.Body; s <= doc.Note; s++ {
		d.Blocks = append(d.Blocks, doc.Paragraph{Text: append(line(s, "甲乙丙"), line(doc.Body, "丁")...)})
		roles = append(roles, s.Role(), s.Role(), s.Role(), "body")
	}
	_, glyphs := printed(t, &d)
	n := 0
	for _, g := range glyphs {
		if !inArea(g) {
			continue
		}
		if n < len(roles) && !strings.HasPrefix(g.Face, want[roles[n]]) {
			t.Errorf("%c of style %s is set in %s", g.Rune, doc.Style(n/4), g.Face)
		}
		n++
	}
	if n != len(roles) {
		t.Errorf("%d of %d characters", n, len(roles))
	}
}

// The buffer of a file is made once: a rule is as long as it says.
func TestRuleKnowsItsSize(t *testing.T) {
	t.Parallel()
	for n := range 7 {
		r := rule{"hongtou-3", make([]byte, n)}
		if got := r.appendTo(nil); len(got) != r.size() {
			t.Errorf("%d bytes of font: %d, said %d: %s", n, len(got), r.size(), got)
		}
	}
}
