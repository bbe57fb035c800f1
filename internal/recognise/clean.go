package recognise

import (
	"regexp"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"hongtou/internal/zh"
)

// clean turns the characters of a line into the ones an official document
// prints: invisible ones, spaces inside Chinese and bullets go, full-width
// digits and letters become half-width, half-width marks beside Chinese become
// full-width. All of it is noted.
func (r *reader) clean(l *line) {
	gs := make([]glyph, 0, len(l.orig))
	for i, c := range l.orig {
		src := l.start + i
		switch n := plain(c); {
		case invisible(c):
			r.remove(src, c, "看不见的字符")
		case n == c:
			gs = append(gs, glyph{r: c, src: src})
		default:
			r.fix(src, string(c), string(n), "全角数字、字母或兼容字符")
			gs = append(gs, glyph{r: n, src: src})
		}
	}
	gs = r.spaces(gs)
	gs = r.bullet(gs)
	r.marks(gs)
	l.text = gs
}

func (r *reader) fix(src int, old, new, why string) {
	r.fixes = append(r.fixes, fix{src: src, old: old, new: new, why: why, width: len([]rune(old))})
}

func (r *reader) remove(src int, c rune, why string) {
	r.fates[src] = gone
	r.fix(src, string(c), "", why)
}

// plain gives the character meant by a full-width or compatibility form.
func plain(c rune) rune {
	switch {
	case c >= '０' && c <= '９', c >= 'Ａ' && c <= 'Ｚ', c >= 'ａ' && c <= 'ｚ':
		return c - 0xFEE0
	case c == '\u00A0', c == '\u3000', c == '\t', c >= '\u2000' && c <= '\u200A', c == '\u202F', c == '\u205F':
		return ' '
	case c >= 0x2F00 && c <= 0x2FDF, c >= 0xF900 && c <= 0xFAFF, c >= 0xFE50 && c <= 0xFE6B:
		if rs := []rune(norm.NFKC.String(string(c))); len(rs) == 1 {
			return rs[0]
		}
	case c == '︰', c == '∶':
		return '：'
	}
	return c
}

func invisible(c rune) bool {
	return c == '\u00AD' || c == '\uFEFF' || c == '\u061C' || c >= '\u200B' && c <= '\u200F' || c >= '\u2028' && c <= '\u202E' ||
		c >= '\u2060' && c <= '\u206F' || c >= 0xE000 && c <= 0xF8FF || c >= 0xFE00 && c <= 0xFE0F || c >= 0xE0000 && c <= 0xE007F || c != '\t' && unicode.IsControl(c)
}

// spaces takes out the spaces at both ends, those beside Chinese, and all but
// one between words.
func (r *reader) spaces(gs []glyph) []glyph {
	var out []glyph
	for i := 0; i < len(gs); {
		if gs[i].r != ' ' {
			out = append(out, gs[i])
			i++
			continue
		}
		j := i
		for j < len(gs) && gs[j].r == ' ' {
			j++
		}
		switch {
		case len(out) == 0 || j == len(gs):
			r.blanks(gs[i:j])
		case chinese(out[len(out)-1].r) || chinese(gs[j].r):
			r.drop(gs[i:j], "汉字旁边的空格")
			gs[j].gap = 1 + gs[i].src
		default:
			r.drop(gs[i+1:j], "重复的空格")
			out = append(out, gs[i])
		}
		i = j
	}
	return out
}

func (r *reader) blanks(gs []glyph) {
	for _, g := range gs {
		r.fates[g.src] = blank
	}
	r.unfix(gs)
}

func (r *reader) drop(gs []glyph, why string) {
	r.unfix(gs)
	for _, g := range gs {
		r.remove(g.src, r.original(g.src), why)
	}
}

// unfix forgets that a space was another kind of space: it is listed as left out.
func (r *reader) unfix(gs []glyph) {
	for i := len(r.fixes) - 1; i >= 0 && len(gs) > 0 && r.fixes[i].src >= gs[0].src; i-- {
		if f := r.fixes[i]; f.new == " " && f.src <= gs[len(gs)-1].src {
			r.fixes = append(r.fixes[:i], r.fixes[i+1:]...)
		}
	}
}

func (r *reader) original(src int) rune {
	l := r.lines[r.lineOf(src)]
	return l.orig[src-l.start]
}

// chinese says whether a character is set in Chinese text without spaces.
func chinese(c rune) bool {
	return zh.IsHan(c) || zh.IsFullWidthPunct(c) || strings.ContainsRune("“”‘’《》〈〉（）【】〔〕、。，；：？！—…·％＋－／～①②③④⑤⑥⑦⑧⑨⑩", c)
}

