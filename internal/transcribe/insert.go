package transcribe

import (
	"bytes"
	"errors"
	"io"
	"reflect"
	"regexp"
	"strings"

	"go.yaml.in/yaml/v4"
)

// registerShape is what of units.yaml matters for adding to it.
type registerShape struct {
	Units  []holderShape `yaml:"units"`
	Groups []holderShape `yaml:"groups"`
	People []holderShape `yaml:"people"`
}

type holderShape struct {
	ID      string   `yaml:"id"`
	Name    string   `yaml:"name"`
	Aliases []string `yaml:"aliases"`
}

var (
	errUnread  = errors.New("units.yaml 读不懂")
	errNoPlace = errors.New("units.yaml 的写法接不上新的条目")
)

// maxRegister bounds the text of a register, as load does.
const maxRegister = 1 << 20

// parse gives the only document of a register: nil when it has none. Aliases
// are not followed, for a few can stand for terabytes.
func parse(text []byte) (*yaml.Node, error) {
	if len(text) > maxRegister {
		return nil, errUnread
	}
	reader, err := yaml.NewLoader(bytes.NewReader(text))
	if err != nil {
		return nil, errUnread
	}
	var doc, more yaml.Node
	switch err := reader.Load(&doc); {
	case errors.Is(err, io.EOF), err == nil && len(doc.Content) == 0:
		return nil, nil
	case err != nil:
		return nil, errUnread
	}
	if reader.Load(&more) == nil || aliased(doc.Content[0]) {
		return nil, errUnread
	}
	root := doc.Content[0]
	if root.Kind == yaml.ScalarNode && root.ShortTag() == "!!null" {
		return nil, nil
	}
	if root.Kind != yaml.MappingNode || root.Style&yaml.FlowStyle != 0 {
		return nil, errUnread
	}
	return root, nil
}

func aliased(n *yaml.Node) bool {
	if n.Kind == yaml.AliasNode || n.Anchor != "" {
		return true
	}
	for _, c := range n.Content {
		if aliased(c) {
			return true
		}
	}
	return false
}

func readRegister(text []byte) (*registerShape, error) {
	root, err := parse(text)
	if err != nil || root == nil {
		return nil, err
	}
	var out registerShape
	if root.Decode(&out) != nil {
		return nil, errUnread
	}
	return &out, nil
}

var oddBreaks = regexp.MustCompile("\r(?:[^\n]|$)|[\u0085\u2028\u2029]")

// registerText is the text of a register being added to.
type registerText struct {
	lines []string // without their ends
	tail  []string // the mark ... at the end
	end   string   // of a line
	root  *yaml.Node
}

// insert adds entries at the end of each list of a register, written as its
// entries are written. The new text is read again: what stood there must read
// as before, with the new entries behind it.
func insert(known []byte, add additions) ([]byte, error) {
	root, err := parse(known)
	if err != nil {
		return nil, err
	}
	if oddBreaks.Match(known) { // YAML counts lines there, we do not
		return nil, errNoPlace
	}
	text := registerText{lines: strings.Split(string(known), "\n"), end: "\n", root: root}
	if bytes.Contains(known, []byte("\r\n")) {
		text.end = "\r\n"
	}
	for i, l := range text.lines {
		text.lines[i] = strings.TrimSuffix(l, "\r")
	}
	text.trim()
	if err := text.addAll(add); err != nil {
		return nil, err
	}
	out := []byte(strings.Join(append(text.lines, text.tail...), text.end) + text.end)
	if !extends(root, out, add) {
		return nil, errNoPlace
	}
	return out, nil
}

// trim takes off the empty lines at the end, and the mark that ends a document.
func (t *registerText) trim() {
	defer func() {
		if n := len(t.lines); n > 0 && t.lines[n-1] == "..." {
			t.lines, t.tail = t.lines[:n-1], t.lines[n-1:n:n]
		}
	}()
	for n := len(t.lines); n > 0 && strings.TrimSpace(t.lines[n-1]) == ""; n-- {
		t.lines = t.lines[:n-1]
	}
}

