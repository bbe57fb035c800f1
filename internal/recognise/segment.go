package recognise

import (
	"strings"

	"hongtou/internal/dossier"
	"hongtou/internal/nearest"
)

// segment is a piece of a line: a paragraph, or a label with what follows it.
type segment struct {
	line   int
	first  bool // it begins its line
	inline bool // it stood in brackets at the end of a paragraph
	text   []glyph
	num    number
	label  []glyph
	kind   dossier.FieldKind // of a label; "" for a paragraph
	raw    []glyph           // of a paragraph with labels in brackets: all of it
	inner  []segment         // these labels
	row    *row              // a row of a table that is an item
}

func (s segment) isLabel() bool { return s.kind != "" }

// hit is a label found in a line.
type hit struct {
	from, label, to int // characters: of its first mark, of the label's end, of the value's start
	begin           int // of the label's words
	kind            dossier.FieldKind
}

// hitAt reads a label at a place of a line. colon says whether it must end
// with one.
func hitAt(gs []glyph, i int, colon bool) (hit, bool) {
	h := hit{from: i, begin: i}
	boxed := at(gs, i) == '【' || at(gs, i) == '[' || at(gs, i) == '〔'
	if boxed {
		h.begin++
	}
	v := words()
	if !v.first[at(gs, h.begin)] {
		return hit{}, false
	}
	s := runes(gs[h.begin:min(len(gs), h.begin+v.most)])
	for _, w := range v.words {
		if !strings.HasPrefix(s, w) {
			continue
		}
		h.kind, h.label = v.kind[w], h.begin+len([]rune(w))
		h.to = h.label
		if boxed {
			if c := at(gs, h.to); c != '】' && c != ']' && c != '〕' {
				return hit{}, false
			}
			h.to++
		}
		switch c := at(gs, h.to); {
		case c == '：' || c == ':':
			h.to++
			return h, true
		case boxed:
			return h, true
		case !colon:
			return h, true
		}
	}
	return hit{}, false
}

// segments cuts the lines from a to b.
func (r *reader) segments(a, b int) []segment {
	var out []segment
	for i := a; i < b; i++ {
		if len(r.lines[i].text) > 0 && r.lines[i].Row < 0 {
			out = append(out, r.cut(i, r.lines[i].text)...)
		}
	}
	return out
}

// cut cuts one line at its labels, and where it holds several paragraphs.
func (r *reader) cut(l int, gs []glyph) []segment {
	hits := r.hits(gs)
	full := 0
	for _, h := range hits {
		if isField(h.kind) {
			full++
		}
	}
	several := full >= 4 && len(gs) > 60 || r.split[l]
	var out []segment
	from := 0
	add := func(to int) {
		if to > from {
			out = append(out, r.paragraphs(l, gs[from:to], several)...)
		}
	}
	if len(hits) == 0 {
		add(len(gs))
	}
	for i, h := range hits {
		if i == 0 {
			add(h.from)
		}
		end := len(gs)
		if i+1 < len(hits) {
			end = hits[i+1].from
		}
		out = append(out, r.labelled(l, gs, h, end, several, i+1 < len(hits))...)
		from = end
	}
	if len(out) > 0 {
		out[0].first = true
	}
	return out
}

// labelled gives a label with its value, and the paragraphs that follow the
// value in the same line.
func (r *reader) labelled(l int, gs []glyph, h hit, end int, several, more bool) []segment {
	r.absorb(gs[h.from:h.begin], "标签的括号或序号")
	r.absorb(gs[h.label:h.to], "标签后的冒号或括号")
	value := gs[h.to:end]
	if more {
		value = r.untail(value)
	}
	s := segment{line: l, label: gs[h.begin:h.label], kind: h.kind}
	if h.kind == problemKind || h.kind == numberKind {
		if n, ok := numberOf(gs[h.from:h.begin]); ok {
			s.num = n
		}
		s.text = value
		return []segment{s}
	}
	pieces := r.pieces(value, several || h.kind == dossier.Measures)
	if len(pieces) > 1 && h.kind == dossier.Measures {
		if _, numbered := numberOf(pieces[0]); numbered {
			out := []segment{s}
			for _, p := range pieces {
				out = append(out, r.paragraph(l, p))
			}
			return out
		}
	}
	if len(pieces) == 0 {
		return []segment{s}
	}
	s.text = pieces[0]
	if p := r.paragraph(l, pieces[0]); len(p.inner) > 0 {
		s.text, s.inner, s.raw = p.text, p.inner, p.raw
	}
	out := []segment{s}
	for _, p := range pieces[1:] {
		out = append(out, r.paragraph(l, p))
	}
	return out
}

