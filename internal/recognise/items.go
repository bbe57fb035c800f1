package recognise

import (
	"fmt"
	"slices"
	"strings"

	"hongtou/internal/dossier"
)

// list is what the reader makes of a stream of segments.
type list struct {
	*reader
	segs  []segment
	sets  [][2]int // runs of labels, each the fields of an item or aspect: indexes of its first and last label
	style string   // of the numbers that open items
	annex Annex
	seen  map[int]bool // ordinals that are used
	count int
}

// items reads all items of a stream; head are the segments before the first
// item and the headings over it, tail those after the last.
func (r *reader) items(segs []segment) (a Annex, head, tail []segment) {
	l := &list{reader: r, segs: segs, seen: map[int]bool{}}
	if slices.ContainsFunc(segs, func(s segment) bool { return s.row != nil }) {
		return l.fromRows()
	}
	l.brackets()
	l.findSets()
	l.demote()
	l.chooseStyle()
	l.refine()
	if len(l.sets) == 0 {
		return a, l.segs, nil
	}
	return l.fromText()
}

// opener finds the segment that opens the item of a set, -1 for an aspect or
// none.
func (l *list) opener(set int) int {
	from, to := l.gap(set)
	for i := to - 1; i >= from; i-- {
		s := l.segs[i]
		if s.kind == problemKind {
			if i > from && len(l.segs[i-1].text) == l.segs[i-1].num.length && l.segs[i-1].num.style != "" {
				return i - 1
			}
			if i > from && l.segs[i-1].kind == numberKind {
				return i - 1
			}
			return i
		}
		if l.style != "" && s.kind == "" && s.num.style == l.style && !l.isPart(i, to) {
			return i
		}
	}
	return -1
}

// isPart says whether a numbered line is the heading of a part: another
// numbered line that opens the item follows it.
func (l *list) isPart(i, to int) bool {
	s := l.segs[i]
	return headingLike(s) && i+1 < to && l.segs[i+1].num.style == l.style && l.segs[i+1].num.value == 1 && s.num.value != 1
}

// headingLike says whether a paragraph looks like the heading of a part.
func headingLike(s segment) bool {
	w := runes(s.text)
	return s.kind == "" && len(s.text) <= 60 && len(s.text) > s.num.length && !strings.ContainsAny(w, "。；") &&
		(s.num.style == "一、" || s.num.style == "（一）" || strings.HasPrefix(w, "第") && strings.Contains(w, "部分"))
}

// fallback finds where an unnumbered item begins: the last paragraph before
// its fields.
func (l *list) fallback(set int) int {
	from, to := l.gap(set)
	if to-1 < from || l.segs[to-1].kind != "" || l.segs[to-1].num.style != "" {
		return -1
	}
	if set > 0 {
		end := l.segs[l.sets[set-1][1]]
		if end.kind != dossier.Measures && len(end.text) == 0 && to-1 == from {
			return -1
		}
		if end.kind == dossier.Measures && len(end.text) == 0 && to-1 == from {
			return -1
		}
	}
	return to - 1
}

// fromText makes the items.
func (l *list) fromText() (Annex, []segment, []segment) {
	starts := make([]int, len(l.sets))
	for set := range l.sets {
		starts[set] = l.opener(set)
		if starts[set] < 0 && (l.style == "" || set == 0) {
			if starts[set] = l.fallback(set); starts[set] >= 0 {
				l.doubt(l.segs[starts[set]].text, "这一项没有序号", "按排列顺序编号")
			}
		}
	}
	if starts[0] < 0 {
		starts[0] = l.sets[0][0]
	}
	l.annex.Numbering = l.numbering(starts)
	head := l.segs[:l.parts(starts[0], 0)]
	l.heading(len(head), starts[0])
	for set := 0; set < len(l.sets); {
		next := set + 1
		for next < len(l.sets) && starts[next] < 0 {
			next++
		}
		end := len(l.segs)
		if next < len(l.sets) {
			end = l.parts(starts[next], l.sets[next-1][1]+1)
		} else {
			end = l.last(l.sets[next-1][1])
		}
		l.item(starts[set], end, set, next)
		if next < len(l.sets) {
			l.heading(end, starts[next])
		} else {
			return l.annex, head, l.segs[end:]
		}
		set = next
	}
	return l.annex, head, nil
}

// parts gives the index from which the headings of a part stand before an
// opener.
func (l *list) parts(opener, from int) int {
	i := opener
	for i > from && i > opener-2 && headingLike(l.segs[i-1]) && l.segs[i-1].num.style != l.style && (from == 0 && i == opener && !l.planHeading(i-1) || !l.counts(i-1, from)) {
		i--
	}
	return i
}

// planHeading says whether a heading over the first item is one of the plan's
// own, 二、重点任务: it counts on, and no other of its kind stands among the items.
func (l *list) planHeading(i int) bool {
	n := l.segs[i].num
	return n.value > 1 && !slices.ContainsFunc(l.segs[i+1:l.sets[len(l.sets)-1][0]], func(s segment) bool { return s.num.style == n.style && headingLike(s) })
}

