package build

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"hongtou/internal/docset"
	"hongtou/internal/publish"
)

// A document under the key that it had is not composed: what the manifest says
// of its inputs is taken as it stands. One under another key is composed, and
// says what its inputs are now.
func TestDocumentsUnderTheirKeyAreNotComposed(t *testing.T) {
	dir := t.TempDir()
	o := Options{Content: filepath.Join(dir, "content"), Out: filepath.Join(dir, "out"), Jobs: 2,
		Kinds: []docset.Kind{docset.TaskBook, docset.Ledger}, Formats: []docset.Format{docset.HTML, docset.XLSX}}
	if err := os.CopyFS(o.Content, os.DirFS("../../content")); err != nil {
		t.Fatal(err)
	}
	first := outputsOf(t, o)
	for _, out := range first {
		if out.Key == "" {
			t.Errorf("%s has no key", out.Path)
		}
	}
	rewrite(t, filepath.Join(o.Out, publish.ManifestName), func(s string) string {
		return regexp.MustCompile(`(?m)^(      "inputs_hash": )".*"`).ReplaceAllString(s, `$1"marked"`)
	})
	items, err := filepath.Glob(filepath.Join(o.Content, "*", "items", "17.md"))
	if err != nil || len(items) != 1 {
		t.Fatal(items, err)
	}
	rewrite(t, items[0], func(s string) string { return strings.Replace(s, "年年底前", "年6月底前", 1) })
	kept := 0
	for path, now := range outputsOf(t, o) {
		was := first[path]
		switch {
		case now.Key == was.Key && now.InputsHash == "marked" && now.SHA256 == was.SHA256:
			kept++
		case now.Key != was.Key && now.InputsHash != "marked":
		default:
			t.Errorf("%s: key %s, was %s; inputs %s", path, now.Key, was.Key, now.InputsHash)
		}
	}
	if kept == 0 || kept == len(first) {
		t.Errorf("%d of %d files were kept", kept, len(first))
	}
}

// outputsOf builds and gives what the manifest lists, by path.
func outputsOf(t *testing.T, o Options) map[string]publish.Output {
	t.Helper()
	if _, err := Build(o, Silent{}); err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(filepath.Join(o.Out, publish.ManifestName))
	if err != nil {
		t.Fatal(err)
	}
	var m publish.Manifest
	if err := json.Unmarshal(text, &m); err != nil {
		t.Fatal(err)
	}
	out := map[string]publish.Output{}
	for _, x := range m.Outputs {
		out[x.Path] = x
	}
	return out
}

func rewrite(t *testing.T, path string, change func(string) string) {
	t.Helper()
	was, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	now := change(string(was))
	if now == string(was) {
		t.Fatalf("%s has nothing to change", path)
	}
	if err := os.WriteFile(path, []byte(now), 0o600); err != nil {
		t.Fatal(err)
	}
}
