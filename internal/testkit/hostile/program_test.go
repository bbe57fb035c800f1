//go:build unix

package hostile

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/txtar"

	"hongtou/internal/publish"
	"hongtou/internal/testkit/executable"
)

// What one run may cost. The time is of the processor, as machines that test
// have other work; a run that hangs is killed after much longer. The race
// detector needs several times as much, and address space without bound.
const (
	maxTime   = 10 * time.Second
	maxMemory = 1 << 30
	hangs     = 10 * time.Minute
	raceCosts = 10
)

// program is the built command line.
var program string

func TestMain(m *testing.M) {
	dir, err := os.MkdirTemp("", "hostile")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	program = filepath.Join(dir, "hongtou")
	if err := executable.Build(program); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	code := m.Run()
	_ = os.RemoveAll(dir)
	os.Exit(code)
}

// place is a folder with a content folder in it, to be spoilt.
type place struct {
	testing.TB
	dir string
}

// newPlace lays out the invented dossier of the command line's scripts.
func newPlace(t testing.TB) place {
	t.Helper()
	archive, err := txtar.ParseFile(filepath.Join("..", "..", "..", "cmd", "hongtou", "testdata", "mini.txtar"))
	if err != nil {
		t.Fatal(err)
	}
	p := place{t, t.TempDir()}
	for _, f := range archive.Files {
		p.write(f.Name, string(f.Data))
	}
	return p
}

func (p place) path(name string) string { return filepath.Join(p.dir, filepath.FromSlash(name)) }

func (p place) must(err error) {
	p.Helper()
	if err != nil {
		p.Fatal(err)
	}
}

func (p place) read(name string) string {
	p.Helper()
	data, err := os.ReadFile(p.path(name))
	p.must(err)
	return string(data)
}

// write makes a file and the folders above it.
func (p place) write(name, data string) {
	p.Helper()
	p.must(os.MkdirAll(filepath.Dir(p.path(name)), 0o755))
	p.must(os.WriteFile(p.path(name), []byte(data), 0o644))
}

func (p place) add(name, data string) { p.write(name, p.read(name)+data) }

// replace puts now in the place of every old, which must be there.
func (p place) replace(name, old, now string) {
	p.Helper()
	if !strings.Contains(p.read(name), old) {
		p.Fatalf("%s has no %q", name, old)
	}
	p.write(name, strings.ReplaceAll(p.read(name), old, now))
}

// result is what became of one run.
type result struct {
	code   int
	said   string
	time   time.Duration // of the processor
	memory int64
}

// run runs the program in the folder, with bounds that only a bomb comes to.
func (p place) run(args ...string) result {
	p.Helper()
	ctx, cancel := context.WithTimeout(p.Context(), hangs)
	defer cancel()
	cmd := exec.CommandContext(ctx, "sh", append([]string{"-c", bounds() + `exec "$@"`, "sh", program}, args...)...)
	cmd.Dir = p.dir
	out, err := cmd.CombinedOutput()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		p.Fatal(err)
	}
	s := cmd.ProcessState
	used := s.SysUsage().(*syscall.Rusage)
	return result{s.ExitCode(), string(out), s.UserTime() + s.SystemTime(), int64(used.Maxrss) * maxrssUnit}
}

// bounds are commands of the shell; a program that comes to them is killed.
func bounds() string {
	seconds := 6 * int(maxTime.Seconds())
	if executable.Raced() {
		return fmt.Sprintf("ulimit -t %d; ", raceCosts*seconds)
	}
	return fmt.Sprintf("ulimit -t %d; ulimit -v %d; ", seconds, 8*maxMemory>>10)
}

// mustEnd builds and wants an end within bounds: exit code 0 with a whole out/,
// or another with all these words.
func (p place) mustEnd(code int, words []string, args ...string) {
	p.Helper()
	r := p.run(append([]string{"build", "--out", "out"}, args...)...)
	if r.code != code || strings.Contains(r.said, "goroutine ") || strings.Contains(r.said, "panic") {
		p.Errorf("exit %d, want %d: %s", r.code, code, shortened(r.said))
	}
	if !executable.Raced() && (r.time > maxTime || r.memory > maxMemory) {
		p.Errorf("took %v of the processor and %d MB", r.time, r.memory>>20)
	}
	for _, w := range words {
		if !strings.Contains(r.said, w) {
			p.Errorf("does not say %q: %s", w, shortened(r.said))
		}
	}
	if len(r.said) > 1<<20 {
		p.Errorf("printed %d bytes", len(r.said))
	}
	if code == 0 {
		report, err := publish.Verify(p.path("out"))
		if err != nil || !report.Whole() || len(report.Foreign) > 0 {
			p.Errorf("out/: %+v, %v", report, err)
		}
	} else if _, err := os.Lstat(p.path("out")); err == nil {
		p.Error("out/ was made")
	}
	p.Logf("exit %d, %v, %d MB", r.code, r.time.Round(time.Millisecond), r.memory>>20)
}

func shortened(s string) string {
	const most = 1500
	if len(s) > most {
		return strings.ToValidUTF8(s[:most], "") + fmt.Sprintf("… (%d bytes)", len(s))
	}
	return s
}
