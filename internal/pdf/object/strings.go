package object

import (
	"bytes"
	"fmt"
)

// name takes a name and undoes its #xx escapes (7.3.5).
func (l *Lexer) name() (Token, error) {
	l.pos++
	raw := l.regular()
	out := make([]byte, 0, len(raw))
	for i := 0; i < len(raw); i++ {
		c := raw[i]
		if c == '#' {
			if i+2 >= len(raw) || hexDigit(raw[i+1]) < 0 || hexDigit(raw[i+2]) < 0 {
				return Token{}, fmt.Errorf("name /%.24s: %w", raw, ErrSyntax)
			}
			c = byte(hexDigit(raw[i+1])<<4 | hexDigit(raw[i+2]))
			i += 2
		}
		out = append(out, c)
	}
	return Token{Kind: Atom, Value: Name(out)}, nil
}

// hex takes a hexadecimal string; a missing last digit is 0 (7.3.4.3).
func (l *Lexer) hex() (Token, error) {
	l.pos++
	end := max(0, bytes.IndexByte(l.data[l.pos:], '>'))
	out := make([]byte, 0, (end+1)/2)
	half := -1
	for ; l.pos < len(l.data); l.pos++ {
		c := l.data[l.pos]
		d := hexDigit(c)
		switch {
		case c == '>':
			l.pos++
			if half >= 0 {
				out = append(out, byte(half<<4))
			}
			return Token{Kind: Atom, Value: String(out)}, nil
		case isSpace(c):
		case d < 0:
			return Token{}, fmt.Errorf("hexadecimal string with %q: %w", c, ErrSyntax)
		case half < 0:
			half = d
		default:
			out = append(out, byte(half<<4|d))
			half = -1
		}
	}
	return Token{}, fmt.Errorf("hexadecimal string without end: %w", ErrSyntax)
}

func hexDigit(c byte) int {
	switch {
	case c >= '0' && c <= '9':
		return int(c - '0')
	case c >= 'A' && c <= 'F':
		return int(c-'A') + 10
	case c >= 'a' && c <= 'f':
		return int(c-'a') + 10
	}
	return -1
}

// literal takes a literal string with balanced parentheses and escapes
// (7.3.4.2).
func (l *Lexer) literal() (Token, error) {
	var out []byte
	depth := 0
	for l.pos < len(l.data) {
		c := l.data[l.pos]
		l.pos++
		switch c {
		case '(':
			depth++
			if depth == 1 {
				continue
			}
		case ')':
			depth--
			if depth == 0 {
				return Token{Kind: Atom, Value: String(out)}, nil
			}
		case '\\':
			out = l.escape(out)
			continue
		case '\r': // an end of line in a string is one line feed
			if l.at(0) == '\n' {
				l.pos++
			}
			c = '\n'
		}
		out = append(out, c)
	}
	return Token{}, fmt.Errorf("string without end: %w", ErrSyntax)
}

// escape takes what follows a backslash.
func (l *Lexer) escape(out []byte) []byte {
	c := l.at(0)
	l.pos++
	switch c {
	case 'n':
		return append(out, '\n')
	case 'r':
		return append(out, '\r')
	case 't':
		return append(out, '\t')
	case 'b':
		return append(out, '\b')
	case 'f':
		return append(out, '\f')
	case '\n':
		return out
	case '\r':
		if l.at(0) == '\n' {
			l.pos++
		}
		return out
	}
	if c < '0' || c > '7' {
		return append(out, c)
	}
	v := int(c - '0')
	for range 2 {
		if d := l.at(0); d >= '0' && d <= '7' {
			v = v<<3 | int(d-'0')
			l.pos++
		}
	}
	return append(out, byte(v))
}
