package build

import (
	"sync"
	"sync/atomic"
)

// steps tells a Progress what is made, from any goroutine.
type steps struct {
	mu sync.Mutex
	to Progress
}

func (s *steps) stage(name string, total int) { s.to.Stage(name, total) }

// Done ends the stage.
func (s *steps) Done() { s.to.Done() }

// skip says that a document needs no work.
func (s *steps) skip() { s.step("") }

func (s *steps) step(title string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.to.Step(title)
}

// of gives what to call after each of a document's files; the last one is told.
func (s *steps) of(title string, files int) func() {
	var left atomic.Int64
	left.Store(int64(files))
	return func() {
		if left.Add(-1) == 0 {
			s.step(title)
		}
	}
}
