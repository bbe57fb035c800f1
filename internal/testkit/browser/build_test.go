package browser

import (
	"cmp"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"
)

// built is where TestMain put what the program makes of the content and of the
// gallery.
var built struct{ out, gallery string }

func TestMain(m *testing.M) {
	dir, err := os.MkdirTemp("", "browser")
	if err == nil {
		err = build(dir)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	code := m.Run()
	os.RemoveAll(dir)
	os.Exit(code)
}

func build(dir string) error {
	program := filepath.Join(dir, "hongtou")
	if out, err := exec.Command("go", "build", "-o", program, "hongtou/cmd/hongtou").CombinedOutput(); err != nil {
		return fmt.Errorf("go build: %w\n%s", err, out)
	}
	built.out, built.gallery = filepath.Join(dir, "out"), filepath.Join(dir, "gallery")
	for out, content := range map[string]string{built.out: "content", built.gallery: "internal/testkit/gallery/content"} {
		cmd := exec.Command(program, "build", "--content", filepath.FromSlash(content), "--out", out, "--format", "html", "--format", "pdf")
		cmd.Dir = filepath.Join("..", "..", "..")
		if said, err := cmd.CombinedOutput(); err != nil {
			return fmt.Errorf("hongtou build: %w\n%s", err, said)
		}
	}
	return nil
}

// document is one Word-like HTML file.
type document struct {
	Dossier, Kind, Format, Path string
	Bytes                       int
}

// name is what failures call it.
func (d document) name() string { return d.Kind + " " + filepath.Base(d.Path) }

// documents gives the Word-like HTML of a folder.
func documents(t *testing.T, out string) []document {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(out, "manifest.json"))
	if err != nil {
		t.Fatal(err)
	}
	var m struct{ Outputs []document }
	if err := json.Unmarshal(data, &m); err != nil {
		t.Fatal(err)
	}
	list := slices.DeleteFunc(m.Outputs, func(d document) bool { return d.Format != "html" || d.Kind == "site" })
	for i := range list {
		list[i].Path = filepath.Join(out, filepath.FromSlash(list[i].Path))
	}
	return list
}

// kinds are those of Word-like HTML.
var kinds = []string{"acceptance", "amendment", "annex", "comparison", "consolidated", "letter", "notice", "reissue", "taskbook"}

// oneOfEach gives the largest document of each kind, in the order of kinds.
func oneOfEach(t *testing.T) []document {
	t.Helper()
	largest := map[string]document{}
	for _, d := range append(documents(t, built.out), documents(t, built.gallery)...) {
		if largest[d.Kind].Bytes < d.Bytes {
			largest[d.Kind] = d
		}
	}
	if got := slices.Sorted(maps.Keys(largest)); !slices.Equal(got, kinds) {
		t.Fatalf("kinds of documents: %q", got)
	}
	return slices.SortedFunc(maps.Values(largest), func(a, b document) int { return cmp.Compare(a.Kind, b.Kind) })
}
