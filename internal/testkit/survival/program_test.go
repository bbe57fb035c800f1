package survival

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"hongtou/internal/publish"
	"hongtou/internal/testkit/executable"
)

var (
	kills = flag.Int("kills", 200, "how often the program is killed")
	seed  = flag.Uint64("seed", 1, "of the moments")
)

// program is the built command line.
var program string

func TestMain(m *testing.M) {
	if program = os.Getenv("SURVIVAL_PROGRAM"); program != "" { // this is a child, see disk_linux_test.go
		os.Exit(m.Run())
	}
	dir, err := os.MkdirTemp("", "survival")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	_ = os.Chmod(dir, 0o755) // for a user without rights
	program = filepath.Join(dir, "hongtou.exe")
	if err := executable.Build(program); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	code := m.Run()
	_ = os.RemoveAll(dir)
	os.Exit(code)
}

// job is one command line of build.
type job struct {
	content string
	out     string
	flags   []string
}

func (j job) args() []string {
	return append([]string{"build", "--content", j.content, "--out", j.out}, j.flags...)
}

// run builds to the end and gives the exit code and what was printed.
func (j job) run(t testing.TB) (code int, said string) {
	t.Helper()
	return ended(t, exec.Command(program, j.args()...))
}

func ended(t testing.TB, cmd *exec.Cmd) (code int, said string) {
	t.Helper()
	out, err := cmd.CombinedOutput()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		t.Fatalf("%v: %v", cmd.Args, err)
	}
	return cmd.ProcessState.ExitCode(), string(out)
}

// mustRun builds and wants success.
func (j job) mustRun(t testing.TB) {
	t.Helper()
	if code, said := j.run(t); code != 0 {
		t.Fatalf("hongtou %s: exit %d\n%s", strings.Join(j.args(), " "), code, said)
	}
}

// smallContent lays out the invented dossier of the command line's scripts.
func smallContent(t testing.TB) string {
	t.Helper()
	archive, err := txtar.ParseFile(filepath.Join("..", "..", "..", "cmd", "hongtou", "testdata", "mini.txtar"))
	if err != nil {
		t.Fatal(err)
	}
	root := t.TempDir()
	for _, f := range archive.Files {
		plant(t, filepath.Join(root, filepath.FromSlash(f.Name)), f.Data)
	}
	return filepath.Join(root, "content")
}

// realContent copies content/.
func realContent(t testing.TB) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "content")
	if err := os.CopyFS(dir, os.DirFS(filepath.Join("..", "..", "..", "content"))); err != nil {
		t.Fatal(err)
	}
	return dir
}

// renamed copies a content folder in which old, and all its names, has become
// another word: files of old names go, others come, many change.
func renamed(t testing.TB, from, old, now string) string {
	t.Helper()
	to := filepath.Join(t.TempDir(), "content")
	for name, data := range tree(t, from) {
		plant(t, filepath.Join(to, filepath.FromSlash(name)), bytes.ReplaceAll([]byte(data), []byte(old), []byte(now)))
	}
	return to
}

func plant(t testing.TB, path string, data []byte) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, data, 0o644); err != nil {
		t.Fatal(err)
	}
}

const staging = ".hongtou-staging"

// ofRun is what a manifest says of all files together. A build of some formats
// leaves it out when it found files of other content beside its own.
var ofRun = regexp.MustCompile(`(?m)^  "inputs_hash": ".*",?\n`)

// tree gives all files below dir, the staging folder and what the manifest says
// of the run left out.
func tree(t testing.TB, dir string) map[string]string {
	t.Helper()
	out := map[string]string{}
	err := filepath.WalkDir(dir, func(p string, e os.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case e.IsDir() && e.Name() == staging:
			return filepath.SkipDir
		case e.IsDir():
			return nil
		}
		data, err := os.ReadFile(p)
		rel, failed := filepath.Rel(dir, p)
		if rel == publish.ManifestName {
			data = ofRun.ReplaceAll(data, nil)
		}
		out[filepath.ToSlash(rel)] = string(data)
		return errors.Join(err, failed)
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// mustEqual compares two trees and names what differs.
func mustEqual(t testing.TB, got, want map[string]string) {
	t.Helper()
	var odd []string
	for name, data := range want {
		if is, here := got[name]; !here {
			odd = append(odd, "missing "+name)
		} else if is != data {
			odd = append(odd, "other bytes in "+name)
		}
	}
	for name := range maps.Keys(got) {
		if _, wanted := want[name]; !wanted {
			odd = append(odd, "stray "+name)
		}
	}
	slices.Sort(odd)
	if len(odd) > 0 {
		t.Errorf("%d files are not as they should be:\n  %s", len(odd), strings.Join(odd[:min(len(odd), 10)], "\n  "))
	}
}
