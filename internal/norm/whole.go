package norm

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"unicode"

	"hongtou/internal/elements"
	"hongtou/internal/gbt9704"
	"hongtou/internal/printout"
)

// What is measured over all pages: colours, register, order, what lies outside.

func colours(d paper) Result {
	var t tally
	red := 0
	mark := d.markLines()
	for _, p := range d.Pages {
		for _, l := range p.Red {
			if lettered(l) {
				red++
				own := p.Number == 1 && slices.ContainsFunc(mark, func(m elements.Line) bool { return m.Y == l.Y })
				t.checkAt(onLine(l), own, "第%d页“%s”为红色", p.Number, brief(l.Text()))
			}
		}
		for _, l := range slices.Concat(p.Above, p.Lines, p.Below, elements.Lines(p.Table)) {
			coloured := slices.DeleteFunc(slices.Clone(l.Glyphs), func(g printout.Glyph) bool { return g.Colour.Dark() })
			if len(coloured) == 0 {
				t.n++
				continue
			}
			part := elements.Line{Page: l.Page, Y: l.Y, Glyphs: coloured}
			t.checkAt(onLine(part), false, "第%d页“%s”为%s", p.Number, brief(part.Text()), coloured[0].Colour)
		}
	}
	t.value("首页红字", float64(red), "行")
	r := t.result("文字为黑色，首页红字%d行", red)
	if r.Verdict == Holds && len(r.Places) == 0 && t.n > 0 {
		return r.at(onPage(d.Pages[0]))
	}
	return r
}

// lettered says whether a line has a letter or a figure.
func lettered(l elements.Line) bool {
	return slices.ContainsFunc(l.Glyphs, func(g printout.Glyph) bool { return unicode.IsLetter(g.Rune) || unicode.IsDigit(g.Rune) })
}

// sides are the left edges of the type area on right pages and on left pages.
func (d paper) sides() (odd, even span) {
	odd, even = newSpan(), newSpan()
	for _, p := range d.columns() {
		if p.Number%2 == 1 {
			odd.add(d.Margins(p.Number).Left)
		} else {
			even.add(d.Margins(p.Number).Left)
		}
	}
	return odd, even
}

// pageDeviation compares the pages with each other, wherever they all begin; in a
// mirrored document those of one side.
func pageDeviation(d paper) Result {
	odd, even := d.sides()
	groups := []span{odd, even}
	if !d.mirrored() {
		all := odd
		all.add(min(odd.low, even.low))
		all.add(max(odd.high, even.high))
		groups = []span{all}
	}
	pages := d.columns()
	if len(pages) < 2 {
		return without("只有一页正文")
	}
	var t tally
	widest := 0.0
	for _, s := range groups {
		if !s.empty() {
			widest = max(widest, s.high-s.low)
			t.check(s.high-s.low <= 1, "左缘%v mm，相差%.2f mm", s, s.high-s.low)
		}
	}
	t.value("左缘相差", widest, "mm")
	r := t.result("%d页左缘相差%.2f mm", len(pages), widest)
	for _, p := range d.apart(pages) {
		r = r.at(onBox(p, d.column(p)))
	}
	return r
}

// apart are the pages whose type area stands farther than half of what is let
// pass from where most stand; all if none does.
func (d paper) apart(pages []*elements.Page) []*elements.Page {
	var lefts []float64
	for _, p := range pages {
		lefts = append(lefts, d.Margins(p.Number).Left)
	}
	m := median(lefts)
	out := slices.DeleteFunc(slices.Clone(pages), func(p *elements.Page) bool { return near(d.Margins(p.Number).Left, m, 0.5) })
	if len(out) == 0 {
		return pages
	}
	return out
}

// registration holds right and left pages over each other, as the two sides of
// one sheet. The type area of 5.2.1 is not in the middle of the paper, so that
// its two sides stand apart by design, if all pages have it at the same place;
// only what they stand apart beside that is an error. In a mirrored document
// they stand behind each other.
func registration(d paper) Result {
	odd, even := d.sides()
	if odd.empty() || even.empty() {
		return without("没有单双两面的正文")
	}
	width := d.Margins(d.columns()[0].Number).Width()
	same := max(math.Abs(odd.high-even.low), math.Abs(even.high-odd.low))
	behind := gbt9704.PaperWidth - even.low - width
	offset := min(same, math.Abs(odd.low-behind))
	r := judged(offset <= 2.05, "单页左缘%v mm，双页左缘%v mm，两面误差%.2f mm", odd, even, offset).with("两面误差", offset, "mm")
	for _, p := range d.columns() {
		r = r.at(onBox(p, d.column(p)))
	}
	return r
}

