package norm

import (
	"math"
	"regexp"
	"strings"

	"hongtou/internal/elements"
	"hongtou/internal/gbt9704"
	"hongtou/internal/printout"
)

// markClauses: the mark and what stands between it and the red line. A letter
// has its own places for them (10.1).
var markClauses = []Clause{
	{"7.2.4", "上边缘", gbt9704.Must, "发文机关标志上边缘至版心上边缘35 mm（距页边72 ± 1 mm，以红墨量）", "", markTop},
	{"7.2.4", "居中", gbt9704.Must, "发文机关标志居中：红墨中线106 ± 1 mm", "", markCentre},
	{"7.2.4", "字体颜色", gbt9704.Recommended, "荐小标宋体、红色", "", markFace},
	{"7.2.4", "文件位置", gbt9704.Must, "联合行文：“文件”在机关名称右侧，以名称为准上下居中，±1 mm", "", markWord},
	{"7.2.4", "等宽", gbt9704.Custom, "联合行文：各机关名称等宽（惯例），主办机关在前", "", markNames},
	{"7.2.5", "写法", gbt9704.Must, "机关代字＋〔四位年份〕＋序号＋号，不编虚位，不加“第”", "", numberForm},
	{"7.2.5", "位置", gbt9704.Must, "发文机关标志下空二行居中；上行文居左空一字、与末位签发人同行", "", numberPlace},
	{"7.2.5", "字号字体", gbt9704.Must, "发文字号用3号仿宋", "", numberFace},
	{"7.2.6", "字体", gbt9704.Must, "“签发人：”3号仿宋，姓名3号楷体", "", signersFace},
	{"7.2.6", "位置", gbt9704.Must, "居右空一字，每行两个姓名，回行与上一行首个姓名对齐，末行与发文字号同行", "", signersPlace},
	{"7.2.7", "宽度", gbt9704.Must, "红色分隔线与版心等宽：28～184 mm，长156 ± 0.3 mm", "", redLineWidth},
	{"7.2.7", "距字号", gbt9704.Must, "分隔线在发文字号之下4 ± 0.5 mm（以墨量）", "", redLineGap},
}

// ordinary says whether the document has a red head that is not a letter's.
func (d paper) ordinary() bool { return len(d.Pages[0].Red) > 0 && !d.Letter }

// markInk is the red ink of the mark, the rules left out.
func (d paper) markInk() (printout.Box, bool) {
	p := d.Pages[0]
	a := printout.Box{X0: 0, Y0: 0, X1: p.Width, Y1: p.Height}
	if len(p.Red) == 0 {
		return a, false
	}
	a.Y1 = p.Red[len(p.Red)-1].Y + 10
	for _, r := range d.RedRules {
		if r.Box.Y0 > p.Red[0].Y {
			a.Y1 = min(a.Y1, r.Box.Y0-r.Width/2-0.2)
		}
	}
	return p.Ink(printout.RedInk, a)
}

func markTop(d paper) Result {
	box, ok := d.markInk()
	if !ok || d.Letter {
		return absent()
	}
	return judged(near(box.Y0, 72, 1), "%.2f mm", box.Y0)
}

func markCentre(d paper) Result {
	box, ok := d.markInk()
	if !ok || d.Letter {
		return absent()
	}
	centre := (box.X0 + box.X1) / 2
	return judged(near(centre, (gbt9704.Left+gbt9704.Right)/2, 1), "%.2f mm", centre)
}

func markFace(d paper) Result {
	var t tally
	for _, l := range d.Pages[0].Red {
		t.check(l.InFace(elements.BiaoSong), "“%s”用%s", brief(l.Text()), l.Glyphs[0].Face)
		t.check(l.Size() > gbt9704.Size2, "%.0f磅不醒目", l.Size())
	}
	if t.n == 0 {
		return absent()
	}
	l := d.Pages[0].Red[0]
	return t.result("%s，%.0f磅，%s", l.Glyphs[0].Face, l.Size(), l.Glyphs[0].Colour)
}

