package norm

import (
	"slices"

	"hongtou/internal/elements"
	"hongtou/internal/gbt9704"
)

// pageClauses: paper, margins, colours, faces; nothing outside the type area.
var pageClauses = []Clause{
	{"5.1", "幅面", gbt9704.Must, "A4，210 mm × 297 mm（横排为297 mm × 210 mm），±0.5 mm", "", paperSize},
	{"5.2.1", "订口", gbt9704.Must, "订口（左白边）28 mm：正文左缘28 ± 0.5 mm", "", leftMargin},
	{"5.2.1", "切口", gbt9704.Must, "版心宽156 mm：右缘184 mm，±0.5 mm，无字越出", "", rightMargin},
	{"5.2.1", "天头", gbt9704.Must, "天头37 ± 1 mm：首行字墨上缘", "", topMargin},
	{"5.2.1", "版心高", gbt9704.Must, "版心高225 mm：末行字墨下缘不低于262 + 1 mm，满页至262 mm（下白边35 mm）", "", bottomMargin},
	{"5.2.2", "字号", gbt9704.Must, "未作说明的要素用3号（16磅）", "", textSize},
	{"5.2.2", "字体", gbt9704.Must, "未作说明的要素用仿宋体；他体只用于段首的层次标题、标签和整段说明", "", textFace},
	{"5.2.4", "颜色", gbt9704.Must, "未作说明的文字为黑色；只有首页发文机关标志用红色", "", colours},
	{"6.1", "版心偏差", gbt9704.Must, "各页版心偏差不超过1 mm", "", pageDeviation},
	{"6.2", "两面套正", gbt9704.Must, "双面印刷两面误差不超过2 mm：左右页版心相对位置", "", registration},
	{"6.3", "页码位置", gbt9704.Must, "各页页码位置误差不超过4 mm", "", folioSpread},
	{"7.1", "次序", gbt9704.Must, "版头、红色分隔线、主体、版记自上而下", "", order},
	{"7.1", "版心之外", gbt9704.Must, "版心之外只有页码（信函另有双线；非公文的提示行在天头内，已声明）", "", outside},
	{"10(1)", "字体嵌入", gbt9704.Must, "全部字体嵌入并可检索（ToUnicode）", "", embedded},
}

func paperSize(d paper) Result {
	var t tally
	for _, p := range d.Pages {
		w, h := min(p.Width, p.Height), max(p.Width, p.Height)
		t.check(near(w, gbt9704.PaperWidth, 0.5) && near(h, gbt9704.PaperHeight, 0.5), "第%d页%.1f × %.1f", p.Number, p.Width, p.Height)
	}
	return t.result("%d页，首页%.1f × %.1f mm", len(d.Pages), d.Pages[0].Width, d.Pages[0].Height)
}

// textLines are the lines of running text on upright pages.
func (d paper) textLines() []elements.Line {
	var out []elements.Line
	for _, p := range d.Paragraphs {
		for _, l := range p.Lines {
			if !d.Pages[l.Page-1].Landscape() {
				out = append(out, l)
			}
		}
	}
	return out
}

func leftMargin(d paper) Result {
	var t tally
	s := newSpan()
	for _, l := range d.textLines() {
		if l.X0() < gbt9704.Left+gbt9704.Cell {
			s.add(l.X0())
			t.check(near(l.X0(), gbt9704.Left, 0.5), "第%d页“%s”在%.1f mm", l.Page, brief(l.Text()), l.X0())
		}
	}
	return t.result("顶格行左缘%v mm", s)
}

func rightMargin(d paper) Result {
	var t tally
	s := newSpan()
	for _, l := range d.textLines() {
		if l.X1() > gbt9704.Right-1.2 {
			s.add(l.X1())
			t.check(near(l.X1(), gbt9704.Right, 0.5), "第%d页“%s”止于%.1f mm", l.Page, brief(l.Text()), l.X1())
		}
	}
	for _, p := range d.Pages {
		for _, l := range p.Lines {
			t.check(l.X1() <= p.Area().X1+0.5, "第%d页“%s”止于%.1f mm", l.Page, brief(l.Text()), l.X1())
		}
	}
	if s.empty() {
		return absent()
	}
	return t.result("满行右缘%v mm", s)
}

// startsWithText gives up to two upright pages whose first line is text.
func (d paper) startsWithText() []*elements.Page {
	var out []*elements.Page
	for _, p := range d.Pages {
		if !p.Landscape() && len(p.Lines) > 10 && len(p.Red) == 0 && p.Lines[0].Body() && len(out) < 2 &&
			(len(p.Tables) == 0 || p.Tables[0].Y0 > p.Lines[0].Y) {
			out = append(out, p)
		}
	}
	return out
}

func topMargin(d paper) Result {
	var t tally
	s := newSpan()
	for _, p := range d.startsWithText() {
		ink := p.LineInk(p.Lines[0])
		s.add(ink.Y0)
		t.check(near(ink.Y0, gbt9704.Top, 1.2), "第%d页%.1f mm", p.Number, ink.Y0)
	}
	return t.result("首行墨上缘%v mm", s)
}

func bottomMargin(d paper) Result {
	var t tally
	s := newSpan()
	for _, p := range d.Pages {
		lowest := p.Area().Y1
		for _, l := range slices.Concat(p.Lines, p.Below) {
			if !elements.FolioWord.MatchString(l.Text()) || l.Size() > gbt9704.Size4+1 {
				t.check(l.Y <= lowest, "第%d页“%s”基线%.1f mm", p.Number, brief(l.Text()), l.Y)
			}
		}
	}
	checked := 0
	for _, p := range d.fullPages() {
		if checked++; checked > 2 {
			break
		}
		ink := p.LineInk(p.Lines[len(p.Lines)-1])
		s.add(ink.Y1)
		t.check(near(ink.Y1, gbt9704.Bottom, 1.2), "第%d页末行墨下缘%.1f mm", p.Number, ink.Y1)
	}
	if s.empty() {
		return t.result("无字低于版心下缘")
	}
	return t.result("满页末行墨下缘%v mm", s)
}
