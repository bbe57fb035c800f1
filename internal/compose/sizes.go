package compose

import "sync"

// size is how much a run of a template wrote.
type size struct{ out, lines, put int }

// sizes remembers about how much each template writes, so that the next run of
// it has room at once: growing took a quarter of all that was allocated. Nothing but memory depends on it.
type sizes struct{ known sync.Map } // name to size

const (
	usualVariables = 64
	mostUsual      = 64 << 10 // bytes; whoever writes more makes room as need be
)

func (s *sizes) of(name string) size {
	if last, ok := s.known.Load(name); ok {
		return last.(size)
	}
	return size{4 << 10, 128, 128}
}

func (s *sizes) learn(name string, last size) {
	known := s.of(name)
	fits := last.out <= known.out && last.lines <= known.lines && last.put <= known.put
	if last.out <= mostUsual && (!fits || last.out < known.out/2) {
		s.known.Store(name, last)
	}
}
