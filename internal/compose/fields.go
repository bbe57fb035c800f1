package compose

import (
	"errors"
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v4"

	"hongtou/internal/diag"
)

// fence reads the YAML of one fenced element, strictly: unknown and repeated
// keys, wrong types and aliases are problems with their line.
type fence struct {
	*builder
	block *block
}

// root gives the element's YAML, or nil when it is empty or cannot be read.
func (f fence) root() *node {
	size, blank := 0, true
	for _, l := range f.block.lines {
		size += len(l) + 1
		blank = blank && strings.TrimSpace(l) == ""
	}
	switch {
	case blank:
		return nil
	case !f.x.allows(size, maxElement, elementPerValue):
		most := f.x.bound(maxElement, elementPerValue) >> 20
		f.problem(f.block.at, "element-size", "代码块超过"+strconv.Itoa(most)+" MB", "分成几个代码块")
		return nil
	}
	f.nodes.reset()
	if n := readPlain(f.block.lines, f.nodes); n != nil {
		return n
	}
	n, err := readYAML(strings.Join(f.block.lines, "\n") + "\n")
	if err != nil {
		line := 1
		var at *yaml.LoadError
		if errors.As(err, &at) {
			line = at.Mark.Line
		}
		f.problem(placeIn(f.block, line), "element-yaml", "代码块的YAML写法有误："+strings.TrimPrefix(err.Error(), "yaml: "), "请对照docs/templates.md")
	}
	return n
}

// readYAML reads an element with the library.
func readYAML(text string) (*node, error) {
	var n yaml.Node
	if err := yaml.Load([]byte(text), &n); err != nil {
		return nil, err
	}
	if n.Kind == yaml.DocumentNode && len(n.Content) == 1 {
		return nodeOf(n.Content[0], 0), nil
	}
	return nodeOf(&n, 0), nil
}

func (f fence) at(n *node) diag.Position { return placeIn(f.block, n.line) }

func (f fence) wrong(n *node, want string) {
	f.problem(f.at(n), "element-type", "这里应为"+want, "请对照docs/templates.md")
}

// mapping gives the values of a mapping by key.
func (f fence) mapping(n *node, keys ...string) entries {
	if n == nil {
		return entries{}
	}
	if n.kind != mappingNode {
		f.wrong(n, "“键: 值”")
		return entries{}
	}
	var seen uint64 // by the place among keys
	for key := range n.pairs() {
		i := slices.Index(keys, key.value)
		switch bit := uint64(1) << max(i, 0); {
		case i < 0:
			f.problem(f.at(key), "element-key", "代码块“"+f.block.info+"”没有键“"+key.value+"”", "可用的键："+strings.Join(keys, "、"))
		case seen&bit != 0:
			f.problem(f.at(key), "element-key", "键“"+key.value+"”写了两次", "保留一个")
		default:
			seen |= bit
		}
	}
	return entries{n, seen}
}

// sequence gives a list, whose entries are below; nil when it is absent.
func (f fence) sequence(n *node) *node {
	if n == nil || isNull(n) {
		return nil
	}
	if n.kind != sequenceNode {
		f.wrong(n, "列表")
		return nil
	}
	return n
}

// text gives the characters of a scalar as written; absent and null are empty.
func (f fence) text(n *node) string {
	if n == nil || isNull(n) {
		return ""
	}
	if n.kind != scalarNode {
		f.wrong(n, "一行文字")
		return ""
	}
	return n.value
}

// number gives a whole number from 0 to 9999; absent is 0.
func (f fence) number(n *node) int {
	s := f.text(n)
	if s == "" {
		return 0
	}
	v, err := strconv.Atoi(s)
	if err != nil || v < 0 || v > 9999 {
		f.wrong(n, "0到9999的整数")
		return 0
	}
	return v
}

// flag gives true or false; absent is false.
func (f fence) flag(n *node) bool {
	switch f.text(n) {
	case "true":
		return true
	case "", "false":
		return false
	}
	f.wrong(n, "true或false")
	return false
}

// choice gives one of several words; absent is "".
func (f fence) choice(n *node, words ...string) string {
	s := f.text(n)
	if s != "" && !slices.Contains(words, s) {
		f.wrong(n, strings.Join(words, "、")+"之一")
		return ""
	}
	return s
}

// isNull tells a value left out. A scalar that only looks like null (~, null)
// is one too, as everywhere in YAML.
func isNull(n *node) bool { return n.null }
