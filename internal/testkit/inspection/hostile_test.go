//go:build unix

package inspection

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"hongtou/internal/testkit/executable"
)

// Damaged files may take no longer and no more than this (issue: 10 s, 1 GB).
// The time is of the processor, as machines that test have other work; what
// hangs is killed after much longer. With the race detector, which needs several
// times as much, only that holds.
const (
	longest = 10 * time.Second
	largest = 1 << 30
	hangs   = 5 * time.Minute
)

// TestDamagedFilesEndInAMessage cuts files off and damages them by chance, with
// a fixed seed, and asks the program about each in a run of its own.
func TestDamagedFilesEndInAMessage(t *testing.T) {
	bin, err := program()
	check(t, err)
	sources := append(pdfs(t, gallery)[:2], realNotice(t))
	chance := rand.New(rand.NewPCG(9704, 2012))
	inspect(t, sources[0]) // compiles the reader into the cache
	for i := range 36 {
		data, err := os.ReadFile(sources[i%len(sources)])
		check(t, err)
		damage := damages[i/len(sources)%len(damages)]
		t.Run(fmt.Sprintf("%02d %s", i, damage.name), func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "坏.pdf")
			check(t, os.WriteFile(path, damage.do(bytes.Clone(data), chance), 0o600))
			bounded(t, bin, path)
		})
	}
}

// damages are ways in which files are spoilt.
var damages = []struct {
	name string
	do   func([]byte, *rand.Rand) []byte
}{
	{"cut off", func(b []byte, c *rand.Rand) []byte { return b[:c.IntN(len(b))] }},
	{"bytes changed", func(b []byte, c *rand.Rand) []byte {
		for range 1 + c.IntN(200) {
			b[c.IntN(len(b))] = byte(c.IntN(256))
		}
		return b
	}},
	{"numbers changed", func(b []byte, c *rand.Rand) []byte {
		for range 1 + c.IntN(400) {
			if k := c.IntN(len(b)); b[k] >= '0' && b[k] <= '9' {
				b[k] = '9'
			}
		}
		return b
	}},
	{"a piece taken out", func(b []byte, c *rand.Rand) []byte {
		from := c.IntN(len(b) - 1)
		return append(b[:from], b[from+c.IntN(len(b)-from):]...)
	}},
	{"a piece doubled", func(b []byte, c *rand.Rand) []byte {
		from := c.IntN(len(b) - 1)
		to := from + c.IntN(min(4096, len(b)-from))
		return bytes.Join([][]byte{b[:to], b[from:]}, nil)
	}},
	{"blanks put in", func(b []byte, c *rand.Rand) []byte {
		from := c.IntN(len(b) - 1)
		return bytes.Join([][]byte{b[:from], bytes.Repeat([]byte(" "), 1+c.IntN(5000)), b[from:]}, nil)
	}},
}

// bounded asks about one file and watches time, memory and what is said.
func bounded(t *testing.T, bin, path string, flags ...string) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), hangs)
	defer cancel()
	cmd := exec.CommandContext(ctx, bin, append([]string{"inspect", "--json", path}, flags...)...)
	cmd.Env = append(os.Environ(), "XDG_CACHE_HOME="+filepath.Join(scratch, "cache"))
	var out, said bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &said
	err := cmd.Run()
	if ctx.Err() != nil {
		t.Fatalf("still running after %v", hangs)
	}
	if code := cmd.ProcessState.ExitCode(); code != 0 && code != 1 {
		t.Fatalf("exit %d: %v\n%.2000s", code, err, said.String())
	}
	s := cmd.ProcessState
	used, memory := s.UserTime()+s.SystemTime(), s.SysUsage().(*syscall.Rusage).Maxrss*1024
	if !executable.Raced() && (used > longest || memory > largest) {
		t.Errorf("took %v of the processor and %d MB", used, memory>>20)
	}
	if s := said.String(); strings.Contains(s, "goroutine ") || strings.Contains(s, "panic") {
		t.Errorf("said %.500s", s)
	}
	var r report
	check(t, json.Unmarshal(out.Bytes(), &r))
	if len(r.Files) != 1 {
		t.Fatalf("%s files in the report", strconv.Itoa(len(r.Files)))
	}
	switch f := r.Files[0]; {
	case f.Problem != nil && (f.Problem.Code == "" || f.Problem.Message == "" || f.Problem.Hint == ""):
		t.Errorf("problem %+v", *f.Problem)
	case f.Problem == nil && len(f.Clauses) == 0:
		t.Error("neither a problem nor clauses")
	}
}
