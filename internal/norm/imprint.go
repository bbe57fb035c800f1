package norm

import (
	"fmt"
	"regexp"
	"strings"

	"hongtou/internal/elements"
	"hongtou/internal/gbt9704"
)

// imprintClauses: 版记. A letter's has neither rules nor 印发 (10.1). That the
// outer rules are thicker is flatly said, the figures are recommended: rules of
// one thickness break both.
var imprintClauses = []Clause{
	{"7.4.1", "宽度", gbt9704.Must, "版记首末有分隔线，各线与版心等宽（156 mm），黑色", "±0.5 mm", imprintWidth},
	{"7.4.1", "粗细", gbt9704.Recommended, "首条和末条分隔线高0.35 mm，中间的高0.25 mm", "±0.05 mm", imprintWeight},
	{"7.4.1", "首末粗线", gbt9704.Must, "首条和末条分隔线用粗线，中间的用细线", "", imprintThick},
	{"7.4.1", "末线", gbt9704.Must, "末条分隔线与最后一面的版心下边缘重合（距页边262 mm）", "±0.5 mm", imprintFoot},
	{"7.4.2", "字号字体", gbt9704.Usually, "抄送机关用4号仿宋体字", "", ccFace},
	{"7.4.2", "位置", gbt9704.Must, "抄送机关左右各空一字，“抄送”后全角冒号，回行与冒号后的首字对齐，末尾句号", "±0.7 mm", ccPlace},
	{"7.4.2", "主送移入", gbt9704.Must, "主送机关移入版记时在抄送机关上一行，之间不加分隔线", "", movedRecipients},
	{"7.4.3", "字号字体", gbt9704.Usually, "印发机关和印发日期用4号仿宋体字", "", printedFace},
	{"7.4.3", "位置", gbt9704.Must, "印发机关和印发日期在末条分隔线之上同一行，机关左空一字，日期右空一字", "±0.7 mm", printedPlace},
	{"7.4.3", "写法", gbt9704.Must, "印发日期用阿拉伯数字，不编虚位，后加“印发”；与上面的要素以细线隔开", "", printedForm},
	{"7.4", "末面双页", gbt9704.Custom, "版记在最后一面，双面装订时为双页（惯例）", "", imprintEven},
}

func (d paper) ruledImprint() *elements.Imprint {
	if d.Letter {
		return nil
	}
	return d.Imprint
}

// imprintWidth: as wide as the type area that is there. An imprint without rules
// fails here and nowhere else.
func imprintWidth(d paper) Result {
	i := d.ruledImprint()
	if i == nil {
		return absent()
	}
	var t tally
	t.checkAt(onLines(i.Lines), len(i.Rules) >= 2, "只有%d条分隔线", len(i.Rules))
	left, width := newSpan(), newSpan()
	for _, r := range i.Rules {
		left.add(r.Box.X0)
		width.add(r.Box.Width())
		t.checkAt(onRule(r), d.areaWide(r.Page, r.Box.X0, r.Box.X1), "线在%s～%s mm", tenths(r.Box.X0), tenths(r.Box.X1))
		t.checkAt(onRule(r), r.Colour.Dark(), "颜色%v", r.Colour)
	}
	t.span("左缘", left, "mm")
	t.span("长", width, "mm")
	return t.result("%d条线，左缘%v mm，长%v mm", len(i.Rules), left, width)
}

// areaWide says whether something is as wide as the type area of its page: as
// full lines have it, or, as they need not end at the edge, the standard's width
// from where they begin.
func (d paper) areaWide(page int, x0, x1 float64) bool {
	f, a := d.frame(page), d.Pages[page-1].Area()
	return near(x0, f.X0, 0.5) && (near(x1, f.X1, 0.5) || near(x1-x0, a.Width(), 0.5)) || near(x0, a.X0, 0.5) && near(x1, a.X1, 0.5)
}

func imprintWeight(d paper) Result {
	var t tally
	i := d.ruledImprint()
	if i == nil {
		return absent()
	}
	measured := []string{}
	for k, r := range i.Rules {
		want := gbt9704.ThinRule
		if k == 0 || k == len(i.Rules)-1 {
			want = gbt9704.ThickRule
		}
		if len(measured) < mostValues {
			measured = append(measured, hundredths(r.Width))
		}
		t.value(fmt.Sprintf("第%d条线", k+1), r.Width, "mm")
		t.checkAt(onRule(r), near(r.Width, want, 0.05), "第%d条%s mm", k+1, hundredths(r.Width))
	}
	return t.result("自上而下%s mm", strings.Join(measured, "、"))
}