// counts says whether a numbered line counts on from a measure before it.
func (l *list) counts(i, from int) bool {
	n := l.segs[i].num
	if n.style == "" || strings.ContainsAny(runes(l.segs[i].text), "项个件") && strings.HasSuffix(runes(l.segs[i].text), "）") {
		return false
	}
	for j := i - 1; j >= from; j-- {
		if m := l.segs[j].num; m.style == n.style {
			return m.value == n.value-1
		}
	}
	return n.value == 1 && from > 0 && i == from && l.segs[from-1].kind == dossier.Measures && len(l.segs[from-1].text) == 0
}

func (l *list) heading(from, to int) {
	if from < to || len(l.annex.Parts) == 0 {
		p := Part{}
		var gs []glyph
		for _, s := range l.segs[from:to] {
			gs = append(gs, s.text...)
		}
		p.Heading = l.text(gs)
		l.annex.Parts = append(l.annex.Parts, p)
	}
}

// last finds where the last item ends.
func (l *list) last(label int) int {
	i := label + 1
	if l.segs[label].kind != dossier.Measures {
		if len(l.segs[label].text) == 0 && i < len(l.segs) {
			i++
		}
		return i
	}
	style, have := "", len(l.segs[label].text) > 0
	for ; i < len(l.segs); i++ {
		s := l.segs[i]
		switch {
		case l.furniture(s.line, s.text), strings.HasPrefix(runes(s.text), "附件"), s.kind != "":
			return i
		case l.resumes(i, label):
			return i
		case s.num.style != "":
			style, have = s.num.style, true
		case i > label && l.broken(l.segs[i-1].text, s.text):
		case !strings.ContainsAny(lastMark(s.text), "。；："):
			if i+1 >= len(l.segs) || !l.broken(s.text, l.segs[i+1].text) {
				return i
			}
		case have && style == "" && l.lines[s.line].blank && len(l.segs[label].text) > 0:
			return i
		}
		have = true
	}
	return i
}

// resumes says whether a line after the last item's label is the plan's next
// heading: 三、工作要求, after 二、重点任务 over the items.
func (l *list) resumes(i, label int) bool {
	s := l.segs[i]
	if s.num.style != "一、" || s.num.value < 2 || l.style == s.num.style || !headingLike(s) {
		return false
	}
	for j := i - 1; j >= 0; j-- {
		if m := l.segs[j]; m.num.style == s.num.style {
			return j < label && m.num.value == s.num.value-1 && headingLike(m)
		}
	}
	return false
}

func lastMark(gs []glyph) string {
	if len(gs) == 0 {
		return ""
	}
	return string(gs[len(gs)-1].r)
}

// item makes one item of the segments from a to b, which hold sets first to
// next-1.
func (l *list) item(a, b, first, next int) {
	it := Item{Place: l.lines[l.segs[a].line].place}
	problemEnd := l.sets[first][0]
	aspects := next - first
	openers := make([]int, aspects)
	for i := range openers {
		openers[i] = -1
	}
	if aspects > 1 {
		for k := range openers {
			openers[k] = l.aspectOpener(first+k, a)
		}
		if openers[0] < 0 || slices.Contains(openers[1:], -1) {
			l.doubt(l.segs[a].text, "同一项里字段出现了两次", "后面一套字段另列为一个方面")
			if openers[0] < 0 {
				openers[0] = l.sets[first][0]
			}
		}
		problemEnd = openers[0]
	}
	it.Problem, it.ID = l.problem(a, problemEnd)
	if aspects > 1 && len(it.Problem) > 1 {
		it.Remarks, it.Problem = it.Problem[1:], it.Problem[:1]
	}
	for k := 0; k < aspects; k++ {
		as := Aspect{ID: it.ID}
		from := l.sets[first+k][0]
		end := b
		if k+1 < aspects && openers[k+1] >= 0 {
			end = openers[k+1]
		} else if k+1 < aspects {
			end = l.sets[first+k+1][0]
		}
		if aspects > 1 {
			as.ID = fmt.Sprintf("%s.%d", it.ID, k+1)
			as.Problem = l.aspectProblem(openers[k], from, k+1)
		}
		as.Fields = l.fields(from, end)
		it.Aspects = append(it.Aspects, as)
	}
	l.put(it)
}

func (l *list) put(it Item) {
	last := &l.annex.Parts[len(l.annex.Parts)-1]
	last.Items = append(last.Items, it)
}

func (l *list) aspectOpener(set, after int) int {
	from, to := l.gap(set)
	for i := to - 1; i >= max(from, after+1); i-- {
		if s := l.segs[i]; s.kind == "" && s.num.style != "" && s.num.style != l.style {
			return i
		}
	}
	return -1
}
