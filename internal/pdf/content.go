package pdf

import (
	"fmt"

	"hongtou/internal/layout"
)

// addContent writes what pages show: rules below, runs above them, each in the
// book's order. Nothing is read back: a run is written character by character
// or the book refused (textPen.run), and the tests read every task book of the
// content at hand with our own reader and with those of others.
func (j *job) addContent() error {
	for i := range j.pages {
		if err := j.writePage(&j.pages[i], &j.book.Pages[i]); err != nil {
			return fmt.Errorf("page %d: %w", i+1, err)
		}
	}
	return nil
}

func (j *job) writePage(p *page, of *layout.Page) error {
	pen := &textPen{faces: j.faces, height: of.Height, out: make([]byte, 0, contentSize(of))}
	if len(of.Rules) > 0 {
		pen.out = j.writeRules(pen.out, p, of)
	}
	if err := j.writeRuns(p, pen, of.Runs); err != nil {
		return err
	}
	if len(pen.out) > 0 {
		j.contentOf(p).SetPlain(pen.out)
	}
	return nil
}

// contentSize is about the length of what a page shows.
func contentSize(p *layout.Page) int {
	n := 128 + 40*len(p.Rules)
	for i := range p.Runs {
		n += 80 + len(p.Runs[i].Text)
	}
	return n
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
