package main

import (
	"runtime"
	"runtime/metrics"
	"testing"
	"time"
)

func TestGarbageIsLimitedByTheHeapThenInPercent(t *testing.T) {
	for live, want := range map[uint64]int{
		0: 400, 1 << 20: 400, 12 << 20: 400, 16 << 20: 300, 32 << 20: 100,
		40 << 20: 60, 48 << 20: 50, 64 << 20: 50, 4 << 30: 50,
	} {
		if got := percentFor(live); got != want {
			t.Errorf("%d MB in use: %d %%, want %d", live>>20, got, want)
		}
	}
}

// TestLimitFollowsWhatIsInUse: the percentage is set after every search, not
// only after the first.
func TestLimitFollowsWhatIsInUse(t *testing.T) {
	t.Setenv("GOGC", "")
	limitGarbage()
	for _, size := range []int{200 << 20, 1, 200 << 20} {
		held := make([]byte, size)
		want := func(percent uint64) bool { return (percent == leastPercent) == (size > 1) }
		for deadline := time.Now().Add(20 * time.Second); !want(percentNow()); {
			if time.Now().After(deadline) {
				t.Fatalf("%d MB in use: %d %%", size>>20, percentNow())
			}
			runtime.GC()
			time.Sleep(time.Millisecond)
		}
		runtime.KeepAlive(held)
	}
}

func percentNow() uint64 {
	now := []metrics.Sample{{Name: "/gc/gogc:percent"}}
	metrics.Read(now)
	return now[0].Value.Uint64()
}
