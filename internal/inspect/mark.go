package inspect

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"hongtou/internal/printout"
)

// size is the size of a page; of one that the file does not have, that of A4.
func (f File) size(page int) Size {
	if page < 1 || page > len(f.Paper) {
		return Size{210, 297}
	}
	return f.Paper[page-1]
}

// onPage is the part of a box that lies on its page; the whole page if the box is
// empty or lies elsewhere.
func (f File) onPage(page int, b printout.Box) printout.Box {
	s := f.size(page)
	in := b.Clip(printout.Box{X1: s.Width, Y1: s.Height})
	if !(in.X0 < in.X1 && in.Y0 < in.Y1) { // also for what is no number
		return printout.Box{X1: s.Width, Y1: s.Height}
	}
	return in
}

// mark is a box on a page picture with the labels of the findings it belongs to.
type mark struct {
	labels []string
	anchor string // of the first finding
	advice bool   // by advice alone
	box    printout.Box
}

// finding is a clause that does not hold, or advice, under the label by which
// pictures and tables call it.
type finding struct {
	label  string
	anchor string // its address on a page
	advice bool
	name   string // 7.2.4 上边缘
	weight string // 应, 一般, …; or 建议
	pages  []int  // all on which it was found, in their order
	places []place
}

// place is one place of a finding.
type place struct {
	page int
	box  printout.Box // on the page, never empty
	note string
}

// everyPage says whether a finding is on all pages of a file that has some.
func (f File) everyPage(one finding) bool { return f.Pages > 2 && len(one.pages) == f.Pages }

// findings numbers what a file has against it: clauses 1, 2, 3, advice 建1, 建2.
func (f File) findings() []finding {
	var out []finding
	for i, r := range f.Fails() {
		one := finding{label: fmt.Sprint(i + 1), anchor: fmt.Sprintf("f%d", i+1), name: r.Clause.Name(), weight: string(r.Clause.Strength), pages: r.Result.Pages}
		for _, p := range r.Result.Places {
			one.places = append(one.places, place{p.Page, f.onPage(p.Page, p.Box), p.Note})
		}
		out = append(out, one)
	}
	for i, a := range f.Advice {
		out = append(out, finding{fmt.Sprintf("建%d", i+1), fmt.Sprintf("a%d", i+1), true, a.Basis, "建议", []int{a.Page},
			[]place{{a.Page, f.onPage(a.Page, a.Box), a.Message}}})
	}
	return out
}

// marks are the boxes of a page, in the order of their findings. Boxes of one
// finding on lines that follow each other become one, and boxes of several
// findings around the same thing carry all their labels.
func marks(page int, whole Size, all []finding) []mark {
	var out []mark
	for _, f := range all {
		for _, b := range joined(f, page, whole) {
			same := slices.IndexFunc(out, func(m mark) bool { return alike(m.box, b) })
			if same < 0 {
				out = append(out, mark{[]string{f.label}, f.anchor, f.advice, b})
				continue
			}
			out[same].labels = append(out[same].labels, f.label)
			out[same].advice = out[same].advice && f.advice
		}
	}
	return out
}

// lineGap is how far apart boxes may stand that are drawn as one: less than the
// white between two lines of text.
const lineGap = 7.0

// joined gives the boxes of one finding on a page, top to bottom. One around the
// whole page swallows no other.
func joined(f finding, page int, whole Size) []printout.Box {
	var out []printout.Box
	for _, p := range f.places {
		if p.page == page {
			out = append(out, p.box)
		}
	}
	slices.SortStableFunc(out, func(a, b printout.Box) int { return cmp.Compare(a.Y0, b.Y0) })
	n := 0
	for i, b := range out {
		if i > 0 && out[n-1].Height() < whole.Height && b.Y0-out[n-1].Y1 < lineGap && b.X0 < out[n-1].X1 && out[n-1].X0 < b.X1 {
			out[n-1] = out[n-1].Union(b)
			continue
		}
		out[n] = b
		n++
	}
	return out[:n]
}

// alike says whether two boxes are around the same thing.
func alike(a, b printout.Box) bool {
	const near = 1.0
	return math.Abs(a.X0-b.X0) < near && math.Abs(a.X1-b.X1) < near && math.Abs(a.Y0-b.Y0) < near && math.Abs(a.Y1-b.Y1) < near
}

// label is the text on a mark.
func (m mark) label() string {
	const most = 4
	if len(m.labels) > most {
		return strings.Join(m.labels[:most], " ") + " …"
	}
	return strings.Join(m.labels, " ")
}
