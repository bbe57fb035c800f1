package layout

import (
	"slices"

	"hongtou/internal/doc"
	"hongtou/internal/linebreak"
	"hongtou/internal/page"
)

// Tables: 小4号 in cells with a pitch of their own, thin rules, as wide as the
// type area. The standard leaves them free but for landscape pages (clause 8).
const (
	cellPitch     Unit = 18_000
	cellPadX      Unit = 3_000
	cellPadY      Unit = 3_000
	tableRule          = page.TableRule
	cellMaxSpread      = 3_000 // per gap; a looser line stays ragged
)

// tableSetter is the work on one table.
type tableSetter struct {
	*setter
	edges      []Unit // x of the column borders
	head, body *section
	aligns     []doc.Align
	groups     []page.Group // rows of the body that spans tie together
	frame      Unit         // thickness of the outer border
	top        bool         // text of the body begins at the row's top
}

// table sets a table in portions, one a page, each with the head above it.
func (s *setter) table(d doc.Table) {
	if len(d.Head)+len(d.Rows) == 0 {
		return
	}
	t := s.newTable(d)
	t.openTable(d.Caption)
	t.caption(d.Caption)
	t.fill(t.head)
	t.fill(t.body)
	t.promoteHead()
	t.groups = page.Groups(t.body.rows)
	for first := true; first || !t.body.done(); first = false {
		t.setPortion(!first)
	}
}

// caption centres the table's name over it and keeps it there.
func (s *setter) caption(runs []doc.Inline) {
	t := s.measure(runs, cellScale)
	lines, adjust := s.breaker.Break(t.glyphs, linebreak.Measure{
		First: int32(s.area.width()), Rest: int32(s.area.width()), Em: int32(t.scale.cell), Company: true,
	})
	for _, l := range lines {
		from := s.mark()
		s.draw(t, l.Start, l.Shown, adjust, s.area.left+(s.area.width()-Unit(l.Width))/2, above(em))
		s.line(from, EndTable)
	}
}

func (s *setter) newTable(d doc.Table) *tableSetter {
	n := columnsOf(d)
	s.drawn, s.ruled = s.drawn[:0], s.ruled[:0]
	t := &tableSetter{setter: s, head: newSection(d.Head, n), body: newSection(d.Rows, n), aligns: make([]doc.Align, n), frame: tableRule, top: d.Top}
	if page.IsForm(d) {
		t.frame = page.FormRule
	}
	for i, c := range d.Columns {
		t.aligns[i] = c.Align
	}
	t.edges = t.columnEdges(d.Columns, n)
	for _, sec := range []*section{t.head, t.body} {
		if sec.surplus >= 0 {
			s.problem("table-columns", sec.place(sec.surplus), "表格这一行的单元格多于列数", "请核对 columns 与各行的 colspan、rowspan")
		}
	}
	return t
}

// columnsOf is the number of columns: those described, else those of the
// widest row.
func columnsOf(d doc.Table) int {
	if len(d.Columns) > 0 {
		return len(d.Columns)
	}
	n := 1
	for _, r := range slices.Concat(d.Head, d.Rows) {
		w := 0
		for _, c := range r.Cells {
			w += min(max(1, c.ColSpan), 1000)
		}
		n = max(n, w)
	}
	return min(n, 1000)
}

// columnEdges shares the width by weight; the outer borders stand inside the
// type area with their whole thickness.
func (t *tableSetter) columnEdges(columns []doc.Column, n int) []Unit {
	weight := func(i int) int {
		if i >= len(columns) {
			return 1
		}
		return min(max(1, columns[i].Width), 1_000_000)
	}
	total, sum := 0, 0
	for i := range n {
		total += weight(i)
	}
	left, width := t.area.left+t.frame/2, t.area.width()-t.frame
	edges := []Unit{left}
	for i := range n {
		sum += weight(i)
		edges = append(edges, left+Unit(int(width)*sum/total))
	}
	return edges
}

// promoteHead turns a head that leaves no room for rows into rows.
func (t *tableSetter) promoteHead() {
	if t.head.height(t) <= t.area.height()-cellPitch*4 {
		return
	}
	at := page.Place(t.head.firstText())
	t.warn("table-head-high", at, "表头过高，不在各页重复", "请精简表头文字或加宽列")
	t.body = t.head.join(t.body)
	t.head = newSection(nil, len(t.aligns))
}
