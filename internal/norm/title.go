package norm

import (
	"fmt"
	"math"
	"strings"

	"hongtou/internal/elements"
	"hongtou/internal/gbt9704"
)

// titleClauses: titles and who the document is for.
var titleClauses = []Clause{
	{"7.3.1", "字号字体", gbt9704.Usually, "标题用2号小标宋体", "", titleFace},
	{"7.3.1", "位置", gbt9704.Must, "标题在红色分隔线下空二行", "", titlePlace},
	{"7.3.1", "居中", gbt9704.Must, "标题各行居中，±1 mm", "", titleCentre},
	{"7.3.1", "形状", gbt9704.Must, "多行标题排成梯形或菱形，不成沙漏、矩形，末行不止一字", "", titleShape},
	{"7.3.1", "回行", gbt9704.Must, "词意完整：行首无后置标点，行末无前置标点，数字不拆", "", titleBreaks},
	{"7.3.2", "位置", gbt9704.Must, "主送机关在标题下空一行，顶格，回行顶格", "", recipientsPlace},
	{"7.3.2", "冒号", gbt9704.Must, "主送机关末尾全角冒号", "", recipientsColon},
}

func titleFace(d paper) Result {
	var t tally
	for _, title := range d.Titles {
		for _, l := range title.Lines {
			t.check(l.InFace(elements.BiaoSong) && l.InSize(gbt9704.Size2), "“%s”%s%.0f磅", brief(l.Text()), l.Glyphs[0].Face, l.Size())
		}
	}
	return t.result("%d个标题", len(d.Titles))
}

func titlePlace(d paper) Result {
	if !d.ordinary() || len(d.RedRules) == 0 || len(d.Titles) == 0 {
		return absent()
	}
	r := d.RedRules[0]
	white := d.Pages[0].LineInk(d.Titles[0].Lines[0]).Y0 - r.Box.Y0 - r.Width/2
	return judged(twoLines(white), "线下空%.1f mm（二行至不足三行为20.9～31.3）", white)
}

func titleCentre(d paper) Result {
	var t tally
	s := newSpan()
	for _, title := range d.Titles {
		for _, l := range title.Lines {
			a := d.Pages[l.Page-1].Area()
			s.add(l.Centre() - (a.X0+a.X1)/2)
			t.check(near(l.Centre(), (a.X0+a.X1)/2, 1), "第%d页“%s”中线%.1f mm", l.Page, brief(l.Text()), l.Centre())
		}
	}
	return t.result("偏%v mm", s)
}

func titleShape(d paper) Result {
	var t tally
	shapes := ""
	for _, title := range d.Titles {
		if len(title.Lines) < 2 {
			continue
		}
		name, ok := shape(title.Lines)
		shapes += name
		t.check(ok, "“%s”%s", brief(title.Text()), name)
	}
	return t.result("%s", shapes)
}

// shape names the figure that lines of a title make.
func shape(lines []elements.Line) (name string, ok bool) {
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

func titleBreaks(d paper) Result {
	var t tally
	for _, title := range d.Titles {
		for i, l := range title.Lines {
			first, last := l.Glyphs[0].Rune, l.Glyphs[len(l.Glyphs)-1].Rune
			t.check(i == 0 || !strings.ContainsRune(closing, first), "行首“%c”", first)
			t.check(i == len(title.Lines)-1 || !strings.ContainsRune(opening, last), "行末“%c”", last)
			t.check(i == 0 || !digit(first) || !digit(title.Lines[i-1].Glyphs[len(title.Lines[i-1].Glyphs)-1].Rune), "数字拆开")
		}
	}
	return t.result("%d个标题", len(d.Titles))
}

func digit(r rune) bool { return r >= '0' && r <= '9' }

func recipientsPlace(d paper) Result {
	var t tally
	r := d.Recipients
	if len(r) == 0 {
		return absent()
	}
	for _, l := range r {
		t.check(near(l.X0(), gbt9704.Left, 0.5), "“%s”左缘%.1f mm", brief(l.Text()), l.X0())
	}
	lines := d.Titles[0].Lines
	p := d.Pages[0]
	white := p.LineInk(r[0]).Y0 - p.LineInk(lines[len(lines)-1]).Y1
	t.check(white >= gbt9704.Pitch-0.5 && white < 2*gbt9704.Pitch, "标题下空%.1f mm（一行至不足二行为10.4～20.9）", white)
	return t.result("%d行，左缘%.1f mm，标题下空%.1f mm", len(r), r[0].X0(), white)
}

func recipientsColon(d paper) Result {
	r := d.Recipients
	if len(r) == 0 {
		return absent()
	}
	text := []rune(r[len(r)-1].Text())
	return judged(text[len(text)-1] == '：', "末尾“%s”", string(text[max(0, len(text)-3):]))
}

// place is for messages: page and beginning of a line.
func place(l elements.Line) string { return fmt.Sprintf("第%d页“%s”", l.Page, brief(l.Text())) }
