// Package bounds holds hostile input to limits that a busy machine, or the race
// detector, does not move: a function goes in; out comes that it ended, or the
// end of the whole test, and how much memory it held. Speed is not judged here:
// benchmarks measure it.
package bounds

import (
	"fmt"
	"runtime/debug"
	"sync"
	"time"

	"hongtou/internal/measure"
	"hongtou/internal/testkit/executable"
)

// patience is the processor time after which something has no end. What is
// tested needs a second or so; whatever grows with the square of its input, or
// faster, is given input with which it needs minutes.
const patience = 20 * time.Second

// raceCosts is how much slower the race detector makes our slowest loops, and
// then some; 10 was measured.
const raceCosts = 20

// Ends runs a function that must end. When this process has used far more of
// the processor than any such function needs, it is killed, as "go test" kills
// one that has run for too long, with the stacks of all that runs. Nothing else
// may run in the process meanwhile: tests that use Ends are not parallel.
func Ends(what string, f func()) {
	limit := patience
	if executable.Raced() {
		limit *= raceCosts
	}
	ends(what, limit, f)
}

func ends(what string, limit time.Duration, f func()) {
	stop := make(chan struct{})
	var watch sync.WaitGroup
	watch.Go(func() { kill(what, limit, stop) })
	defer watch.Wait()
	defer close(stop)
	f()
}

// kill brings the process down at the limit, unless it is stopped before.
func kill(what string, limit time.Duration, stop <-chan struct{}) {
	tick := time.NewTicker(min(limit, time.Second) / 4)
	defer tick.Stop()
	var begun time.Duration // as of the first tick: most end before, and asking costs
	for {
		select {
		case <-stop:
			return
		case <-tick.C:
		}
		switch used := measure.Now().CPU; {
		case begun == 0:
			begun = used
		case used-begun > limit:
			debug.SetTraceback("all")
			panic(fmt.Sprintf("%s: no end after %v of the processor", what, limit))
		}
	}
}
