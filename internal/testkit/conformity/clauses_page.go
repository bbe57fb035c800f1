package conformity

import (
	"fmt"
	"slices"

	"hongtou/internal/testkit/judge"
)

// pageClauses: paper, margins, colours, faces; nothing outside the type area.
var pageClauses = []Clause{
	{"5.1", "幅面", "A4，210 mm × 297 mm（横排为297 mm × 210 mm），±0.5 mm", paper},
	{"5.2.1", "订口", "订口（左白边）28 mm：正文左缘28 ± 0.5 mm", leftMargin},
	{"5.2.1", "切口", "版心宽156 mm：右缘184 mm，±0.5 mm，无字越出", rightMargin},
	{"5.2.1", "天头", "天头37 ± 1 mm：首行字墨上缘", topMargin},
	{"5.2.1", "版心高", "版心高225 mm：末行字墨下缘不低于262 + 1 mm，满页至262 mm（下白边35 mm）", bottomMargin},
	{"5.2.2", "字号", "未作说明的要素用3号（16磅）", textSize},
	{"5.2.2", "字体", "未作说明的要素用仿宋体；他体只用于段首的层次标题、标签和整段说明", textFace},
	{"5.2.4", "颜色", "未作说明的文字为黑色；只有首页发文机关标志用红色", colours},
	{"6.1", "版心偏差", "各页版心偏差不超过1 mm", pageDeviation},
	{"6.2", "两面套正", "双面印刷两面误差不超过2 mm：左右页版心相对位置", registration},
	{"6.3", "页码位置", "各页页码位置误差不超过4 mm", folioSpread},
	{"7.1", "次序", "版头、红色分隔线、主体、版记自上而下", order},
	{"7.1", "版心之外", "版心之外只有页码（信函另有双线；非公文的提示行在天头内，已声明）", outside},
	{"10(1)", "字体嵌入", "全部字体嵌入并可检索（ToUnicode）", embedded},
}

func paper(d *Document) Result {
	var t tally
	for _, p := range d.Pages {
		w, h := min(p.Width, p.Height), max(p.Width, p.Height)
		t.check(near(w, paperWidth, 0.5) && near(h, paperHeight, 0.5), "第%d页%.1f × %.1f", p.Number, p.Width, p.Height)
	}
	return t.result("%d页，首页%.1f × %.1f mm", len(d.Pages), d.Pages[0].Width, d.Pages[0].Height)
}

// textLines are the lines of running text on upright pages.
func (d *Document) textLines() []Line {
	var out []Line
	for _, p := range d.elements.paragraphs {
		for _, l := range p.lines {
			if !d.Pages[l.Page-1].landscape() {
				out = append(out, l)
			}
		}
	}
	return out
}

func leftMargin(d *Document) Result {
	var t tally
	s := newSpan()
	for _, l := range d.textLines() {
		if l.X0() < left+cell {
			s.add(l.X0())
			t.check(near(l.X0(), left, 0.5), "第%d页“%s”在%.1f mm", l.Page, brief(l.Text()), l.X0())
		}
	}
	return t.result("顶格行左缘%v mm", s)
}

func rightMargin(d *Document) Result {
	var t tally
	s := newSpan()
	for _, l := range d.textLines() {
		if l.X1() > right-1.2 {
			s.add(l.X1())
			t.check(near(l.X1(), right, 0.5), "第%d页“%s”止于%.1f mm", l.Page, brief(l.Text()), l.X1())
		}
	}
	for _, p := range d.Pages {
		for _, l := range p.Lines {
			t.check(l.X1() <= p.area().X1+0.5, "第%d页“%s”止于%.1f mm", l.Page, brief(l.Text()), l.X1())
		}
	}
	if s.empty() {
		return absent()
	}
	return t.result("满行右缘%v mm", s)
}

// startsWithText gives up to two upright pages whose first line is text.
func (d *Document) startsWithText() []*Page {
	var out []*Page
	for _, p := range d.Pages {
		if !p.landscape() && len(p.Lines) > 10 && len(p.Red) == 0 && p.Lines[0].body() && len(out) < 2 &&
			(len(p.tables) == 0 || p.tables[0].Y0 > p.Lines[0].Y) {
			out = append(out, p)
		}
	}
	return out
}

func topMargin(d *Document) Result {
	var t tally
	s := newSpan()
	for _, p := range d.startsWithText() {
		ink := p.lineInk(p.Lines[0])
		s.add(ink.Y0)
		t.check(near(ink.Y0, top, 1.2), "第%d页%.1f mm", p.Number, ink.Y0)
	}
	return t.result("首行墨上缘%v mm", s)
}

func bottomMargin(d *Document) Result {
	var t tally
	s := newSpan()
	for _, p := range d.Pages {
		lowest := p.area().Y1
		for _, l := range slices.Concat(p.Lines, p.Below) {
			if !folioWord.MatchString(l.Text()) || l.Size() > size4+1 {
				t.check(l.Y <= lowest, "第%d页“%s”基线%.1f mm", p.Number, brief(l.Text()), l.Y)
			}
		}
	}
	checked := 0
	for _, p := range d.fullPages() {
		if checked++; checked > 2 {
			break
		}
		ink := p.lineInk(p.Lines[len(p.Lines)-1])
		s.add(ink.Y1)
		t.check(near(ink.Y1, bottom, 1.2), "第%d页末行墨下缘%.1f mm", p.Number, ink.Y1)
	}
	if s.empty() {
		return t.result("无字低于版心下缘")
	}
	return t.result("满页末行墨下缘%v mm", s)
}

