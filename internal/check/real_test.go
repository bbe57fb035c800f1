package check

import (
	"bytes"
	"slices"
	"testing"

	"hongtou/internal/diag"
	"hongtou/internal/load"
	"hongtou/internal/source"
)

// examine loads and checks a content folder as the build does.
func examine(t *testing.T, folder string) (*source.Files, diag.List) {
	t.Helper()
	files, list, err := source.Open(folder)
	if err != nil {
		t.Fatal(err)
	}
	dossiers, problems := load.Load(files)
	list.Add(problems...)
	list.Add(Check(dossiers, Options{})...)
	return files, list.Sorted()
}

// show prints problems as the terminal shows them.
func show(files *source.Files, list diag.List) string {
	var b bytes.Buffer
	p := diag.Printer{Line: files.Line}
	p.Print(&b, list)
	return b.String()
}

// TestRealCase: the real content is right, and what is advised is true: two
// notices lack elements that the source does not say, one task is for units that
// another plan determined, and one slip of the original stays.
func TestRealCase(t *testing.T) {
	files, list := examine(t, "../../content")
	var got []string
	for _, d := range list {
		got = append(got, d.Severity.String()+" "+d.Code)
	}
	want := []string{"advice unknown-element", "advice unknown-element", "advice unreached-task", "advice sic"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q\n%s", got, show(files, list))
	}
}
