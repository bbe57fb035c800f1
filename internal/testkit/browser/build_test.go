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

	"hongtou/internal/testkit/executable"
)

// built is where TestMain put what the program makes of the content and of the
// gallery: documents, and the two websites. That of the gallery is configured.
var built struct{ out, gallery, site, configured string }

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
	if err := executable.Build(program); err != nil {
		return err
	}
	built.out, built.gallery = filepath.Join(dir, "out"), filepath.Join(dir, "gallery")
	built.site, built.configured = filepath.Join(dir, "site"), filepath.Join(dir, "configured")
	gallery := filepath.Join(dir, "content")
	if err := os.CopyFS(gallery, os.DirFS(filepath.FromSlash("../gallery/content"))); err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(gallery, "site.yaml"), []byte(siteConfig), 0o600); err != nil {
		return err
	}
	for _, args := range [][]string{
		{"--content", "content", "--out", built.out, "--kind", "notice,annex,amendment,consolidated,comparison,taskbook,letter,acceptance,reissue", "--format", "html,pdf"},
		{"--content", gallery, "--out", built.gallery, "--kind", "notice,annex,taskbook,letter,acceptance", "--format", "html,pdf"},
		{"--content", "content", "--out", built.site, "--kind", "site"},
		{"--content", gallery, "--out", built.configured, "--kind", "site"},
	} {
		cmd := exec.Command(program, append([]string{"build"}, args...)...)
		cmd.Dir = filepath.Join("..", "..", "..")
		if said, err := cmd.CombinedOutput(); err != nil {
			return fmt.Errorf("hongtou build %q: %w\n%s", args, err, said)
		}
	}
	built.site, built.configured = filepath.Join(built.site, "site"), filepath.Join(built.configured, "site")
	return nil
}

// siteConfig gives everything that a website's operator can say.
const siteConfig = `name: 样张市人民政府网站
domain: www.yangzhang.example
code: "1234567890"
address: https://www.yangzhang.example/gallery/
host: 样张市人民政府办公室
operator: 样张市大数据中心
contact: 0000-0000000
icp: 样ICP备00000000号
police: 样公网安备00000000000000号
column: {name: 政策文件, description: 本市文件, keywords: 文件;方案, type: 政策文件}
`

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
