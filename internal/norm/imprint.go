package norm

import (
	"regexp"
	"strings"

	"hongtou/internal/elements"
	"hongtou/internal/gbt9704"
)

// imprintClauses: 版记. A letter's has neither rules nor 印发 (10.1).
var imprintClauses = []Clause{
	{"7.4.1", "宽度", gbt9704.Must, "版记各线与版心等宽：28～184 mm，±0.5 mm，黑色", "", imprintWidth},
	{"7.4.1", "粗细", gbt9704.Recommended, "首条和末条粗线荐0.35 mm，中间细线荐0.25 mm，±0.05 mm", "", imprintWeight},
	{"7.4.1", "末线", gbt9704.Must, "末条线与最后一面版心下边缘重合：262 ± 0.3 mm", "", imprintFoot},
	{"7.4.2", "字号字体", gbt9704.Usually, "抄送机关用4号仿宋", "", ccFace},
	{"7.4.2", "位置", gbt9704.Must, "左右各空一字，回行与冒号后首字对齐，末尾句号", "", ccPlace},
	{"7.4.2", "主送移入", gbt9704.Must, "主送机关移入版记：在抄送上一行，之间不加线", "", movedRecipients},
	{"7.4.3", "字号字体", gbt9704.Usually, "印发机关和印发日期用4号仿宋", "", printedFace},
	{"7.4.3", "位置", gbt9704.Must, "末条线之上同一行，印发机关左空一字，日期右空一字", "", printedPlace},
	{"7.4.3", "写法", gbt9704.Must, "阿拉伯数字日期，不编虚位，后加“印发”；与上面要素以细线分隔", "", printedForm},
	{"7.4", "末面双页", gbt9704.Custom, "版记在最后一面，双面装订时为双页（惯例）", "", imprintEven},
}

func (d paper) ruledImprint() *elements.Imprint {
	if d.Letter {
		return nil
	}
	return d.Imprint
}

func imprintWidth(d paper) Result {
	var t tally
	i := d.ruledImprint()
	if i == nil {
		return absent()
	}
	t.check(len(i.Rules) >= 2, "只有%d条线", len(i.Rules))
	for _, r := range i.Rules {
		t.check(near(r.Box.X0, gbt9704.Left, 0.5) && near(r.Box.X1-r.Box.X0, gbt9704.Right-gbt9704.Left, 0.5), "%.1f～%.1f mm", r.Box.X0, r.Box.X1)
		t.check(r.Colour.Dark(), "颜色%v", r.Colour)
	}
	return t.result("%d条线", len(i.Rules))
}

func imprintWeight(d paper) Result {
	var t tally
	i := d.ruledImprint()
	if i == nil {
		return absent()
	}
	measured := []string{}
	for k, r := range i.Rules {
		want := 0.25
		if k == 0 || k == len(i.Rules)-1 {
			want = 0.35
		}
		measured = append(measured, format2(r.Width))
		t.check(near(r.Width, want, 0.05), "第%d条%.2f mm", k+1, r.Width)
	}
	return t.result("自上而下%s mm", strings.Join(measured, "、"))
}

func imprintFoot(d paper) Result {
	i := d.ruledImprint()
	if i == nil {
		return absent()
	}
	if len(i.Rules) == 0 {
		return judged(false, "无线")
	}
	y := i.Rules[len(i.Rules)-1].Box.Y0
	return judged(near(y, gbt9704.Bottom, 0.3), "%.2f mm", y)
}

// ccLines and printedLine divide the imprint's lines.
func ccLines(i *elements.Imprint) []elements.Line {
	var out []elements.Line
	for _, l := range i.Lines {
		switch {
		case elements.PrintedWord.MatchString(l.Text()):
			return out
		case strings.HasPrefix(l.Text(), "主送"):
			continue
		case len(out) > 0 || strings.HasPrefix(l.Text(), "抄送"):
			out = append(out, l)
		}
	}
	return out
}

func printedLine(i *elements.Imprint) (elements.Line, bool) {
	for _, l := range i.Lines {
		if elements.PrintedWord.MatchString(l.Text()) {
			return l, true
		}
	}
	return elements.Line{}, false
}

