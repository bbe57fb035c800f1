package pdf

import (
	"fmt"
	"strconv"

	"hongtou/internal/layout"
	"hongtou/internal/pdf/object"
)

// Artifacts (ISO 32000-1, 14.8.2.2): not of the text. They stand below the
// numbers of elements.
const (
	furniture  = -1 // page numbers, status lines
	decoration = -2 // rules, leader dots, the repeated head of a table
)

const endSequence = "EMC\n"

func (j *job) tagged() bool { return len(j.book.Elements) > 0 }

// owner gives the element or kind of artifact of a run.
func (j *job) owner(r *layout.Run) (int, error) {
	switch {
	case !j.tagged():
		return decoration, nil
	case r.Element >= len(j.book.Elements):
		return 0, fmt.Errorf("run %q is of element %d of %d", r.Text, r.Element, len(j.book.Elements))
	case r.Element >= 0 && !r.Artifact:
		return r.Element, nil
	case r.Block < 0:
		return furniture, nil
	}
	return decoration, nil
}

// begin begins a marked sequence of a page and notes whose it is.
func (j *job) begin(out []byte, p *page, owner int) []byte {
	switch owner {
	case furniture:
		return append(out, "/Artifact <</Type /Pagination>> BDC\n"...)
	case decoration:
		return append(out, "/Artifact <</Type /Layout>> BDC\n"...)
	}
	out = append(append(append(out, '/'), j.book.Elements[owner].Role...), " <</MCID "...)
	out = append(strconv.AppendInt(out, int64(len(p.marks)), 10), ">> BDC\n"...)
	p.marks = append(p.marks, owner)
	return out
}

// sequence appends one marked sequence of a page, in a tagged book.
func (j *job) sequence(out []byte, p *page, owner int, content []byte) []byte {
	if !j.tagged() {
		return append(out, content...)
	}
	out = append(j.begin(out, p, owner), content...)
	if n := len(out); out[n-1] != '\n' {
		out = append(out, '\n')
	}
	return append(out, endSequence...)
}

// contentOf is the content stream of a page, made for the first that it shows.
func (j *job) contentOf(p *page) *object.Stream {
	if p.stream == nil {
		p.stream = &object.Stream{Dict: object.Dict{}}
		p.dict["Contents"] = j.file.Add(p.stream)
	}
	return p.stream
}
