package acceptance

import (
	"crypto/sha256"
	"encoding/hex"
	"os"
	"path/filepath"
	"testing"

	"hongtou/internal/testkit/judge"
)

func TestEveryKindInItsFormats(t *testing.T) {
	documents := []string{
		"notice 2020-07-30", "annex 2020-07-30", "annex 2020-11-25", "amendment 2020-11-25", "consolidated 2020-11-25", "comparison 2020-11-25",
	}
	want := map[string][]string{"pdf": documents, "html": documents, "xlsx": {"annex 2020-07-30", "annex 2020-11-25", "comparison 2020-11-25"}}
	for format, kinds := range want {
		got := every(t, format)
		for _, k := range kinds {
			if got[k] == "" {
				t.Errorf("no %s as %s", k, format)
			}
		}
		if len(got) != len(kinds) {
			t.Errorf("%s: %d kinds, want %d", format, len(got), len(kinds))
		}
	}
}

func TestPDFsAreSoundAndTheirFontsEmbedded(t *testing.T) {
	for kind, path := range all(t, "pdf") {
		judge.QPDFCheck(t, path)
		judge.MutoolCheck(t, path)
		fonts := judge.PDFFonts(t, path)
		if len(fonts) < 3 {
			t.Errorf("%s: only %d fonts", kind, len(fonts))
		}
		for _, f := range fonts {
			if !f.Embedded || !f.Subset || !f.ToUnicode {
				t.Errorf("%s: font %+v", kind, f)
			}
		}
	}
}

func TestManifestTellsTheTruth(t *testing.T) {
	for _, o := range outputs(t, made.out) {
		data, err := os.ReadFile(filepath.Join(made.out, filepath.FromSlash(o.Path)))
		if err != nil {
			t.Error(err)
			continue
		}
		sum := sha256.Sum256(data)
		if hex.EncodeToString(sum[:]) != o.SHA256 || len(data) != o.Bytes {
			t.Errorf("%s is not what the manifest says", o.Path)
		}
	}
}

// TestTwoBuildsAreTheSame builds a copy of the content in another folder,
// time zone and locale.
func TestTwoBuildsAreTheSame(t *testing.T) {
	dir := t.TempDir()
	if err := os.CopyFS(filepath.Join(dir, "elsewhere", "content"), os.DirFS(filepath.Join(made.root, "content"))); err != nil {
		t.Fatal(err)
	}
	env := []string{"TZ=Pacific/Auckland", "LANG=tr_TR.UTF-8", "LC_ALL=tr_TR.UTF-8", "HOME=" + dir}
	if out, err := hongtou(filepath.Join(dir, "elsewhere"), env, "build", "--jobs", "1"); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	first, second := tree(t, made.out), tree(t, filepath.Join(dir, "elsewhere", "out"))
	if len(first) != len(second) {
		t.Errorf("%d files here, %d there", len(first), len(second))
	}
	for path, sum := range first {
		if second[path] != sum {
			t.Errorf("%s differs", path)
		}
	}
}

// tree gives the hash of every file of a folder, the lock aside.
func tree(t *testing.T, dir string) map[string]string {
	t.Helper()
	out := map[string]string{}
	err := filepath.WalkDir(dir, func(path string, e os.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(dir, path)
		sum := sha256.Sum256(data)
		out[rel] = hex.EncodeToString(sum[:])
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}
