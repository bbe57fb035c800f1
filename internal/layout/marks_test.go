package layout

import (
	"testing"

	"hongtou/internal/doc"
)

func marked(m doc.Marking, text string) doc.Inline {
	return doc.Inline{Text: text, Style: doc.Body, Mark: m}
}

// Inserted characters are ruled under their em box, deleted ones through its
// middle, each stretch once, as long as its characters.
func TestMarksAreRules(t *testing.T) {
	fs := square(t)
	b := typeset(t, fs, doc.Paragraph{Text: []doc.Inline{
		marked(doc.Unmarked, "甲乙"), marked(doc.Inserted, "丙"), marked(doc.Inserted, "丁2戊"), marked(doc.Unmarked, "己"), marked(doc.Deleted, "庚辛"), marked(doc.Unmarked, "壬"),
	}})
	base, x := portrait.lineTop(0)+above(em), areaLeft+indent+2*cell
	inserted := 3*cell + cell/2 // a digit has half a cell, rounded down
	want := []Rule{
		{X1: x, Y1: base + 2_560, X2: x + inserted, Y2: base + 2_560, Width: 640},
		{X1: x + inserted + cell, Y1: base - 6_080, X2: x + inserted + 3*cell, Y2: base - 6_080, Width: 640},
	}
	got := b.Pages[0].Rules
	if len(got) != 2 || got[0] != want[0] || got[1] != want[1] {
		t.Errorf("rules %+v\nwant %+v", got, want)
	}
	if plain(b) != "甲乙丙丁2戊己庚辛壬" {
		t.Error(plain(b))
	}
}

// Marks follow their characters over the ends of lines and pages, in tables
// too: the rules are as long together as the characters.
func TestMarksFollowTheirText(t *testing.T) {
	fs := square(t)
	text := []doc.Inline{marked(doc.Unmarked, han(400)), marked(doc.Deleted, han(700)), marked(doc.Unmarked, han(90))}
	for i := range text {
		text[i].Style = doc.Small
	}
	table := doc.Table{Columns: []doc.Column{{Width: 1}, {Width: 3}}, Rows: []doc.Row{{Cells: []doc.Cell{cellOf("甲"), {Paragraphs: [][]doc.Inline{text}}}}}}
	for name, c := range map[string]struct {
		block doc.Block
		cell  Unit
	}{"paragraph": {doc.Paragraph{Text: text}, cell}, "table": {table, cellScale.cell}} {
		length, pages := Unit(0), 0
		for _, p := range typeset(t, fs, c.block).Pages {
			before := length
			for _, r := range p.Rules {
				if r.Y1 != r.Y2 || r.Width == tableRule {
					continue
				}
				length += r.X2 - r.X1
				checkUnder(t, p, r)
			}
			if length > before {
				pages++
			}
		}
		if want := 700 * c.cell; length < want || length > want+want/50 || pages < 2 { // lines are spread a little
			t.Errorf("%s: rules of %d in all on %d pages, want %d", name, length, pages, want)
		}
	}
}

// checkUnder finds the line of text that a rule runs through.
func checkUnder(t *testing.T, p Page, rule Rule) {
	t.Helper()
	for _, r := range p.Runs {
		if r.Y-r.Size*markMiddle/1000 == rule.Y1 && r.X == rule.X1 {
			return
		}
	}
	t.Errorf("page %d: no text at %+v", p.Number, rule)
}