func folioSpread(d paper) Result {
	s := newSpan()
	var at []Place
	for _, p := range d.Pages {
		f, ok := p.Folio()
		if !ok {
			continue
		}
		s.add(f.Y)
		if f.Turned {
			at = append(at, onPage(p))
		} else {
			at = append(at, onLine(f.Line))
		}
	}
	if len(at) < 2 {
		return without("页码不足两个")
	}
	return judged(s.high-s.low <= 4, "%d页基线高低相差%.2f mm", len(at), s.high-s.low).with("高低相差", s.high-s.low, "mm").at(at...)
}

// order compares what there is; what is missing is said by the clause that asks
// for it.
func order(d paper) Result {
	if !d.red() || len(d.RedRules) == 0 {
		return without("没有红色分隔线")
	}
	var t tally
	line := d.RedRules[0].Box.Y0
	measured := fmt.Sprintf("分隔线%.0f mm", line)
	for i, l := range d.markLines() {
		t.checkAt(onLine(l), l.Y < line, "发文机关标志“%s”不在分隔线上方", brief(l.Text()))
		if i == 0 {
			measured = fmt.Sprintf("标志%.0f mm、", l.Y) + measured
		}
	}
	if len(d.Titles) > 0 && d.Titles[0].Lines[0].Page == 1 {
		l := d.Titles[0].Lines[0]
		t.checkAt(onLine(l), l.Y > line, "标题不在分隔线下方")
		measured += fmt.Sprintf("、标题%.0f mm", l.Y)
	}
	if i := d.Imprint; i != nil {
		t.check(i.Page == len(d.Pages), "版记不在最后一页")
		for _, l := range d.Pages[i.Page-1].Lines {
			t.checkAt(onLine(l), i.Holds(l) || l.Y < i.From, "版记之后有“%s”", brief(l.Text()))
		}
		measured += fmt.Sprintf("，版记在第%d页", i.Page)
	}
	t.value("分隔线", line, "mm")
	return t.result("%s", measured)
}

// outside looks for text and rules out of the type area that the page really
// has. The status line of a paper that no organ issued is a declared exception.
// Running text over its head or under its foot is 5.2.1's, rules that a clause of
// their own measures (red lines, those of the imprint, tables on lying paper) are
// theirs.
func outside(d paper) Result {
	var t tally
	status := 0
	for _, p := range d.Pages {
		a := wide(d.frame(p.Number))
		if !d.red() && len(p.Above) == 1 {
			status++
		} else {
			for _, l := range p.Above {
				t.checkAt(onLine(l), false, "第%d页天头有“%s”", p.Number, brief(l.Text()))
			}
		}
		for _, l := range p.Lines {
			x := unhung(l).X1()
			t.checkAt(onLine(l), l.X0() > a.X0-0.5 && x < a.X1+0.5, "第%d页“%s”（%.1f～%.1f mm）越出左右缘", p.Number, brief(l.Text()), l.X0(), x)
		}
		d.notText(&t, p)
		if p.Landscape() {
			continue
		}
		for _, r := range p.Rules {
			if !slices.Contains(d.RedRules, r) && (d.Imprint == nil || !slices.Contains(d.Imprint.Rules, r)) {
				t.checkAt(onRule(r), r.Box.Within(a, 0.5), "第%d页有线在版心外", p.Number)
			}
		}
	}
	return t.result("%d页，天头提示行%d行", len(d.Pages), status)
}

// notText looks at what is neither running text nor a table.
func (d paper) notText(t *tally, p *elements.Page) {
	f, ok := p.Folio()
	for _, l := range p.Below {
		t.checkAt(onLine(l), ok && near(f.Y, l.Y, 0.1), "第%d页下白边有“%s”", p.Number, brief(l.Text()))
	}
	for _, b := range p.Notes {
		t.checkAt(onBox(p, b), false, "第%d页有批注", p.Number)
	}
	for _, l := range elements.Lines(p.Watermark) {
		t.checkAt(onLine(l), false, "第%d页有水印“%s”", p.Number, brief(l.Text()))
	}
}

// unhung is a line without one closing mark at its end: office programs let it
// hang over the edge, and it has its ink at its left.
func unhung(l elements.Line) elements.Line {
	if n := len(l.Glyphs); n > 1 && strings.ContainsRune(closing, l.Glyphs[n-1].Rune) {
		l.Glyphs = l.Glyphs[:n-1]
	}
	return l
}

// wide is a type area no narrower than the standard's from the same left edge:
// text that is not justified ends before it.
func wide(a printout.Box) printout.Box {
	a.X1 = max(a.X1, a.X0+gbt9704.Right-gbt9704.Left)
	return a
}

func embedded(d paper) Result {
	var t tally
	for _, f := range d.Fonts {
		t.check(f.Embedded, "%s未嵌入", f.Name)
		t.check(f.ToUnicode, "%s的文字不可检索", f.Name)
	}
	t.value("字体", float64(len(d.Fonts)), "")
	return t.result("%d种字体", len(d.Fonts))
}
