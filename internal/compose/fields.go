package compose

import (
	"errors"
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v4"

	"hongtou/internal/diag"
	"hongtou/internal/markdown"
)

// maxElement bounds the YAML of one element in bytes, as its nodes take many
// times the memory.
const maxElement = 2 << 20

// fence reads the YAML of one fenced element, strictly: unknown and repeated
// keys, wrong types and aliases are problems with their line.
type fence struct {
	*builder
	block markdown.Block
}

// root gives the element's YAML, or nil when it is empty or cannot be read.
func (f fence) root() *yaml.Node {
	text := f.block.Content()
	if strings.TrimSpace(text) == "" {
		return nil
	}
	if len(text) > maxElement {
		f.problem(f.block.At, "element-size", "代码块超过2 MB", "分成几个代码块")
		return nil
	}
	var n yaml.Node
	if err := yaml.Load([]byte(text), &n); err != nil {
		line := 1
		var at *yaml.LoadError
		if errors.As(err, &at) {
			line = at.Mark.Line
		}
		f.problem(placeIn(f.block, line), "element-yaml", "代码块的YAML写法有误："+strings.TrimPrefix(err.Error(), "yaml: "), "请对照docs/templates.md")
		return nil
	}
	if n.Kind == yaml.DocumentNode && len(n.Content) == 1 {
		return n.Content[0]
	}
	return &n
}

func (f fence) at(n *yaml.Node) diag.Position { return placeIn(f.block, n.Line) }

func (f fence) wrong(n *yaml.Node, want string) {
	f.problem(f.at(n), "element-type", "这里应为"+want, "请对照docs/templates.md")
}

// mapping gives the values of a mapping by key; absent keys are nil.
func (f fence) mapping(n *yaml.Node, keys ...string) map[string]*yaml.Node {
	out := map[string]*yaml.Node{}
	if n == nil {
		return out
	}
	if n.Kind != yaml.MappingNode {
		f.wrong(n, "“键: 值”")
		return out
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key := n.Content[i].Value
		switch {
		case !slices.Contains(keys, key):
			f.problem(f.at(n.Content[i]), "element-key", "代码块“"+f.block.Info.Value+"”没有键“"+key+"”", "可用的键："+strings.Join(keys, "、"))
		case out[key] != nil:
			f.problem(f.at(n.Content[i]), "element-key", "键“"+key+"”写了两次", "保留一个")
		default:
			out[key] = n.Content[i+1]
		}
	}
	return out
}

// sequence gives the entries of a list; absent is empty.
func (f fence) sequence(n *yaml.Node) []*yaml.Node {
	if n == nil || isNull(n) {
		return nil
	}
	if n.Kind != yaml.SequenceNode {
		f.wrong(n, "列表")
		return nil
	}
	return n.Content
}

// text gives the characters of a scalar as written; absent and null are empty.
func (f fence) text(n *yaml.Node) string {
	if n == nil || isNull(n) {
		return ""
	}
	if n.Kind != yaml.ScalarNode {
		f.wrong(n, "一行文字")
		return ""
	}
	return n.Value
}

// number gives a whole number from 0 to 9999; absent is 0.
func (f fence) number(n *yaml.Node) int {
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
func (f fence) flag(n *yaml.Node) bool {
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
func (f fence) choice(n *yaml.Node, words ...string) string {
	s := f.text(n)
	if s != "" && !slices.Contains(words, s) {
		f.wrong(n, strings.Join(words, "、")+"之一")
		return ""
	}
	return s
}

// isNull tells a value left out. A scalar that only looks like null (~, null)
// is one too, as everywhere in YAML.
func isNull(n *yaml.Node) bool { return n.Kind == yaml.ScalarNode && n.Tag == "!!null" }
