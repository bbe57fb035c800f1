package adopt

import (
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

var (
	oldTexts = map[string][]byte{"a.md": []byte("旧一"), "x/b.md": []byte("旧二")}
	newTexts = map[string][]byte{"a.md": []byte("新一"), "x/b.md": []byte("新二")}
)

func planted(t *testing.T) desk {
	t.Helper()
	d := desk{t: t, content: t.TempDir()}
	for p, data := range oldTexts {
		d.write(p, string(data))
	}
	return d
}

func asText(m map[string][]byte) map[string]string {
	out := map[string]string{}
	for p, data := range m {
		out[p] = string(data)
	}
	return out
}

func TestReplace(t *testing.T) {
	d := planted(t)
	if err := replaceFiles(d.content, oldTexts, newTexts); err != nil {
		t.Fatal(err)
	}
	d.sameTree(asText(newTexts))
}

// Somebody's edit since the files were read is never lost.
func TestReplaceAfterEdit(t *testing.T) {
	d := planted(t)
	d.write("x/b.md", "别人改的")
	if err := replaceFiles(d.content, oldTexts, newTexts); err == nil || !strings.Contains(err.Error(), "一处也没有写入") {
		t.Error(err)
	}
	d.sameTree(map[string]string{"a.md": "旧一", "x/b.md": "别人改的"})
}

// A file that cannot be replaced brings all others back.
func TestReplaceFails(t *testing.T) {
	d := planted(t)
	if err := os.Mkdir(filepath.Join(d.content, "x", ".b.md.part"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := replaceFiles(d.content, oldTexts, newTexts); err == nil {
		t.Fatal("no error")
	}
	d.sameTree(asText(oldTexts))
}

// A crash between two files leaves the marker; the next run first brings the
// old texts back, except where somebody has edited since.
func TestReplaceAfterCrash(t *testing.T) {
	for name, edited := range map[string]string{"as it was": "新一", "edited since": "别人改的"} {
		d := planted(t)
		root, err := os.OpenRoot(d.content)
		if err != nil {
			t.Fatal(err)
		}
		r := replacement{root: root, paths: []string{"a.md", "x/b.md"}}
		if err := r.run(oldTexts, newTexts); err != nil {
			t.Fatal(err)
		}
		d.write("x/b.md", "旧二") // was not replaced before the crash
		d.write("a.md", edited)
		if err := settle(root); err != nil {
			t.Fatal(err)
		}
		got := d.tree()
		want := map[string]string{"as it was": "旧一", "edited since": "别人改的"}[name]
		if got["a.md"] != want || got["x/b.md"] != "旧二" {
			t.Errorf("%s: %q", name, got)
		}
		if _, there := got[marker]; there {
			t.Errorf("%s: the marker stays", name)
		}
		if name == "as it was" {
			before := maps.Clone(oldTexts)
			if err := replaceFiles(d.content, before, newTexts); err != nil {
				t.Error(err)
			}
		}
		_ = root.Close()
	}
}
