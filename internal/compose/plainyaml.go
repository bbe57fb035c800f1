package compose

import (
	"strings"
	"unicode/utf8"
)

// plainYAML reads the part of YAML in which templates write elements: block
// lists and mappings with short keys, lists and mappings in brackets on one
// line, and words without quotes. Whatever it is not sure of it declines, and
// the library reads the element; what it reads, it reads as the library does
// (a property test and a fuzz target hold both against each other). Most of
// the time of an element would otherwise be the library's.
type plainYAML struct {
	lines []string
	line  int // the one that is being read, from 0
	depth int
	nodes *nodes
}

// maxPlainDepth is as deep as plainYAML goes.
const maxPlainDepth = 24

// readPlain gives the root of an element, or nil when it declines. Its nodes lie
// in those given, and are good until those are reset.
func readPlain(lines []string, in *nodes) *node {
	p := &plainYAML{lines: lines, nodes: in}
	for _, l := range lines {
		if !printable(l) {
			return nil
		}
	}
	if !p.skip() {
		return nil
	}
	root := p.block(indent(p.lines[p.line]))
	if p.skip() {
		return nil // something follows that is no part of it
	}
	return root
}

// printable tells lines of characters that YAML takes as they are.
func printable(l string) bool {
	plain := true
	for i := 0; i < len(l); i++ {
		if l[i] < ' ' || l[i] == 0x7F {
			return false
		}
		plain = plain && l[i] < utf8.RuneSelf
	}
	if plain {
		return true
	}
	for _, r := range l {
		if r >= 0x7F && r < 0xA1 || r == 0x2028 || r == 0x2029 || r >= 0xFEFF {
			if r < 0xFF01 || r > 0xFF5E { // full-width forms are what texts are full of
				return false
			}
		}
	}
	return true
}

func indent(l string) int { return len(l) - len(strings.TrimLeft(l, " ")) }

// skip goes to the next line that is not blank; false when there is none.
func (p *plainYAML) skip() bool {
	for p.line < len(p.lines) {
		if l := p.lines[p.line]; indent(l) < len(l) {
			return true
		}
		p.line++
	}
	return false
}

// next gives the indent of the next line that is not blank, -1 at the end.
func (p *plainYAML) next() int {
	if !p.skip() {
		return -1
	}
	return indent(p.lines[p.line])
}

func (p *plainYAML) node(k nodeKind) *node { return p.nodes.take(k, p.line+1) }

// block reads the node that begins at a column of the current line and goes on
// in lines of at least that indent.
func (p *plainYAML) block(column int) *node {
	if p.depth++; p.depth > maxPlainDepth {
		return nil
	}
	defer func() { p.depth-- }()
	rest := p.lines[p.line][column:]
	switch {
	case strings.HasPrefix(rest, "- "):
		return p.sequence(column)
	case keyLength(rest) > 0:
		return p.mapping(column)
	}
	return nil // a scalar, or an error
}

// sequence reads “- …” lines of one indent.
func (p *plainYAML) sequence(column int) *node {
	n := p.node(sequenceNode)
	for {
		l := p.lines[p.line]
		at := column + 2 + indent(l[column+2:])
		if at >= len(l) {
			return nil
		}
		var entry *node
		if rest := l[at:]; strings.HasPrefix(rest, "- ") || keyLength(rest) > 0 {
			entry = p.block(at)
		} else {
			entry = p.inline(at, column)
		}
		if entry == nil {
			return nil
		}
		n.add(entry)
		at = p.next()
		if at > column {
			return nil
		}
		if at < column || !strings.HasPrefix(p.lines[p.line][column:], "- ") {
			return n
		}
	}
}

// mapping reads “key: …” lines of one indent, the first of which may follow a
// dash.
func (p *plainYAML) mapping(column int) *node {
	n := p.node(mappingNode)
	for {
		l := p.lines[p.line]
		length := keyLength(l[column:])
		if length == 0 {
			return nil
		}
		key := p.node(scalarNode)
		key.value = l[column : column+length]
		if looksNull(key.value) || hasKey(n, key.value) {
			return nil
		}
		value := p.value(column, column+length+1)
		if value == nil {
			return nil
		}
		n.add(key)
		n.add(value)
		at := p.next()
		if at > column {
			return nil
		}
		if at < column {
			return n
		}
	}
}

// mostKeys is how many keys a mapping has that plainYAML reads: far more than
// any element knows, and few enough to look each of them up.
const mostKeys = 64

func hasKey(n *node, key string) bool {
	if n.count > 2*mostKeys {
		return true // or too many to know: the library says
	}
	for k := n.first; k != nil; k = k.next.next {
		if k.value == key {
			return true
		}
	}
	return false
}