func ccFace(d paper) Result {
	var t tally
	if d.Imprint == nil {
		return absent()
	}
	for _, l := range d.Imprint.Lines {
		if !elements.PrintedWord.MatchString(l.Text()) {
			t.check(l.InFace(elements.FangSong) && l.InSize(gbt9704.Size4), "%s%s%.0f磅", place(l), l.Glyphs[0].Face, l.Size())
		}
	}
	return t.result("%d行", t.n)
}

func ccPlace(d paper) Result {
	var t tally
	if d.Imprint == nil {
		return absent()
	}
	cc := ccLines(d.Imprint)
	if len(cc) == 0 {
		return absent()
	}
	one := cc[0].Size() * gbt9704.Point // 一字 is a character of the line
	t.check(near(cc[0].X0(), gbt9704.Left+one, 0.7), "左缘%.1f mm", cc[0].X0())
	t.check(strings.HasPrefix(cc[0].Text(), "抄送："), "冒号")
	after := cc[0].X0() + 3*one
	if len(cc[0].Glyphs) > 3 {
		after = cc[0].Glyphs[3].X0
	}
	for _, l := range cc {
		t.check(l.X1() <= gbt9704.Right-one+0.7, "%s止于%.1f mm", place(l), l.X1())
	}
	for _, l := range cc[1:] {
		t.check(near(l.X0(), after, 0.7), "%s左缘%.1f mm，冒号后首字%.1f mm", place(l), l.X0(), after)
	}
	t.check(strings.HasSuffix(cc[len(cc)-1].Text(), "。"), "末尾无句号")
	return t.result("%d行，左缘%.1f mm", len(cc), cc[0].X0())
}

func movedRecipients(d paper) Result {
	i := d.Imprint
	if i == nil {
		return absent()
	}
	var t tally
	var to, cc *elements.Line
	for k, l := range i.Lines {
		if strings.HasPrefix(l.Text(), "主送") {
			to = &i.Lines[k]
		} else if strings.HasPrefix(l.Text(), "抄送") {
			cc = &i.Lines[k]
		}
	}
	if to == nil {
		return absent()
	}
	t.check(cc == nil || to.Y < cc.Y, "主送在抄送之下")
	for _, r := range i.Rules {
		t.check(cc == nil || r.Box.Y0 < to.Y || r.Box.Y0 > cc.Y, "主送与抄送之间有线")
	}
	t.check(len(d.Recipients) == 0, "首页仍有主送机关")
	return t.result("主送在%.1f mm", to.Y)
}

func printedFace(d paper) Result {
	i := d.Imprint
	if i == nil {
		return absent()
	}
	l, ok := printedLine(i)
	if !ok {
		return absent()
	}
	return judged(l.InFace(elements.FangSong) && l.InSize(gbt9704.Size4), "%s，%.0f磅", l.Glyphs[0].Face, l.Size())
}

func printedPlace(d paper) Result {
	i := d.ruledImprint()
	if i == nil {
		return absent()
	}
	l, ok := printedLine(i)
	if !ok {
		return absent()
	}
	one := l.Size() * gbt9704.Point
	last := i.Lines[len(i.Lines)-1].Y == l.Y
	return judged(last && len(l.Parts()) == 2 && near(l.X0(), gbt9704.Left+one, 0.7) && near(l.X1(), gbt9704.Right-one, 0.7),
		"左缘%.1f mm，右缘%.1f mm，%d段", l.X0(), l.X1(), len(l.Parts()))
}

var printedPattern = regexp.MustCompile(`20[0-9]{2}年([1-9]|1[0-2])月([1-9]|[12][0-9]|3[01])日印发$`)

func printedForm(d paper) Result {
	i := d.ruledImprint()
	if i == nil {
		return absent()
	}
	l, ok := printedLine(i)
	if !ok {
		return absent()
	}
	var t tally
	t.check(printedPattern.MatchString(l.Text()), "写法")
	for _, m := range i.Lines {
		between := false
		for _, r := range i.Rules {
			between = between || m.Y < r.Box.Y0 && r.Box.Y0 < l.Y
		}
		t.check(m.Y == l.Y || between, "与上面要素之间无线")
	}
	return t.result("“%s”", l.Text())
}

func imprintEven(d paper) Result {
	i := d.Imprint
	if i == nil || d.Letter {
		return absent()
	}
	return judged(i.Page%2 == 0 && i.Page == len(d.Pages), "第%d页，共%d页", i.Page, len(d.Pages))
}
