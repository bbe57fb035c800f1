package inspection

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"sync"
	"testing"
	"time"

	"hongtou/internal/testkit/executable"
)

// root is the folder of the module.
const root = "../../.."

var scratch string

func TestMain(m *testing.M) {
	flag.Parse()
	dir, err := os.MkdirTemp("", "inspection")
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

// made builds the documents of a content folder once.
func made(name string, args ...string) func() (string, error) {
	return sync.OnceValues(func() (string, error) {
		bin, err := program()
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
	})
}

var (
	realCase = made("out", "--format", "pdf")
	htmlCase = made("html", "--format", "pdf", "--format", "html", "--kind", "notice")
	gallery  = made("gallery", "--content", filepath.Join("internal", "testkit", "gallery", "content"), "--format", "pdf", "--kind", "notice", "--kind", "letter")
)

// report is what hongtou inspect --json says, as far as the tests ask.
type report struct {
	Files []struct {
		Path    string
		Pages   int
		Problem *struct{ Code, Message, Hint string }
		Clauses []clause
	}
}

type clause struct {
	ID, Part, Verdict, Measured string
	Values                      []struct {
		Name   string
		Number float64
		Unit   string
	}
	Places []struct{ Page int }
}

func (c clause) name() string { return c.ID + " " + c.Part }

// inspect asks the program about files. Its time is limited far above what it
// needs, so that a run without end fails here.
func inspect(t *testing.T, files ...string) report {
	t.Helper()
	bin, err := program()
	check(t, err)
	ctx, cancel := context.WithTimeout(t.Context(), 30*time.Minute)
	defer cancel()
	// The verdicts are judged here, not the time of a busy machine.
	cmd := exec.CommandContext(ctx, bin, append([]string{"inspect", "--json", "--timeout", "600"}, files...)...)
	cmd.Env = append(os.Environ(), "XDG_CACHE_HOME="+filepath.Join(scratch, "cache"))
	var said bytes.Buffer
	cmd.Stderr = &said
	out, err := cmd.Output()
	var exit *exec.ExitError
	if err != nil && (!errors.As(err, &exit) || exit.ExitCode() != 1) {
		t.Fatalf("hongtou inspect %q: %v\n%s", files, err, said.String())
	}
	var r report
	if err := json.Unmarshal(out, &r); err != nil {
		t.Fatalf("%v in %.200s", err, out)
	}
	if len(r.Files) != len(files) {
		t.Fatalf("%d files of %d are in the report", len(r.Files), len(files))
	}
	return r
}

// failed names the clauses that a file does not keep.
func failed(t *testing.T, path string) []string {
	t.Helper()
	f := inspect(t, path).Files[0]
	if f.Problem != nil {
		t.Fatalf("%s: %+v", path, *f.Problem)
	}
	var names []string
	for _, c := range f.Clauses {
		if c.Verdict == "fails" {
			t.Log(c.name(), c.Measured)
			names = append(names, c.name())
		}
	}
	slices.Sort(names)
	return names
}

func check(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
