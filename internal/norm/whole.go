package norm

import (
	"fmt"
	"slices"
	"unicode"

	"hongtou/internal/elements"
	"hongtou/internal/printout"
)

// What is measured over all pages: colours, order, fonts.

func colours(d paper) Result {
	var t tally
	red := 0
	mark := d.markLines()
	for _, p := range d.Pages {
		for _, l := range p.Red {
			if lettered(l) {
				red++
				own := p.Number == 1 && slices.ContainsFunc(mark, func(m elements.Line) bool { return m.Y == l.Y })
				t.checkAt(onLine(l), own, "第%d页“%s”为红色", p.Number, brief(l.Text()))
			}
		}
		for _, l := range slices.Concat(p.Above, p.Lines, p.Below, elements.Lines(p.Table)) {
			coloured := slices.DeleteFunc(slices.Clone(l.Glyphs), func(g printout.Glyph) bool { return g.Colour.Dark() })
			if len(coloured) == 0 {
				t.n++
				continue
			}
			part := elements.Line{Page: l.Page, Y: l.Y, Glyphs: coloured}
			t.checkAt(onLine(part), false, "第%d页“%s”为%s", p.Number, brief(part.Text()), coloured[0].Colour)
		}
	}
	t.value("首页红字", float64(red), "行")
	r := t.result("文字为黑色，首页红字%d行", red)
	if r.Verdict == Holds && len(r.Places) == 0 && t.n > 0 {
		return r.at(onPage(d.Pages[0]))
	}
	return r
}

// lettered says whether a line has a letter or a figure.
func lettered(l elements.Line) bool {
	return slices.ContainsFunc(l.Glyphs, func(g printout.Glyph) bool { return unicode.IsLetter(g.Rune) || unicode.IsDigit(g.Rune) })
}

// order compares what there is; what is missing is said by the clause that asks
// for it.
func order(d paper) Result {
	if !d.red() || len(d.RedRules) == 0 {
		return without("没有红色分隔线")
	}
	var t tally
	line := d.RedRules[0].Box.Y0
	measured := fmt.Sprintf("分隔线%.0f mm", line)
	for i, l := range d.markLines() {
		t.checkAt(onLine(l), l.Y < line, "发文机关标志“%s”不在分隔线上方", brief(l.Text()))
		if i == 0 {
			measured = fmt.Sprintf("标志%.0f mm、", l.Y) + measured
		}
	}
	if len(d.Titles) > 0 && d.Titles[0].Lines[0].Page == 1 {
		l := d.Titles[0].Lines[0]
		t.checkAt(onLine(l), l.Y > line, "标题不在分隔线下方")
		measured += fmt.Sprintf("、标题%.0f mm", l.Y)
	}
	if i := d.Imprint; i != nil {
		t.check(i.Page == len(d.Pages), "版记不在最后一页")
		for _, l := range d.Pages[i.Page-1].Lines {
			t.checkAt(onLine(l), i.Holds(l) || l.Y < i.From, "版记之后有“%s”", brief(l.Text()))
		}
		measured += fmt.Sprintf("，版记在第%d页", i.Page)
	}
	t.value("分隔线", line, "mm")
	return t.result("%s", measured)
}

func embedded(d paper) Result {
	var t tally
	names := map[string]bool{}
	for _, f := range d.Fonts {
		names[f.Name] = true
		t.check(f.Embedded, "%s未嵌入", f.Name)
		t.check(f.ToUnicode, "%s的文字不可检索", f.Name)
	}
	t.value("字体", float64(len(names)), "") // one font may be in a file in several subsets
	return t.result("%d种字体", len(names))
}
