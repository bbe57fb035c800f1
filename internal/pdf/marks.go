package pdf

import (
	"fmt"

	"hongtou/internal/layout"
	"hongtou/internal/pdf/object"
)

// Artifacts (ISO 32000-1, 14.8.2.2): not of the text. They stand below the
// numbers of elements.
const (
	furniture  = -1 // page numbers, status lines
	decoration = -2 // rules, leader dots, the repeated head of a table
)

// addMarks makes marked-content sequences of what pages show (14.6):
// neighbouring text objects of one element are one sequence, everything else
// is an artifact, so that nothing stands outside. A book without elements has
// no structure to mark.
func (j *job) addMarks() error {
	if !j.tagged() {
		return nil
	}
	for i := range j.pages {
		if err := j.markPage(&j.pages[i], j.book.Pages[i].Runs); err != nil {
			return fmt.Errorf("page %d: %w", i+1, err)
		}
	}
	return nil
}

func (j *job) tagged() bool { return len(j.book.Elements) > 0 }

func (j *job) markPage(p *page, runs []layout.Run) error {
	if p.stream == nil {
		return nil
	}
	owners, err := j.owners(runs)
	if err != nil {
		return err
	}
	data := p.stream.Data
	rules := len(data)
	if len(p.texts) > 0 {
		rules = p.texts[0].start
	}
	out := make([]byte, 0, len(data)+40*len(p.texts))
	if rules > 0 {
		out = j.sequence(out, p, decoration, data[:rules])
	}
	for from := 0; from < len(owners); {
		to := from + 1
		for to < len(owners) && owners[to] == owners[from] {
			to++
		}
		out = j.sequence(out, p, owners[from], data[p.texts[from].start:p.texts[to-1].end])
		from = to
	}
	p.stream.SetPlain(out)
	return nil
}

// owners gives the element or kind of artifact of every run that is drawn.
func (j *job) owners(runs []layout.Run) ([]int, error) {
	owners := make([]int, 0, len(runs))
	for _, r := range runs {
		switch {
		case r.Text == "":
			continue
		case r.Element >= len(j.book.Elements):
			return nil, fmt.Errorf("run %q is of element %d of %d", r.Text, r.Element, len(j.book.Elements))
		case r.Element >= 0 && !r.Artifact:
			owners = append(owners, r.Element)
		case r.Block < 0:
			owners = append(owners, furniture)
		default:
			owners = append(owners, decoration)
		}
	}
	return owners, nil
}

// sequence appends one marked sequence of a page and notes whose it is.
func (j *job) sequence(out []byte, p *page, owner int, content []byte) []byte {
	switch owner {
	case furniture:
		out = append(out, "/Artifact <</Type /Pagination>> BDC\n"...)
	case decoration:
		out = append(out, "/Artifact <</Type /Layout>> BDC\n"...)
	default:
		out = fmt.Appendf(out, "/%s <</MCID %d>> BDC\n", j.book.Elements[owner].Role, len(p.marks))
		p.marks = append(p.marks, owner)
	}
	out = append(out, content...)
	if n := len(out); out[n-1] != '\n' {
		out = append(out, '\n')
	}
	return append(out, "EMC\n"...)
}

// contentOf is the content stream of a page, made if gopdf saw nothing to draw.
func (j *job) contentOf(p *page) *object.Stream {
	if p.stream == nil {
		p.stream = &object.Stream{Dict: object.Dict{}}
		p.dict["Contents"] = j.file.Add(p.stream)
	}
	return p.stream
}
