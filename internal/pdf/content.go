package pdf

import (
	"fmt"

	"hongtou/internal/fontset"
	"hongtou/internal/layout"
	"hongtou/internal/pdf/object"
)

// checkContent proves that the file shows the book: page by page, every text
// object is its run, in order, glyph by glyph. gopdf drops characters and
// whole objects without a word when something fails inside it.
func (j *job) checkContent() error {
	fonts, err := j.subsetsByResource()
	if err != nil {
		return err
	}
	for i, p := range j.pages {
		texts, err := j.texts(p, fonts)
		if err != nil {
			return fmt.Errorf("page %d: %w", i+1, err)
		}
		if err := sameTexts(texts, j.book.Pages[i].Runs); err != nil {
			return fmt.Errorf("page %d: %w", i+1, err)
		}
	}
	return nil
}

// subsetsByResource maps the names that content streams use for fonts.
func (j *job) subsetsByResource() (map[object.Name]*fontset.Subset, error) {
	fonts, err := j.fonts()
	if err != nil {
		return nil, err
	}
	out := map[object.Name]*fontset.Subset{}
	for key, ref := range fonts {
		font, err := object.As[object.Dict](j.file, ref)
		if err != nil {
			return nil, err
		}
		name, _ := font["BaseFont"].(object.Name)
		if out[key], err = j.faces.named(string(name)); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// texts reads the characters of each text object on a page.
func (j *job) texts(p page, fonts map[object.Name]*fontset.Subset) ([]string, error) {
	if p.dict["Contents"] == nil { // gopdf writes none for an empty page
		return nil, nil
	}
	s, err := object.As[*object.Stream](j.file, p.dict["Contents"])
	if err != nil {
		return nil, err
	}
	data, err := s.Plain()
	if err != nil {
		return nil, err
	}
	var out []string
	var font *fontset.Subset
	for op, err := range object.Operations(data) {
		if err != nil {
			return nil, err
		}
		switch op.Operator {
		case "BT":
			out = append(out, "")
		case "Tf":
			font = nil
			if len(op.Operands) == 2 {
				name, _ := op.Operands[0].(object.Name)
				font = fonts[name]
			}
		case "TJ":
			shown, err := shownBy(op, font)
			if err != nil || len(out) == 0 {
				return nil, fmt.Errorf("byte %d: text operator: %w", op.Start, err)
			}
			out[len(out)-1] += shown
		}
	}
	return out, nil
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

func sameTexts(texts []string, runs []layout.Run) error {
	n := 0
	for _, r := range runs {
		if r.Text == "" {
			continue
		}
		if n >= len(texts) || texts[n] != r.Text {
			return fmt.Errorf("run %q is not drawn as it stands", r.Text)
		}
		n++
	}
	if n != len(texts) {
		return fmt.Errorf("%d texts drawn for %d runs", len(texts), n)
	}
	return nil
}
