package compose

import "sync"

// nodes is where the nodes of one element lie; the next element takes their
// place, as nothing of them outlives the element.
type nodes struct {
	slabs      [][]node
	slab, used int
}

// nodeSlab is the number of nodes in a slab: a table of usual size.
const nodeSlab = 256

func (s *nodes) reset() { s.slab, s.used = 0, 0 }

func (s *nodes) take(k nodeKind, line int) *node {
	if s.slab < len(s.slabs) && s.used == nodeSlab {
		s.slab, s.used = s.slab+1, 0
	}
	if s.slab == len(s.slabs) {
		s.slabs = append(s.slabs, make([]node, nodeSlab))
	}
	n := &s.slabs[s.slab][s.used]
	s.used++
	*n = node{kind: k, line: line}
	return n
}

// spareNodes are those that no document is using. What they said of the last
// one is written over, or dropped with them.
type spareNodes struct{ pool sync.Pool }

// mostSpare is the number of slabs with which nodes are kept: enough for all but
// very large tables.
const mostSpare = 16

func (s *spareNodes) take() *nodes {
	if n, ok := s.pool.Get().(*nodes); ok {
		return n
	}
	return &nodes{}
}

func (s *spareNodes) put(n *nodes) {
	if len(n.slabs) <= mostSpare {
		s.pool.Put(n)
	}
}
