package recognise

import (
	"strings"
)

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