var bullets = regexp.MustCompile(`^(?:[●•◆◇■○▪►➢√◎★☆]+|[·*](?: ?)|- )+`)

func (r *reader) bullet(gs []glyph) []glyph {
	m := bullets.FindString(runes(gs))
	n := len([]rune(m))
	if n == 0 || n == len(gs) {
		return gs
	}
	for _, g := range gs[:n] {
		r.unfix([]glyph{g})
		r.remove(g.src, r.original(g.src), "项目符号")
	}
	gs[n].gap = 0
	return gs[n:]
}

var address = regexp.MustCompile(`[A-Za-z]{2,6}://[!-~]+|www\.[!-~]+|[!-~]+@[!-~]+`)

var wide = map[rune]rune{',': '，', ':': '：', ';': '；', '?': '？', '!': '！'}

// marks restores half-width marks and straight quotes.
func (r *reader) marks(gs []glyph) {
	han := false
	for _, g := range gs {
		han = han || zh.IsHan(g.r)
	}
	if !han {
		return
	}
	fixed := protected(gs)
	r.quotes(gs, fixed)
	r.brackets(gs, fixed)
	for i := range gs {
		w, is := wide[gs[i].r]
		if !is || fixed[i] {
			continue
		}
		before, after := at(gs, i-1), at(gs, i+1)
		if chinese(before) || chinese(after) || after == 0 || before == '%' {
			r.restore(&gs[i], w)
		}
	}
	for i := range gs {
		if gs[i].r == '．' && digit(at(gs, i-1)) && digit(at(gs, i+1)) {
			r.fix(gs[i].src, "．", ".", "数字中的全角句点")
			gs[i].r = '.'
		}
	}
}

func at(gs []glyph, i int) rune {
	if i < 0 || i >= len(gs) {
		return 0
	}
	return gs[i].r
}

func digit(c rune) bool { return c >= '0' && c <= '9' }

func (r *reader) restore(g *glyph, w rune) {
	r.fixes = append(r.fixes, fix{src: g.src, old: string(g.r), new: string(w), why: "半角标点", mark: true, width: 1})
	g.r = w
}

// protected marks addresses of the web and of mail, whose marks stay.
func protected(gs []glyph) []bool {
	out := make([]bool, len(gs))
	s := runes(gs)
	if !strings.ContainsAny(s, "@/w") {
		return out
	}
	for _, m := range address.FindAllStringIndex(s, -1) {
		from := len([]rune(s[:m[0]]))
		for i := from; i < from+len([]rune(s[m[0]:m[1]])); i++ {
			out[i] = true
		}
	}
	return out
}

// quotes pairs straight quotation marks.
func (r *reader) quotes(gs []glyph, fixed []bool) {
	var at []int
	for i := range gs {
		if gs[i].r == '"' && !fixed[i] {
			at = append(at, i)
		}
	}
	if len(at)%2 == 1 {
		r.doubt(gs[at[len(at)-1]:], "直引号不成对", "最后一个没有改")
		at = at[:len(at)-1]
	}
	for n, i := range at {
		r.restore(&gs[i], []rune("“”")[n%2])
	}
}

// brackets restores round brackets in pairs: both, or none.
func (r *reader) brackets(gs []glyph, fixed []bool) {
	var open []int
	for i := range gs {
		if fixed[i] {
			continue
		}
		switch gs[i].r {
		case '(', '（':
			open = append(open, i)
		case ')', '）':
			if len(open) == 0 {
				if gs[i].r == ')' && chinese(at(gs, i+1)) {
					r.restore(&gs[i], '）')
				}
				continue
			}
			from := open[len(open)-1]
			open = open[:len(open)-1]
			r.pair(gs, from, i)
		}
	}
	for _, i := range open {
		if gs[i].r == '(' && (chinese(at(gs, i-1)) || chinese(at(gs, i+1))) {
			r.restore(&gs[i], '（')
		}
	}
}

func (r *reader) pair(gs []glyph, from, to int) {
	near := gs[from].r == '（' || gs[to].r == '）'
	for _, c := range []rune{at(gs, from-1), at(gs, from+1), at(gs, to-1), at(gs, to+1)} {
		near = near || chinese(c) || c == '%'
	}
	for i := from + 1; i < to && !near && i < from+200; i++ {
		near = zh.IsHan(gs[i].r)
	}
	if !near {
		return
	}
	if gs[from].r == '(' {
		r.restore(&gs[from], '（')
	}
	if gs[to].r == ')' {
		r.restore(&gs[to], '）')
	}
}
