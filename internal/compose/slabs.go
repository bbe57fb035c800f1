package compose

import (
	"slices"

	"hongtou/internal/doc"
)

// slabSize is how many small pieces of a tree are allocated at once; it has no
// meaning beyond that.
const slabSize = 64

// inlineSlab gives lists of runs room side by side, as most have one or two
// runs and a tree has thousands of them. Lists are cut off at their length, so
// that none can grow into the next.
type inlineSlab struct{ free []doc.Inline }

// begin gives an empty list with room for n runs in the slab; a longer one
// moves out of it.
func (s *inlineSlab) begin(n int) []doc.Inline {
	if cap(s.free) < n {
		s.free = make([]doc.Inline, 0, max(n, slabSize))
	}
	return s.free[:0:cap(s.free)]
}

// end takes a list that was begun last.
func (s *inlineSlab) end(list []doc.Inline) []doc.Inline {
	if len(list) > 0 && cap(list) == cap(s.free) {
		s.free = s.free[len(list):len(list):cap(s.free)]
	}
	return slices.Clip(list)
}
