package bounds

import (
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"sync/atomic"
)

// Held gives the most bytes that a function held at a time, beyond what was held
// before. The collector counts them, whenever a quarter has been added: garbage
// does not count, and it is no matter when somebody looks.
func Held(f func()) uint64 {
	defer debug.SetGCPercent(debug.SetGCPercent(25))
	runtime.GC()
	before := alive()
	w := &watcher{}
	w.most.Store(before)
	runtime.SetFinalizer(&collected{w}, look)
	f()
	w.over.Store(true)
	return max(w.most.Load(), alive()) - before
}

// watcher keeps the most that was alive after a collection.
type watcher struct {
	most atomic.Uint64
	over atomic.Bool
}

// collected is garbage from the beginning: its finalizer runs once after every
// collection.
type collected struct{ w *watcher }

func look(c *collected) {
	c.w.most.Store(max(c.w.most.Load(), alive()))
	if !c.w.over.Load() {
		runtime.SetFinalizer(c, look)
	}
}

// alive is what the latest collection found in use, in bytes.
func alive() uint64 {
	s := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	metrics.Read(s)
	return s[0].Value.Uint64()
}
