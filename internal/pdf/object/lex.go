package object

import (
	"bytes"
	"fmt"
	"strconv"
)

// Kind says what a Token is.
type Kind int

// The kinds of tokens (7.2.2). Word is an operator, a keyword such as obj, or
// anything else made of regular characters.
const (
	EOF Kind = iota
	Atom
	Word
	OpenArray
	CloseArray
	OpenDict
	CloseDict
)

// Token is one lexical element. Value is set for Atom: Integer, Real, Name or
// String. Raw is the token as it stands in the data.
type Token struct {
	Kind  Kind
	Value Object
	Raw   []byte
}

// Lexer cuts data into tokens. It serves files, content streams and CMaps.
type Lexer struct {
	data []byte
	pos  int
}

// NewLexer starts at the beginning of data.
func NewLexer(data []byte) *Lexer { return &Lexer{data: data} }

// Next returns the next token, skipping white space and comments. At the end
// it returns Kind EOF, every time.
func (l *Lexer) Next() (Token, error) {
	l.skipSpace()
	start := l.pos
	if start >= len(l.data) {
		return Token{}, nil
	}
	t, err := l.scan(l.data[start])
	if err != nil {
		return Token{}, fmt.Errorf("byte %d: %w", start, err)
	}
	t.Raw = l.data[start:l.pos]
	return t, nil
}

func (l *Lexer) scan(c byte) (Token, error) {
	switch c {
	case '[':
		return l.mark(OpenArray, 1)
	case ']':
		return l.mark(CloseArray, 1)
	case '(':
		return l.literal()
	case '/':
		return l.name()
	case '<':
		if l.at(1) == '<' {
			return l.mark(OpenDict, 2)
		}
		return l.hex()
	case '>':
		if l.at(1) == '>' {
			return l.mark(CloseDict, 2)
		}
	}
	if isDelimiter(c) {
		return Token{}, fmt.Errorf("stray %q: %w", c, ErrSyntax)
	}
	return l.word()
}

func (l *Lexer) mark(k Kind, n int) (Token, error) {
	l.pos += n
	return Token{Kind: k}, nil
}

// at returns the byte i places ahead, 0 beyond the end.
func (l *Lexer) at(i int) byte {
	if l.pos+i < len(l.data) {
		return l.data[l.pos+i]
	}
	return 0
}

func (l *Lexer) skipSpace() {
	for l.pos < len(l.data) {
		switch c := l.data[l.pos]; {
		case isSpace(c):
			l.pos++
		case c == '%':
			n := bytes.IndexAny(l.data[l.pos:], "\r\n")
			if n < 0 {
				n = len(l.data) - l.pos
			}
			l.pos += n
		default:
			return
		}
	}
}

// regular takes the longest stretch of regular characters.
func (l *Lexer) regular() []byte {
	start := l.pos
	for l.pos < len(l.data) && classes[l.data[l.pos]] == regularByte {
		l.pos++
	}
	return l.data[start:l.pos]
}

// word takes a number or a word.
func (l *Lexer) word() (Token, error) {
	raw := l.regular()
	if !isNumeric(raw) {
		return Token{Kind: Word}, nil
	}
	if bytes.IndexByte(raw, '.') < 0 {
		n, err := strconv.ParseInt(string(raw), 10, 64)
		if err != nil {
			return Token{}, fmt.Errorf("integer %.24s: %w", raw, ErrSyntax)
		}
		return Token{Kind: Atom, Value: Integer(n)}, nil
	}
	v, err := strconv.ParseFloat(string(raw), 64)
	if err != nil {
		return Token{}, fmt.Errorf("number %.24s: %w", raw, ErrSyntax)
	}
	return Token{Kind: Atom, Value: Real(v)}, nil
}

// isNumeric reports whether raw is a sign, digits and at most one point, with
// at least one digit; what ParseFloat takes beyond that is no number in PDF.
func isNumeric(raw []byte) bool {
	digits, points := 0, 0
	for i, c := range raw {
		switch {
		case c >= '0' && c <= '9':
			digits++
		case c == '.':
			points++
		case i > 0 || c != '+' && c != '-':
			return false
		}
	}
	return digits > 0 && points <= 1
}

// The classes of bytes (7.2.2).
const (
	regularByte = iota
	spaceByte
	delimiterByte
)

var classes = func() (c [256]byte) {
	for _, b := range []byte("\x00\t\n\f\r ") {
		c[b] = spaceByte
	}
	for _, b := range []byte("()<>[]{}/%") {
		c[b] = delimiterByte
	}
	return c
}()

func isSpace(c byte) bool { return classes[c] == spaceByte }

func isDelimiter(c byte) bool { return classes[c] == delimiterByte }
