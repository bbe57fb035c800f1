package norm

import (
	"fmt"
	"iter"
	"slices"
	"strings"

	"hongtou/internal/elements"
	"hongtou/internal/gbt9704"
	"hongtou/internal/printout"
)

// Verdict is what a measurement says of a clause.
type Verdict string

// The verdicts.
const (
	Holds    Verdict = "合"
	Fails    Verdict = "不合"
	Absent   Verdict = "不适用"     // the document has no such element
	Unproven Verdict = "无法由文件证明" // the file does not tell
)

// Clause is one thing that the standard asks for and paper shows.
type Clause struct {
	ID          string // number in the standard, or Own
	Part        string // which of its requirements, two to six characters
	Strength    gbt9704.Strength
	Requirement string // in our words
	Tolerance   string // what is let pass, with units; empty if nothing is measured in lengths
	measure     func(paper) Result
}

// Name is the number and the part: 7.2.4 上边缘.
func (c Clause) Name() string { return c.ID + " " + c.Part }

// Measure measures a document by all clauses, one after the other. Where a file
// has no text, or only pictures of it, the clauses that need text are unproven.
func Measure(d *elements.Document) iter.Seq2[Clause, Result] {
	return func(yield func(Clause, Result) bool) {
		p, reason, scans := newPaper(d), mute(d), d.Scanned()
		for _, c := range Clauses() {
			if !yield(c, c.of(p, reason, scans)) {
				return
			}
		}
	}
}

// Measure measures a document by one clause, as the function does by all.
func (c Clause) Measure(d *elements.Document) Result { return c.of(newPaper(d), mute(d), d.Scanned()) }

func (c Clause) of(d paper, mute string, scans []int) Result {
	if mute != "" && (len(d.Pages) == 0 || !slices.Contains(untold, c.Name())) {
		return unproven("%s", mute)
	}
	r := c.cured(d, c.measure(d))
	if r.Verdict == Absent && len(scans) > 0 && !slices.Contains(untold, c.Name()) && (scans[0] == 1 || !c.ofHead(d)) {
		return unproven("第%d页是扫描图像，上面有没有这一要素，文件不能说明", scans[0]).at(Place{Page: scans[0]})
	}
	return r
}

// ofHead says whether page 1 alone tells if a document has what a clause asks
// of: what stands over its title, and the special forms, which their heads tell.
func (c Clause) ofHead(d paper) bool {
	special := strings.HasPrefix(c.ID, "10.") && (!d.red() || d.ordinary())
	return special || strings.HasPrefix(c.ID, "7.2.")
}

// Result is what was measured, and the verdict.
type Result struct {
	Verdict  Verdict
	Measured string  // for people, with units
	Hint     string  // 怎么改: what to change, with a signed amount; empty if nothing has to be
	Values   []Value // the same as numbers, as far as they are numbers; at most 40
	Places   []Place // where on the pages: of what does not hold, else of what was measured; at most 40
	Pages    []int   // ascending, each once: the pages of all such places, also of those left out of Places
}

// Value is one measured number.
type Value struct {
	Name   string
	Number float64
	Unit   string // mm, pt, 字, 行; empty for a count
}

// Place is where on a page something was measured.
type Place struct {
	Page int          // from 1
	Box  printout.Box // empty for the whole page
	Note string       // what is wrong there; empty if nothing is
}

// absent says that the element does not occur.
func absent() Result { return Result{Verdict: Absent} }

// without says so and names what does not occur.
func without(what string) Result { return Result{Verdict: Absent, Measured: what} }

// judged gives a verdict on what was measured.
func judged(holds bool, format string, args ...any) Result {
	r := Result{Verdict: Fails, Measured: fmt.Sprintf(format, args...)}
	if holds {
		r.Verdict = Holds
	}
	return r
}

// unproven says that the file does not tell, and why.
func unproven(format string, args ...any) Result {
	return Result{Verdict: Unproven, Measured: fmt.Sprintf(format, args...)}
}

// at adds places, as long as there is room, and their pages; where a result does
// not hold and a place says nothing of its own, what was measured stands there.
func (r Result) at(places ...Place) Result {
	for _, p := range places {
		r.Pages = withPage(r.Pages, p.Page)
		if len(r.Places) >= mostPlaces {
			continue
		}
		if r.Verdict == Fails && p.Note == "" {
			p.Note = r.Measured
		}
		r.Places = append(r.Places, p)
	}
	return r
}

// on adds places that were gathered.
func (r Result) on(s spots) Result {
	r = r.at(s.places...)
	for _, page := range s.pages {
		r.Pages = withPage(r.Pages, page)
	}
	return r
}

// withPage adds a page to ascending ones that are each there once.
func withPage(pages []int, page int) []int {
	if i, has := slices.BinarySearch(pages, page); !has {
		return slices.Insert(pages, i, page)
	}
	return pages
}

// with adds a measured number, as long as there is room.
func (r Result) with(name string, number float64, unit string) Result {
	if len(r.Values) >= mostValues {
		return r
	}
	r.Values = append(r.Values, Value{name, number, unit})
	return r
}

// Clauses are all clauses that are measured, page first, then from the head of a
// document to its foot.
func Clauses() []Clause {
	return slices.Concat(pageClauses, gridClauses, headClauses, markClauses, titleClauses, textClauses, noteClauses,
		signClauses, attachmentClauses, imprintClauses, folioClauses, landscapeClauses, letterClauses, orderClauses, minutesClauses)
}
