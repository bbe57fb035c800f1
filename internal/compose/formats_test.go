package compose

import (
	"testing"

	"hongtou/internal/doc"
	"hongtou/internal/docset"
)

// TestComposeOnlyWhatIsAskedFor: a format asked for brings its tree, the same as
// without asking, and no other.
func TestComposeOnlyWhatIsAskedFor(t *testing.T) {
	p := plannedKinds(t, handed(t, nil), docset.TaskBook)[0]
	ts := embedded(t)
	all, _ := Compose(ts, p)
	for _, c := range []struct {
		formats            []docset.Format
		document, workbook bool
	}{
		{nil, true, true}, {[]docset.Format{docset.PDF}, true, false}, {[]docset.Format{docset.XLSX}, false, true},
		{[]docset.Format{docset.PDF, docset.XLSX}, true, true}, {[]docset.Format{docset.ZIP}, false, false},
	} {
		got, problems := Compose(ts, p, c.formats...)
		if len(problems) > 0 || (got.Document != nil) != c.document || (got.Workbook != nil) != c.workbook {
			t.Errorf("%v: document %v, workbook %v, %v", c.formats, got.Document != nil, got.Workbook != nil, problems)
		}
		if got.Document != nil && doc.Dump(got.Document) != doc.Dump(all.Document) || got.Workbook != nil && doc.DumpWorkbook(got.Workbook) != doc.DumpWorkbook(all.Workbook) {
			t.Errorf("%v: another tree", c.formats)
		}
	}
	p.Files = []docset.File{{Format: docset.XLSX, Path: "a.xlsx"}}
	if got, _ := Compose(ts, p, docset.PDF); got.Document != nil {
		t.Error("a document is made that is not planned")
	}
}
