package elements

import (
	"slices"

	"hongtou/internal/printout"
)

// mostPainted is how many painted pages are kept: a page of A4 takes 12 MB.
// Clauses look at the first page, and at one of each side, again and again.
const mostPainted = 3

// easel paints the pages of a document and keeps those that were last asked for.
type easel struct {
	paint  func(page, dpi int) (printout.Raster, error)
	kept   []painting // the one last asked for at the end
	failed map[int]bool
}

type painting struct {
	page   int
	raster printout.Raster
}

// page paints a page, and says whether that can be done. What was too large or
// too slow once would be so again.
func (e *easel) page(number int) (printout.Raster, bool) {
	if i := slices.IndexFunc(e.kept, func(k painting) bool { return k.page == number }); i >= 0 {
		k := e.kept[i]
		e.kept = append(slices.Delete(e.kept, i, i+1), k)
		return k.raster, true
	}
	if e.paint == nil || e.failed[number] {
		return printout.Raster{}, false
	}
	r, err := e.paint(number, dpi)
	if err != nil {
		e.failed[number] = true
		return r, false
	}
	if len(e.kept) == mostPainted {
		e.kept = slices.Delete(e.kept, 0, 1)
	}
	e.kept = append(e.kept, painting{number, r})
	return r, true
}

// painted paints the page where it is needed.
func (p *Page) painted() (printout.Raster, bool) { return p.easel.page(p.Number) }
