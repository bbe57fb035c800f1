package layout

import (
	"hongtou/internal/diag"
	"hongtou/internal/page"
)

// row is one line of text, or another thing that no page end divides.
type row struct {
	kind     rowKind
	from, to mark // its runs and rules; their y counts from the row's top
	top      Unit // where it was placed
	height   Unit // of the em box: what must fit above the page's bottom
	next     Unit // from its top to that of the next row
	lines    int  // of the grid that a block takes
	keep     End  // why no page may end after it; "" = one may
	why      End  // why a page ends before it though lines are left
	bookmark int  // index into Bookmarks plus one
	entry    int  // index into entries plus one, of a line of the contents
	body     bool // shows body text
}

type rowKind uint8

const (
	gridRow  rowKind = iota // stands on a line of the grid
	blankRow                // an empty line; vanishes at the top of a page
	fixedRow                // an empty line that does not vanish
	freeRow                 // begins where the one before ended
	blockRow                // stands on a line of the grid and takes several
	titleRow                // like freeRow; what follows stands on the line nearest to where it should
)

// mark is a place in the arenas of runs, rules and pictures.
type mark struct{ run, rule, picture int }

func (s *setter) mark() mark { return mark{len(s.runs), len(s.rules), len(s.pictures)} }

// line makes a row of the grid from what was drawn since from.
func (s *setter) line(from mark, keep End) {
	s.add(row{kind: gridRow, from: from, to: s.mark(), height: em, keep: keep})
}

// blank adds n empty lines. Behind a heading they keep it with what follows.
func (s *setter) blank(n int, keep End) {
	for range n {
		if last := len(s.pending) - 1; last >= 0 && keep == "" {
			keep = s.pending[last].keep
		}
		s.add(row{kind: blankRow, from: s.mark(), to: s.mark(), height: em, keep: keep})
	}
}

// add puts a row under the last one, on a new page if it does not fit.
func (s *setter) add(r row) {
	for {
		if r.kind == blankRow && len(s.pending) == 0 {
			return
		}
		top, next := s.place(r)
		if fits := top+r.height <= s.area.bottom; fits || len(s.pending) == 0 {
			if !fits {
				s.problem("page-overflow", diag.Position{}, "有一处内容比版心还高，一页排不下", "请缩短标题、机关名称或表格的一行")
			}
			r.top, s.y = top, next
			s.pending = append(s.pending, r)
			return
		}
		s.turn(r)
	}
}

// place says where a row would stand and where the next one would begin.
func (s *setter) place(r row) (top, next Unit) {
	switch r.kind {
	case freeRow:
		return s.y, s.y + r.next
	case blockRow:
		n := s.area.lineAt(s.y)
		return s.area.lineTop(n), s.area.lineTop(n + r.lines)
	case titleRow:
		return s.y, s.area.lineTop(page.LineBelow(s.y + r.next - s.area.top))
	}
	n := s.area.lineAt(s.y)
	return s.area.lineTop(n), s.area.lineTop(n + 1)
}

// turn ends the page before r, or earlier when rows must stay together; those
// go over to the next page.
func (s *setter) turn(r row) {
	cut := s.cut()
	why := EndFull
	switch {
	case cut < len(s.pending):
		why = s.pending[cut].keep
	case r.why != "" && s.area.lineAt(s.y) < s.area.lines:
		why = r.why
	case s.pending[cut-1].kind == blankRow:
		why = EndBlank
	}
	moved := append([]row(nil), s.pending[cut:]...)
	s.flush(cut, why)
	for _, m := range moved {
		s.add(m)
	}
}

// cut gives the last place where the page may end. If everything on it must
// stay together it ends at its end all the same.
func (s *setter) cut() int {
	for i := len(s.pending); i > 0; i-- {
		if s.pending[i-1].keep == "" {
			return i
		}
	}
	return len(s.pending)
}

// fresh says whether turning the page would win nothing: all that stands on it
// would go along.
func (s *setter) fresh() bool {
	for _, r := range s.pending {
		if r.keep == "" {
			return false
		}
	}
	return true
}

// forcePage ends the page, unless nothing stands on it.
func (s *setter) forcePage() {
	if len(s.pending) > 0 {
		s.flush(len(s.pending), EndForced)
	}
}

// keepLast keeps the last n rows of text on this page with what follows.
func (s *setter) keepLast(n int, why End) {
	for i := len(s.pending) - 1; i >= 0 && n > 0; i-- {
		r := &s.pending[i]
		if r.kind == gridRow {
			n--
		}
		if r.keep == "" {
			r.keep = why
		}
	}
}

// flush makes a page of the first n rows.
func (s *setter) flush(n int, why End) {
	number := len(s.book.Pages) + 1
	p := Page{Number: number, Width: s.area.pageWidth, Height: s.area.pageHeight, End: why}
	dx, dy := s.shift(number)
	if n > 0 {
		p.Runs = make([]Run, 0, s.pending[n-1].to.run-s.pending[0].from.run+6)
	}
	for _, r := range s.pending[:n] {
		s.emit(&p, r, dx, dy)
	}
	s.book.Pages = append(s.book.Pages, p)
	if number == 1 {
		s.checkFirstPage(s.pending[:n], why)
	}
	s.pending, s.y = s.pending[:0], s.area.top
}

// shift moves an even page of a mirrored book so that its 28 mm lie at the
// spine, which is below on a landscape page.
func (s *setter) shift(number int) (dx, dy Unit) {
	switch {
	case !s.setup.Mirrored || number%2 != 0:
		return 0, 0
	case s.area.landscape:
		return 0, -mirrorStep
	}
	return -mirrorStep, 0
}

// emit copies a row to its page.
func (s *setter) emit(p *Page, r row, dx, dy Unit) {
	dy += r.top
	for _, run := range s.runs[r.from.run:r.to.run] {
		run.X, run.Y = run.X+dx, run.Y+dy
		p.Runs = append(p.Runs, run)
	}
	for _, l := range s.rules[r.from.rule:r.to.rule] {
		l.X1, l.X2, l.Y1, l.Y2 = l.X1+dx, l.X2+dx, l.Y1+dy, l.Y2+dy
		p.Rules = append(p.Rules, l)
	}
	for _, c := range s.pictures[r.from.picture:r.to.picture] {
		c.X, c.Y = c.X+dx, c.Y+dy
		p.Pictures = append(p.Pictures, c)
	}
	if r.bookmark > 0 {
		b := &s.book.Bookmarks[r.bookmark-1]
		b.Page, b.Y = p.Number-1, dy
	}
	if r.entry > 0 {
		e := &s.entries[r.entry-1]
		e.page, e.run, e.x, e.y = p.Number-1, len(p.Runs), s.area.right+dx, dy
	}
}
