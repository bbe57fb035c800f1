package judge_test

import (
	"slices"
	"strings"
	"testing"

	"hongtou/internal/testkit/judge"
)

// tagged is the same page with a structure: a heading, its letters in two
// sequences, and the red bar outside of everything.
const tagged = `%PDF-1.4
1 0 obj <</Type/Catalog/Pages 2 0 R/MarkInfo<</Marked true>>/StructTreeRoot 6 0 R>> endobj
2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 595.28 841.89]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>/StructParents 0>> endobj
4 0 obj <</Length 165>> stream
/TH <</MCID 0>> BDC BT /F 14 Tf 79.37 558.43 Td (Ab) Tj ET EMC /TH <</MCID 1>> BDC BT /F 14 Tf 79.37 500 Td (cd) Tj ET EMC
1 0 0 rg 79.37 722.83 442.2 5.67 re f     
endstream endobj
5 0 obj <</Type/Font/Subtype/Type1/BaseFont/Courier>> endobj
6 0 obj <</Type/StructTreeRoot/K 7 0 R/ParentTree <</Nums[0 [8 0 R 8 0 R]]>>>> endobj
7 0 obj <</Type/StructElem/S/Table/P 6 0 R/K[9 0 R]>> endobj
8 0 obj <</Type/StructElem/S/TH/P 9 0 R/Pg 3 0 R/K[0 1]/A<</O/Table/Scope/Row>>>> endobj
9 0 obj <</Type/StructElem/S/TR/P 7 0 R/K[8 0 R]>> endobj
trailer <</Root 1 0 R/Size 10>>
startxref
0
%%EOF
`

func TestReadersOfStructureAgree(t *testing.T) {
	path := judge.File(t, "tagged.pdf", []byte(tagged))
	want := []judge.Element{{Role: "Table"}, {Depth: 1, Role: "TR"}, {Depth: 2, Role: "TH", Scope: "Row", Text: "Abcd"}}
	for reader, got := range map[string][]judge.Element{
		"poppler": judge.PopplerStructure(t, path), "PDFBox": judge.PDFBoxStructure(t, path)[path],
	} {
		if !slices.Equal(got, want) {
			t.Errorf("%s reads %+v", reader, got)
		}
	}
	if got := judge.TreeText(want); got != "Abcd" {
		t.Errorf("text %q", got)
	}
}

func TestOutlineJoinsWhatLooksAlike(t *testing.T) {
	row := func(roles ...string) []judge.Element {
		out := []judge.Element{{Depth: 1, Role: "TR"}}
		for _, r := range roles {
			out = append(out, judge.Element{Depth: 2, Role: r, Text: "x"})
		}
		return out
	}
	tree := slices.Concat([]judge.Element{{Role: "Table"}}, row("TH", "TD", "TD"), row("TH", "TD", "TD"), row("TD"))
	want := "Table\n  TR ×2\n    TH\n    TD ×2\n  TR\n    TD\n"
	if got := judge.Outline(tree); got != want {
		t.Errorf("outline\n%s", got)
	}
}

func TestPreflightAndUntaggedFindWhatIsWrong(t *testing.T) {
	path, other := judge.File(t, "tagged.pdf", []byte(tagged)), judge.File(t, "page.pdf", []byte(page))
	found := judge.Preflight(t, path, other)
	for _, p := range []string{path, other} {
		if len(found[p]) != 2 || !strings.Contains(found[p][1], "Header Syntax error") {
			t.Errorf("Preflight finds %q", found[p])
		}
	}
	outside := judge.Untagged(t, path, other)
	if want := []string{"page 1: 1 outside of 2 sequences"}; !slices.Equal(outside[path], want) {
		t.Errorf("untagged: %q", outside[path])
	}
	if want := []string{"page 1: 2 outside of 0 sequences"}; !slices.Equal(outside[other], want) {
		t.Errorf("untagged: %q", outside[other])
	}
	nested := strings.Replace(tagged, "ET EMC /TH <</MCID 1>>", "EMC ET /TH <<     1>>", 1)
	path = judge.File(t, "nested.pdf", []byte(nested))
	if got := judge.Untagged(t, path)[path]; len(got) != 1 || !strings.HasSuffix(got[0], "wrongly nested") {
		t.Errorf("untagged: %q", got)
	}
	if judge.ClaimsPDFA(t, path) {
		t.Error("a file without metadata claims PDF/A")
	}
}
