package norm

import (
	"fmt"
	"slices"

	"hongtou/internal/elements"
	"hongtou/internal/gbt9704"
)

// What is measured over all pages: colours, register, order, what lies outside.

func colours(d paper) Result {
	var t tally
	red := 0
	for _, p := range d.Pages {
		red += len(p.Red)
		for _, l := range p.Red {
			t.check(p.Number == 1 && l.Size() > 20, "第%d页“%s”为红色", p.Number, brief(l.Text()))
		}
		for _, l := range slices.Concat(p.Above, p.Lines, p.Below, elements.Lines(p.Table)) {
			for _, g := range l.Glyphs {
				t.check(g.Colour.Dark(), "第%d页“%c”为%s", p.Number, g.Rune, g.Colour)
			}
		}
	}
	return t.result("正文黑色，首页红字%d行", red)
}

func pageDeviation(d paper) Result {
	var t tally
	all := newSpan()
	pages := map[int]span{}
	for _, l := range d.textLines() {
		s, ok := pages[l.Page]
		if !ok {
			s = newSpan()
		}
		if l.X0() < gbt9704.Left+gbt9704.Cell {
			s.add(l.X0())
		}
		pages[l.Page] = s
	}
	for _, s := range pages {
		if !s.empty() {
			all.add(s.low)
			t.n++
		}
	}
	if t.n < 2 {
		return absent()
	}
	t.check(all.high-all.low <= 1, "相差%.2f mm", all.high-all.low)
	return t.result("各页左缘%v mm", all)
}

// registration holds the type areas of right and left pages over each other, as
// the two sides of one sheet.
func registration(d paper) Result {
	odd, even := newSpan(), newSpan()
	for _, l := range d.textLines() {
		switch {
		case l.X0() >= gbt9704.Left+gbt9704.Cell:
		case l.Page%2 == 1:
			odd.add(l.X0())
		default:
			even.add(l.X0())
		}
	}
	if odd.empty() || even.empty() {
		return absent()
	}
	behind := gbt9704.PaperWidth - (even.low + gbt9704.Columns*gbt9704.Cell) // where the even page's type area begins as seen from the odd page
	offset := max(odd.low-behind, behind-odd.low)
	return judged(offset <= 2.05, "单页左缘%.1f mm，背面透视%.1f mm，相差%.2f mm", odd.low, behind, offset)
}

func folioSpread(d paper) Result {
	s := newSpan()
	n := 0
	for _, p := range d.Pages {
		if f, ok := p.Folio(); ok {
			s.add(f.Y)
			n++
		}
	}
	if n < 2 {
		return absent()
	}
	return judged(s.high-s.low <= 4, "%d页基线相差%.2f mm", n, s.high-s.low)
}

func order(d paper) Result {
	p := d.Pages[0]
	if len(p.Red) == 0 {
		return absent()
	}
	var t tally
	t.check(len(d.RedRules) > 0, "无红色分隔线")
	if len(d.RedRules) == 0 {
		return t.result("首页")
	}
	line := d.RedRules[0].Box.Y0
	t.check(p.Red[len(p.Red)-1].Y < line, "发文机关标志不在分隔线上方")
	if len(d.Titles) > 0 {
		t.check(d.Titles[0].Lines[0].Y > line, "标题不在分隔线下方")
	}
	measured := fmt.Sprintf("标志%.0f、分隔线%.0f mm", p.Red[0].Y, line)
	if i := d.Imprint; i != nil {
		t.check(i.Page == len(d.Pages), "版记不在最后一页")
		for _, l := range d.Pages[i.Page-1].Lines {
			t.check(i.Holds(l) || l.Y < i.From, "版记之后有“%s”", brief(l.Text()))
		}
		measured += fmt.Sprintf("，版记在第%d页", i.Page)
	}
	return t.result("%s", measured)
}

// outside looks for text and rules out of the type area. The status line of a
// paper that no organ issued is a declared exception.
func outside(d paper) Result {
	var t tally
	issued := len(d.Pages[0].Red) > 0
	status := 0
	for _, p := range d.Pages {
		a := p.Area()
		status += len(p.Above)
		for _, l := range p.Above {
			t.check(!issued && len(p.Above) == 1, "第%d页天头有“%s”", p.Number, brief(l.Text()))
		}
		for _, l := range p.Lines {
			t.check(l.X0() > a.X0-0.5 && l.X1() < a.X1+0.5, "第%d页“%s”越出左右缘", p.Number, brief(l.Text()))
		}
		for _, l := range p.Below {
			f, ok := p.Folio()
			t.check(ok && near(f.Y, l.Y, 0.1), "第%d页下白边有“%s”", p.Number, brief(l.Text()))
		}
		for _, r := range p.Rules {
			letterRule := r.Colour.Red() && d.Letter
			t.check(letterRule || r.Box.Within(a, 0.5), "第%d页有线在版心外", p.Number)
		}
	}
	return t.result("天头提示行%d行", status)
}

func embedded(d paper) Result {
	var t tally
	for _, f := range d.Fonts {
		t.check(f.Embedded && f.ToUnicode, "%s未嵌入或不可检索", f.Name)
	}
	return t.result("%d种字体全部嵌入", len(d.Fonts))
}
