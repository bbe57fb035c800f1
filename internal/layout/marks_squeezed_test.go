package layout

import (
	"strings"
	"testing"

	"hongtou/internal/doc"
	"hongtou/internal/fontset"
	"hongtou/internal/linebreak"
)

// Squeezing rests on the ink of marks: in every embedded face it leaves the
// half that linebreak.Blank names.
func TestMarksOfEmbeddedFacesHaveBlankHalves(t *testing.T) {
	fs := real(t)
	n := 0
	for id := range fs.Faces() {
		for _, r := range "、。，；：）》〉】〕」』”’］｝〗（《〈【〔「『“‘［｛〖" {
			face := fs.Face(fontset.FaceID(id))
			before, after := linebreak.Blank(r)
			if !before && !after {
				t.Errorf("%c has no blank half", r)
			}
			if face.Has(r) {
				n++
				if solid(face, r) {
					t.Errorf("%s: the ink of %c crosses the middle", face.Name(), r)
				}
			}
		}
	}
	if n < 100 {
		t.Errorf("only %d marks", n)
	}
}

// Adjacent marks stand half an em closer, wherever they are set.
func TestAdjacentMarksAreSqueezed(t *testing.T) {
	fs := square(t)
	pair := func(em Unit) Unit { return em/2 - em/50 } // a hair less than half an em
	for _, test := range []struct {
		name  string
		block doc.Block
		want  Unit
	}{
		{"body", body("甲乙》，丙"), 5*cell - pair(cell)},
		{"title", doc.Title{Lines: [][]doc.Inline{run(doc.TitleText, "甲（试行）》乙")}}, 7*titleScale.cell - pair(titleScale.cell)},
	} {
		b, _ := Typeset(doc.Document{Blocks: []doc.Block{test.block}}, fs)
		runs := b.Pages[0].Runs
		first, last := runs[0], runs[0]
		for _, r := range runs {
			if !r.Artifact && r.Y == first.Y {
				last = r
			}
		}
		if got := last.end(fs) - first.X; !within(got, test.want) {
			t.Errorf("%s: %s mm wide, want %s", test.name, mm(got), mm(test.want))
		}
		if test.name == "title" && !within(first.X-areaLeft, areaRight-last.end(fs)) {
			t.Errorf("the title stands at %s–%s", mm(first.X), mm(last.end(fs)))
		}
	}
}

// A heading and a table's name do not leave one character alone on their last
// line; text may.
func TestHeadingsLeaveNoCharacterAlone(t *testing.T) {
	fs := square(t)
	for _, test := range []struct {
		name  string
		block doc.Block
		want  int
	}{
		{"heading", heading(han(27)), 2},
		{"long heading", heading(han(27 + 28)), 2},
		{"heading with a mark", heading(han(26) + "甲。"), 3},
		{"text", body(han(27)), 1},
		{"run-in heading", doc.Paragraph{Text: append(run(doc.Level2, han(10)), run(doc.Body, han(17))...), Head: 1}, 1},
		{"caption", doc.Table{Caption: run(doc.Small, strings.Repeat("甲", int(areaWidth/cellScale.cell)+1)), Columns: []doc.Column{{}}, Rows: []doc.Row{{Cells: []doc.Cell{{}}}}}, 2},
	} {
		b, _ := Typeset(doc.Document{Blocks: []doc.Block{test.block}}, fs)
		last := 0
		for _, l := range linesOf(b.Pages[0], fs) {
			if n := len([]rune(l.text)); n > 0 && !strings.Contains(l.text, "—") {
				last = n
			}
		}
		if last != test.want {
			t.Errorf("%s: the last line has %d characters, want %d", test.name, last, test.want)
		}
	}
}