// untail takes off the mark that separates a value from the next label.
func (r *reader) untail(gs []glyph) []glyph {
	for len(gs) > 0 && strings.ContainsRune("；;，,、|／/", gs[len(gs)-1].r) {
		r.absorb(gs[len(gs)-1:], "两个字段之间的分隔")
		gs = gs[:len(gs)-1]
	}
	return gs
}

// hits finds the labels of a line.
func (r *reader) hits(gs []glyph) []hit {
	var all []hit
	depth := 0
	for i := 0; i < len(gs); i++ {
		switch gs[i].r {
		case '“', '《', '（', '‘':
			depth++
			continue
		case '”', '》', '）', '’':
			depth = max(depth-1, 0)
			continue
		}
		if depth > 0 {
			continue
		}
		if i == 0 {
			if h, ok := r.leading(gs); ok {
				all = append(all, h)
				i = h.to - 1
				continue
			}
		}
		if h, ok := hitAt(gs, i, true); ok {
			all = append(all, h)
			i = h.to - 1
		}
	}
	var out []hit
	for _, h := range all {
		edge := h.from > 0 && (gs[h.from].gap > 0 || strings.ContainsRune("。；;，,、？！）】|／/”》", at(gs, h.from-1)))
		sure, field := strong(runes(gs[h.begin:h.label])), isField(h.kind)
		if h.from == 0 || h.begin > h.from || edge && field || len(all) >= 3 && sure {
			out = append(out, h)
		}
	}
	return out
}

// leading reads the label at the start of a line: after a number, without its
// colon, or misspelt.
func (r *reader) leading(gs []glyph) (hit, bool) {
	if h, ok := hitAt(gs, 0, true); ok {
		return h, true
	}
	if n, ok := numberOf(gs); ok {
		if h, ok := hitAt(gs, n.length, true); ok && n.length < len(gs) {
			h.from = 0
			return h, true
		}
		return hit{}, false
	}
	if h, ok := hitAt(gs, 0, false); ok && strong(runes(gs[:h.label])) && isField(h.kind) {
		switch c := at(gs, h.label); {
		case c == 0:
			return h, true
		case c == '；' || c == '。' || c == '．' || c == '.' || c == '，' && h.kind != dossier.Measures || c == '—' || c == '-':
			h.to = h.label + 1
			for at(gs, h.to) == c {
				h.to++
			}
			r.doubt(gs[:h.to], "标签后面不是冒号", "按字段处理")
			return h, true
		case gs[h.label].gap > 0:
			r.doubt(gs[:h.label], "标签后面没有冒号", "按字段处理")
			return h, true
		case r.value(h.kind, runes(gs[:h.label]), gs[h.label:]):
			r.doubt(gs[:h.label], "标签后面没有冒号", "按字段处理")
			return h, true
		}
	}
	return r.misspelt(gs)
}

// value says whether words without a colon before them look like a value.
func (r *reader) value(kind dossier.FieldKind, label string, gs []glyph) bool {
	s := runes(gs)
	for _, w := range append([]string{"中", "的", "和", "及", "与", "、", "，", "应", "要", "由", "“", "是", "为", "不", "和", "第", "已", "未", "主要", "负责"}, words().Amending...) {
		if strings.HasPrefix(s, w) {
			return false
		}
	}
	return kind != dossier.Measures && (r.starts[label] >= 3 || len(gs) < 120 && !strings.HasSuffix(s, "。"))
}

// misspelt reads a label with one wrong character.
func (r *reader) misspelt(gs []glyph) (hit, bool) {
	end := -1
	for i := 3; i < min(len(gs), 9); i++ {
		if gs[i].r == '：' {
			end = i
			break
		}
	}
	if end < 4 || end > 6 {
		return hit{}, false
	}
	v := words()
	var candidates []string
	for _, w := range v.words {
		if strong(w) && isField(v.kind[w]) {
			candidates = append(candidates, w)
		}
	}
	near, ok := nearest.Within(1, runes(gs[:end]), candidates)
	if !ok {
		return hit{}, false
	}
	r.doubt(gs[:end], "没有这样的字段名称", "按“"+near+"”处理，字样照印")
	return hit{label: end, to: end + 1, kind: v.kind[near]}, true
}

