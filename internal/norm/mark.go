package norm

import (
	"regexp"
	"slices"

	"hongtou/internal/elements"
	"hongtou/internal/gbt9704"
	"hongtou/internal/printout"
)

// markClauses: the mark and what stands between it and the red line. Letters,
// orders and minutes have their own places for them (10.1 to 10.3).
var markClauses = []Clause{
	{"7.2.4", "上边缘", gbt9704.Must, "发文机关标志上边缘至版心上边缘35 mm（距页面上边72 mm，量红色墨迹）", "±1 mm", markTop},
	{"7.2.4", "居中", gbt9704.Must, "发文机关标志居中", "±1 mm", markCentre},
	{"7.2.4", "字体颜色", gbt9704.Recommended, "发文机关标志用小标宋体、红色，比标题醒目", "", markFace},
	{"7.2.4", "文件位置", gbt9704.Must, "联合行文：“文件”二字在机关名称右侧，以名称为准上下居中", "±1 mm", markWord},
	{"7.2.4", "等宽", gbt9704.Custom, "联合行文：各机关名称等宽", "1 mm以内", markNames},
	{"7.2.5", "写法", gbt9704.Must, "发文字号由机关代字、〔四位年份〕、序号和“号”组成，不编虚位（不写01号），不加“第”", "", numberForm},
	{"7.2.5", "位置", gbt9704.Must, "发文字号在发文机关标志下空二行居中；上行文居左空一字，与最后一个签发人同行", "左右±1 mm，空二行至不足三行", numberPlace},
	{"7.2.5", "字号字体", gbt9704.Usually, "发文字号用3号仿宋体", "", numberFace},
	{"7.2.6", "字体", gbt9704.Must, "“签发人”三字用3号仿宋体，姓名用3号楷体", "", signersFace},
	{"7.2.6", "位置", gbt9704.Must, "签发人居右空一字，一般每行两个姓名，回行与上一行首个姓名对齐，末行与发文字号同行", "", signersPlace},
	{"7.2.7", "宽度", gbt9704.Must, "红色分隔线与版心等宽（156 mm），居中", "两端±0.5 mm，长±0.3 mm", redLineWidth},
	{"7.2.7", "距字号", gbt9704.Must, "红色分隔线在发文字号之下4 mm处（量墨迹）", "±0.5 mm", redLineGap},
}

// ordinary says whether the document has the red head of 7.2.
func (d paper) ordinary() bool { return d.Form() == elements.OfficialForm }

// markLines are the lines of a mark of text: those over the red line, if any is.
func (d paper) markLines() []elements.Line {
	if d.Mark == nil {
		return nil
	}
	lines := slices.DeleteFunc(slices.Clone(d.Mark.Lines), func(l elements.Line) bool { return !lettered(l) })
	if len(d.RedRules) == 0 {
		return lines
	}
	under := func(l elements.Line) bool { return l.Y > d.RedRules[0].Box.Y0 }
	if over := slices.DeleteFunc(slices.Clone(lines), under); len(over) > 0 {
		return over
	}
	return lines
}

// markInk is the red ink of the mark, be it text, a picture or curves; the rules
// are left out. False where the ink cannot be seen.
func (d paper) markInk() (printout.Box, bool) {
	m, p := d.Mark, d.Pages[0]
	if m == nil {
		return printout.Box{}, false
	}
	lines := d.markLines()
	if len(lines) == 0 {
		ink, ok := p.Ink(printout.RedInk, m.Box)
		if !ok {
			return m.Box, m.Kind == elements.CurvesMark
		}
		return ink, true
	}
	a := printout.Box{X1: p.Width, Y1: lines[len(lines)-1].Y + 10}
	for _, r := range d.RedRules {
		if r.Box.Y0 > lines[0].Y {
			a.Y1 = min(a.Y1, r.Box.Y0-r.Width/2-0.2)
		}
	}
	return p.Ink(printout.RedInk, a)
}

// noInk is what clauses on the mark's ink say where there is none to see.
func (d paper) noInk() Result {
	if d.red() {
		return unproven("看不出发文机关标志的墨迹").at(onPage(d.Pages[0]))
	}
	return without("没有红头")
}

func markTop(d paper) Result {
	if !d.ordinary() {
		return absent()
	}
	box, ok := d.markInk()
	if !ok {
		return d.noInk()
	}
	return judged(near(box.Y0, gbt9704.MarkTop, 1), "距页面上边%.2f mm", box.Y0).with("上边缘", box.Y0, "mm").at(onBox(d.Pages[0], box))
}

// centred says whether something stands in the middle of the type area that the
// page really has or of the standard's: where a margin is wrong, 5.2.1 says so.
func (d paper) centred(page int, centre float64) bool {
	return near(d.off(page, centre), 0, 1) || !d.Pages[page-1].Landscape() && near(centre, (gbt9704.Left+gbt9704.Right)/2, 1)
}

