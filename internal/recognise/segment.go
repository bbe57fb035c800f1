package recognise

import (
	"strings"

	"hongtou/internal/dossier"
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
