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
	for i := range j.pages {
		if err := j.pages[i].readContent(j.file, fonts); err != nil {
			return fmt.Errorf("page %d: %w", i+1, err)
		}
		if err := sameTexts(j.pages[i].texts, j.book.Pages[i].Runs); err != nil {
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

func sameTexts(texts []textObject, runs []layout.Run) error {
	n := 0
	for _, r := range runs {
		if r.Text == "" {
			continue
		}
		if n >= len(texts) || texts[n].shown != r.Text {
			return fmt.Errorf("run %q is not drawn as it stands", r.Text)
		}
		n++
	}
	if n != len(texts) {
		return fmt.Errorf("%d texts drawn for %d runs", len(texts), n)
	}
	return nil
}
