package check

import (
	"bytes"
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

func TestRealCase(t *testing.T) {
	files, list := examine(t, "../../content")
	t.Log(show(files, list))
}
