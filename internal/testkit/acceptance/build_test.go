package acceptance

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// made is where TestMain built the content, and the program that did it.
var made struct{ program, root, out string }

func TestMain(m *testing.M) {
	dir, err := os.MkdirTemp("", "acceptance")
	if err == nil {
		err = prepare(dir)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	code := m.Run()
	os.RemoveAll(dir)
	os.Exit(code)
}

func prepare(dir string) error {
	root, err := filepath.Abs("../../..")
	if err != nil {
		return err
	}
	made.root, made.out, made.program = root, filepath.Join(dir, "out"), filepath.Join(dir, "hongtou")
	if out, err := exec.Command("go", "build", "-o", made.program, "hongtou/cmd/hongtou").CombinedOutput(); err != nil {
		return fmt.Errorf("go build: %w\n%s", err, out)
	}
	if out, err := hongtou(root, nil, "build", "--out", made.out); err != nil {
		return fmt.Errorf("hongtou build: %w\n%s", err, out)
	}
	return nil
}

// hongtou runs the program in a folder with additions to the environment.
func hongtou(dir string, env []string, args ...string) ([]byte, error) {
	cmd := exec.Command(made.program, args...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), env...)
	return cmd.CombinedOutput()
}

// output is one line of the manifest.
type output struct {
	Path, Kind, Format, Dossier, Edition, SHA256 string
	Pages, Bytes                                 int
}

func manifest(t *testing.T, out string) []output {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(out, "manifest.json"))
	if err != nil {
		t.Fatal(err)
	}
	var m struct{ Outputs []output }
	if err := json.Unmarshal(data, &m); err != nil {
		t.Fatal(err)
	}
	return m.Outputs
}

// files gives the paths of the outputs of one format, by kind.
func files(t *testing.T, format string) map[string]string {
	t.Helper()
	all := map[string]string{}
	for _, o := range manifest(t, made.out) {
		if o.Format == format {
			all[o.Kind] = filepath.Join(made.out, filepath.FromSlash(o.Path))
		}
	}
	if len(all) == 0 {
		t.Fatalf("the manifest lists no %s", format)
	}
	return all
}
