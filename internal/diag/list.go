package diag

import (
	"cmp"
	"slices"
)

// List is a set of problems. The zero List is empty and ready to use.
type List []Diagnostic

// Add appends problems.
func (l *List) Add(ds ...Diagnostic) { *l = append(*l, ds...) }

// HasErrors says whether any problem stops the build.
func (l List) HasErrors() bool { return l.Count(Error) > 0 }

// Count gives the number of problems of one severity.
func (l List) Count(s Severity) int {
	n := 0
	for _, d := range l {
		if d.Severity == s {
			n++
		}
	}
	return n
}

// Sorted returns the problems by file, line, column and code, each once.
func (l List) Sorted() List {
	out := slices.Clone(l)
	slices.SortStableFunc(out, compare)
	return slices.CompactFunc(out, func(a, b Diagnostic) bool {
		return a.At == b.At && a.Code == b.Code && a.Message == b.Message
	})
}

func compare(a, b Diagnostic) int {
	return cmp.Or(
		cmp.Compare(a.At.File, b.At.File),
		cmp.Compare(a.At.Line, b.At.Line),
		cmp.Compare(a.At.Column, b.At.Column),
		cmp.Compare(a.Severity, b.Severity),
		cmp.Compare(a.Code, b.Code),
		cmp.Compare(a.Message, b.Message),
	)
}
