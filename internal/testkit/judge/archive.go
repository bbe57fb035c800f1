package judge

import (
	"io/fs"
	"os"
	"path/filepath"
	"testing"
)

// Unzip unpacks an archive with Info-ZIP, which also tests every sum, and
// returns the folder.
func Unzip(t testing.TB, archive string) string {
	t.Helper()
	dir := t.TempDir()
	run(t, "unzip", "-q", "-t", archive)
	run(t, "unzip", "-q", archive, "-d", dir)
	return dir
}

// PythonUnzip unpacks an archive with Python, which takes names for CP437
// unless they are marked as UTF-8, and returns the folder.
func PythonUnzip(t testing.TB, archive string) string {
	t.Helper()
	dir := t.TempDir()
	run(t, "python3", "-m", "zipfile", "-e", archive, dir)
	return dir
}

// SHA256Check lets sha256sum check the files that a list in a folder names;
// all must be there and unchanged.
func SHA256Check(t testing.TB, dir, list string) {
	t.Helper()
	run(t, "env", "--chdir="+dir, "sha256sum", "--strict", "--check", list)
}

// Tree gives the contents of all files of a folder by their slash-separated
// names.
func Tree(t testing.TB, dir string) map[string]string {
	t.Helper()
	out := map[string]string{}
	err := fs.WalkDir(os.DirFS(dir), ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		data, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(name)))
		out[name] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}
