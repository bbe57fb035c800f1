package layout

import (
	"fmt"
	"strings"
	"testing"

	"hongtou/internal/doc"
)

// checkTree proves what holds for every structure: parents stand first, every
// run but an artifact has its element, only elements that hold text have runs,
// on every page runs follow the order of the elements, and walking the elements
// gives all the text once.
func checkTree(t testing.TB, b *Book) {
	t.Helper()
	texts := make([]strings.Builder, len(b.Elements))
	total := 0
	for _, p := range b.Pages {
		last := -1
		for _, r := range p.Runs {
			if r.Artifact != (r.Element < 0) || r.Element >= len(b.Elements) {
				t.Fatalf("page %d: %q has element %d, artifact %v", p.Number, r.Text, r.Element, r.Artifact)
			}
			if r.Artifact {
				continue
			}
			if r.Element < last {
				t.Errorf("page %d: %q of element %d stands after element %d", p.Number, r.Text, r.Element, last)
			}
			last = r.Element
			texts[r.Element].WriteString(r.Text)
			total += len(r.Text)
		}
	}
	walked := 0
	for i, e := range b.Elements {
		if e.Parent >= i || e.Parent < -1 {
			t.Errorf("element %d %s has parent %d", i, e.Role, e.Parent)
		}
		checkElement(t, b, e, texts[i].Len())
		walked += texts[i].Len()
	}
	if walked != total {
		t.Errorf("elements hold %d of %d bytes", walked, total)
	}
}

// parents names what the elements inside others may stand in.
var parents = map[Role]string{
	RoleTOCI: "TOC", RoleCaption: "Table", RoleTHead: "Table", RoleTBody: "Table", RoleTR: "THead TBody", RoleTH: "TR", RoleTD: "TR",
}

func checkElement(t testing.TB, b *Book, e Element, bytes int) {
	t.Helper()
	if e.Parent >= 0 && !strings.Contains(parents[e.Role], string(b.Elements[e.Parent].Role)) || e.Parent < 0 && parents[e.Role] != "" {
		t.Errorf("%s stands in the wrong place", e.Role)
	}
	switch e.Role {
	case RoleTable, RoleTHead, RoleTBody, RoleTR, RoleTOC, RoleFigure:
		if bytes > 0 {
			t.Errorf("%s has text of its own", e.Role)
		}
	case RoleTH, RoleTD: // may be empty
	default:
		if bytes == 0 {
			t.Errorf("%s %q is empty", e.Role, e.ID)
		}
	}
	if (e.Role == RoleTH) != (e.Scope != "") {
		t.Errorf("%s has scope %q", e.Role, e.Scope)
	}
}

// outlineOf writes the tree with the text of every element.
func outlineOf(b *Book) string {
	texts := make([]string, len(b.Elements))
	for _, p := range b.Pages {
		for _, r := range p.Runs {
			if !r.Artifact {
				texts[r.Element] += r.Text
			}
		}
	}
	var w strings.Builder
	depth := make([]int, len(b.Elements))
	for i, e := range b.Elements {
		if e.Parent >= 0 {
			depth[i] = depth[e.Parent] + 1
		}
		text := []rune(texts[i])
		fmt.Fprintf(&w, "%s%s%s%s%s%s\n", strings.Repeat("  ", depth[i]), e.Role, word(e.Scope != "", " scope="+e.Scope),
			word(e.ColSpan > 1, fmt.Sprint(" colspan=", e.ColSpan)), word(e.RowSpan > 1, fmt.Sprint(" rowspan=", e.RowSpan)),
			word(len(text) > 0, " "+string(text[:min(len(text), 30)])))
	}
	return w.String()
}

func TestStructureOfTheGallery(t *testing.T) {
	b, _ := Typeset(gallery(), square(t))
	checkTree(t, b)
	golden(t, "gallery-tree.txt", outlineOf(b))
}

// The heads of a form stay heads, blank cells stay cells, and a head that is
// too high to be repeated is still one.
func TestStructureOfATable(t *testing.T) {
	high := headOf("甲", han(2000))
	b, _ := Typeset(doc.Document{Blocks: []doc.Block{
		doc.Table{Head: []doc.Row{high}, Rows: []doc.Row{{Cells: []doc.Cell{{Head: true, RowSpan: 2}, {Blank: doc.BlankSeal}}}, {Cells: []doc.Cell{{}}}}},
	}}, square(t))
	checkTree(t, b)
	want := "Table\n  THead\n    TR\n      TH scope=col 甲\n      TH scope=col " + han(30) +
		"\n  TBody\n    TR\n      TH scope=row rowspan=2\n      TD\n    TR\n      TD\n"
	if got := outlineOf(b); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestHeadingsHaveNoGaps(t *testing.T) {
	level := func(n int) doc.Block {
		return doc.Paragraph{Text: run(doc.Level1, "题"), Outline: doc.Outline{Level: n, ID: "h"}}
	}
	title := doc.Title{Lines: [][]doc.Inline{run(doc.TitleText, "题")}, Outline: doc.Outline{Level: 2}}
	b, _ := Typeset(doc.Document{Blocks: []doc.Block{
		title, level(4), level(4), level(3), level(5), level(6), level(7), level(8), doc.Title{}, title, level(2), level(1),
	}}, square(t))
	checkTree(t, b)
	got := ""
	for _, e := range b.Elements {
		got += string(e.Role) + " "
	}
	if want := "H1 H2 H2 H2 H3 H4 H5 H5 H1 H2 H1 "; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}
