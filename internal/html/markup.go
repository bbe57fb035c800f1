package html

import (
	"bytes"
	"html"
	"strings"
	"unicode"
	"unicode/utf8"
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
	m.begin(tag)
	m.attributes(attributes...)
	m.raw(">")
}

// begin writes a start tag up to its attributes.
func (m *markup) begin(tag string) {
	m.raw("<")
	m.raw(tag)
}

// attributes writes them as open does.
func (m *markup) attributes(list ...string) {
	for i := 0; i+1 < len(list); i += 2 {
		if list[i+1] != "" && !(m.unstyled && list[i] == "style") {
			m.raw(" ")
			m.raw(list[i])
			m.raw(`="`)
			m.text(clean(list[i+1]))
			m.raw(`"`)
		}
	}
}

func (m *markup) close(tag string) {
	m.raw("</")
	m.raw(tag)
	m.raw(">")
}

// end closes a block element and its line of the file.
func (m *markup) end(tag string) {
	m.close(tag)
	m.raw("\n")
}

func (m *markup) text(s string) { m.raw(html.EscapeString(s)) }

// clean makes a value fit for HTML, which has no way to write control
// characters, non-characters or broken UTF-8: white space becomes a space, the
// rest the replacement character.
func clean(s string) string {
	if !strings.ContainsFunc(s, func(r rune) bool { return r == utf8.RuneError || fit(r) != r }) {
		return s // nearly always
	}
	return strings.Map(fit, strings.ToValidUTF8(s, "\uFFFD"))
}

// fit gives what stands for a character.
func fit(r rune) rune {
	switch {
	case r >= ' ' && r < 0x7f, r >= 0xa0 && r < 0xfdd0:
	case r == '\t', r == '\n', r == '\r', r == '\f', r == '\v':
		return ' '
	case unicode.IsControl(r), r&0xfffe == 0xfffe, r >= 0xfdd0 && r <= 0xfdef:
		return '\uFFFD'
	}
	return r
}

// joinStyles joins two style declarations, each of which may be empty.
func joinStyles(a, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + ";" + b
}