func imprintThick(d paper) Result {
	i := d.ruledImprint()
	if i == nil || len(i.Rules) < 3 {
		return absent()
	}
	var t tally
	first, last := i.Rules[0], i.Rules[len(i.Rules)-1]
	thick := min(first.Width, last.Width)
	for k, r := range i.Rules[1 : len(i.Rules)-1] {
		t.checkAt(onRule(r), r.Width < thick-0.01, "第%d条%s mm，首末条%s mm", k+2, hundredths(r.Width), hundredths(thick))
	}
	t.value("首末条线", thick, "mm")
	return t.result("首末条%s mm，中间%d条", hundredths(thick), len(i.Rules)-2)
}

func imprintFoot(d paper) Result {
	i := d.ruledImprint()
	if i == nil || len(i.Rules) == 0 {
		return absent()
	}
	last := i.Rules[len(i.Rules)-1]
	y := last.Box.Y0
	return judged(near(y, d.foot(y), 0.5), "%s mm", hundredths(y)).with("末条线", y, "mm").at(onRule(last))
}

// printedLine is that of 印发机关 and 印发日期.
func printedLine(i *elements.Imprint) (elements.Line, bool) {
	for _, l := range i.Lines {
		if elements.PrintedWord.MatchString(l.Text()) {
			return l, true
		}
	}
	return elements.Line{}, false
}

func printedFace(d paper) Result {
	l, ok := d.printed(d.Imprint)
	if !ok {
		return absent()
	}
	f := faces{of: d.Document}
	f.want(elements.FangSong, onLine(l), l.Glyphs, "")
	f.size(onLine(l), l, gbt9704.Size4, "")
	f.value("字号", l.Size(), "pt")
	return f.result("%s，%s磅", l.Glyphs[0].Face, tenths(l.Size()))
}

func (d paper) printed(i *elements.Imprint) (elements.Line, bool) {
	if i == nil {
		return elements.Line{}, false
	}
	return printedLine(i)
}

func printedPlace(d paper) Result {
	i := d.ruledImprint()
	l, ok := d.printed(i)
	if !ok {
		return absent()
	}
	left, right := d.indent(l, 1), d.blank(l, l.X1(), 1)
	em := one(l)
	last := near(i.Lines[len(i.Lines)-1].Y, l.Y, 0.1)
	return judged(last && len(l.Parts()) == 2 && near(left*em, em, 0.7) && near(right*em, em, 0.7),
		"左空%s字，右空%s字，分%d段", hundredths(left), hundredths(right), len(l.Parts())).
		with("左空", left, "字").with("右空", right, "字").at(onLine(l))
}

var printedPattern = regexp.MustCompile(`(19|20)[0-9]{2}年([1-9]|1[0-2])月([1-9]|[12][0-9]|3[01])日印发$`)

func printedForm(d paper) Result {
	i := d.ruledImprint()
	l, ok := d.printed(i)
	if !ok {
		return absent()
	}
	var t tally
	t.checkAt(onLine(l), printedPattern.MatchString(l.Text()), "印发日期%s", dateFaults(l.Text()))
	for _, m := range i.Lines {
		if near(m.Y, l.Y, 0.1) || len(i.Rules) == 0 {
			continue // without any rule 7.4.1 fails
		}
		between := false
		for _, r := range i.Rules {
			between = between || m.Y < r.Box.Y0 && r.Box.Y0 < l.Y
		}
		t.checkAt(onLine(m), between, "%s与印发机关之间无线", place(m))
	}
	return t.result("“%s”", l.Text())
}

// imprintEven: paper that is printed on one side has no even pages. Page
// numbers on both sides in turn show that both are used.
func imprintEven(d paper) Result {
	i := d.Imprint
	if i == nil || d.Letter {
		return absent()
	}
	at := onLines(i.Lines)
	switch {
	case i.Page != len(d.Pages):
		return judged(false, "版记在第%d页，全文%d页", i.Page, len(d.Pages)).with("版记所在页", float64(i.Page), "").at(at)
	case i.Page%2 == 1 && !d.twoSided():
		return unproven("版记在第%d页；页码不分单双页位置，看不出是否双面印刷", i.Page).with("版记所在页", float64(i.Page), "").at(at)
	}
	return judged(i.Page%2 == 0, "版记在第%d页，全文%d页", i.Page, len(d.Pages)).with("版记所在页", float64(i.Page), "").at(at)
}

// twoSided says whether the page numbers of odd and even pages stand on
// different sides.
func (d paper) twoSided() bool {
	odd, even := newSpan(), newSpan()
	pages, folios := d.folios()
	for i, f := range folios {
		if pages[i].Number%2 == 1 {
			odd.add((f.X0 + f.X1) / 2)
		} else {
			even.add((f.X0 + f.X1) / 2)
		}
	}
	return !odd.empty() && !even.empty() && odd.low-even.high > 20
}
