package recognise

import (
	"fmt"
	"strings"

	"hongtou/internal/zh"
)

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
			l.absorb(s.label, "“反馈问题”标签：问题写在序号后面")
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
		words := l.opening(ordinal)
		l.lead(paras[0], words)
		paras[0] = join(added(words), paras[0])
	}
	var out []Text
	for _, p := range l.unwrap(paras) {
		out = append(out, l.text(p))
	}
	return out, fmt.Sprintf("%02d", ordinal)
}

// exact says whether a paragraph begins with its number as the format wants it.
func (l *list) exact(gs []glyph, n number) bool {
	if l.annex.Numbering != "" {
		return fits(gs, n, l.annex.Numbering)
	}
	printed := zh.Ordinal(n.value)
	return n.style == "第项" && strings.HasPrefix(runes(gs[:min(len(gs), longestNumber)]), printed+"，")
}

// lead notes that words were added before a paragraph.
func (l *list) lead(gs []glyph, w string) {
	for _, g := range gs {
		if g.src >= 0 {
			l.fixes = append(l.fixes, fix{src: g.src, new: w, why: "序号写成“" + w + "”"})
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
			l.doubt(gs, fmt.Sprintf("序号%d前面已经用过", n.value), fmt.Sprintf("文件编为%02d，印出的序号没有改", v))
		}
	} else if v != l.count {
		l.doubt(gs, fmt.Sprintf("这是第%d个，序号是%d", l.count, v), "序号照印")
		l.count = v
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
