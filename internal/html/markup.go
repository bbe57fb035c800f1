package html

import (
	"bytes"
	"html"
	"strings"
	"unicode"
)

// markup is HTML in the making. Text and attribute values only get in
// escaped; raw is for what this package itself wrote.
type markup struct {
	bytes.Buffer
	unstyled bool // style attributes are left out
}

func (m *markup) raw(s string) { m.WriteString(s) }

// open writes a start tag with attributes given as name, value, name, value.
// An attribute with an empty value is left out.
func (m *markup) open(tag string, attributes ...string) {
	m.raw("<" + tag)
	for i := 0; i+1 < len(attributes); i += 2 {
		if attributes[i+1] != "" && !(m.unstyled && attributes[i] == "style") {
			m.raw(" " + attributes[i] + `="` + html.EscapeString(clean(attributes[i+1])) + `"`)
		}
	}
	m.raw(">")
}

func (m *markup) close(tag string) { m.raw("</" + tag + ">") }

// end closes a block element and its line of the file.
func (m *markup) end(tag string) { m.raw("</" + tag + ">\n") }

func (m *markup) text(s string) { m.raw(html.EscapeString(s)) }

// clean makes a value fit for HTML, which has no way to write control
// characters, non-characters or broken UTF-8: white space becomes a space, the
// rest the replacement character.
func clean(s string) string {
	s = strings.ToValidUTF8(s, "\uFFFD")
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\t', r == '\n', r == '\r', r == '\f', r == '\v':
			return ' '
		case unicode.IsControl(r), r&0xfffe == 0xfffe, r >= 0xfdd0 && r <= 0xfdef:
			return '\uFFFD'
		}
		return r
	}, s)
}

// joinStyles joins two style declarations, each of which may be empty.
func joinStyles(a, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + ";" + b
}
