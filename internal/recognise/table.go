package recognise

import (
	"strings"

	"hongtou/internal/dossier"
	"hongtou/internal/manuscript"
)

// row is an item of a table.
type row struct {
	place   manuscript.Place
	number  [][]glyph
	problem [][]glyph
	fields  []column
	other   [][]glyph // cells without a head
}

// column is a field of a row.
type column struct {
	kind  dossier.FieldKind
	label []glyph
	place manuscript.Place
	text  [][]glyph
}

// heads say what the columns of a table are.
type heads struct {
	kind  map[int]dossier.FieldKind
	label map[int][]glyph
}

// tableCell is a cell and its paragraphs.
type tableCell struct {
	manuscript.Cell
	text [][]glyph
	line int
}

// table reads a table block: each row an item, or labels with their values
// beside them. A table without heads continues the one before it.
func (r *reader) table(file, block int, before *heads) ([]segment, *heads) {
	rows := r.rows(file, block)
	h, top, body := findHeads(rows)
	if h == nil && before == nil {
		return r.pairs(rows), nil
	}
	if h == nil {
		h = before
	}
	out := r.over(rows[:top], before)
	for _, cells := range rows[top:body] {
		for _, c := range cells {
			for _, p := range c.text {
				r.absorb(p, "表头")
			}
		}
	}
	covered := map[int]int{} // column → first row after the cell that covers it
	for _, cells := range rows[body:] {
		if again, _, n := findHeads([][]tableCell{cells}); again != nil && n == 1 {
			for _, c := range cells {
				for _, p := range c.text {
					r.absorb(p, "重复的表头")
				}
			}
			continue
		}
		out = r.tableRow(out, cells, h, covered)
	}
	return out, h
}

func (r *reader) rows(file, block int) [][]tableCell {
	var out [][]tableCell
	for i, cells := range r.ms[file].Blocks[block].Rows {
		var list []tableCell
		for j, c := range cells {
			t := tableCell{Cell: c, line: -1}
			for p := range c.Text {
				l := r.index[Source{file, block, i, j, p}]
				if t.line < 0 {
					t.line = l
				}
				if gs := r.lines[l].text; len(gs) > 0 {
					t.text = append(t.text, gs)
				}
			}
			list = append(list, t)
		}
		out = append(out, list)
	}
	return out
}

func (c tableCell) words() string {
	var b strings.Builder
	for _, p := range c.text {
		b.WriteString(runes(p))
	}
	return b.String()
}

// headKind says what a head of a column means; above is the head over it.
func headKind(s, above string) (dossier.FieldKind, bool) {
	v := words()
	s = strings.TrimRight(s, "：:")
	for _, open := range []string{"（", "("} {
		if i := strings.Index(s, open); i > 0 {
			s = s[:i]
		}
	}
	if k, ok := v.Under[above][s]; ok {
		return k, true
	}
	if k, ok := v.kind[above+s]; ok && above != "" {
		return k, true
	}
	if k, ok := v.kind[s]; ok {
		return k, true
	}
	for _, joint := range []string{"及", "和", "、"} { // 责任单位及责任人
		if first, _, ok := strings.Cut(s, joint); ok {
			if k, ok := v.kind[first]; ok {
				return k, true
			}
		}
	}
	return "", false
}

// over reads the rows over the heads: the title of the list.
func (r *reader) over(rows [][]tableCell, before *heads) []segment {
	var out []segment
	for _, cells := range rows {
		for _, c := range cells {
			for _, p := range c.text {
				if before != nil {
					r.leave(p, "后一张表表头上面的文字")
					r.doubt(p, "后一张表表头上面的文字", "没有放进去")
					continue
				}
				s := r.paragraph(c.line, p)
				s.first = true
				out = append(out, s)
			}
		}
	}
	return out
}

// findHeads looks for the heads in the first rows: they begin at top; body is
// the first row after them.
func findHeads(rows [][]tableCell) (h *heads, top, body int) {
	for i := 0; i < min(len(rows), 4); i++ {
		try := &heads{kind: map[int]dossier.FieldKind{}, label: map[int][]glyph{}}
		next := i + 1
		for _, c := range rows[i] {
			if c.Rows > 1 {
				next = max(next, min(i+c.Rows, len(rows)))
			}
		}
		if next > i+2 {
			continue
		}
		try.read(rows[i], rows[i:next])
		fields, items := 0, false
		for _, k := range try.kind {
			if isField(k) {
				fields++
			}
			items = items || k == problemKind || k == numberKind
		}
		if fields >= 2 && len(rows[i]) >= 3 && (items || fields >= 3) {
			return try, i, next
		}
	}
	return nil, 0, 0
}

