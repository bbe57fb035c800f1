package pdf

import (
	"fmt"

	"hongtou/internal/fontset"
	"hongtou/internal/pdf/object"
)

// readContent finds the page's stream and what each text object in it shows.
func (p *page) readContent(f *object.File, fonts map[object.Name]*fontset.Subset) error {
	if p.dict["Contents"] == nil { // gopdf writes none for an empty page
		return nil
	}
	var err error
	if p.stream, err = object.As[*object.Stream](f, p.dict["Contents"]); err != nil {
		return err
	}
	data, err := p.stream.Plain()
	if err != nil {
		return err
	}
	p.stream.SetPlain(data)
	r := contentReader{fonts: fonts}
	for op, err := range object.Operations(data) {
		if err == nil {
			err = r.operation(op)
		}
		if err != nil {
			return fmt.Errorf("byte %d: %w", op.Start, err)
		}
	}
	p.texts = r.texts
	return nil
}

// textObject is one text object of a content stream, with the saved state
// around a turned one.
type textObject struct {
	shown      string
	start, end int // its place in the stream
}

// contentReader follows the operators of one page.
type contentReader struct {
	fonts map[object.Name]*fontset.Subset
	font  *fontset.Subset
	texts []textObject
	saved int // depth of saved states
	start int // of the outermost
}

func (r *contentReader) operation(op object.Operation) error {
	switch op.Operator {
	case "q":
		if r.saved == 0 {
			r.start = op.Start
		}
		r.saved++
	case "Q":
		r.saved--
		return r.ends(op.End)
	case "BT":
		if r.saved == 0 {
			r.start = op.Start
		}
		r.texts = append(r.texts, textObject{start: r.start})
	case "ET":
		return r.ends(op.End)
	case "Tf":
		r.font = nil
		if len(op.Operands) == 2 {
			name, _ := op.Operands[0].(object.Name)
			r.font = r.fonts[name]
		}
	case "TJ":
		shown, err := shownBy(op, r.font)
		if err != nil || len(r.texts) == 0 {
			return fmt.Errorf("text operator: %w", err)
		}
		r.texts[len(r.texts)-1].shown += shown
	case "S":
		if len(r.texts) > 0 { // the pen draws rules first
			return fmt.Errorf("a line after text: %w", object.ErrSyntax)
		}
	}
	return nil
}

// ends notes that the last text object reaches to here at least.
func (r *contentReader) ends(at int) error {
	if r.saved < 0 {
		return fmt.Errorf("end without beginning: %w", object.ErrSyntax)
	}
	if n := len(r.texts); n > 0 {
		r.texts[n-1].end = at
	}
	return nil
}

// shownBy turns the glyph numbers of a TJ operator back into characters.
func shownBy(op object.Operation, font *fontset.Subset) (string, error) {
	if font == nil || len(op.Operands) != 1 {
		return "", object.ErrSyntax
	}
	parts, _ := op.Operands[0].(object.Array)
	var out []rune
	for _, part := range parts {
		codes, _ := part.(object.String)
		for k := 0; k+1 < len(codes); k += 2 {
			g := int(codes[k])<<8 | int(codes[k+1])
			if g < 1 || g > len(font.Chars) {
				return "", fmt.Errorf("glyph %d of %d", g, len(font.Chars))
			}
			out = append(out, font.Chars[g-1])
		}
	}
	return string(out), nil
}
