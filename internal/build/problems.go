package build

import (
	"bytes"
	"fmt"
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
// nothing when there are none. What many documents say of one place is said
// once.
func (p Problems) Print(w io.Writer, colour bool) error {
	if len(p.List) == 0 {
		return nil
	}
	return diag.Printer{Line: p.files.Line, Color: colour}.Print(w, together(p.List.Sorted()))
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

// together leaves of several warnings of one kind about one place the first,
// which counts the others: every document that prints the place has its own.
// Errors stay, each may want its own remedy.
func together(list diag.List) diag.List {
	type about struct {
		code string
		at   diag.Position
	}
	first := map[about]int{}
	more := map[int]int{}
	var out diag.List
	for _, d := range list {
		key := about{d.Code, d.At}
		i, known := first[key]
		if known && d.Severity != diag.Error && d.At != (diag.Position{}) {
			more[i]++
			continue
		}
		first[key] = len(out)
		out = append(out, d)
	}
	for i, n := range more {
		out[i].Message += fmt.Sprintf("（此处同类问题另有 %d 个）", n)
	}
	return out
}
