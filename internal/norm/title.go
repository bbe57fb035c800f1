package norm

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"hongtou/internal/elements"
	"hongtou/internal/gbt9704"
)

// titleClauses: titles and who the document is for.
var titleClauses = []Clause{
	{"7.3.1", "字号字体", gbt9704.Usually, "标题用2号（22磅）小标宋体", "", titleFace},
	{"7.3.1", "位置", gbt9704.Must, "标题在红色分隔线下空二行", "空二行至不足三行", titlePlace},
	{"7.3.1", "居中", gbt9704.Must, "标题各行居中", "±1 mm", titleCentre},
	{"7.3.1", "形状", gbt9704.Must, "多行标题排成梯形或菱形，不成沙漏、矩形，末行不止一字", "各行宽相差不足1 mm算等长", titleShape},
	{"7.3.1", "回行", gbt9704.Must, "标题回行词意完整：行首没有后置标点，行末没有前置标点，数字不拆开", "", titleBreaks},
	{"7.3.2", "位置", gbt9704.Must, "主送机关在标题下空一行，居左顶格，回行仍顶格", "左缘±0.5 mm，空一行至不足二行", recipientsPlace},
	{"7.3.2", "冒号", gbt9704.Must, "最后一个主送机关后用全角冒号", "", recipientsColon},
}

func titleFace(d paper) Result {
	f := faces{of: d.Document}
	for _, title := range d.Titles {
		for _, l := range title.Lines {
			f.want(elements.BiaoSong, onLine(l), l.Glyphs, place(l))
			f.size(onLine(l), l, gbt9704.Size2, place(l))
		}
	}
	if len(d.Titles) == 0 {
		return absent()
	}
	l := d.Titles[0].Lines[0]
	f.value("首个标题字号", l.Size(), "pt")
	return f.result("%d个标题，首个%s，%s磅", len(d.Titles), l.Glyphs[0].Face, tenths(l.Size()))
}

// Distances of so many empty lines are measured from ink to ink. How much of the
// white of the lines around counts, the standard leaves open; so many lines and
// less than one more are let pass, by the document's own lines.

// empty says whether white in mm is n empty lines and not one more.
func (d paper) empty(n, white float64) bool {
	p := d.pitch
	return white >= n*p-0.5 && white < (n+1)*p
}

// window says what is let pass for n empty lines.
func (d paper) window(n float64) string {
	return fmt.Sprintf("%.1f～%.1f", n*d.pitch-0.5, (n+1)*d.pitch)
}

// titlePlace: an ordinary red head without a title breaks this clause.
func titlePlace(d paper) Result {
	if !d.ordinary() || len(d.RedRules) == 0 {
		return absent()
	}
	if len(d.Titles) == 0 || d.Titles[0].Lines[0].Page > 1 {
		return judged(false, "首页没有标题").at(onPage(d.Pages[0]))
	}
	r, l := d.RedRules[0], d.Titles[0].Lines[0]
	white := d.Pages[0].LineInk(l).Y0 - r.Box.Y0 - r.Width/2
	return judged(d.empty(2, white), "线下空%.1f mm，应为%s mm", white, d.window(2)).with("线下空", white, "mm").at(onLine(l))
}

func titleCentre(d paper) Result {
	var t tally
	s := newSpan()
	for _, title := range d.Titles {
		for _, l := range title.Lines {
			off := d.off(l.Page, l.Centre())
			s.add(off)
			t.checkAt(onLine(l), d.centred(l.Page, l.Centre()), "%s偏%.1f mm", place(l), off)
		}
	}
	t.span("偏离中线", s, "mm")
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
		if t.n > 0 {
			shapes += "、"
		}
		shapes += name
		t.checkAt(onLines(title.Lines), ok, "“%s”%s", brief(title.Text()), name)
	}
	if t.n == 0 {
		return without("没有多行标题")
	}
	t.value("多行标题", float64(t.n), "")
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
			if i == 0 {
				t.n++
				continue
			}
			before := title.Lines[i-1]
			first, last := l.Glyphs[0].Rune, before.Glyphs[len(before.Glyphs)-1].Rune
			t.checkAt(onLine(l), !strings.ContainsRune(closing, first), "%s行首“%c”", place(l), first)
			t.checkAt(onLine(before), !strings.ContainsRune(opening, last), "%s行末“%c”", place(before), last)
			t.checkAt(onLine(l), !digit(first) || !digit(last), "%s数字拆开", place(l))
		}
	}
	r := t.result("%d个标题", len(d.Titles))
	if r.Verdict == Holds && len(r.Places) == 0 {
		return r.at(onLines(d.Titles[0].Lines))
	}
	return r
}

func digit(r rune) bool { return r >= '0' && r <= '9' }

func recipientsPlace(d paper) Result {
	r := d.Recipients
	if len(r) == 0 || len(d.Titles) == 0 {
		return absent()
	}
	var t tally
	left := d.frame(1).X0
	s := newSpan()
	for _, l := range r {
		s.add(l.X0() - left)
		t.checkAt(onLine(l), near(l.X0(), left, 0.5), "“%s”距版心左缘%.1f mm", brief(l.Text()), l.X0()-left)
	}
	lines, p := slices.Concat(d.Titles[0].Lines, d.Titles[0].Under), d.Pages[0]
	white := p.LineInk(r[0]).Y0 - p.LineInk(lines[len(lines)-1]).Y1
	t.checkAt(onLine(r[0]), d.empty(1, white), "标题下空%.1f mm，应为%s mm", white, d.window(1))
	t.span("距版心左缘", s, "mm")
	t.value("标题下空", white, "mm")
	return t.result("%d行，距版心左缘%v mm，标题下空%.1f mm", len(r), s, white)
}

func recipientsColon(d paper) Result {
	r := d.Recipients
	if len(r) == 0 {
		return absent()
	}
	last := r[len(r)-1]
	text := []rune(last.Text())
	return judged(text[len(text)-1] == '：', "末尾“%s”", string(text[max(0, len(text)-3):])).at(onLine(last))
}

// place is for messages: page and beginning of a line.
func place(l elements.Line) string { return fmt.Sprintf("第%d页“%s”", l.Page, brief(l.Text())) }
