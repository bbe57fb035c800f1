package recognise

import (
	"slices"
	"sort"

	"hongtou/internal/dossier"
)

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
