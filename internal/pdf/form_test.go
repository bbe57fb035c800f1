package pdf

import (
	"maps"
	"testing"

	"hongtou/internal/doc"
	"hongtou/internal/fontset"
	"hongtou/internal/layout"
	"hongtou/internal/testkit/judge"
	"hongtou/internal/testkit/sampleform"
)

func formFile(t *testing.T, d doc.Document) string {
	t.Helper()
	fs, err := fontset.Default()
	if err != nil {
		t.Fatal(err)
	}
	book, problems := layout.Typeset(d, fs)
	for _, p := range problems {
		t.Errorf("problem %s: %s", p.Code, p.Message)
	}
	data, err := Render(book, fs)
	if err != nil {
		t.Fatal(err)
	}
	return judge.File(t, "form.pdf", data)
}

func TestFormHasRoomToWrite(t *testing.T) {
	t.Parallel()
	// Two forms: five boxes for each of three levels, and three above them.
	if n := sampleform.CheckBoxes(t, formFile(t, sampleform.New(9))); n != 2*(3*4+3) {
		t.Errorf("%d boxes found", n)
	}
}

// Nothing stands in a form but its own words and what people tick and date.
func TestNothingIsFilledIn(t *testing.T) {
	t.Parallel()
	table := sampleform.Acceptance(1)
	want := map[rune]int{}
	count := func(s string, by int) {
		for _, r := range s {
			if r != '　' {
				want[r] += by
			}
		}
	}
	for _, row := range table.Rows {
		for _, c := range row.Cells {
			for _, p := range c.Paragraphs {
				count(doc.Plain(p), 1)
			}
		}
	}
	count("□完成□未完成□", 1)
	count("□合格□不合格□限期补充材料后重新申请验收年月日", 3)
	count("—1——2—", 1)
	for _, g := range judge.PDFGlyphs(t, formFile(t, doc.Document{Blocks: []doc.Block{table}})) {
		want[g.Rune]--
	}
	maps.DeleteFunc(want, func(_ rune, n int) bool { return n == 0 })
	for r, n := range want {
		t.Errorf("%c: %d too few", r, n)
	}
}
