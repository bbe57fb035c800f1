package compose

import "go.yaml.in/yaml/v4"

// node is one node of an element's YAML: as much of it as elements ask for.
type node struct {
	kind    nodeKind
	null    bool   // a scalar left out, or one that only looks like null (~, null)
	line    int    // from 1, in the element
	value   string // of a scalar
	content []*node
}

type nodeKind uint8

const (
	otherNode nodeKind = iota // an alias, which no element may have
	scalarNode
	sequenceNode
	mappingNode // keys and values in turn
)

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
			n.content = append(n.content, nodeOf(c, depth+1))
		}
	}
	return n
}

// entries are the values of a mapping by key, in the order of the keys.
type entries []keyed

type keyed struct {
	key   string
	value *node
}

// of gives the value of a key, nil when it is absent.
func (e entries) of(key string) *node {
	for i := range e {
		if e[i].key == key {
			return e[i].value
		}
	}
	return nil
}
