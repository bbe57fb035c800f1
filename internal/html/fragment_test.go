package html

import (
	"strings"
	"testing"

	"hongtou/internal/doc"
)

func TestFragment(t *testing.T) {
	table := doc.Table{Caption: line(doc.TableHead, "表<甲>"), Columns: []doc.Column{{Width: 1}, {Width: 2, Align: doc.AlignCentre}},
		Rows: []doc.Row{{Cells: []doc.Cell{{Paragraphs: [][]doc.Inline{line(doc.Small, "甲")}}, {Paragraphs: [][]doc.Inline{line(doc.Small, "乙")}}}}}}
	heading := func(level int, id, text string) doc.Block {
		return doc.Paragraph{Text: line(doc.Level1, text), Head: 1, Outline: doc.Outline{Level: level, ID: id}}
	}
	blocks := append(rare(false).Blocks, heading(1, "a", "一、目标"), heading(3, "b", "1.水"), table)
	runIn := doc.Paragraph{Text: append(line(doc.Level1, "三、"), line(doc.Body, "文")...), Head: 1, Outline: doc.Outline{Level: 1, ID: "d"}}
	f, err := NewFragment([]Group{{blocks, 2}, {[]doc.Block{heading(2, "c", "二、措施"), table}, 3}, {[]doc.Block{runIn, heading(2, "e", "（一）乙")}, 2}}, fonts(t))
	if err != nil {
		t.Fatal(err)
	}
	all := strings.Join(f.HTML, "\n")
	for _, want := range []string{`<h2 class="text" id="a">`, `<h3 class="text" id="b">`, `<h3 class="text" id="c">`, `role="heading" aria-level="2" id="d"`, `<p class="text heading" id="e" role="heading" aria-level="3">`, `id="caption-1"`, `id="caption-2"`, `class="center"`, "表&lt;甲&gt;", `<div class="mark">`} {
		if strings.Count(all, want) != 1+strings.Count(want, "表")+strings.Count(want, "center") {
			t.Errorf("%s stands %d times", want, strings.Count(all, want))
		}
	}
	if strings.Contains(all, "style=") || strings.Contains(all, "<h1") || len(f.HTML) != 3 {
		t.Errorf("a style, an h1, or parts missing: %s", all)
	}
	for id, chars := range f.Drawn {
		for _, r := range chars {
			if !fonts(t).Face(id).Has(r) {
				t.Errorf("face %d cannot draw %c", id, r)
			}
		}
	}
}

func TestFragmentRefusesHoles(t *testing.T) {
	if _, err := NewFragment([]Group{{Blocks: []doc.Block{plain("\U000F0000")}}}, fonts(t)); err == nil {
		t.Error("a character without a glyph is accepted")
	}
}
