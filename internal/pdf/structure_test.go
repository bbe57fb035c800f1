package pdf

import (
	"strings"
	"testing"

	"hongtou/internal/layout"
	"hongtou/internal/testkit/judge"
)

// inOrder is the text of a book's elements in their order.
func inOrder(b *layout.Book) string {
	texts := make([]string, len(b.Elements))
	for _, p := range b.Pages {
		for _, r := range p.Runs {
			if r.Element >= 0 && !r.Artifact {
				texts[r.Element] += r.Text
			}
		}
	}
	return strings.Join(texts, "")
}

func TestStructureIsTheBooks(t *testing.T) {
	b := taggedBook(t, pngOf(t, square(40, 255)))
	path := render(t, faceSet(t), b)
	poppler, pdfBox := judge.PopplerStructure(t, path), judge.PDFBoxStructure(t, path)[path]
	want := `Document
  H1
  TOC
    TOCI
      Link
    TOCI
  H2
  P
  Table
    THead
      TR
        TH Column
    TBody
      TR
        TH Row
        TD
      TR
        TH Row
      TR
        TD
  Figure
`
	for reader, tree := range map[string][]judge.Element{"poppler": poppler, "PDFBox": pdfBox} {
		if got := judge.Outline(tree); got != want {
			t.Errorf("%s sees\n%s", reader, got)
		}
		if got, want := judge.TreeText(tree), inOrder(b); got != want {
			t.Errorf("%s reads\n%s, want\n%s", reader, got, want)
		}
	}
	if figure := pdfBox[len(pdfBox)-1]; figure.Alt != "甲市人民政府印章" {
		t.Errorf("figure %+v", figure)
	}
	if text := inOrder(b); strings.Contains(text, "—") || !strings.Contains(text, "这一段在两页上，到这里为止。事项甲整改乙") {
		t.Errorf("the test reads %s", text)
	}
}

func TestNothingIsUntagged(t *testing.T) {
	path := render(t, faceSet(t), taggedBook(t, pngOf(t, square(40, 255))))
	for _, line := range judge.Untagged(t, path)[path] {
		t.Error(line)
	}
	judge.QPDFCheck(t, path)
	judge.MutoolCheck(t, path)
	if tagged := judge.PDFInfo(t, path)["Tagged"]; tagged != "yes" {
		t.Errorf("tagged: %q", tagged)
	}
}

func TestStructureThatCannotBe(t *testing.T) {
	fs := faceSet(t)
	for name, spoil := range map[string]func(*layout.Book){
		"run of no element":      func(b *layout.Book) { b.Pages[0].Runs[0].Element = len(b.Elements) },
		"picture of no element":  func(b *layout.Book) { b.Pages[1].Pictures[0].Element = len(b.Elements) },
		"parent after its child": func(b *layout.Book) { b.Elements[1].Parent = 2 },
		"own parent":             func(b *layout.Book) { b.Elements[1].Parent = 1 },
		"two of one id":          func(b *layout.Book) { b.Elements[0].ID = "measures" },
		"picture of nothing":     func(b *layout.Book) { b.Pages[1].Pictures[0].Image.Data = nil },
	} {
		b := taggedBook(t, pngOf(t, square(4, 255)))
		spoil(b)
		if _, err := Render(b, fs); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

// TestContentsLead checks that the entry of the contents is sensitive where it
// stands and leads to its bookmark.
func TestContentsLead(t *testing.T) {
	b := taggedBook(t, nil)
	data, err := Render(b, faceSet(t))
	if err != nil {
		t.Fatal(err)
	}
	s := string(data)
	if n := strings.Count(s, "/Subtype /Link"); n != 1 {
		t.Errorf("%d links", n)
	}
	// The entry stands on the lines 98 and 146 pt from the top, 842 pt high.
	if !strings.Contains(s, "/Dest (measures)/F 4/Rect [79.37 691.89 111.37 759.89]/StructParent 2") {
		i := strings.Index(s, "/Subtype /Link")
		t.Errorf("link %s", s[i-200:i+100])
	}
}
