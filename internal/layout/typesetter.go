package layout

import (
	"runtime"
	"sync"

	"hongtou/internal/fontset"
	"hongtou/internal/linebreak"
)

// Typesetter lays documents out with one set of faces. It keeps what it learns
// of their characters, and its tools, from one document to the next; nothing
// of a document stays behind. It is safe for concurrent use.
type Typesetter struct {
	fonts *fontset.Set
	mu    sync.Mutex
	idle  []scratch // as many as were ever busy at once, and not more than processors
}

// New makes a typesetter.
func New(fs *fontset.Set) *Typesetter { return &Typesetter{fonts: fs} }

// scratch is what a setter works with and does not give away.
type scratch struct {
	metrics *metrics
	text    text
	breaker linebreak.Breaker
	spaces  []int32

	// Rows of the page being filled, and the runs and rules they own.
	runs     []Run
	rules    []Rule
	pictures []Picture
	pending  []row

	// What the lines of the cells of a table are made of.
	drawn []Run
	ruled []Rule
}

func (t *Typesetter) take() scratch {
	t.mu.Lock()
	defer t.mu.Unlock()
	n := len(t.idle)
	if n == 0 {
		return scratch{metrics: newMetrics(t.fonts)}
	}
	s := t.idle[n-1]
	t.idle = t.idle[:n-1]
	return s
}

// mostKept is the number of runs beyond which a scratch is not kept: that of a
// book of some hundred pages, some 2 MB for each worker.
const mostKept = 20_000

func (t *Typesetter) giveBack(s scratch) {
	if cap(s.runs)+cap(s.drawn) > mostKept || cap(s.text.glyphs) > mostKept {
		s = scratch{metrics: s.metrics}
	}
	s.text.runs = nil
	s.runs, s.drawn, s.pictures, s.pending = cleared(s.runs), cleared(s.drawn), cleared(s.pictures), cleared(s.pending)
	s.rules, s.ruled = s.rules[:0], s.ruled[:0]
	t.mu.Lock()
	defer t.mu.Unlock()
	if len(t.idle) < runtime.GOMAXPROCS(0) {
		t.idle = append(t.idle, s)
	}
}

// cleared empties a list and lets go of all that it ever held.
func cleared[T any](l []T) []T {
	clear(l[:cap(l)])
	return l[:0]
}
