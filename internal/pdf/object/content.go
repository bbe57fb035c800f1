package object

import (
	"fmt"
	"iter"
)

// Operation is one operator of a content stream with its operands (7.8.2);
// Start and End are its place in the stream, operands included.
type Operation struct {
	Operator   string
	Operands   []Object
	Start, End int
}

// maxOperands is far above what any operator of text and lines takes.
const maxOperands = 64

// Operations goes through a content stream. An error ends it. Inline images
// are not known; no stream of ours has them.
func Operations(data []byte) iter.Seq2[Operation, error] {
	return func(yield func(Operation, error) bool) {
		p := &parser{NewLexer(data), false}
		for {
			op, err := p.operation()
			if err != nil {
				yield(op, err)
				return
			}
			if op.Operator == "" || !yield(op, nil) {
				return
			}
		}
	}
}

// operation reads operands up to an operator; "" is the end of the stream.
func (p *parser) operation() (Operation, error) {
	p.skipSpace()
	op := Operation{Start: p.pos, Operands: make([]Object, 0, 4)}
	for {
		o, t, err := p.object(0)
		if err != nil {
			return op, err
		}
		if o != nil {
			if len(op.Operands) == maxOperands {
				return op, fmt.Errorf("byte %d: too many operands: %w", op.Start, ErrSyntax)
			}
			op.Operands = append(op.Operands, o)
			continue
		}
		op.End = p.pos
		switch {
		case t.Kind == Word:
			op.Operator = string(t.Raw)
			return op, nil
		case t.Kind == EOF && len(op.Operands) == 0:
			return op, nil
		}
		return op, fmt.Errorf("byte %d: operands without operator: %w", op.Start, ErrSyntax)
	}
}
