package recognise

import (
	"strings"

	"hongtou/internal/dossier"
	"hongtou/internal/nearest"
)

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