// joint takes a joint mark apart: the lines of names, and 文件.
func (d paper) joint() (names []elements.Line, word *elements.Line) {
	for _, l := range d.Pages[0].Red {
		n := len(l.Glyphs)
		if !strings.HasSuffix(l.Text(), "文件") {
			names = append(names, l)
			continue
		}
		w := elements.Line{Page: l.Page, Y: l.Glyphs[n-1].Y, Glyphs: l.Glyphs[n-2:]}
		word = &w
		if n > 2 {
			names = append(names, elements.Line{Page: l.Page, Y: l.Y, Glyphs: l.Glyphs[:n-2]})
		}
	}
	return names, word
}

func markWord(d paper) Result {
	names, word := d.joint()
	if len(names) < 2 || word == nil {
		return absent()
	}
	p := d.Pages[0]
	edge := math.Inf(-1)
	for _, l := range names {
		edge = max(edge, l.X1())
	}
	all, _ := d.markInk()
	all.X1 = word.X0()
	namesInk, _ := p.Ink(printout.RedInk, printout.Box{X0: 0, Y0: all.Y0 - 1, X1: word.X0() - 0.2, Y1: all.Y1 + 1})
	wordInk, _ := p.Ink(printout.RedInk, printout.Box{X0: word.X0() - 0.2, Y0: all.Y0 - 1, X1: p.Width, Y1: all.Y1 + 1})
	offset := (wordInk.Y0+wordInk.Y1)/2 - (namesInk.Y0+namesInk.Y1)/2
	return judged(word.X0() >= edge && near(offset, 0, 1), "名称右缘%.1f、“文件”左缘%.1f mm，上下偏%.2f mm", edge, word.X0(), offset)
}

func markNames(d paper) Result {
	names, _ := d.joint()
	if len(names) < 2 {
		return absent()
	}
	s := newSpan()
	for _, l := range names {
		s.add(l.X1() - l.X0())
	}
	return judged(s.high-s.low <= 1, "%d个名称宽%v mm", len(names), s)
}

var numberPattern = regexp.MustCompile(`^\p{Han}+〔20[0-9]{2}〕[1-9][0-9]*号$`)

func numberForm(d paper) Result {
	n := d.Number
	if n == nil {
		return absent()
	}
	return judged(numberPattern.MatchString(n.Text()), "“%s”", n.Text())
}

func numberPlace(d paper) Result {
	n := d.Number
	box, ok := d.markInk()
	if n == nil || !ok || d.Letter {
		return absent()
	}
	white := d.Pages[0].LineInk(*n).Y0 - box.Y1
	if s := d.Signers; len(s) > 0 {
		return judged(near(n.X0(), gbt9704.Left+gbt9704.Cell, 1) && near(s[len(s)-1].Y, n.Y, 0.3),
			"左缘%.1f mm，与末位签发人基线差%.2f mm", n.X0(), s[len(s)-1].Y-n.Y)
	}
	return judged(near(n.Centre(), (gbt9704.Left+gbt9704.Right)/2, 1) && twoLines(white), "中线%.1f mm，标志下空%.1f mm（二行至不足三行为20.9～31.3）", n.Centre(), white)
}

// twoLines says whether white ink to ink is two empty lines and not three. How
// much of the white of the lines around counts, the standard leaves open.
func twoLines(white float64) bool { return white >= 2*gbt9704.Pitch-0.5 && white < 3*gbt9704.Pitch }

func numberFace(d paper) Result {
	n := d.Number
	if n == nil {
		return absent()
	}
	return judged(n.InFace(elements.FangSong) && n.InSize(gbt9704.Size3), "%s，%.0f磅", n.Glyphs[0].Face, n.Size())
}

func redLineWidth(d paper) Result {
	if !d.ordinary() {
		return absent()
	}
	if len(d.RedRules) == 0 {
		return judged(false, "没有红线")
	}
	r := d.RedRules[0]
	return judged(near(r.Box.X0, gbt9704.Left, 0.5) && near(r.Box.X1-r.Box.X0, gbt9704.Right-gbt9704.Left, 0.3),
		"%.2f～%.2f mm，粗%.2f mm（粗细无规定）", r.Box.X0, r.Box.X1, r.Width)
}

func redLineGap(d paper) Result {
	n := d.Number
	if n == nil || !d.ordinary() || len(d.RedRules) == 0 {
		return absent()
	}
	r := d.RedRules[0]
	white := r.Box.Y0 - r.Width/2 - d.Pages[0].LineInk(*n).Y1
	return judged(near(white, 4, 0.5), "%.2f mm", white)
}
