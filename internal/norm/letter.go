package norm

import (
	"strings"

	"hongtou/internal/elements"
	"hongtou/internal/gbt9704"
	"hongtou/internal/printout"
)

// letterClauses: 信函格式.
var letterClauses = []Clause{
	{"10.1", "标志", gbt9704.Must, "发文机关标志不加“文件”，居中，上边缘至上页边30 ± 1 mm，荐红色小标宋", "", letterMark},
	{"10.1", "首双线", gbt9704.Must, "标志下4 mm处红色双线，上粗下细，长170 mm，居中", "", letterTopLine},
	{"10.1", "末双线", gbt9704.Must, "距下页边20 mm处红色双线（277 mm），上细下粗，长170 mm，居中", "", letterBottomLine},
	{"10.1", "份号等", gbt9704.Must, "份号、密级、紧急程度顶格在首双线下，距线3号字7/8高", "", letterMarks},
	{"10.1", "发文字号", gbt9704.Must, "发文字号居右顶格在首双线下，距线3号字7/8高", "", letterNumber},
	{"10.1", "标题", gbt9704.Must, "标题居中，与其上最后一个要素相距二行", "", letterTitle},
	{"10.1", "末线上文字", gbt9704.Must, "第二条双线上一行文字距线不小于3号字7/8高", "", letterFoot},
	{"10.1", "首页页码", gbt9704.Must, "首页不显示页码", "", letterFolio},
	{"10.1", "版记", gbt9704.Must, "版记不加印发机关和印发日期，不加分隔线，在最后一面版心最下方", "", letterImprint},
}

func letterMark(d paper) Result {
	if !d.Letter {
		return absent()
	}
	var t tally
	p := d.Pages[0]
	box, ok := p.Ink(printout.RedInk, printout.Box{X0: 0, Y0: 0, X1: p.Width, Y1: d.RedRules[0].Box.Y0 - d.RedRules[0].Width})
	t.check(ok && near(box.Y0, 30, 1), "上边缘%.2f mm", box.Y0)
	t.check(near((box.X0+box.X1)/2, gbt9704.PaperWidth/2, 1.5), "中线%.1f mm", (box.X0+box.X1)/2)
	for _, l := range p.Red {
		t.check(!strings.HasSuffix(l.Text(), "文件"), "加了“文件”")
		t.check(l.InFace(elements.BiaoSong), "用%s", l.Glyphs[0].Face)
	}
	return t.result("上边缘%.2f mm", box.Y0)
}

// double measures two lines that lie together: the whole from the upper edge of
// the upper to the lower edge of the lower.
type double struct{ upper, lower printout.Rule }

func (b double) top() float64    { return b.upper.Box.Y0 - b.upper.Width/2 }
func (b double) bottom() float64 { return b.lower.Box.Y0 + b.lower.Width/2 }

// doubles are the first and the last double line of a letter.
func (d paper) doubles() (first, last double) {
	r := d.RedRules
	n := len(r)
	return double{r[0], r[1]}, double{r[n-2], r[n-1]}
}

func (b double) check(t *tally) {
	for _, r := range []printout.Rule{b.upper, b.lower} {
		t.check(near(r.Box.X1-r.Box.X0, 170, 0.5), "长%.1f mm", r.Box.X1-r.Box.X0)
		centre := (r.Box.X0 + r.Box.X1) / 2
		t.check(near(centre, gbt9704.PaperWidth/2, 0.5) || near(centre, (gbt9704.Left+gbt9704.Right)/2, 0.5), "中线%.1f mm", centre)
	}
	t.check(b.lower.Box.Y0-b.upper.Box.Y0 < 3, "两线相距%.1f mm", b.lower.Box.Y0-b.upper.Box.Y0)
}