// value reads what follows the colon at an offset of the line: on that line, or
// below it.
func (p *plainYAML) value(column, after int) *node {
	l := p.lines[p.line]
	if at := after + indent(l[after:]); at < len(l) {
		return p.inline(at, column)
	}
	empty := p.node(scalarNode)
	empty.null = true
	p.line++
	at := p.next()
	switch {
	case at > column:
		return p.block(at)
	case at == column && strings.HasPrefix(p.lines[p.line][at:], "- "):
		return p.block(at)
	case at == column && keyLength(p.lines[p.line][at:]) == 0:
		return nil
	}
	return empty
}

// inline reads a value that ends with its line; the line below must not go on
// with it.
func (p *plainYAML) inline(at, outer int) *node {
	l := p.lines[p.line]
	var n *node
	if l[at] == '[' || l[at] == '{' {
		var end int
		if n, end = p.flow(l, at); n == nil || indent(l[end:]) < len(l)-end {
			return nil
		}
	} else {
		words := strings.TrimRight(l[at:], " ")
		switch {
		case words == `""`: // an empty cell
			n = p.node(scalarNode)
		case !plainWords(words):
			return nil
		default:
			n = p.scalar(words)
		}
	}
	p.line++
	if p.next() > outer {
		return nil
	}
	return n
}

func (p *plainYAML) scalar(words string) *node {
	n := p.node(scalarNode)
	n.value, n.null = words, looksNull(words)
	return n
}

// flow reads a list or a mapping in brackets and gives the offset behind it.
func (p *plainYAML) flow(l string, at int) (*node, int) {
	if p.depth++; p.depth > maxPlainDepth {
		return nil, 0
	}
	defer func() { p.depth-- }()
	kind, closing := sequenceNode, byte(']')
	if l[at] == '{' {
		kind, closing = mappingNode, '}'
	}
	n := p.node(kind)
	at += 1 + indent(l[at+1:])
	if at < len(l) && l[at] == closing {
		return n, at + 1
	}
	for {
		if kind == mappingNode {
			length := keyLength(l[at:])
			if length == 0 {
				return nil, 0
			}
			key := p.node(scalarNode)
			key.value = l[at : at+length]
			if looksNull(key.value) || hasKey(n, key.value) {
				return nil, 0
			}
			n.add(key)
			at += length + 1
			at += indent(l[at:])
		}
		var entry *node
		entry, at = p.flowEntry(l, at, kind)
		if entry == nil {
			return nil, 0
		}
		n.add(entry)
		at += indent(l[at:])
		switch {
		case at >= len(l):
			return nil, 0
		case l[at] == closing:
			return n, at + 1
		case l[at] != ',' || at+1 >= len(l) || l[at+1] != ' ':
			return nil, 0
		}
		at += 1 + indent(l[at+1:])
	}
}

// flowEntry reads an entry of a list, or the value of a key, which may be left
// out.
func (p *plainYAML) flowEntry(l string, at int, in nodeKind) (*node, int) {
	if at >= len(l) {
		return nil, 0
	}
	if l[at] == '[' || l[at] == '{' {
		return p.flow(l, at)
	}
	end := strings.IndexAny(l[at:], ",[]{}")
	if end < 0 {
		return nil, 0
	}
	words := strings.TrimRight(l[at:at+end], " ")
	switch {
	case words == "" && in == mappingNode:
		n := p.node(scalarNode)
		n.null = true
		return n, at + end
	case !plainWords(words) || strings.ContainsAny(words, ":?"):
		return nil, 0
	}
	return p.scalar(words), at + end
}

// keyLength is the length of the short key that a text begins with and that a
// colon ends; 0 when it does not.
func keyLength(s string) int {
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_':
		case c == ':' && i > 0 && i < 100 && (i+1 == len(s) || s[i+1] == ' '):
			return i
		default:
			return 0
		}
	}
	return 0
}

// plainWords tells a scalar without quotes that cannot be taken for anything
// else.
func plainWords(s string) bool {
	if s == "" || strings.IndexByte("-?:,[]{}#&*!|>'\"%@`.=<", s[0]) >= 0 {
		return false
	}
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case ':':
			if i+1 == len(s) || s[i+1] == ' ' {
				return false
			}
		case '#':
			if s[i-1] == ' ' {
				return false
			}
		}
	}
	return true
}

// looksNull tells the words that YAML takes for nothing.
func looksNull(s string) bool {
	switch s {
	case "", "~", "null", "Null", "NULL":
		return true
	}
	return false
}