// read takes the heads of one row, and of the row below it.
func (h *heads) read(top []tableCell, rows [][]tableCell) {
	for _, c := range top {
		if k, ok := headKind(c.words(), ""); ok && c.Cols <= 1 {
			h.set(c.Col, k, c)
			continue
		}
		if len(rows) < 2 {
			continue
		}
		for _, sub := range rows[1] {
			if sub.Col < c.Col || sub.Col >= c.Col+max(c.Cols, 1) {
				continue
			}
			if k, ok := headKind(sub.words(), c.words()); ok {
				h.set(sub.Col, k, sub)
			}
		}
	}
}

func (h *heads) set(col int, k dossier.FieldKind, c tableCell) {
	h.kind[col] = k
	for _, p := range c.text {
		h.label[col] = append(h.label[col], p...)
	}
}

// tableRow makes an item of a row, adds it to the item that a merged cell
// continues, or takes it as the heading of a part.
func (r *reader) tableRow(out []segment, cells []tableCell, h *heads, covered map[int]int) []segment {
	filled := 0
	for _, c := range cells {
		if len(c.text) > 0 {
			filled++
		}
	}
	if filled == 0 {
		return out
	}
	if filled == 1 && r.spanning(cells, h) {
		for _, c := range cells {
			for _, p := range c.text {
				s := r.paragraph(c.line, p)
				s.first = true
				out = append(out, s)
			}
		}
		return out
	}
	now := row{place: cells[0].Place}
	for _, c := range cells {
		now.take(c, h)
	}
	if len(out) > 0 && out[len(out)-1].row != nil && len(now.problem) == 0 && len(now.number) == 0 {
		r.extend(out[len(out)-1].row, now, cells, covered)
	} else {
		out = append(out, segment{line: cells[0].line, first: true, row: &now})
	}
	for _, c := range cells {
		covered[c.Col] = c.Row + max(c.Rows, 1)
	}
	return out
}

// spanning says whether the only filled cell of a row stands for the whole
// row.
func (r *reader) spanning(cells []tableCell, h *heads) bool {
	for _, c := range cells {
		if len(c.text) > 0 {
			return c.Cols > 1 && c.Cols*2 >= len(h.kind) || c.Col == 0 && h.kind[0] != problemKind && headingLike(segment{text: c.text[0], num: mustNumber(c.text[0])})
		}
	}
	return false
}

func mustNumber(gs []glyph) number {
	n, _ := numberOf(gs)
	return n
}

func (w *row) take(c tableCell, h *heads) {
	if len(c.text) == 0 {
		return
	}
	switch k := h.kind[c.Col]; {
	case k == numberKind:
		w.number = append(w.number, c.text...)
	case k == problemKind:
		w.problem = append(w.problem, c.text...)
	case k == "":
		w.other = append(w.other, c.text...)
	default:
		w.fields = append(w.fields, column{kind: k, label: h.label[c.Col], place: c.Place, text: c.text})
	}
}

// pairs reads a table of labels and their values, or gives its cells as
// paragraphs.
func (r *reader) pairs(rows [][]tableCell) []segment {
	var out []segment
	for _, cells := range rows {
		for i := 0; i < len(cells); i++ {
			c := cells[i]
			if len(c.text) == 0 {
				continue
			}
			k, known := headKind(c.words(), "")
			if known && i+1 < len(cells) && len(cells[i+1].text) > 0 && !isHead(cells[i+1]) {
				out = append(out, r.pairOf(k, c, cells[i+1])...)
				i++
				continue
			}
			for _, p := range c.text {
				cut := r.cut(c.line, p)
				out = append(out, cut...)
			}
		}
	}
	return out
}

func isHead(c tableCell) bool {
	_, ok := headKind(c.words(), "")
	return ok
}

// pairOf gives a label's cell and the cell beside it.
func (r *reader) pairOf(k dossier.FieldKind, label, value tableCell) []segment {
	s := segment{line: label.line, first: true, kind: k}
	for _, p := range label.text {
		s.label = append(s.label, p...)
	}
	for n := len(s.label); n > 0 && (s.label[n-1].r == '：' || s.label[n-1].r == ':'); n = len(s.label) {
		r.absorb(s.label[n-1:], "标签后的冒号或括号")
		s.label = s.label[:n-1]
	}
	if k == dossier.Measures {
		out := []segment{s}
		for _, p := range r.measureParagraphs(value.text) {
			out = append(out, segment{line: value.line, text: p})
		}
		for i := range out[1:] {
			if n, ok := numberOf(out[i+1].text); ok {
				out[i+1].num = n
			}
		}
		return out
	}
	for _, p := range value.text {
		s.text = append(s.text, p...)
	}
	return []segment{s}
}

// measureParagraphs cuts the paragraphs of a measures cell where one holds
// several numbered measures.
func (r *reader) measureParagraphs(ps [][]glyph) [][]glyph {
	var out [][]glyph
	for _, p := range ps {
		if _, ok := numberOf(p); ok || strings.Contains(runes(p), "：") {
			out = append(out, r.pieces(p, true)...)
		} else {
			out = append(out, p)
		}
	}
	return out
}