func markCentre(d paper) Result {
	if !d.ordinary() {
		return absent()
	}
	box, ok := d.markInk()
	if !ok {
		return d.noInk()
	}
	off := d.off(1, box.Centre())
	return judged(d.centred(1, box.Centre()) || d.cellsCentred(), "红墨中线%.2f mm，偏%.2f mm", box.Centre(), off).
		with("中线", box.Centre(), "mm").with("偏离版心中线", off, "mm").at(onBox(d.Pages[0], box))
}

// cellsCentred says whether the cells of a mark of text are in the middle: ink
// that is not has more white at one side of its characters.
func (d paper) cellsCentred() bool {
	const bearing = 2.5 // mm that ink may be off because of that
	lines, box := d.markLines(), printout.Box{}
	for _, l := range lines {
		box = box.Union(elements.Around(l))
	}
	ink, ok := d.markInk()
	return ok && len(lines) > 0 && d.centred(1, box.Centre()) && near(ink.Centre(), box.Centre(), bearing)
}

// markFace: that a mark of text is red is how it is found.
func markFace(d paper) Result {
	if !d.ordinary() {
		return absent()
	}
	lines := d.markLines()
	if len(lines) == 0 {
		if box, ok := d.markInk(); ok {
			return unproven("红色；标志是%s，看不出字体", d.Mark.Kind).at(onBox(d.Pages[0], box))
		}
		return d.noInk()
	}
	f := faces{of: d.Document}
	for _, l := range lines {
		f.want(elements.BiaoSong, onLine(l), l.Glyphs, "“"+brief(l.Text())+"”")
		f.checkAt(onLine(l), l.Size() > gbt9704.Size2, "“%s”%.0f磅，不大于标题", brief(l.Text()), l.Size())
		f.value("字号", l.Size(), "pt")
	}
	l := lines[0]
	return f.result("%s，%.0f磅，%s", l.Glyphs[0].Face, l.Size(), l.Glyphs[0].Colour)
}

var numberPattern = regexp.MustCompile(`^\p{Han}+〔(19|20)[0-9]{2}〕[1-9][0-9]*号$`)

// numberForm: an ordinary document and a letter have a number; orders and minutes
// have theirs (10.2, 10.3). The standard says how it is written, not that there
// is one: that is of the regulation on documents, and what is published often
// goes without.
func numberForm(d paper) Result {
	n := d.Number
	switch {
	case n == nil && d.ordinary():
		return unproven("页面上没有发文字号；是否编号由发文机关决定").at(d.headPlace())
	case n == nil || d.red() && !d.ordinary() && !d.Letter:
		return absent()
	}
	if text := n.Text(); !numberPattern.MatchString(text) {
		return judged(false, "“%s”：%s", text, numberFaults(text)).at(onLine(*n))
	}
	return judged(true, "“%s”", n.Text()).at(onLine(*n))
}

// headPlace is around the mark, else the whole first page.
func (d paper) headPlace() Place {
	if box, ok := d.markInk(); ok {
		return onBox(d.Pages[0], box)
	}
	return onPage(d.Pages[0])
}

func numberPlace(d paper) Result {
	n := d.Number
	if n == nil || !d.ordinary() {
		return absent()
	}
	if s := d.Signers; len(s) > 0 {
		last := s[len(s)-1]
		left := d.indent(*n, 1)
		return judged(near(left, 1, 0.2) && near(last.Y, n.Y, 0.3), "左空%.2f字，与最后一个签发人基线差%.2f mm", left, last.Y-n.Y).
			with("左空", left, "字").with("基线差", last.Y-n.Y, "mm").at(onLine(*n))
	}
	box, ok := d.markInk()
	if !ok {
		return d.noInk()
	}
	white := d.Pages[0].LineInk(*n).Y0 - box.Y1
	return judged(d.centred(1, n.Centre()) && d.empty(2, white), "中线%.2f mm，标志下空%.1f mm，应为%s mm", n.Centre(), white, d.window(2)).
		with("中线", n.Centre(), "mm").with("标志下空", white, "mm").at(onLine(*n))
}

func numberFace(d paper) Result {
	n := d.Number
	if n == nil {
		return absent()
	}
	f := faces{of: d.Document}
	f.want(elements.FangSong, onLine(*n), n.Glyphs, "发文字号")
	f.size(onLine(*n), *n, gbt9704.Size3, "发文字号")
	f.seen.first()
	f.value("字号", n.Size(), "pt")
	return f.result("%s，%s磅", n.Glyphs[0].Face, tenths(n.Size()))
}
