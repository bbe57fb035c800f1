package main

import (
	"os"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
)

// How much memory may wait to be freed: half of what is in use, and in any case
// so much that both together are heap bytes. Percents alone serve us badly: a
// build of one city has 20 MB in use, was searched for garbage 130 times at
// 50 %, and needs a quarter less processor time with a quarter of the searches.
// A constant beside what is in use, on the other hand, is of no use to a
// province, which has 40 MB in use and 100 times as much to do.
const (
	heap         = 64 << 20
	leastPercent = 50
	// mostPercent bounds what a jump of the memory in use can do before the
	// percentage is set anew.
	mostPercent = 400
)

// limitGarbage rules the collector from now on. GOGC in the environment goes
// before.
func limitGarbage() {
	if os.Getenv("GOGC") != "" {
		return
	}
	debug.SetGCPercent(mostPercent)
	afterNext()
}

// sentinel is an object that nobody uses: when it is found dead, a search has
// ended. The pointer keeps it from being laid together with other small objects.
type sentinel struct{ _ *int }

// afterNext sets the percentage anew after the next search and every one that
// follows; Go has no setting in bytes. A finalizer, because cleanups run only
// when all memory has been swept: on a busy machine that was late enough for
// 40 MB more.
func afterNext() {
	runtime.SetFinalizer(new(sentinel), func(*sentinel) {
		debug.SetGCPercent(percentFor(inUse()))
		afterNext()
	})
}

// inUse is what the last search found in use, in bytes.
func inUse() uint64 {
	live := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	metrics.Read(live)
	return live[0].Value.Uint64()
}

// percentFor spells as Go wants it what may wait beside so many bytes in use.
func percentFor(live uint64) int {
	if live >= heap {
		return leastPercent
	}
	return int(min(max(100*(heap-live)/max(live, 1), leastPercent), mostPercent))
}
