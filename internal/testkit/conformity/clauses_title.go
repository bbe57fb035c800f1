package conformity

import (
	"fmt"
	"math"
	"strings"

	"hongtou/internal/testkit/judge"
)

// titleClauses: titles and who the document is for.
var titleClauses = []Clause{
	{"7.3.1", "字号字体", "标题用2号小标宋体", titleFace},
	{"7.3.1", "位置", "标题在红色分隔线下空二行", titlePlace},
	{"7.3.1", "居中", "标题各行居中，±1 mm", titleCentre},
	{"7.3.1", "形状", "多行标题排成梯形或菱形，不成沙漏、矩形，末行不止一字", titleShape},
	{"7.3.1", "回行", "词意完整：行首无后置标点，行末无前置标点，数字不拆", titleBreaks},
	{"7.3.2", "位置", "主送机关在标题下空一行，顶格，回行顶格", recipientsPlace},
	{"7.3.2", "冒号", "主送机关末尾全角冒号", recipientsColon},
}

func titleFace(d *Document) Result {
	var t tally
	for _, title := range d.elements.titles {
		for _, l := range title.lines {
			t.check(l.face(BiaoSong) && l.size(size2), "“%s”%s%.0f磅", brief(l.Text()), l.Glyphs[0].Face, l.Size())
		}
	}
	return t.result("%d个标题", len(d.elements.titles))
}

func titlePlace(d *Document) Result {
	if !d.ordinary() || len(d.elements.redRules) == 0 || len(d.elements.titles) == 0 {
		return absent()
	}
	r := d.elements.redRules[0]
	white := d.Pages[0].lineInk(d.elements.titles[0].lines[0]).Y0 - r.Box.Y0 - r.Width/2
	return judged(twoLines(white), "线下空%.1f mm（二行至不足三行为20.9～31.3）", white)
}

func titleCentre(d *Document) Result {
	var t tally
	s := newSpan()
	for _, title := range d.elements.titles {
		for _, l := range title.lines {
			a := d.Pages[l.Page-1].area()
			s.add(l.Centre() - (a.X0+a.X1)/2)
			t.check(near(l.Centre(), (a.X0+a.X1)/2, 1), "第%d页“%s”中线%.1f mm", l.Page, brief(l.Text()), l.Centre())
		}
	}
	return t.result("偏%v mm", s)
}

func titleShape(d *Document) Result {
	var t tally
	shapes := ""
	for _, title := range d.elements.titles {
		if len(title.lines) < 2 {
			continue
		}
		name, ok := shape(title.lines)
		shapes += name
		t.check(ok, "“%s”%s", brief(title.text()), name)
	}
	return t.result("%s", shapes)
}

// shape names the figure that lines of a title make.
func shape(lines []Line) (name string, ok bool) {
	var widths []float64
	for _, l := range lines {
		widths = append(widths, l.X1()-l.X0())
	}
	n := len(widths)
	switch {
	case len(lines[n-1].Glyphs) < 2:
		return "末行一字", false
	case n == 2:
		return "梯形", true
	}
	turns, last, equal := 0, 0.0, true
	for i := 1; i < n; i++ {
		step := widths[i] - widths[i-1]
		if math.Abs(step) < 1 {
			continue
		}
		equal = false
		if last < 0 && step > 0 {
			return "沙漏", false
		}
		if last > 0 && step < 0 {
			turns++
		}
		last = step
	}
	switch {
	case equal:
		return "矩形", false
	case turns > 0:
		return "菱形", true
	}
	return "梯形", true
}

// Marks that may neither begin nor end a line.
const (
	closing = "，。、；：？！）》〉”’〕】％…"
	opening = "（《〈“‘〔【"
)

func titleBreaks(d *Document) Result {
	var t tally
	for _, title := range d.elements.titles {
		for i, l := range title.lines {
			first, last := l.Glyphs[0].Rune, l.Glyphs[len(l.Glyphs)-1].Rune
			t.check(i == 0 || !strings.ContainsRune(closing, first), "行首“%c”", first)
			t.check(i == len(title.lines)-1 || !strings.ContainsRune(opening, last), "行末“%c”", last)
			t.check(i == 0 || !digit(first) || !digit(title.lines[i-1].Glyphs[len(title.lines[i-1].Glyphs)-1].Rune), "数字拆开")
		}
	}
	return t.result("%d个标题", len(d.elements.titles))
}

func digit(r rune) bool { return r >= '0' && r <= '9' }

func recipientsPlace(d *Document) Result {
	var t tally
	r := d.elements.recipients
	if len(r) == 0 {
		return absent()
	}
	for _, l := range r {
		t.check(near(l.X0(), left, 0.5), "“%s”左缘%.1f mm", brief(l.Text()), l.X0())
	}
	lines := d.elements.titles[0].lines
	p := d.Pages[0]
	white := p.lineInk(r[0]).Y0 - p.lineInk(lines[len(lines)-1]).Y1
	t.check(white >= pitch-0.5 && white < 2*pitch, "标题下空%.1f mm（一行至不足二行为10.4～20.9）", white)
	return t.result("%d行，左缘%.1f mm，标题下空%.1f mm", len(r), r[0].X0(), white)
}

func recipientsColon(d *Document) Result {
	r := d.elements.recipients
	if len(r) == 0 {
		return absent()
	}
	text := []rune(r[len(r)-1].Text())
	return judged(text[len(text)-1] == '：', "末尾“%s”", string(text[max(0, len(text)-3):]))
}

// place is for messages: page and beginning of a line.
func place(l Line) string { return fmt.Sprintf("第%d页“%s”", l.Page, brief(l.Text())) }

// around gives the box of some lines' cells in mm.
func around(lines []Line) judge.Box {
	b := judge.Box{X0: math.Inf(1), Y0: math.Inf(1), X1: math.Inf(-1), Y1: math.Inf(-1)}
	for _, l := range lines {
		b.X0, b.X1 = min(b.X0, l.X0()), max(b.X1, l.X1())
		b.Y0, b.Y1 = min(b.Y0, l.Y-0.88*l.Size()*point), max(b.Y1, l.Y+0.12*l.Size()*point)
	}
	return b
}
