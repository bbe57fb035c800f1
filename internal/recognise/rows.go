package recognise

import (
	"strings"

	"hongtou/internal/dossier"
)

// fromRows makes the items of a stream that holds rows of tables.
func (l *list) fromRows() (Annex, []segment, []segment) {
	var head, loose []segment
	l.style = "第项"
	for i, s := range l.segs {
		switch {
		case s.row != nil:
			if len(l.annex.Parts) == 0 || len(loose) > 0 {
				l.rowHeading(&head, loose)
				loose = nil
			}
			l.rowItem(s)
		case len(l.annex.Parts) == 0 && !headingLike(s):
			head = append(append(head, loose...), s)
			loose = nil
		case headingLike(s):
			loose = append(loose, s)
		default:
			return l.annex, head, append(loose, l.segs[i:]...)
		}
	}
	return l.annex, head, loose
}

// rowHeading opens a part before the next row: the last line like a heading.
func (l *list) rowHeading(head *[]segment, lines []segment) {
	p := Part{}
	if n := len(lines); n > 0 {
		if len(l.annex.Parts) == 0 {
			*head = append(*head, lines[:n-1]...)
		} else {
			for _, s := range lines[:n-1] {
				p.Heading.Runs = append(p.Heading.Runs, l.text(s.text).Runs...)
			}
		}
		p.Heading.Runs = append(p.Heading.Runs, l.text(lines[n-1].text).Runs...)
	}
	l.annex.Parts = append(l.annex.Parts, p)
}

// rowItem makes an item of a row.
func (l *list) rowItem(s segment) {
	w := *s.row
	sub := &list{reader: l.reader, style: l.style, seen: l.seen, count: l.count, annex: Annex{Parts: []Part{{}, {}}}}
	for _, p := range w.number {
		sub.segs = append(sub.segs, segment{line: s.line, kind: numberKind, text: p})
	}
	for i, p := range w.problem {
		seg := segment{line: s.line, text: p}
		if n, ok := numberOf(p); ok && i == 0 {
			seg.num = n
		}
		sub.segs = append(sub.segs, seg)
	}
	if len(w.problem) == 0 {
		l.reader.doubts = append(l.reader.doubts, Doubt{File: l.lines[s.line].file, Place: w.place, What: "", Why: "这一行没有问题一栏的文字", Assumed: "问题只写序号"})
	}
	it := Item{Place: w.place}
	it.Problem, it.ID = sub.problem(0, len(sub.segs))
	l.count = sub.count
	as := Aspect{ID: it.ID}
	for _, c := range w.fields {
		as.Fields = append(as.Fields, l.columnField(s, c))
	}
	for _, p := range w.other {
		l.leave(p, "这一列的表头不认识")
		l.doubt(p, "这一列的表头不认识", "没有放进去")
	}
	it.Aspects = []Aspect{as}
	l.put(it)
}

func (l *list) columnField(s segment, c column) Field {
	var f Field
	switch {
	case c.kind == dossier.Measures:
		f = l.field(c.kind, c.label, nil, l.measureParagraphs(c.text), s.line)
	case len(c.text) == 0:
		f = l.field(c.kind, c.label, nil, nil, s.line)
	default:
		value := c.text[0]
		for _, p := range c.text[1:] {
			if c.kind != dossier.Goal && c.kind != dossier.Deadline && !strings.ContainsAny(lastMark(value), "，、；。") {
				value = l.joined(value, p)
			}
			value = join(value, p)
		}
		f = l.field(c.kind, c.label, value, nil, s.line)
	}
	f.Place = c.place
	return f
}

// joined puts 、 between names that stand in lines of their own.
func (l *list) joined(value, next []glyph) []glyph {
	l.fixes = append(l.fixes, fix{src: next[0].src, new: "、", why: "单元格里分行写的名称"})
	l.doubt(next, "名称分行写", "按“、”处理")
	return join(value, added("、"))
}
