package norm

import (
	"cmp"
	"slices"
	"strings"

	"hongtou/internal/elements"
	"hongtou/internal/gbt9704"
	"hongtou/internal/printout"
)

// letterClauses: 信函格式.
var letterClauses = []Clause{
	{"10.1", "标志", gbt9704.Must, "发文机关标志不加“文件”，居中，上边缘至上页边30 mm", "±1 mm", letterMark},
	{"10.1", "标志字体", gbt9704.Recommended, "信函标志用红色小标宋体字", "", letterMarkFace},
	{"10.1", "首双线", gbt9704.Must, "标志下4 mm处一条红色双线，上粗下细，长170 mm，居中", "±0.5 mm", letterTopLine},
	{"10.1", "末双线", gbt9704.Must, "距下页边20 mm处一条红色双线，上细下粗，长170 mm，居中", "±0.5 mm", letterBottomLine},
	{"10.1", "份号等", gbt9704.Must, "份号、密级、紧急程度顶格在首条双线下，距线为3号字高的7/8（4.9 mm），自上而下分行", "±1 mm", letterMarks},
	{"10.1", "发文字号", gbt9704.Must, "发文字号居右顶格在首条双线下，距线为3号字高的7/8（4.9 mm）", "±1 mm", letterNumber},
	{"10.1", "标题", gbt9704.Must, "标题居中，与其上最后一个要素相距二行", "居中±1 mm", letterTitle},
	{"10.1", "末线上文字", gbt9704.Must, "第二条双线上一行文字距线不小于3号字高的7/8（4.9 mm）", "−0.5 mm", letterFoot},
	{"10.1", "首页页码", gbt9704.Must, "首页不显示页码", "", letterFolio},
	{"10.1", "版记", gbt9704.Must, "版记不加印发机关和印发日期，不加分隔线，在最后一面版心最下方", "", letterImprint},
}

// letterInk is the red ink of a letter's mark: over its first line.
func (d paper) letterInk() (printout.Box, bool) {
	first, _ := d.doubles()
	p := d.Pages[0]
	return p.Ink(printout.RedInk, printout.Box{X1: p.Width, Y1: first.top() - 0.3})
}

func letterMark(d paper) Result {
	if !d.Letter {
		return absent()
	}
	p := d.Pages[0]
	box, ok := d.letterInk()
	if !ok {
		return judged(false, "首双线上没有红色标志").at(onPage(p))
	}
	var t tally
	off := d.middle(box.Centre())
	t.checkAt(onBox(p, box), near(box.Y0, gbt9704.LetterTop, 1), "上边缘%s mm", hundredths(box.Y0))
	t.checkAt(onBox(p, box), near(off, 0, 1), "中线偏%s mm", hundredths(off))
	if d.Mark != nil {
		for _, l := range d.Mark.Lines {
			t.checkAt(onLine(l), !strings.HasSuffix(l.Text(), "文件"), "加了“文件”")
		}
	}
	t.value("上边缘", box.Y0, "mm")
	t.value("中线偏", off, "mm")
	return t.result("上边缘%s mm，中线偏%s mm", hundredths(box.Y0), hundredths(off))
}

// middle is how far something on page 1 stands from the middle: of the paper or
// of the type area, as the standard only says 居中 and the two are 1 mm apart.
func (d paper) middle(centre float64) float64 {
	paper, area := centre-d.Pages[0].Width/2, d.off(1, centre)
	if max(paper, -paper) < max(area, -area) {
		return paper
	}
	return area
}

func letterMarkFace(d paper) Result {
	if !d.Letter {
		return absent()
	}
	return d.specialMarkFace()
}

// double measures two lines that lie together: the whole from the upper edge of
// the upper to the lower edge of the lower.
type double struct{ upper, lower printout.Rule }

func (b double) top() float64    { return b.upper.Box.Y0 - b.upper.Width/2 }
func (b double) bottom() float64 { return b.lower.Box.Y0 + b.lower.Width/2 }
func (b double) single() bool    { return b.upper == b.lower }

// doubles are the first and the last double line of a letter: the outer pairs of
// red rules. A rule that lies alone is a double line that is none.
func (d paper) doubles() (first, last double) {
	r := d.RedRules
	n := len(r)
	first, last = double{r[0], r[0]}, double{r[n-1], r[n-1]}
	if r[1].Box.Y0-r[0].Box.Y0 < 10 {
		first.lower = r[1]
	}
	if r[n-1].Box.Y0-r[n-2].Box.Y0 < 10 {
		last.upper = r[n-2]
	}
	return first, last
}

func (d paper) checkDouble(t *tally, b double) {
	t.checkAt(onRule(b.upper), !b.single(), "不是双线")
	for _, r := range []printout.Rule{b.upper, b.lower} {
		t.checkAt(onRule(r), near(r.Box.Width(), gbt9704.LetterLength, 0.5), "长%s mm", tenths(r.Box.Width()))
		off := d.middle(r.Box.Centre())
		t.checkAt(onRule(r), near(off, 0, 0.5), "中线偏%s mm", hundredths(off))
	}
	apart := b.lower.Box.Y0 - b.upper.Box.Y0
	t.checkAt(onRule(b.lower), apart < 3, "两线相距%s mm", tenths(apart))
	t.value("线长", b.upper.Box.Width(), "mm")
	t.value("上线粗", b.upper.Width, "mm")
	t.value("下线粗", b.lower.Width, "mm")
}

