package bounds

import (
	"runtime"
	"testing"
	"time"

	"hongtou/internal/measure"
)

// What costs in proportion costs 8 times as much for 8 times as much; what grows
// with the square costs 64 times as much. The line is drawn half way, at a factor
// of nearly 3 from both, which no busy machine comes to three times in a row.
const (
	times = 8
	most  = 22
	tries = 3
	least = 10 * time.Millisecond // less is not told well by the clocks of all systems
)

// Linear wants work whose cost grows with its size, and not with the square of
// it. The function prepares work of a size; what that returns does it, and the
// processor time of doing it for n and for an eighth of n is compared. Both must
// have an end, too.
func Linear(t testing.TB, what string, n int, prepare func(n int) (work func())) {
	t.Helper()
	little, much := prepare(n/times), prepare(n)
	Ends(what, little) // what is made once and kept is not counted
	var few, many time.Duration
	for range tries {
		few, many = cost(what, little), cost(what, much)
		if many <= most*max(few, least) {
			return
		}
	}
	t.Errorf("%s: %d times as much costs %d times as much (%v instead of %v of the processor)", what, times, many/max(few, 1), many, few)
}

func cost(what string, work func()) time.Duration {
	runtime.GC() // what others left is not counted
	before := measure.Now().CPU
	Ends(what, work)
	return measure.Now().CPU - before
}
