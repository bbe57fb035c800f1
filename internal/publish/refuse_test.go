package publish

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// refused publishes one file and wants an error that says all of words, and
// a folder that is what it was.
func refused(t *testing.T, out, path string, words ...string) {
	t.Helper()
	before := snapshot(t, out)
	_, err := Publish(out, []File{{path, []byte("new")}}, Manifest{Outputs: []Output{{Path: path}}})
	if err == nil {
		t.Fatalf("%q: no error", path)
	}
	for _, w := range words {
		if !strings.Contains(err.Error(), w) {
			t.Errorf("error %q does not say %q", err, w)
		}
	}
	mustEqual(t, snapshot(t, out), before)
	if _, err := os.Lstat(filepath.Join(out, stagingDir)); err == nil {
		t.Error("a staging folder is left")
	}
}

func TestRefusesFolderOfOthers(t *testing.T) {
	cases := map[string]tree{
		"不是空文件夹":  {"照片.jpg": "x"},
		"不是本程序写的": {ManifestName: `{"name": "app", "version": "1", "outputs": []}`},
		"已损坏":     {ManifestName: `{"version": 1, "dossiers": [], "outputs": [`},
		"较新版本":    {ManifestName: `{"version": 2, "shards": [], "outputs": []}`},
		"另指定":     {ManifestName: `{"version": 2, "outputs": []}`},
		"改名保存":    {ManifestName: `{"version": 1`},
		"之外":      {ManifestName: `{"version": 1, "dossiers": [], "outputs": [{"path": "../x"}]}`},
	}
	for word, files := range cases {
		t.Run(word, func(t *testing.T) {
			out := t.TempDir()
			plant(t, out, files)
			refused(t, out, "a.pdf", word, out)
		})
	}
}

func TestAcceptsFolderThatIsAsGoodAsEmpty(t *testing.T) {
	out := t.TempDir()
	plant(t, out, tree{".DS_Store": "x", ".gitignore": "*"})
	publish(t, out, tree{"a": "1"})
	mustEqual(t, snapshot(t, out).without(), tree{".DS_Store": "x", ".gitignore": "*", "a": "1"})
}

func TestRefusesPaths(t *testing.T) {
	for _, p := range []string{
		"", ".", "..", "../a", "a/../../b", "/etc/a", "a//b", "a/", "./a", `a\b`, `..\a`, "C:/a", "a:b", "a\x00b", "\xff",
		"manifest.json", "Manifest.JSON", ".hongtou-staging/journal.json", ".Hongtou-Staging/x",
	} {
		t.Run(p, func(t *testing.T) { refused(t, t.TempDir(), p, "输出路径") })
	}
}

func TestRefusesLinks(t *testing.T) {
	elsewhere := t.TempDir()
	plant(t, elsewhere, tree{"a": "precious"})
	links := map[string]struct{ link, target, path string }{
		"folder outside": {"dir", elsewhere, "dir/a"},
		"folder inside":  {"dir", "real", "dir/a"},
		"file outside":   {"a", filepath.Join(elsewhere, "a"), "a"},
		"file inside":    {"a", "real/f", "a"},
		"deep":           {"real/x", elsewhere, "real/x/y/a"},
	}
	for name, l := range links {
		t.Run(name, func(t *testing.T) {
			out := t.TempDir()
			publish(t, out, tree{"real/f": "1"})
			if err := os.Symlink(l.target, filepath.Join(out, filepath.FromSlash(l.link))); err != nil {
				t.Fatal(err)
			}
			_, err := Publish(out, []File{{l.path, []byte("new")}}, Manifest{Outputs: []Output{{Path: l.path}}})
			if err == nil || !strings.Contains(err.Error(), "链接") {
				t.Errorf("error %v", err)
			}
			mustEqual(t, snapshot(t, elsewhere), tree{"a": "precious"})
			if data, err := os.ReadFile(filepath.Join(out, "real/f")); err != nil || string(data) != "1" {
				t.Errorf("%q, %v", data, err)
			}
		})
	}
}

// A stale path may have become a link: nothing is deleted through it.
func TestStaleLinkStays(t *testing.T) {
	out, elsewhere := t.TempDir(), t.TempDir()
	publish(t, out, tree{"d/a": "1"})
	plant(t, elsewhere, tree{"a": "1"})
	if err := os.RemoveAll(filepath.Join(out, "d")); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(elsewhere, filepath.Join(out, "d")); err != nil {
		t.Fatal(err)
	}
	r := publish(t, out, tree{"b": "1"})
	lists(t, "kept", r.Kept, "d/a")
	mustEqual(t, snapshot(t, elsewhere), tree{"a": "1"})
}

func TestRefusesToReplaceOthersFiles(t *testing.T) {
	out := t.TempDir()
	publish(t, out, tree{"a": "1"})
	plant(t, out, tree{"b": "theirs", "c/d": "theirs"})
	refused(t, out, "b", "不是本程序写的", "b")
	refused(t, out, "c", "应当是文件")
}

func TestOutIsAFile(t *testing.T) {
	out := filepath.Join(t.TempDir(), "out")
	if err := os.WriteFile(out, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := Begin(out); err == nil || !strings.Contains(err.Error(), "是文件") {
		t.Errorf("error %v", err)
	}
	if _, err := Begin(""); err == nil {
		t.Error("no error for an empty name")
	}
}

// A build that fails before Commit leaves nothing behind.
func TestCloseWithoutCommit(t *testing.T) {
	out := filepath.Join(t.TempDir(), "out")
	s, err := Begin(out)
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Put("a", []byte("1")); err != nil {
		t.Fatal(err)
	}
	s.Close()
	if _, err := os.Lstat(out); err == nil {
		t.Error("out/ is left")
	}
}
