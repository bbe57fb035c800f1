// Package measure says what a run of a program costs: arguments of this very
// program go in, every round in a process of its own, so that starting up and
// memory are counted; out come wall and processor time, allocations, peak
// memory and what lies in the folder afterwards, as medians over the rounds.
// What happens inside the process it tells its parent with Usage.
package measure

import (
	"cmp"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"slices"
	"strings"
	"time"
)

// Usage is what a process has used since it began.
type Usage struct {
	CPU    time.Duration `json:"cpu_ns"` // user and system
	Allocs uint64        `json:"allocs"` // objects
	Bytes  uint64        `json:"bytes"`  // allocated
	Peak   int64         `json:"peak"`   // bytes of memory at most; 0 = this system does not tell
}

// Now gives what this process has used.
func Now() Usage {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return Usage{CPU: processorTime(), Allocs: m.Mallocs, Bytes: m.TotalAlloc, Peak: peakMemory()}
}

// Round is one run in a process of its own.
type Round struct {
	Usage
	Wall   time.Duration   `json:"wall_ns"`
	Before time.Duration   `json:"before_ns"`         // of the processor time, what passed before anything was made: the start and the reading
	Warm   []time.Duration `json:"warm_ns,omitempty"` // processor time of the same again inside the same process
}

// Told is what the process tells its parent on standard output.
type Told struct {
	Usage
	Before time.Duration   `json:"before_ns"`
	Warm   []time.Duration `json:"warm_ns"`
}

// Run runs this program with arguments that make it print a Told. Wall and
// processor time are the parent's figures and include the start. The clock is
// the caller's: nothing in here asks for it.
func Run(clock func() time.Time, args ...string) (Round, error) {
	self, err := os.Executable()
	if err != nil {
		return Round{}, err
	}
	var out, problems strings.Builder
	cmd := exec.Command(self, args...)
	cmd.Stdout, cmd.Stderr = &out, &problems
	begin := clock()
	if err := cmd.Run(); err != nil {
		return Round{}, fmt.Errorf("%w\n%s", err, strings.TrimSpace(problems.String()))
	}
	wall := clock().Sub(begin)
	var told Told
	if err := json.Unmarshal([]byte(out.String()), &told); err != nil {
		return Round{}, err
	}
	r := Round{Usage: told.Usage, Wall: wall, Before: told.Before, Warm: told.Warm}
	if len(told.Warm) == 0 { // otherwise the process did more than what is measured
		r.CPU = cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()
	}
	return r, nil
}

// Median gives the median of each figure by itself.
func Median(rounds []Round) Round {
	var out Round
	for _, r := range rounds {
		out.Warm = append(out.Warm, r.Warm...)
	}
	out.Wall = Middle(rounds, func(r Round) time.Duration { return r.Wall })
	out.Before = Middle(rounds, func(r Round) time.Duration { return r.Before })
	out.CPU = Middle(rounds, func(r Round) time.Duration { return r.CPU })
	out.Allocs = Middle(rounds, func(r Round) uint64 { return r.Allocs })
	out.Bytes = Middle(rounds, func(r Round) uint64 { return r.Bytes })
	out.Peak = Middle(rounds, func(r Round) int64 { return r.Peak })
	return out
}

// Middle gives the median of one figure: the lower of the two in the middle of
// an even number; zero of none.
func Middle[T any, N cmp.Ordered](list []T, of func(T) N) N {
	var zero N
	if len(list) == 0 {
		return zero
	}
	var all []N
	for _, v := range list {
		all = append(all, of(v))
	}
	slices.Sort(all)
	return all[(len(all)-1)/2]
}