func letterTopLine(d paper) Result {
	if !d.Letter {
		return absent()
	}
	var t tally
	first, _ := d.doubles()
	first.check(&t)
	p := d.Pages[0]
	mark, _ := p.Ink(printout.RedInk, printout.Box{X0: 0, Y0: 0, X1: p.Width, Y1: first.top() - 0.3})
	white := first.top() - mark.Y1
	t.check(near(white, 4, 0.5), "距标志%.2f mm", white)
	t.check(first.upper.Width > first.lower.Width, "粗细次序%.2f、%.2f mm", first.upper.Width, first.lower.Width)
	t.check(len(d.RedRules) == 4, "%d条红线", len(d.RedRules))
	return t.result("距标志%.2f mm，粗%.2f、细%.2f mm", white, first.upper.Width, first.lower.Width)
}

func letterBottomLine(d paper) Result {
	if !d.Letter {
		return absent()
	}
	var t tally
	_, last := d.doubles()
	last.check(&t)
	y := last.lower.Box.Y0
	t.check(last.top() < gbt9704.PaperHeight-20+0.5 && last.bottom() > gbt9704.PaperHeight-20-0.5, "在%.1f mm", y)
	t.check(last.upper.Width < last.lower.Width, "粗细次序%.2f、%.2f mm", last.upper.Width, last.lower.Width)
	return t.result("%.1f～%.1f mm", last.top(), last.bottom())
}

// letterGap measures the white between the first double line and the characters
// of a line of text; figures are lower than their cells, so the cell counts.
func (d paper) letterGap(l elements.Line) float64 {
	first, _ := d.doubles()
	return elements.Around(l).Y0 - first.bottom()
}

func letterMarks(d paper) Result {
	if !d.Letter || len(d.Marks) == 0 {
		return absent()
	}
	var t tally
	m := d.Marks
	white := d.letterGap(m[0])
	t.check(near(white, gbt9704.Gap, 1), "距线%.2f mm", white)
	for i, l := range m {
		t.check(near(l.X0(), gbt9704.Left, 0.5), "“%s”左缘%.1f mm", l.Text(), l.X0())
		t.check(i == 0 || near(l.Y-m[i-1].Y, gbt9704.Pitch, 0.5), "行距%.1f mm", l.Y-m[max(0, i-1)].Y)
	}
	return t.result("%d行，距线%.2f mm", len(m), white)
}

func letterNumber(d paper) Result {
	n := d.Number
	if !d.Letter || n == nil {
		return absent()
	}
	white := d.letterGap(*n)
	return judged(near(n.X1(), gbt9704.Right, 0.5) && near(white, gbt9704.Gap, 1), "右缘%.1f mm，距线%.2f mm", n.X1(), white)
}

func letterTitle(d paper) Result {
	if !d.Letter || len(d.Titles) == 0 {
		return absent()
	}
	p, l := d.Pages[0], d.Titles[0].Lines[0]
	first, _ := d.doubles()
	from := first.bottom()
	for _, m := range d.Marks {
		from = max(from, p.LineInk(m).Y1)
	}
	if n := d.Number; n != nil {
		from = max(from, p.LineInk(*n).Y1)
	}
	white := p.LineInk(l).Y0 - from
	return judged(near(l.Centre(), (gbt9704.Left+gbt9704.Right)/2, 1) && twoLines(white), "中线%.1f mm，上空%.1f mm", l.Centre(), white)
}

func letterFoot(d paper) Result {
	if !d.Letter || len(d.Pages[0].Lines) == 0 {
		return absent()
	}
	_, last := d.doubles()
	p := d.Pages[0]
	white := last.top() - p.LineInk(p.Lines[len(p.Lines)-1]).Y1
	return judged(white >= gbt9704.Gap-0.5, "%.1f mm", white)
}

func letterFolio(d paper) Result {
	if !d.Letter {
		return absent()
	}
	_, has := d.Pages[0].Folio()
	return judged(!has, "首页页码：%v", map[bool]string{true: "有", false: "无"}[has])
}

func letterImprint(d paper) Result {
	i := d.Imprint
	if !d.Letter || i == nil {
		return absent()
	}
	_, printed := printedLine(i)
	last := i.Lines[len(i.Lines)-1]
	foot := gbt9704.Bottom - last.Y
	return judged(!printed && len(i.Rules) == 0 && foot > 0 && foot < gbt9704.Pitch/2, "%d条线，末行基线距版心下缘%.1f mm", len(i.Rules), foot)
}