// addAll works from the last list to the first, so that lines keep their
// numbers; lists that are not there come last.
func (t *registerText) addAll(add additions) error {
	there := map[string]bool{}
	if t.root != nil {
		pairs := t.root.Content
		for i := len(pairs) - 2; i >= 0; i -= 2 {
			key := pairs[i].Value
			there[key] = true
			if len(add[key]) == 0 {
				continue
			}
			end := len(t.lines)
			if i+2 < len(pairs) {
				end = pairs[i+2].Line - 1
			}
			if err := t.add(pairs[i], pairs[i+1], end, add[key]); err != nil {
				return err
			}
		}
	}
	for _, key := range registerLists {
		switch {
		case there[key]:
		case len(add[key]) > 0:
			t.lines = append(append(t.lines, key+":"), indented(add[key], 2)...)
		case key == "units":
			t.lines = append(t.lines, "units: []")
		}
	}
	return nil
}

var emptyList = regexp.MustCompile(`:(\s*)(\[\s*\]|~|null)`)

// add puts entries behind those of one list, which ends before the line end.
func (t *registerText) add(key, list *yaml.Node, end int, entries [][]string) error {
	switch {
	case list.Kind == yaml.SequenceNode && list.Style&yaml.FlowStyle == 0 && len(list.Content) > 0:
		last := list.Content[len(list.Content)-1]
		dash := strings.Index(t.lines[last.Line-1], "-")
		if dash < 0 || strings.TrimSpace(t.lines[last.Line-1][:dash]) != "" {
			return errNoPlace
		}
		t.put(t.back(last.Line, end), indented(entries, dash))
		return nil
	case len(list.Content) > 0 || list.Kind == yaml.MappingNode || list.Kind == yaml.ScalarNode && list.ShortTag() != "!!null":
		return errNoPlace
	case list.Kind == yaml.SequenceNode || list.Value != "":
		line := t.lines[key.Line-1]
		at := emptyList.FindStringIndex(line)
		if at == nil || list.Line != key.Line {
			return errNoPlace
		}
		t.lines[key.Line-1] = strings.TrimRight(line[:at[0]+1]+line[at[1]:], " \t")
	}
	t.put(key.Line, indented(entries, 2))
	return nil
}

// back passes over the empty lines and comments before the next list.
func (t *registerText) back(from, end int) int {
	for end > from {
		s := strings.TrimSpace(t.lines[end-1])
		if s != "" && s[0] != '#' {
			break
		}
		end--
	}
	return end
}

func (t *registerText) put(at int, lines []string) {
	t.lines = append(t.lines[:at:at], append(lines, t.lines[at:]...)...)
}

func indented(entries [][]string, n int) []string {
	var out []string
	for _, e := range entries {
		for _, line := range e {
			out = append(out, strings.Repeat(" ", n)+line)
		}
	}
	return out
}

// extends says whether a new text reads as the old one with the entries behind
// those of their lists.
func extends(old *yaml.Node, text []byte, add additions) bool {
	root, err := parse(text)
	if err != nil || root == nil {
		return false
	}
	before, after := map[string]any{}, map[string]any{}
	if old != nil && old.Decode(&before) != nil || root.Decode(&after) != nil {
		return false
	}
	for key, entries := range add {
		now, _ := after[key].([]any)
		was, _ := before[key].([]any)
		if len(now) != len(was)+len(entries) || !reflect.DeepEqual(now[:len(was):len(was)], append([]any{}, was...)) && len(was) > 0 {
			return false
		}
		delete(before, key)
		delete(after, key)
	}
	if before["units"] == nil { // written as an empty list
		delete(before, "units")
		if l, ok := after["units"].([]any); ok && len(l) == 0 {
			delete(after, "units")
		}
		if after["units"] == nil {
			delete(after, "units")
		}
	}
	return reflect.DeepEqual(before, after)
}
