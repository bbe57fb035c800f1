package norm

import (
	"slices"
	"strings"

	"hongtou/internal/elements"
	"hongtou/internal/gbt9704"
	"hongtou/internal/printout"
)

// textClauses: the running text and its levels.
var textClauses = []Clause{
	{"7.3.3", "首页正文", gbt9704.Must, "公文首页必须显示正文", "", textOnFirstPage},
	{"7.3.3", "缩进", gbt9704.Must, "正文每个自然段左空二字，回行顶格", "段首±0.6 mm，回行±0.5 mm", indents},
	{"7.3.3", "一级", gbt9704.Usually, "第一层“一、”用黑体字", "", levelFace(elements.Levels[0], elements.Hei)},
	{"7.3.3", "二级", gbt9704.Usually, "第二层“（一）”用楷体字（冒号领起的条目不是层次标题，用仿宋体字）", "", levelFace(elements.Levels[1], elements.Kai)},
	{"7.3.3", "三级", gbt9704.Usually, "第三层“1.”用仿宋体字", "", levelFace(elements.Levels[2], elements.FangSong)},
	{"7.3.3", "四级", gbt9704.Usually, "第四层“（1）”用仿宋体字", "", levelFace(elements.Levels[3], elements.FangSong)},
	{"7.3.3", "序数写法", gbt9704.May, "结构层次序数依次写作“一、”“（一）”“1.”“（1）”：不写“1、”“（一）、”", "", levelForm},
	{"7.3.3", "不加粗", gbt9704.Custom, "各级标题和正文不加粗（标准没有加粗）", "", noBold},
	{"7.3.3", "一是", gbt9704.Usually, "“一是、二是”是正文，用仿宋体字，不作标题", "", enumeration},
	{"9", "标点", gbt9704.Must, "汉字之间用全角标点，发文字号年份用六角括号〔〕", "", punctuation},
	{"9", "数字", gbt9704.Must, "用阿拉伯数字写的一个数不断开在两行", "", numbersWhole},
	{"9", "数字单位", gbt9704.Custom, "数字与后面的年、月、日、项等不分在两行（惯例）", "", numbersWithUnits},
}

// red says whether page 1 has a red head of any form.
func (d paper) red() bool { return d.Form() != elements.OtherForm }

func textOnFirstPage(d paper) Result {
	if !d.red() {
		return absent()
	}
	var lines []elements.Line
	for _, p := range d.Paragraphs {
		for _, l := range p.Lines {
			if l.Page == 1 && l.Size() > 9 {
				lines = append(lines, l)
			}
		}
	}
	r := judged(len(lines) > 0, "首页正文%d行", len(lines)).with("首页正文", float64(len(lines)), "行")
	if len(lines) == 0 {
		return r.at(Place{Page: 1})
	}
	return r.at(onLines(lines))
}

// indents is measured from the edge of the lines that fill the type area, so
// that a wrong margin is 5.2.1's alone.
func indents(d paper) Result {
	var t tally
	first, rest := newSpan(), newSpan()
	for _, p := range d.prose() {
		for i, l := range p.Lines {
			if i == 0 {
				x := d.indent(l, 2)
				first.add(x)
				t.checkAt(onLine(l), near(x*one(l), 2*one(l), 0.6), "%s左空%s字", place(l), hundredths(x))
				continue
			}
			x := d.indent(l, 0)
			rest.add(x)
			t.checkAt(onLine(l), near(x*one(l), 0, 0.5), "%s回行左空%s字", place(l), hundredths(x))
		}
	}
	t.span("段首左空", first, "字")
	t.span("回行左空", rest, "字")
	if rest.empty() {
		return t.result("段首左空%v字", first)
	}
	return t.result("段首左空%v字，回行%v字", first, rest)
}

// prose are the paragraphs that must be indented: not the entries of a table of
// contents, not lines that stand alone in the middle or on the right, not the
// lists of those who took part in a meeting.
func (d paper) prose() []elements.Paragraph {
	listed := d.attendees()
	return slices.DeleteFunc(slices.Clone(d.Paragraphs), func(p elements.Paragraph) bool {
		l := p.Lines[0]
		alone := len(p.Lines) == 1 && d.indent(l, 2) > 3.5 && (near(d.off(l.Page, l.Centre()), 0, 2) || d.indent(l, 2) > 8)
		return len(l.Parts()) > 1 || leader(l) || alone || listed[at(l)]
	})
}

// leader says whether dots lead to a page number.
func leader(l elements.Line) bool {
	return strings.Contains(l.Text(), "………") || strings.Contains(l.Text(), "····") || strings.Contains(l.Text(), ".....")
}

// noBold looks at the names of the faces of the text, and for text that is
// painted with its outline, as programs do that have no heavy cut.
func noBold(d paper) Result {
	var t tally
	for _, p := range d.Paragraphs {
		for _, l := range p.Lines {
			i := slices.IndexFunc(l.Glyphs, func(g printout.Glyph) bool { return elements.Bold(g.Face) })
			face := ""
			if i >= 0 {
				face = l.Glyphs[i].Face
			}
			t.checkAt(onLine(l), i < 0, "%s用%s", place(l), face)
		}
	}
	lines, outlined := t.n, 0
	for _, p := range d.Pages {
		outlined += p.Outlined
		if p.Outlined > 0 {
			t.checkAt(onPage(p), false, "第%d页描边加粗%d处", p.Number, p.Outlined)
		}
	}
	t.value("描边加粗", float64(outlined), "")
	if t.failed == 0 {
		return t.result("正文%d行都没有加粗", lines)
	}
	return t.result("正文%d行，描边%d处", lines, outlined)
}

func textSize(d paper) Result {
	var t tally
	s := newSpan()
	for _, p := range d.Paragraphs {
		for _, l := range p.Lines {
			s.add(l.Size())
			t.size(onLine(l), l, gbt9704.Size3, place(l))
		}
	}
	t.span("正文字号", s, "pt")
	return t.result("%d行，%v磅", t.n, s)
}

// textFace: once a paragraph has come to its 仿宋, it stays there; a paragraph
// in another face altogether is a heading or a remark.
func textFace(d paper) Result {
	f := faces{of: d.Document}
	for _, p := range d.Paragraphs {
		f.paragraph(p)
	}
	if f.failed == 0 {
		return f.result("查%d段，都是仿宋（标题、标签、整段说明除外）", len(d.Paragraphs))
	}
	return f.result("查%d段", len(d.Paragraphs))
}

func (f *faces) paragraph(p elements.Paragraph) {
	plain := false
	for _, l := range p.Lines {
		for _, g := range l.Glyphs {
			if !elements.Han(g.Rune) {
				continue
			}
			class := f.of.Class(g.Face)
			plain = plain || class == elements.FangSong
			switch {
			case class == elements.Unknown:
				f.doubt(g.Face, onLine(l))
				return
			case class != elements.FangSong && (plain || class != elements.Hei && class != elements.Kai):
				f.checkAt(onLine(l), false, "%s用%s", place(l), g.Face)
				return
			}
		}
	}
	f.checkAt(onLine(p.Lines[0]), true, "")
}
