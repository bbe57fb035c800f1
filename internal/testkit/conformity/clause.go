package conformity

import (
	"fmt"
	"slices"
)

// Verdict is what a measurement says of a clause.
type Verdict string

// The verdicts.
const (
	Holds  Verdict = "合"
	Fails  Verdict = "不合"
	Absent Verdict = "无此要素"
)

// Clause is one thing that the standard asks for and paper shows.
type Clause struct {
	ID          string // number in the standard
	Part        string // which of its requirements, two to six characters
	Requirement string // in our words
	measure     func(*Document) Result
}

// Name is the number and the part: 7.2.4 上边缘.
func (c Clause) Name() string { return c.ID + " " + c.Part }

// Measure measures a document.
func (c Clause) Measure(d *Document) Result { return c.measure(d) }

// Result is what was measured, with units, and the verdict.
type Result struct {
	Measured string
	Verdict  Verdict
}

// absent says that the element does not occur.
func absent() Result { return Result{"", Absent} }

// judged gives a verdict on what was measured.
func judged(holds bool, format string, args ...any) Result {
	r := Result{fmt.Sprintf(format, args...), Fails}
	if holds {
		r.Verdict = Holds
	}
	return r
}

// Clauses are all clauses that are measured, page first, then from the head of a
// document to its foot.
func Clauses() []Clause {
	return slices.Concat(pageClauses, gridClauses, headClauses, markClauses, titleClauses, textClauses, noteClauses,
		signClauses, attachmentClauses, imprintClauses, folioClauses, landscapeClauses, letterClauses)
}
