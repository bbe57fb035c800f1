package recognise

import (
	"fmt"
	"slices"
	"sort"
	"strings"

	"hongtou/internal/dossier"
	"hongtou/internal/zh"
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

// brackets turns labels in brackets into labels of their item where each kind
// stands only once between two items; where measures carry brackets of their
// own these stay in the text.
func (l *list) brackets() {
	var out []segment
	pending := map[int]bool{}
	for i, s := range l.segs {
		if len(s.inner) == 0 {
			out = append(out, s)
			continue
		}
		if l.ownBracket(i) {
			pending[i] = true
			l.doubt(s.raw, "括号里的责任单位、时限等只属于这一条措施", "留在措施的文字里")
			s.text, s.inner = s.raw, nil
			out = append(out, s)
			continue
		}
		inner := s.inner
		l.absorb(s.raw, "括号和分隔")
		s.inner = nil
		out = append(append(out, s), inner...)
	}
	l.segs = out
}

// ownBracket says whether a neighbouring measure of the same list has a
// bracket with the same labels, while a labelled measures field holds both.
func (l *list) ownBracket(i int) bool {
	if l.segs[i].num.style == "" {
		return false
	}
	inMeasures := false
	for j := i; j >= 0 && j > i-40; j-- {
		if l.segs[j].isLabel() {
			inMeasures = l.segs[j].kind == dossier.Measures
			break
		}
	}
	if !inMeasures {
		return false
	}
	for _, step := range []int{-1, 1} {
		j := i + step
		if j >= 0 && j < len(l.segs) && len(l.segs[j].inner) > 0 && l.segs[j].num.style == l.segs[i].num.style {
			return true
		}
	}
	return false
}

// findSets groups the labels: a kind that stands for the second time, with
// text between, begins a new set.
func (l *list) findSets() {
	l.sets = nil
	var kinds []dossier.FieldKind
	last := -1
	for i, s := range l.segs {
		if !isField(s.kind) {
			continue
		}
		fresh := len(l.sets) == 0 || slices.Contains(kinds, s.kind) && l.between(last, i)
		if fresh {
			l.sets = append(l.sets, [2]int{i, i})
			kinds = nil
		}
		kinds = append(kinds, s.kind)
		l.sets[len(l.sets)-1][1] = i
		last = i
	}
}

// between says whether something stands between two labels that could open an
// item.
func (l *list) between(a, b int) bool {
	for _, s := range l.segs[a+1 : b] {
		if s.kind == problemKind || s.kind == numberKind {
			return true
		}
		if s.kind == "" && (s.num.style != "" || l.segs[a].kind == dossier.Measures || len(s.text) > 0 && len(l.segs[a].text) > 0) {
			return true
		}
	}
	return false
}

// demote turns lone labels of running text back into text: a plan says 工作目标：
// too.
func (l *list) demote() {
	most := 0
	for i := range l.sets {
		most = max(most, l.kinds(i))
	}
	keep := l.sets[:0]
	for i, s := range l.sets {
		if n := l.kinds(i); most >= 3 && n < 2 && !l.opened(i) {
			for j := s[0]; j <= s[1]; j++ {
				l.asText(j)
			}
			continue
		}
		keep = append(keep, s)
	}
	l.sets = keep
}

func (l *list) asText(i int) {
	s := &l.segs[i]
	if s.kind == "" {
		return
	}
	line := l.lines[s.line]
	from := s.label[0].src
	var gs []glyph
	to := s.label[len(s.label)-1].src + 2
	if n := len(s.text); n > 0 {
		to = s.text[n-1].src + 1
	}
	a := sort.Search(len(line.text), func(k int) bool { return line.text[k].src >= from })
	if s.first {
		a = 0
	}
	for _, g := range line.text[a:] {
		if g.src >= to {
			break
		}
		gs = append(gs, g)
	}
	if len(s.raw) > 0 {
		gs = s.raw
	}
	*s = segment{line: s.line, first: s.first, text: gs}
	if n, ok := numberOf(gs); ok {
		s.num = n
	}
}

func (l *list) kinds(set int) int {
	n := 0
	for i := l.sets[set][0]; i <= l.sets[set][1]; i++ {
		if isField(l.segs[i].kind) {
			n++
		}
	}
	return n
}

func (l *list) opened(set int) bool {
	from := 0
	if set > 0 {
		from = l.sets[set-1][1]
	}
	for _, s := range l.segs[from:l.sets[set][0]] {
		if s.num.style == "第项" || s.kind == problemKind {
			return true
		}
	}
	return false
}

// gap gives the segments between a set and the one before it.
func (l *list) gap(set int) (from, to int) {
	if set > 0 {
		from = l.sets[set-1][1] + 1
	}
	return from, l.sets[set][0]
}

// chooseStyle finds how items are numbered: the style of which the last number
// before each set of fields counts on.
func (l *list) chooseStyle() {
	best := 0.0
	for _, st := range styles {
		score, next := 0.0, 1
		for set := range l.sets {
			v := l.lastOf(set, st.name)
			switch {
			case v == 0:
			case v == next, v == 1:
				score, next = score+1, v+1
			case v >= next-1 && v <= next+2:
				score, next = score+0.6, v+1
			default:
				score -= 0.3
			}
		}
		if st.name == "第项" || st.name == "问题" {
			score *= 1.5
		}
		if score > best {
			best, l.style = score, st.name
		}
	}
	if best < float64(len(l.sets))*0.34 {
		l.style = ""
	}
}

func (l *list) lastOf(set int, style string) int {
	from, to := l.gap(set)
	for i := to - 1; i >= from; i-- {
		if l.segs[i].num.style == style {
			return l.segs[i].num.value
		}
	}
	return 0
}

// refine cuts sets in which an item opens between two different labels.
func (l *list) refine() {
	if l.style != "第项" && l.style != "问题" {
		return
	}
	var out [][2]int
	for _, s := range l.sets {
		from, last := s[0], s[0]
		for i := s[0] + 1; i <= s[1]; i++ {
			if !isField(l.segs[i].kind) {
				continue
			}
			if slices.ContainsFunc(l.segs[last:i], func(x segment) bool { return x.kind == "" && x.num.style == l.style }) {
				out, from = append(out, [2]int{from, last}), i
			}
			last = i
		}
		out = append(out, [2]int{from, last})
	}
	l.sets = out
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
	for i > from && i > opener-2 && headingLike(l.segs[i-1]) && l.segs[i-1].num.style != l.style && !l.counts(i-1, from) {
		i--
	}
	return i
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

// problem reads the paragraphs of an item's problem and writes its number as
// the format wants it.
func (l *list) problem(a, b int) ([]Text, string) {
	l.count++
	var paras [][]glyph
	n := number{}
	for i := a; i < b; i++ {
		s := l.segs[i]
		if s.kind == numberKind {
			if m, ok := numberOf(join(s.text, added("、"))); ok && n.style == "" {
				n = m
			}
			l.absorb(s.text, "序号")
			l.absorb(s.label, "标签")
			continue
		}
		gs := s.text
		if s.kind == problemKind {
			l.absorb(s.label, "“反馈问题”标签：问题写在“第N项，”后面")
			if s.num.style != "" && n.style == "" {
				n = s.num
			}
		}
		if n.style == "" {
			if m, ok := numberOf(gs); ok && (i == a || s.kind == problemKind) {
				n = m
				if l.exact(gs, m) {
					n = m
				} else {
					l.absorb(gs[:m.length], "序号")
					gs = gs[m.length:]
				}
			}
		} else if m, ok := numberOf(gs); ok && s.kind == problemKind && len(paras) == 0 && m.value == n.value && !l.exact(gs, m) {
			l.absorb(gs[:m.length], "序号")
			gs = gs[m.length:]
		}
		if s.kind == problemKind && len(gs) > 0 && len(paras) == 0 {
			paras = append(paras, gs)
			continue
		}
		if len(gs) > 0 {
			paras = append(paras, gs)
		}
	}
	if len(paras) == 0 {
		paras = [][]glyph{nil}
	}
	ordinal := l.ordinal(n, paras[0])
	if m, ok := numberOf(paras[0]); !ok || !l.exact(paras[0], m) {
		words := zh.Ordinal(ordinal) + "，"
		l.lead(paras[0], words)
		paras[0] = join(added(words), paras[0])
	}
	var out []Text
	for _, p := range l.unwrap(paras) {
		out = append(out, l.text(p))
	}
	return out, fmt.Sprintf("%02d", ordinal)
}

// exact says whether a paragraph begins with 第N项， as the format wants it.
func (l *list) exact(gs []glyph, n number) bool {
	printed := zh.Ordinal(n.value)
	return n.style == "第项" && strings.HasPrefix(runes(gs[:min(len(gs), longestNumber)]), printed+"，")
}

// lead notes that words were added before a paragraph.
func (l *list) lead(gs []glyph, w string) {
	for _, g := range gs {
		if g.src >= 0 {
			l.fixes = append(l.fixes, fix{src: g.src, new: w, why: "序号按“第N项，”的格式写"})
			return
		}
	}
}

// ordinal gives an item its number: the printed one, when it is free.
func (l *list) ordinal(n number, gs []glyph) int {
	v := n.value
	if v <= 0 || l.seen[v] || l.style == "" && n.style != "第项" {
		for v = l.count; l.seen[v]; {
			v++
		}
		if n.value > 0 && n.value != v && n.style == l.style && len(l.annex.Parts) < 2 {
			l.doubt(gs, fmt.Sprintf("序号%d前面已经用过", n.value), fmt.Sprintf("编为第%d项", v))
		}
	} else if v != l.count && v != l.count+0 {
		l.doubt(gs, fmt.Sprintf("这是第%d个，序号是%d", l.count, v), "序号照印")
	}
	l.seen[v] = true
	return v
}

func (l *list) aspectProblem(from, to, n int) []Text {
	if from < 0 || from >= to {
		return nil
	}
	var paras [][]glyph
	for _, s := range l.segs[from:to] {
		paras = append(paras, s.text)
	}
	m := l.segs[from].num
	want := "（" + zh.Numeral(max(m.value, 1)) + "）"
	if m.style != "（一）" || m.length != len([]rune(want)) {
		if m.style != "" {
			l.absorb(paras[0][:m.length], "序号")
			paras[0] = paras[0][m.length:]
		} else {
			want = "（" + zh.Numeral(n) + "）"
		}
		l.lead(paras[0], want)
		paras[0] = join(added(want), paras[0])
	}
	var out []Text
	for _, p := range paras {
		out = append(out, l.text(p))
	}
	return out
}
