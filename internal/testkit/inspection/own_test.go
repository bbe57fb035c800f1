package inspection

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// pdfs lists the finished PDF files of a build.
func pdfs(t *testing.T, made func() (string, error)) []string {
	t.Helper()
	out, err := made()
	check(t, err)
	data, err := os.ReadFile(filepath.Join(out, "manifest.json"))
	check(t, err)
	var m struct {
		Outputs []struct{ Path, Kind, Format string }
	}
	check(t, json.Unmarshal(data, &m))
	var files []string
	for _, o := range m.Outputs {
		if o.Format == "pdf" && o.Kind != "site" { // the website offers copies
			files = append(files, filepath.Join(out, filepath.FromSlash(o.Path)))
		}
	}
	return files
}

// TestOwnDocumentsKeepEveryClause asks about every PDF of the real case and of
// the gallery: nothing fails, nothing is said to be beyond proof, and every
// file is measured in a good many respects.
func TestOwnDocumentsKeepEveryClause(t *testing.T) {
	files := append(pdfs(t, realCase), pdfs(t, gallery)...)
	if len(files) < 100 {
		t.Fatalf("only %d files", len(files))
	}
	for _, f := range inspect(t, files...).Files {
		if f.Problem != nil {
			t.Errorf("%s: %+v", f.Path, *f.Problem)
			continue
		}
		held := 0
		for _, c := range f.Clauses {
			switch c.Verdict {
			case "holds":
				held++
			case "unprovable": // the amendment of the real case was published without a number
				if c.name() != "7.2.5 写法" || !strings.Contains(f.Path, "修改通知") {
					t.Errorf("%s: %s %s：%s", short(f.Path), c.name(), c.Verdict, c.Measured)
				}
			case "fails":
				t.Errorf("%s: %s %s：%s", short(f.Path), c.name(), c.Verdict, c.Measured)
			}
		}
		if held < 12 {
			t.Errorf("%s: only %d clauses hold", short(f.Path), held)
		}
	}
}

// short is a path without the scratch folder.
func short(path string) string { return strings.TrimPrefix(path, scratch) }

// realNotice is the notice of the real case.
func realNotice(t *testing.T) string {
	t.Helper()
	for _, f := range pdfs(t, realCase) {
		if filepath.Base(f) == "印发通知.pdf" {
			return f
		}
	}
	t.Fatal("no notice")
	return ""
}
