package conformity

import (
	"strings"

	"hongtou/internal/testkit/judge"
)

// letterClauses: 信函格式.
var letterClauses = []Clause{
	{"10.1", "标志", "发文机关标志不加“文件”，居中，上边缘至上页边30 ± 1 mm，荐红色小标宋", letterMark},
	{"10.1", "首双线", "标志下4 mm处红色双线，上粗下细，长170 mm，居中", letterTopLine},
	{"10.1", "末双线", "距下页边20 mm处红色双线（277 mm），上细下粗，长170 mm，居中", letterBottomLine},
	{"10.1", "份号等", "份号、密级、紧急程度顶格在首双线下，距线3号字7/8高", letterMarks},
	{"10.1", "发文字号", "发文字号居右顶格在首双线下，距线3号字7/8高", letterNumber},
	{"10.1", "标题", "标题居中，与其上最后一个要素相距二行", letterTitle},
	{"10.1", "末线上文字", "第二条双线上一行文字距线不小于3号字7/8高", letterFoot},
	{"10.1", "首页页码", "首页不显示页码", letterFolio},
	{"10.1", "版记", "版记不加印发机关和印发日期，不加分隔线，在最后一面版心最下方", letterImprint},
}

func letterMark(d *Document) Result {
	if !d.elements.letter {
		return absent()
	}
	var t tally
	p := d.Pages[0]
	box, ok := p.ink(judge.Red, judge.Box{X0: 0, Y0: 0, X1: p.Width, Y1: d.elements.redRules[0].Box.Y0 - d.elements.redRules[0].Width})
	t.check(ok && near(box.Y0, 30, 1), "上边缘%.2f mm", box.Y0)
	t.check(near((box.X0+box.X1)/2, paperWidth/2, 1.5), "中线%.1f mm", (box.X0+box.X1)/2)
	for _, l := range p.Red {
		t.check(!strings.HasSuffix(l.Text(), "文件"), "加了“文件”")
		t.check(l.face(BiaoSong), "用%s", l.Glyphs[0].Face)
	}
	return t.result("上边缘%.2f mm", box.Y0)
}

// double measures two lines that lie together: the whole from the upper edge of
// the upper to the lower edge of the lower.
type double struct{ upper, lower judge.Rule }

func (b double) top() float64    { return b.upper.Box.Y0 - b.upper.Width/2 }
func (b double) bottom() float64 { return b.lower.Box.Y0 + b.lower.Width/2 }

// doubles are the first and the last double line of a letter.
func (d *Document) doubles() (first, last double) {
	r := d.elements.redRules
	n := len(r)
	return double{r[0], r[1]}, double{r[n-2], r[n-1]}
}

func (b double) check(t *tally) {
	for _, r := range []judge.Rule{b.upper, b.lower} {
		t.check(near(r.Box.X1-r.Box.X0, 170, 0.5), "长%.1f mm", r.Box.X1-r.Box.X0)
		centre := (r.Box.X0 + r.Box.X1) / 2
		t.check(near(centre, paperWidth/2, 0.5) || near(centre, (left+right)/2, 0.5), "中线%.1f mm", centre)
	}
	t.check(b.lower.Box.Y0-b.upper.Box.Y0 < 3, "两线相距%.1f mm", b.lower.Box.Y0-b.upper.Box.Y0)
}

func letterTopLine(d *Document) Result {
	if !d.elements.letter {
		return absent()
	}
	var t tally
	first, _ := d.doubles()
	first.check(&t)
	p := d.Pages[0]
	mark, _ := p.ink(judge.Red, judge.Box{X0: 0, Y0: 0, X1: p.Width, Y1: first.top() - 0.3})
	white := first.top() - mark.Y1
	t.check(near(white, 4, 0.5), "距标志%.2f mm", white)
	t.check(first.upper.Width > first.lower.Width, "粗细次序%.2f、%.2f mm", first.upper.Width, first.lower.Width)
	t.check(len(d.elements.redRules) == 4, "%d条红线", len(d.elements.redRules))
	return t.result("距标志%.2f mm，粗%.2f、细%.2f mm", white, first.upper.Width, first.lower.Width)
}

func letterBottomLine(d *Document) Result {
	if !d.elements.letter {
		return absent()
	}
	var t tally
	_, last := d.doubles()
	last.check(&t)
	y := last.lower.Box.Y0
	t.check(last.top() < paperHeight-20+0.5 && last.bottom() > paperHeight-20-0.5, "在%.1f mm", y)
	t.check(last.upper.Width < last.lower.Width, "粗细次序%.2f、%.2f mm", last.upper.Width, last.lower.Width)
	return t.result("%.1f～%.1f mm", last.top(), last.bottom())
}

// letterGap measures the white between the first double line and the characters
// of a line of text; figures are lower than their cells, so the cell counts.
func (d *Document) letterGap(l Line) float64 {
	first, _ := d.doubles()
	return around([]Line{l}).Y0 - first.bottom()
}

func letterMarks(d *Document) Result {
	if !d.elements.letter || len(d.elements.marks) == 0 {
		return absent()
	}
	var t tally
	m := d.elements.marks
	white := d.letterGap(m[0])
	t.check(near(white, gap, 1), "距线%.2f mm", white)
	for i, l := range m {
		t.check(near(l.X0(), left, 0.5), "“%s”左缘%.1f mm", l.Text(), l.X0())
		t.check(i == 0 || near(l.Y-m[i-1].Y, pitch, 0.5), "行距%.1f mm", l.Y-m[max(0, i-1)].Y)
	}
	return t.result("%d行，距线%.2f mm", len(m), white)
}

func letterNumber(d *Document) Result {
	n := d.elements.number
	if !d.elements.letter || n == nil {
		return absent()
	}
	white := d.letterGap(*n)
	return judged(near(n.X1(), right, 0.5) && near(white, gap, 1), "右缘%.1f mm，距线%.2f mm", n.X1(), white)
}

func letterTitle(d *Document) Result {
	if !d.elements.letter || len(d.elements.titles) == 0 {
		return absent()
	}
	p, l := d.Pages[0], d.elements.titles[0].lines[0]
	first, _ := d.doubles()
	from := first.bottom()
	for _, m := range d.elements.marks {
		from = max(from, p.lineInk(m).Y1)
	}
	if n := d.elements.number; n != nil {
		from = max(from, p.lineInk(*n).Y1)
	}
	white := p.lineInk(l).Y0 - from
	return judged(near(l.Centre(), (left+right)/2, 1) && twoLines(white), "中线%.1f mm，上空%.1f mm", l.Centre(), white)
}

func letterFoot(d *Document) Result {
	if !d.elements.letter || len(d.Pages[0].Lines) == 0 {
		return absent()
	}
	_, last := d.doubles()
	p := d.Pages[0]
	white := last.top() - p.lineInk(p.Lines[len(p.Lines)-1]).Y1
	return judged(white >= gap-0.5, "%.1f mm", white)
}

func letterFolio(d *Document) Result {
	if !d.elements.letter {
		return absent()
	}
	_, has := d.Pages[0].folio()
	return judged(!has, "首页页码：%v", map[bool]string{true: "有", false: "无"}[has])
}

func letterImprint(d *Document) Result {
	i := d.elements.imprint
	if !d.elements.letter || i == nil {
		return absent()
	}
	_, printed := i.printed()
	last := i.lines[len(i.lines)-1]
	foot := bottom - last.Y
	return judged(!printed && len(i.rules) == 0 && foot > 0 && foot < pitch/2, "%d条线，末行基线距版心下缘%.1f mm", len(i.rules), foot)
}
