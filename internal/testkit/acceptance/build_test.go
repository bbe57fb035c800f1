package acceptance

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"

	"hongtou/internal/testkit/executable"
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
	if err := executable.Build(made.program); err != nil {
		return err
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
	Path, Kind, Format, Dossier, Edition, Unit, Item, SHA256 string
	Pages, Bytes                                             int
}

// official says whether an output prints the plan, its annex or a notice, or
// compares them; the others are made for recipients.
func (o output) official() bool {
	return slices.Contains([]string{"notice", "annex", "amendment", "consolidated", "comparison"}, o.Kind)
}

// manifest lists the documents of a build. The website is judged by itself, and
// offers copies of these.
func manifest(t *testing.T, out string) []output {
	t.Helper()
	return slices.DeleteFunc(outputs(t, out), func(o output) bool { return o.Kind == "site" })
}

// outputs lists every file of a build.
func outputs(t *testing.T, out string) []output {
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

// issuedOn is the date of the plan's own notice.
const issuedOn = "2020-07-30"

// files gives the paths of one document of running text of each kind, of one
// format: the measures list as issued.
func files(t *testing.T, format string) map[string]string {
	t.Helper()
	return chosen(t, format, func(o output) (string, bool) {
		return o.Kind, o.official() && o.Kind != "comparison" && (o.Kind != "annex" || o.Edition == issuedOn)
	})
}

// texts gives all documents of running text of one format, those of amended
// editions included, by kind and edition.
func texts(t *testing.T, format string) map[string]string {
	t.Helper()
	return chosen(t, format, func(o output) (string, bool) {
		return o.Kind + " " + o.Edition, o.official() && o.Kind != "comparison"
	})
}

// every gives all documents of one format that are for nobody in particular.
func every(t *testing.T, format string) map[string]string {
	t.Helper()
	return chosen(t, format, func(o output) (string, bool) { return o.Kind + " " + o.Edition, o.official() })
}

// all gives every document of one format by its path.
func all(t *testing.T, format string) map[string]string {
	t.Helper()
	return chosen(t, format, func(o output) (string, bool) { return o.Path, true })
}

func chosen(t *testing.T, format string, choose func(output) (name string, ok bool)) map[string]string {
	t.Helper()
	out := map[string]string{}
	for _, o := range manifest(t, made.out) {
		if name, ok := choose(o); ok && o.Format == format {
			out[name] = filepath.Join(made.out, filepath.FromSlash(o.Path))
		}
	}
	if len(out) == 0 {
		t.Fatalf("the manifest lists no %s", format)
	}
	return out
}