func colours(d *Document) Result {
	var t tally
	red := 0
	for _, p := range d.Pages {
		red += len(p.Red)
		for _, l := range p.Red {
			t.check(p.Number == 1 && l.Size() > 20, "第%d页“%s”为红色", p.Number, brief(l.Text()))
		}
		for _, l := range slices.Concat(p.Above, p.Lines, p.Below, lines(p.Table)) {
			for _, g := range l.Glyphs {
				t.check(g.Colour == "#000000", "第%d页“%c”为%s", p.Number, g.Rune, g.Colour)
			}
		}
	}
	return t.result("正文黑色，首页红字%d行", red)
}

func pageDeviation(d *Document) Result {
	var t tally
	all := newSpan()
	pages := map[int]span{}
	for _, l := range d.textLines() {
		s, ok := pages[l.Page]
		if !ok {
			s = newSpan()
		}
		if l.X0() < left+cell {
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
func registration(d *Document) Result {
	odd, even := newSpan(), newSpan()
	for _, l := range d.textLines() {
		switch {
		case l.X0() >= left+cell:
		case l.Page%2 == 1:
			odd.add(l.X0())
		default:
			even.add(l.X0())
		}
	}
	if odd.empty() || even.empty() {
		return absent()
	}
	behind := paperWidth - (even.low + columns*cell) // where the even page's type area begins as seen from the odd page
	offset := max(odd.low-behind, behind-odd.low)
	return judged(offset <= 2.05, "单页左缘%.1f mm，背面透视%.1f mm，相差%.2f mm", odd.low, behind, offset)
}

func folioSpread(d *Document) Result {
	s := newSpan()
	n := 0
	for _, p := range d.Pages {
		if f, ok := p.folio(); ok {
			s.add(f.y)
			n++
		}
	}
	if n < 2 {
		return absent()
	}
	return judged(s.high-s.low <= 4, "%d页基线相差%.2f mm", n, s.high-s.low)
}

func order(d *Document) Result {
	e := d.elements
	p := d.Pages[0]
	if len(p.Red) == 0 {
		return absent()
	}
	var t tally
	t.check(len(e.redRules) > 0, "无红色分隔线")
	if len(e.redRules) == 0 {
		return t.result("首页")
	}
	line := e.redRules[0].Box.Y0
	t.check(p.Red[len(p.Red)-1].Y < line, "发文机关标志不在分隔线上方")
	if len(e.titles) > 0 {
		t.check(e.titles[0].lines[0].Y > line, "标题不在分隔线下方")
	}
	measured := fmt.Sprintf("标志%.0f、分隔线%.0f mm", p.Red[0].Y, line)
	if i := e.imprint; i != nil {
		t.check(i.page == len(d.Pages), "版记不在最后一页")
		for _, l := range d.Pages[i.page-1].Lines {
			t.check(i.holds(l) || l.Y < i.from, "版记之后有“%s”", brief(l.Text()))
		}
		measured += fmt.Sprintf("，版记在第%d页", i.page)
	}
	return t.result("%s", measured)
}

// outside looks for text and rules out of the type area. The status line of a
// paper that no organ issued is a declared exception.
func outside(d *Document) Result {
	var t tally
	issued := len(d.Pages[0].Red) > 0
	status := 0
	for _, p := range d.Pages {
		a := p.area()
		status += len(p.Above)
		for _, l := range p.Above {
			t.check(!issued && len(p.Above) == 1, "第%d页天头有“%s”", p.Number, brief(l.Text()))
		}
		for _, l := range p.Lines {
			t.check(l.X0() > a.X0-0.5 && l.X1() < a.X1+0.5, "第%d页“%s”越出左右缘", p.Number, brief(l.Text()))
		}
		for _, l := range p.Below {
			f, ok := p.folio()
			t.check(ok && near(f.y, l.Y, 0.1), "第%d页下白边有“%s”", p.Number, brief(l.Text()))
		}
		for _, r := range p.Rules {
			letterRule := isRed(r.Colour) && d.elements.letter
			t.check(letterRule || within(r.Box, a, 0.5), "第%d页有线在版心外", p.Number)
		}
	}
	return t.result("天头提示行%d行", status)
}

func within(b, a judge.Box, tolerance float64) bool {
	return b.X0 > a.X0-tolerance && b.X1 < a.X1+tolerance && b.Y0 > a.Y0-tolerance && b.Y1 < a.Y1+tolerance
}

func embedded(d *Document) Result {
	var t tally
	for _, f := range d.Fonts {
		t.check(f.Embedded && f.ToUnicode, "%s未嵌入或不可检索", f.Name)
	}
	return t.result("%d种字体全部嵌入", len(d.Fonts))
}
