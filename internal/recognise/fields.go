package recognise

import (
	"slices"
	"strings"

	"hongtou/internal/dossier"
	"hongtou/internal/zh"
)

// fields reads the labels from a to b and what stands below them.
func (l *list) fields(a, b int) []Field {
	var out []Field
	for i := a; i < b; {
		s := l.segs[i]
		j := i + 1
		for j < b && !l.segs[j].isLabel() {
			j++
		}
		below := l.segs[i+1 : j]
		i = j
		if !isField(s.kind) {
			l.leave(s.label, "字段之间的标签")
			l.leave(s.text, "字段之间的文字")
			continue
		}
		var paras [][]glyph
		for _, p := range below {
			if l.furniture(p.line, p.text) {
				l.leave(p.text, furnitureReason)
				continue
			}
			paras = append(paras, p.text)
		}
		if k := slices.IndexFunc(out, func(f Field) bool { return f.Kind == s.kind }); k >= 0 {
			l.doubt(join(s.label, s.text), "这一项里同一个字段写了两次", "用前一个，后一个没有放进去")
			l.leave(join(s.label, s.text), "同一项里重复的字段")
			for _, p := range paras {
				l.leave(p, "同一项里重复的字段")
			}
			continue
		}
		out = append(out, l.field(s.kind, s.label, s.text, paras, s.line))
	}
	return out
}

// field makes one field.
func (l *list) field(kind dossier.FieldKind, label, beside []glyph, below [][]glyph, line int) Field {
	f := Field{Kind: kind, Place: l.lines[line].place}
	f.Label = l.text(label)
	if kind == dossier.Measures {
		paras := below
		if len(beside) > 0 {
			paras = append([][]glyph{beside}, below...)
			f.RunIn = true
		}
		for _, p := range l.unwrap(paras) {
			f.Paragraphs = append(f.Paragraphs, l.text(p))
		}
		if len(f.Paragraphs) == 0 {
			l.doubt(label, "字段没有内容", "空着")
		}
		return f
	}
	value := beside
	if len(value) == 0 && len(below) > 0 {
		f.OwnLine = true
		value, below = below[0], below[1:]
	}
	if len(below) > 0 {
		value = join(value)
	}
	for _, p := range below {
		l.doubt(p, "这个字段分成了几段", "连成一段")
		value = append(value, p...)
	}
	if n := len(value); n > 0 && kind != dossier.Goal && kind != Other && (value[n-1].r == '；' || value[n-1].r == '，') {
		l.absorb(value[n-1:], "字段末尾的分隔")
		value = value[:n-1]
	}
	if kind != dossier.Goal && kind != dossier.Deadline && kind != Other {
		value = l.names(value, kind)
	}
	if kind == dossier.Deadline {
		value = l.dated(value)
	}
	if len(value) == 0 {
		l.doubt(label, "字段没有内容", "空着")
	}
	f.Value = l.text(value)
	return f
}

// names writes 、 for the spaces that separate names, when nothing else does.
func (l *list) names(gs []glyph, kind dossier.FieldKind) []glyph {
	var out []glyph
	token := 0
	people := kind == dossier.Leaders || kind == dossier.Persons
	for i, g := range gs {
		if i > 0 && g.gap > 0 {
			if !isName(gs[token:i], people) {
				return gs
			}
			out, token = append(out, glyph{r: '、', src: g.gap - 1}), i
		}
		if !zh.IsHan(g.r) {
			return gs
		}
		out = append(out, g)
	}
	if token == 0 || !isName(gs[token:], people) {
		return gs
	}
	for _, g := range out {
		if g.r == '、' {
			l.fates[g.src] = placed
			l.kept[g.src] = true
			l.fixes = append(l.fixes, fix{src: g.src, old: string(l.original(g.src)), new: "、", why: "名称之间的空格", width: 1})
		}
	}
	l.doubt(gs, "名称之间是空格", "按“、”处理")
	return out
}

// isName says whether a word between spaces can be a whole name.
func isName(gs []glyph, people bool) bool {
	if people {
		return len(gs) >= 2 && len(gs) <= 4 && !slices.Contains(words().Surnames, runes(gs))
	}
	return len(gs) >= 3 && unitKind(runes(gs)) != "body"
}

// longEnough is how many characters a line has at least when it was broken
// because it was full.
const longEnough = 18

// unwrap joins paragraphs that were broken in the middle of a sentence.
func (l *list) unwrap(ps [][]glyph) [][]glyph {
	var out [][]glyph
	own := false // the last of out shares its characters with no line
	for _, p := range ps {
		if n := len(out); n > 0 && l.broken(out[n-1], p) {
			l.doubt(p, "段落中间换行", "与上一段连成一段")
			if !own {
				out[n-1], own = join(out[n-1]), true
			}
			out[n-1] = append(out[n-1], p...)
			continue
		}
		out, own = append(out, p), false
	}
	return out
}

// broken says whether b goes on with a sentence that a begins.
func (l *list) broken(a, b []glyph) bool {
	if len(a) < longEnough || len(b) == 0 || b[0].src < 0 {
		return false
	}
	if _, numbered := numberOf(b); numbered {
		return false
	}
	if strings.ContainsRune("。！？；：”）", a[len(a)-1].r) {
		return false
	}
	at := l.lines[l.lineOf(b[0].src)]
	return !at.blank || strings.ContainsRune("，、", a[len(a)-1].r) || at.Row >= 0
}
