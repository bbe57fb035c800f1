package compose

import (
	"iter"

	"go.yaml.in/yaml/v4"
)

// node is one node of an element's YAML: as much of it as elements ask for.
// Nodes of a list are linked, as growing slices for them would be a third of
// all the memory that reading an element takes.
type node struct {
	kind  nodeKind
	null  bool   // a scalar left out, or one that only looks like null (~, null)
	line  int    // from 1, in the element
	value string // of a scalar

	count             int // of the nodes below
	first, last, next *node
}

type nodeKind uint8

const (
	otherNode nodeKind = iota // an alias, which no element may have
	scalarNode
	sequenceNode
	mappingNode // keys and values in turn
)

func (n *node) add(below *node) {
	if n.last == nil {
		n.first = below
	} else {
		n.last.next = below
	}
	n.last = below
	n.count++
}

// each goes through the nodes below; there are none below nil.
func (n *node) each() iter.Seq[*node] {
	return func(yield func(*node) bool) {
		if n == nil {
			return
		}
		for e := n.first; e != nil && yield(e); e = e.next {
		}
	}
}

// size is the number of nodes below; nil has none.
func (n *node) size() int {
	if n == nil {
		return 0
	}
	return n.count
}

// pairs goes through keys and values of a mapping.
func (n *node) pairs() iter.Seq2[*node, *node] {
	return func(yield func(key, value *node) bool) {
		if n == nil {
			return
		}
		for k := n.first; k != nil && k.next != nil && yield(k, k.next); k = k.next.next {
		}
	}
}

// maxDepth bounds the conversion of nodes; no element is nearly as deep.
const maxDepth = 10_000

// nodeOf converts what the library read.
func nodeOf(y *yaml.Node, depth int) *node {
	n := &node{line: y.Line, value: y.Value}
	switch y.Kind {
	case yaml.ScalarNode:
		n.kind, n.null = scalarNode, y.Tag == "!!null"
	case yaml.SequenceNode:
		n.kind = sequenceNode
	case yaml.MappingNode:
		n.kind = mappingNode
	}
	if depth < maxDepth {
		for _, c := range y.Content {
			n.add(nodeOf(c, depth+1))
		}
	}
	return n
}

// entries are the values of a mapping by key. Of a key that stands twice, which
// mapping has reported, the first counts.
type entries struct {
	in   *node
	seen uint64 // which of the keys that it may have, by their places
}

// of gives the value of a key, nil when it is absent.
func (e entries) of(key string) *node {
	if e.in == nil {
		return nil
	}
	for k := e.in.first; k != nil && k.next != nil; k = k.next.next {
		if k.value == key {
			return k.next
		}
	}
	return nil
}
