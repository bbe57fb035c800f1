package pdf

import (
	"bytes"
	"errors"
	"fmt"

	"hongtou/internal/layout"
	"hongtou/internal/pdf/object"
)

var errRules = errors.New("gopdf has not drawn every rule")

// addContent writes what pages show: below the rules that gopdf has drawn,
// above them the runs, each in the book's order. Nothing is read back: a run is
// written character by character or the book refused (textPen.run), and the
// tests read every task book of the content at hand with our own reader and
// with those of others. gopdf drops what fails without a word, so its rules are
// counted.
func (j *job) addContent() error {
	for i := range j.pages {
		if err := j.writePage(&j.pages[i], &j.book.Pages[i]); err != nil {
			return fmt.Errorf("page %d: %w", i+1, err)
		}
	}
	return nil
}

// lineDrawn ends each rule as gopdf writes it.
const lineDrawn = " l S\n"

func (j *job) writePage(p *page, of *layout.Page) error {
	rules, err := p.drawn(j.file)
	if err != nil {
		return err
	}
	if bytes.Count(rules, []byte(lineDrawn)) != len(of.Rules) {
		return errRules
	}
	pen := &textPen{faces: j.faces, height: of.Height, out: make([]byte, 0, len(rules)+textSize(of))}
	if len(rules) > 0 {
		pen.out = j.sequence(pen.out, p, decoration, rules)
	}
	if err := j.writeRuns(p, pen, of.Runs); err != nil {
		return err
	}
	if len(pen.out) > 0 {
		j.contentOf(p).SetPlain(pen.out)
	}
	return nil
}

// textSize is about the length of the text of a page.
func textSize(p *layout.Page) int {
	n := 64
	for i := range p.Runs {
		n += 80 + len(p.Runs[i].Text)
	}
	return n
}

// drawn is what gopdf wrote on a page; nothing for an empty one.
func (p *page) drawn(f *object.File) ([]byte, error) {
	if p.dict["Contents"] == nil {
		return nil, nil
	}
	var err error
	if p.stream, err = object.As[*object.Stream](f, p.dict["Contents"]); err != nil {
		return nil, err
	}
	return p.stream.Plain()
}

// writeRuns writes the runs of a page. In a tagged book neighbouring runs of
// one element are one marked sequence (14.6), everything else is an artifact,
// so that nothing stands outside. A book without elements has no structure to
// mark.
func (j *job) writeRuns(p *page, pen *textPen, runs []layout.Run) error {
	const nobody = -3
	before := nobody
	for i := range runs {
		r := &runs[i]
		if r.Text == "" {
			continue
		}
		owner, err := j.owner(r)
		if err != nil {
			return err
		}
		if j.tagged() && owner != before {
			if before != nobody {
				pen.close()
				pen.out = append(pen.out, endSequence...)
			}
			pen.out = j.begin(pen.out, p, owner)
			before = owner
		}
		if err := pen.run(r); err != nil {
			return fmt.Errorf("run %q: %w", r.Text, err)
		}
	}
	pen.close()
	if before != nobody {
		pen.out = append(pen.out, endSequence...)
	}
	return nil
}
