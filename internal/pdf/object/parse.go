package object

import "fmt"

// maxDepth limits nested arrays and dictionaries. Real files stay under ten.
const maxDepth = 64

// parser makes objects from tokens.
type parser struct {
	*Lexer
	refs bool // whether "7 0 R" is a reference; not so in content streams
}

// object reads one object. found is false at the end of the data or before a
// word or closing mark, which is then returned as the token.
func (p *parser) object(depth int) (o Object, t Token, err error) {
	if depth > maxDepth {
		return nil, t, fmt.Errorf("nested deeper than %d: %w", maxDepth, ErrSyntax)
	}
	if t, err = p.Next(); err != nil {
		return nil, t, err
	}
	switch t.Kind {
	case Atom:
		if n, ok := t.Value.(Integer); ok && p.refs {
			return p.reference(n), t, nil
		}
		return t.Value, t, nil
	case OpenArray:
		o, err = p.array(depth + 1)
	case OpenDict:
		o, err = p.dict(depth + 1)
	case Word:
		o = constant(t.Raw)
	}
	return o, t, err
}

func constant(raw []byte) Object {
	switch string(raw) {
	case "true":
		return Bool(true)
	case "false":
		return Bool(false)
	case "null":
		return Null{}
	}
	return nil
}

// reference looks whether the integer n begins "n 0 R".
func (p *parser) reference(n Integer) Object {
	back := p.pos
	if gen, err := p.Next(); err == nil && gen.Value == Integer(0) && n > 0 && n <= maxObjects {
		if word, err := p.Next(); err == nil && string(word.Raw) == "R" {
			return Ref(n)
		}
	}
	p.pos = back
	return n
}

func (p *parser) array(depth int) (Object, error) {
	out := Array{}
	for {
		o, t, err := p.object(depth)
		switch {
		case err != nil:
			return nil, err
		case o != nil:
			out = append(out, o)
		case t.Kind == CloseArray:
			return out, nil
		default:
			return nil, fmt.Errorf("%q in an array: %w", t.Raw, ErrSyntax)
		}
	}
}

func (p *parser) dict(depth int) (Object, error) {
	out := Dict{}
	for {
		key, t, err := p.object(depth)
		if err != nil {
			return nil, err
		}
		if key == nil && t.Kind == CloseDict {
			return out, nil
		}
		name, ok := key.(Name)
		if !ok {
			return nil, fmt.Errorf("%q as a key: %w", t.Raw, ErrSyntax)
		}
		value, t, err := p.object(depth)
		if err != nil {
			return nil, err
		}
		if value == nil {
			return nil, fmt.Errorf("%q as the value of /%s: %w", t.Raw, name, ErrSyntax)
		}
		if _, twice := out[name]; twice {
			return nil, fmt.Errorf("key /%s twice: %w", name, ErrSyntax)
		}
		out[name] = value
	}
}

// word reads a certain word.
func (p *parser) word(want string) error {
	t, err := p.Next()
	if err != nil {
		return err
	}
	if string(t.Raw) != want {
		return fmt.Errorf("want %q, found %.24q: %w", want, t.Raw, ErrSyntax)
	}
	return nil
}

// integer reads a non-negative integer.
func (p *parser) integer() (int, error) {
	t, err := p.Next()
	if err != nil {
		return 0, err
	}
	n, ok := t.Value.(Integer)
	if !ok || n < 0 || n > maxOffset {
		return 0, fmt.Errorf("want an integer, found %.24q: %w", t.Raw, ErrSyntax)
	}
	return int(n), nil
}

// Limits of numbers in files: object numbers as in annex C, offsets of the
// ten digits of a cross-reference entry.
const (
	maxObjects = 8388607
	maxOffset  = 9999999999
)
