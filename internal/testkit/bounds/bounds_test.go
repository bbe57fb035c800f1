package bounds

import (
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"strings"
	"testing"
	"time"
)

// TestMain lets the test binary be a process that does not end.
func TestMain(m *testing.M) {
	if os.Getenv("BOUNDS_TEST_ENDLESS") != "" {
		ends("endless", 300*time.Millisecond, forever)
	}
	os.Exit(m.Run())
}

func forever() {
	for n := 0; ; n++ {
		_ = n
	}
}

func TestEndsKillsWhatHasNoEnd(t *testing.T) {
	cmd := exec.CommandContext(t.Context(), os.Args[0])
	cmd.Env = append(os.Environ(), "BOUNDS_TEST_ENDLESS=1")
	said, err := cmd.CombinedOutput()
	if err == nil || !strings.Contains(string(said), "endless: no end after 300ms") || !strings.Contains(string(said), "bounds.forever") {
		t.Errorf("%v\n%s", err, said)
	}
}

// TestEndsIsOver: neither a function that ends nor one that gives up leaves a
// watch behind, and waiting costs nothing.
func TestEndsIsOver(t *testing.T) {
	for range 100 {
		done := make(chan struct{})
		go func() {
			defer close(done)
			ends("given up", time.Millisecond, runtime.Goexit)
		}()
		<-done
	}
	ends("waits", 50*time.Millisecond, func() { time.Sleep(400 * time.Millisecond) })
}

// TestHeld: what is kept counts, wherever it goes afterwards; garbage does not.
func TestHeld(t *testing.T) {
	const size, pieces = 1 << 20, 64
	kept := func() {
		var all [][]byte
		for range pieces {
			all = append(all, make([]byte, size))
		}
		for i := range all {
			all[i][0] = 1
		}
	}
	garbage := func() {
		for range pieces {
			sink = make([]byte, size)
		}
	}
	if got := Held(kept); got < pieces*size*3/4 || got > pieces*size*5/4 {
		t.Errorf("%d MB were kept, of them noticed %d", pieces, got>>20)
	}
	if got := Held(garbage); got > pieces*size/4 {
		t.Errorf("one MB was kept, noticed %d", got>>20)
	}
}

var sink []byte

// judged keeps what a test says of its failure.
type judged struct {
	testing.TB
	said string
}

func (j *judged) Helper() {}

func (j *judged) Errorf(format string, args ...any) { j.said = fmt.Sprintf(format, args...) }

// TestLinear: work that grows with the square is found, work in proportion and
// preparations are not.
func TestLinear(t *testing.T) {
	line := func(n int) func() { return func() { spin(n) } }
	square := func(n int) func() { return func() { spin(n * n / 200) } }
	slow := func(n int) func() { spin(n * n / 200); return func() {} }
	const n = 100_000
	for _, c := range []struct {
		name  string
		f     func(int) func()
		found bool
	}{{"line", line, false}, {"square", square, true}, {"slow to prepare", slow, false}} {
		j := &judged{TB: t}
		Linear(j, c.name, n, c.f)
		if c.found != strings.HasPrefix(j.said, c.name+": 8 times as much costs ") {
			t.Errorf("%s: %q", c.name, j.said)
		}
	}
}

// spin takes n steps of some nanoseconds.
func spin(n int) {
	x := uint32(1)
	for range 8 * n {
		x = x*1664525 + 1013904223
	}
	steps = x
}

var steps uint32
