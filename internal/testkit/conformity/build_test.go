package conformity_test

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"sync"
	"testing"

	"hongtou/internal/testkit/conformity"
	"hongtou/internal/testkit/executable"
)

// gallery is the content folder with one document for each element.
const gallery = "../gallery/content"

var (
	scratch string
	update  = flag.Bool("update", false, "write docs/conformity.md")
)

func TestMain(m *testing.M) {
	flag.Parse()
	dir, err := os.MkdirTemp("", "conformity")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	scratch = dir
	code := m.Run()
	os.RemoveAll(dir)
	os.Exit(code)
}

// program is built once, from the source as it stands.
var program = sync.OnceValues(func() (string, error) {
	name := filepath.Join(scratch, "hongtou")
	return name, executable.Build(name)
})

// build makes the documents of a content folder and returns the folder they are
// in.
func build(name string, args ...string) (string, error) {
	bin, err := program()
	if err != nil {
		return "", err
	}
	root, err := filepath.Abs("../../..")
	if err != nil {
		return "", err
	}
	out := filepath.Join(scratch, name)
	cmd := exec.Command(bin, append([]string{"build", "--out", out}, args...)...)
	cmd.Dir = root
	if said, err := cmd.CombinedOutput(); err != nil {
		return "", fmt.Errorf("hongtou build %q: %w\n%s", args, err, said)
	}
	return out, nil
}

// pdfs lists the PDF files of a build: all of some kinds, or, if none is named,
// one of each kind, the first in the manifest.
func pdfs(out string, kinds ...string) ([]conformity.Sample, error) {
	data, err := os.ReadFile(filepath.Join(out, "manifest.json"))
	if err != nil {
		return nil, err
	}
	var m struct {
		Outputs []struct{ Path, Kind, Format string }
	}
	if err := json.Unmarshal(data, &m); err != nil {
		return nil, err
	}
	var samples []conformity.Sample
	seen := map[string]bool{}
	for _, o := range m.Outputs {
		if o.Format != "pdf" || o.Kind == "site" || len(kinds) == 0 && seen[o.Kind] || len(kinds) > 0 && !slices.Contains(kinds, o.Kind) {
			continue
		}
		seen[o.Kind] = true
		samples = append(samples, conformity.Sample{Name: o.Path, Path: filepath.Join(out, filepath.FromSlash(o.Path))})
	}
	return samples, nil
}

// realCase are one document of each kind of the content folder.
var realCase = sync.OnceValues(func() ([]conformity.Sample, error) {
	out, err := build("out")
	if err != nil {
		return nil, err
	}
	return pdfs(out)
})

// elements are the documents of the gallery that have elements of their own.
var elements = sync.OnceValues(func() ([]conformity.Sample, error) {
	content, err := filepath.Abs(gallery)
	if err != nil {
		return nil, err
	}
	out, err := build("gallery", "--content", content)
	if err != nil {
		return nil, err
	}
	return pdfs(out, "notice", "letter")
})

func samples(t *testing.T, made func() ([]conformity.Sample, error)) []conformity.Sample {
	t.Helper()
	list, err := made()
	if err != nil {
		t.Fatal(err)
	}
	return list
}
