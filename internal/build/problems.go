package build

import (
	"bytes"
	"io"
	"slices"

	"hongtou/internal/diag"
	"hongtou/internal/source"
)

// Problems are the diagnostics of a run and the source lines they point at.
type Problems struct {
	List  diag.List
	files *source.Files
}

// Print writes the problems for people, sorted by place, with a closing count;
// nothing when there are none.
func (p Problems) Print(w io.Writer, colour bool) error {
	if len(p.List) == 0 {
		return nil
	}
	return diag.Printer{Line: p.files.Line, Color: colour}.Print(w, p.List.Sorted())
}

// WithoutAdvice leaves out what concerns the content's style and not the
// question at hand.
func (p Problems) WithoutAdvice() Problems {
	p.List = slices.DeleteFunc(slices.Clone(p.List), func(d diag.Diagnostic) bool { return d.Severity == diag.Advice })
	return p
}

// MarshalJSON gives the array of problems, sorted by place.
func (p Problems) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	err := diag.WriteJSON(&b, p.List.Sorted())
	return b.Bytes(), err
}