// paragraphs cuts running text before a label.
func (r *reader) paragraphs(l int, gs []glyph, several bool) []segment {
	var out []segment
	for _, p := range r.pieces(gs, several) {
		out = append(out, r.paragraph(l, p))
	}
	return out
}

// pieces cuts text that holds several paragraphs before each number that
// follows a sentence.
func (r *reader) pieces(gs []glyph, several bool) [][]glyph {
	if len(gs) == 0 {
		return nil
	}
	if !several {
		return [][]glyph{gs}
	}
	var out [][]glyph
	from, depth := 0, 0
	last := map[string]int{}
	if n, ok := numberOf(gs); ok {
		last[n.style] = n.value
	}
	for i := 1; i < len(gs); i++ {
		switch gs[i-1].r {
		case '“', '《', '‘':
			depth++
		case '”', '》', '’':
			depth = max(depth-1, 0)
		}
		n, ok := numberOf(gs[i:])
		if !ok || depth > 0 {
			continue
		}
		edge := strings.ContainsRune("。；：！？）”", gs[i-1].r) || gs[i].gap > 0 || n.style == "第项" && n.length > n.bare && at(gs, i+n.bare) == '，'
		if !edge || n.style == "1." && digit(gs[i-1].r) || n.value != 1 && n.style != "第项" && n.style != "问题" && last[n.style] != n.value-1 {
			continue
		}
		last[n.style] = n.value
		out, from = append(out, gs[from:i]), i
	}
	return append(out, gs[from:])
}

// paragraph makes a segment of a paragraph and takes the labels in brackets at
// its end apart.
func (r *reader) paragraph(l int, gs []glyph) segment {
	s := segment{line: l, text: gs}
	if n, ok := numberOf(gs); ok {
		s.num = n
	}
	from, to, ok := tailBracket(gs)
	if !ok {
		return s
	}
	inner := gs[from+1 : to]
	hits := r.bracketHits(inner)
	if len(hits) == 0 {
		return s
	}
	s.raw = gs
	s.text = join(gs[:from], gs[to+1:])
	for i, h := range hits {
		end := len(inner)
		if i+1 < len(hits) {
			end = hits[i+1].from
		}
		value := inner[h.to:end]
		for len(value) > 0 && strings.ContainsRune("；;，,、", value[len(value)-1].r) {
			value = value[:len(value)-1]
		}
		s.inner = append(s.inner, segment{line: l, label: inner[h.begin:h.label], kind: h.kind, text: value, inline: true})
	}
	return s
}

// bracketHits finds the labels inside brackets: the first begins them, each
// other follows a separator.
func (r *reader) bracketHits(gs []glyph) []hit {
	var out []hit
	depth := 0
	for i := 0; i < len(gs); i++ {
		switch gs[i].r {
		case '“', '《', '（', '‘':
			depth++
		case '”', '》', '）', '’':
			depth--
		}
		if depth > 0 || i > 0 && !strings.ContainsRune("；;，,、。", gs[i-1].r) && gs[i].gap == 0 {
			continue
		}
		h, ok := hitAt(gs, i, true)
		if !ok && i == 0 {
			return nil
		}
		if ok && isField(h.kind) {
			out = append(out, h)
			i = h.to - 1
		}
	}
	return out
}

// tailBracket finds the bracket that ends a paragraph; only marks may follow.
func tailBracket(gs []glyph) (from, to int, ok bool) {
	to = len(gs) - 1
	for to >= 0 && strings.ContainsRune("。；", gs[to].r) {
		to--
	}
	if to < 0 || !strings.ContainsRune("）】]", gs[to].r) {
		return 0, 0, false
	}
	depth := 0
	for i := to; i >= 0; i-- {
		switch gs[i].r {
		case '）', '】', ']':
			depth++
		case '（', '【', '[':
			if depth--; depth == 0 {
				return i, to, true
			}
		}
	}
	return 0, 0, false
}