func letterTopLine(d paper) Result {
	if !d.Letter {
		return absent()
	}
	var t tally
	first, _ := d.doubles()
	d.checkDouble(&t, first)
	white := 0.0
	if mark, ok := d.letterInk(); ok {
		white = first.top() - mark.Y1
		t.checkAt(onRule(first.upper), near(white, gbt9704.RedLineGap, 0.5), "距标志%s mm", hundredths(white))
		t.value("距标志", white, "mm")
	}
	t.checkAt(onRule(first.upper), first.single() || first.upper.Width > first.lower.Width, "上线%s mm，下线%s mm", hundredths(first.upper.Width), hundredths(first.lower.Width))
	if len(d.RedRules) > 4 {
		t.checkAt(onRule(d.RedRules[2]), false, "%d条红线", len(d.RedRules))
	}
	return t.result("距标志%s mm，上线%s、下线%s mm", hundredths(white), hundredths(first.upper.Width), hundredths(first.lower.Width))
}

// letterBottomLine: either line may be the one that the 20 mm are meant of.
func letterBottomLine(d paper) Result {
	if !d.Letter {
		return absent()
	}
	var t tally
	_, last := d.doubles()
	d.checkDouble(&t, last)
	on := last.top() < gbt9704.LetterFoot+0.5 && last.bottom() > gbt9704.LetterFoot-0.5
	t.checkAt(onRule(last.lower), on, "在%s mm", tenths(last.lower.Box.Y0))
	t.checkAt(onRule(last.upper), last.single() || last.upper.Width < last.lower.Width, "上线%s mm，下线%s mm", hundredths(last.upper.Width), hundredths(last.lower.Width))
	t.value("上缘", last.top(), "mm")
	t.value("下缘", last.bottom(), "mm")
	return t.result("%s～%s mm", tenths(last.top()), tenths(last.bottom()))
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
	t.checkAt(onLine(m[0]), near(white, gbt9704.Gap, 1), "距线%s mm", hundredths(white))
	for i, l := range m {
		x := d.indent(l, 0) * one(l)
		t.checkAt(onLine(l), near(x, 0, 0.5), "“%s”左空%s mm", l.Text(), hundredths(x))
		if i > 0 {
			rows := d.rowsApart(m[i-1], l)
			t.checkAt(onLine(l), near(rows, 1, 0.15), "“%s”与上一行距%s行", l.Text(), hundredths(rows))
		}
	}
	t.value("距线", white, "mm")
	return t.result("%d行，距线%s mm", len(m), hundredths(white))
}

func letterNumber(d paper) Result {
	n := d.Number
	if !d.Letter || n == nil {
		return absent()
	}
	white := d.letterGap(*n)
	blank := d.blank(*n, n.X1(), 0)
	return judged(near(blank*one(*n), 0, 0.5) && near(white, gbt9704.Gap, 1), "右空%s字，距线%s mm", hundredths(blank), hundredths(white)).
		with("右空", blank, "字").with("距线", white, "mm").at(onLine(*n))
}

func letterTitle(d paper) Result {
	if !d.Letter || len(d.Titles) == 0 || d.Titles[0].Lines[0].Page != 1 {
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
	white, off := p.LineInk(l).Y0-from, d.off(1, l.Centre())
	return judged(near(off, 0, 1) && d.twoRows(white), "中线偏%s mm，上空%s mm（二行至不足三行）", hundredths(off), tenths(white)).
		with("中线偏", off, "mm").with("上空", white, "mm").at(onLine(l))
}

// letterFoot: the lowest line may also be a line of notes or of a table.
func letterFoot(d paper) Result {
	if !d.Letter {
		return absent()
	}
	_, last := d.doubles()
	p := d.Pages[0]
	lines := slices.DeleteFunc(slices.Concat(p.Lines, elements.Lines(p.Table)), func(l elements.Line) bool { return l.Y > last.bottom() })
	if len(lines) == 0 {
		return absent()
	}
	lowest := slices.MaxFunc(lines, func(a, b elements.Line) int { return cmp.Compare(a.Y, b.Y) })
	white := last.top() - p.LineInk(lowest).Y1
	return judged(white >= gbt9704.Gap-0.5, "%s mm", tenths(white)).with("距末双线", white, "mm").at(onLine(lowest))
}

func letterFolio(d paper) Result {
	if !d.Letter {
		return absent()
	}
	f, has := d.Pages[0].Folio()
	if has {
		return judged(false, "首页有页码“%s”", f.Line.Text()).at(onFolio(d.Pages[0], f))
	}
	return judged(true, "首页无页码").at(onPage(d.Pages[0]))
}

func letterImprint(d paper) Result {
	i := d.Imprint
	if !d.Letter || i == nil {
		return absent()
	}
	var t tally
	if l, printed := printedLine(i); printed {
		t.checkAt(onLine(l), false, "有印发机关和印发日期")
	}
	for _, r := range i.Rules {
		t.checkAt(onRule(r), false, "有分隔线")
	}
	last := i.Lines[len(i.Lines)-1]
	white := d.foot(gbt9704.Bottom) - last.Y
	t.checkAt(onLine(last), white > 0 && white < gbt9704.Pitch/2, "末行基线距版心下边缘%s mm", tenths(white))
	t.checkAt(onLine(last), i.Page == len(d.Pages), "版记在第%d页，全文%d页", i.Page, len(d.Pages))
	t.value("末行基线距版心下边缘", white, "mm")
	return t.result("%d条线，末行基线距版心下边缘%s mm", len(i.Rules), tenths(white))
}
