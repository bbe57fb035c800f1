package norm

import (
	"fmt"
	"strings"

	"hongtou/internal/elements"
	"hongtou/internal/gbt9704"
)

// What to change where a clause does not hold: with an amount and its direction
// where one length says it all.

// cure is what to change; empty if the words of what was measured say it.
type cure func(paper, Result) string

// cures are those of the clauses by their names.
var cures = map[string]cure{
	"5.1 幅面":      always("纸张设为A4（210 mm × 297 mm）"),
	"5.2.1 订口":    side("订口", gbt9704.Left, "左页边距"),
	"5.2.1 版心宽":   side("版心宽", gbt9704.Right-gbt9704.Left, "版心宽（调右页边距）"),
	"5.2.1 天头":    side("首行字上边", gbt9704.Top, "上页边距"),
	"5.2.1 版心高":   always("下页边距设为35 mm，行距设固定值28.95磅"),
	"5.2.2 字号":    always("改用3号（16磅）"),
	"5.2.2 字体":    always("改用仿宋"),
	"5.2.4 颜色":    always("文字改为黑色"),
	"5.2.3 每页22行": always("行距设固定值28.95磅，使每面22行"),
	"5.2.3 每行28字": always("每行改为28字：字号用3号，版心宽156 mm，字间距减0.25磅"),
	"5.2.3 行距":    always("行距设固定值28.95磅"),
	"6.1 版心偏差":    always("各页用同样的左页边距"),
	"6.2 两面套正":    always("单页、双页用同样的左、右页边距"),
	"6.3 页码位置":    always("各页页码放在同一高度"),
	Own + " 字体嵌入": always("导出时嵌入全部字体"),

	"7.2.4 上边缘":  lower("上边缘", gbt9704.MarkTop),
	"7.2.4 居中":   right("偏离版心中线", 0),
	"7.2.4 字体颜色": always("标志改用小标宋，红色，字号大于标题"),
	"7.2.4 文件位置": lower("上下偏", 0),
	"7.2.4 等宽":   always("各机关名称用字间距调成一样宽"),
	"7.2.5 写法":   numberCure,
	"7.2.5 位置":   white("标志下空", 2),
	"7.2.5 字号字体": always("发文字号改用3号（16磅）仿宋"),
	"7.2.6 字体":   always("“签发人：”用3号仿宋，姓名用3号楷体"),
	"7.2.6 位置":   characters("右空", 1, false),
	"7.2.7 宽度":   redLineCure,
	"7.2.7 距字号":  lower("距字号", gbt9704.RedLineGap),

	"7.3.1 字号字体": always("标题改用2号（22磅）小标宋"),
	"7.3.1 位置":   white("线下空", 2),
	"7.3.1 居中":   right("偏离中线", 0),
	"7.3.1 形状":   always("调整标题回行，排成梯形或菱形"),
	"7.3.1 回行":   always("调整标题回行，词语、标点、数字不拆开"),
	"7.3.2 位置":   white("标题下空", 1),
	"7.3.2 冒号":   always("末尾改为全角冒号“：”"),
	"7.3.3 缩进":   always("段首缩进2字，回行顶格"),
	"7.3.3 一级":   always("改用黑体"),
	"7.3.3 二级":   always("改用楷体"),
	"7.3.3 三级":   always("改用仿宋"),
	"7.3.3 四级":   always("改用仿宋"),
	"7.3.3 一是":   always("改用仿宋"),
	"7.3.3 序数写法": always("依次写作“一、”“（一）”“1.”“（1）”"),
	"7.3.3 不加粗":  always("取消加粗"),
	"9 标点":       always("改用全角标点，年份改用〔〕"),
	"9 数字":       always("使数字不断开在两行"),
	"9 数字单位":     always("使数字与单位在同一行"),

	"7.3.4 位置":     noteCure,
	"7.3.4 写法":     noteFormCure,
	"7.3.4 回行":     always("回行与名称首字对齐"),
	"7.3.6 附注":     closingCure,
	"7.3.5.1 日期":   characters("日期右空", 4, false),
	"7.3.5.1 署名":   right("中线偏", 0),
	"7.3.5.2 署名":   organCure,
	"7.3.5.2 日期":   dateCure,
	"7.3.5.3 日期":   characters("右空", 4, false),
	"7.3.5.4 日期写法": dateFormCure,
	"7.3.5.5 署名页":  always("调整行距、字距，使署名页有正文"),
	"7.3.7 标识":     attachmentCure,
	"7.3.7 标题":     always("标题放在第三行（附件标识下空一行）"),
	"7.3.7 一致":     always("附件说明与附件的顺序号、标题改为一致"),

	"7.4.1 宽度":   imprintCure,
	"7.4.1 粗细":   always("首末线粗设0.35 mm（1磅），中间线0.25 mm（0.75磅）"),
	"7.4.1 首末粗线": always("首末线粗设0.35 mm（1磅），中间线0.25 mm（0.75磅）"),
	"7.4.1 末线":   lower("末条线", gbt9704.Bottom),
	"7.4.2 字号字体": always("改用4号（14磅）仿宋"),
	"7.4.2 位置":   ccCure,
	"7.4.3 字号字体": always("改用4号（14磅）仿宋"),
	"7.4.3 位置":   always("机关左空一字，日期右空一字，同在末条线上一行"),
	"7.4.3 写法":   printedCure,
	"7.4 末面双页":   always("版记移到最后一面（双面印刷时为双页）"),

	"7.1 版心之外":    always("移到版心（左28、上37、右184、下262 mm）之内"),
	"7.2.1 份号":    always("写6位3号阿拉伯数字，顶格放在版心第一行"),
	"7.2.2 密级":    always("用3号黑体，顶格放在份号下一行（没有份号则第一行），写“机密★1年”的样子"),
	"7.2.3 紧急程度":  always("用3号黑体，顶格放在份号、密级下一行"),
	"7.3.5.1 印章":  right("印章中线与日期偏", 0),
	"7.3.5.3 签名章": always("签名章右空四字、上空二行，职务在其左二字、上下居中"),
	"10.2 标志":     both(lower("上边缘", gbt9704.OrderTop), right("中线偏", 0)),
	"10.2 标志字体":   always("标志改用红色小标宋"),
	"10.2 令号":     white("标志下空", 2),
	"10.2 正文":     white("令号下空", 2),
	"10.3 标志":     both(lower("上边缘", gbt9704.MarkTop), right("中线偏", 0)),
	"10.3 标志字体":   always("标志改用红色小标宋"),
	"10.1 标志":     both(lower("上边缘", gbt9704.LetterTop), right("中线偏", 0)),
	"10.1 标志字体":   always("标志改用红色小标宋"),
	"10.1 首双线":    lower("距标志", gbt9704.RedLineGap),
	"10.1 份号等":    lower("距线", gbt9704.Gap),
	"10.1 发文字号":   lower("距线", gbt9704.Gap),
	"10.1 标题":     white("上空", 2),
	"10.1 首页页码":   always("首页去掉页码"),
	"10.1 版记":     always("去掉印发机关、印发日期和分隔线，放在末面版心最下方"),

	"7.5 字号字体": always("页码改用4号（14磅）半角宋体"),
	"7.5 一字线":  dashCure,
	"7.5 距版心":  lower("一字线", gbt9704.FolioDash),
	"7.5 单右双左": always("单页码居右空一字，双页码居左空一字"),
	"7.5 连续":   always("页码从1起连续编"),
	"7.5 不编页码": always("空白页和版记页去掉页码，其余各页都编"),
}

// cured adds what to change to a result that does not hold.
func (c Clause) cured(d paper, r Result) Result {
	if of, known := cures[c.Name()]; known && r.Verdict == Fails && r.Hint == "" {
		r.Hint = of(d, r)
	}
	return r
}

func always(words string) cure { return func(paper, Result) string { return words } }

// number is a measured number by its name.
func (r Result) number(name string) (float64, bool) {
	for _, v := range r.Values {
		if v.Name == name {
			return v.Number, true
		}
	}
	return 0, false
}

// moved says by how many mm to move something, and where to; empty if by so
// little that something else is wrong.
func moved(by float64, forward, back string) string {
	switch {
	case near(by, 0, 0.25):
		return ""
	case by < 0:
		return fmt.Sprintf("%s%.1f mm", back, -by)
	}
	return fmt.Sprintf("%s%.1f mm", forward, by)
}

// lower moves something down so that a length becomes what it should be.
func lower(name string, want float64) cure { return toward(name, want, "下移", "上移") }

// right moves something to the right.
func right(name string, want float64) cure { return toward(name, want, "右移", "左移") }

// side sets a margin or a width.
func side(name string, want float64, what string) cure {
	return toward(name, want, what+"加", what+"减")
}

// both gives two cures in one.
func both(a, b cure) cure {
	return func(d paper, r Result) string { return joinCures(a(d, r), b(d, r)) }
}

func toward(name string, want float64, forward, back string) cure {
	return func(_ paper, r Result) string {
		v, ok := r.number(name)
		if !ok {
			return fmt.Sprintf("%s改为%s mm", name, strings.TrimSuffix(tenths(want), ".0"))
		}
		return moved(want-v, forward, back)
	}
}

// white makes so many empty lines over something, at the least change.
func white(name string, lines float64) cure {
	return func(d paper, r Result) string {
		v, ok := r.number(name)
		if !ok || d.empty(lines, v) {
			return ""
		}
		if least := lines * d.pitch; v < least {
			return moved(least-v, "下移", "上移")
		}
		return moved((lines+1)*d.pitch-0.5-v, "下移", "上移")
	}
}

// characters moves something so that so many characters stay free at its left,
// or else at its right.
func characters(name string, want float64, left bool) cure {
	return func(_ paper, r Result) string {
		v, ok := r.number(name)
		if !ok {
			return fmt.Sprintf("%s改为%.0f字", name, want)
		}
		by := (v - want) * gbt9704.Cell
		if left {
			by = -by
		}
		return moved(by, "右移", "左移")
	}
}

func joinCures(all ...string) string {
	var out []string
	for _, c := range all {
		if c != "" {
			out = append(out, c)
		}
	}
	return strings.Join(out, "；")
}

func numberCure(d paper, _ Result) string {
	if right := numberRight(d.Number.Text()); right != "" {
		return "写“" + right + "”"
	}
	return "写作“机关代字〔年份〕序号号”"
}

func redLineCure(d paper, r Result) string {
	if len(d.RedRules) == 0 {
		return "加红色分隔线，长156 mm"
	}
	return joinCures(right("左端", gbt9704.Left)(d, r), "长改为156 mm")
}

func noteCure(d paper, r Result) string {
	rows, ok := r.number("与正文末行距")
	by := ""
	if ok && !near(rows, 2, 0.15) {
		by = moved((2-rows)*d.pitch, "下移", "上移")
	}
	if x := d.indent(d.Note[0], 2); !near(x*one(d.Note[0]), 2*one(d.Note[0]), 0.6) {
		by = joinCures(by, moved((2-x)*one(d.Note[0]), "右移", "左移"))
	}
	return by
}

func noteFormCure(d paper, _ Result) string {
	if len(d.entries()) == 1 {
		return "写“附件：名称”，不编号，末尾不加标点"
	}
	return "写“附件：1.名称”“2.名称”，末尾不加标点"
}

func closingCure(d paper, _ Result) string {
	c, by := d.Closing, ""
	if text := c.Text(); !strings.HasPrefix(text, "（") || !strings.HasSuffix(text, "）") {
		by = "写“（" + brief(strings.Trim(text, "()（）")) + "）”"
	}
	if rows := d.rowsApart(*d.Date, *c); !near(rows, 1, 0.15) {
		by = joinCures(by, moved((1-rows)*d.pitch, "下移", "上移"))
	}
	if x := d.indent(*c, 2); !near(x*one(*c), 2*one(*c), 0.6) {
		by = joinCures(by, moved((2-x)*one(*c), "右移", "左移"))
	}
	return by
}

func organCure(d paper, r Result) string {
	by, edge := "", d.blank(d.Organs[0], d.Organs[0].X1(), 2)
	switch v, ok := r.number("右空"); {
	case d.longDate():
		if !near(d.shift(), 2, 0.2) {
			by = "署名" + moved((d.shift()-2)*one(*d.Date), "右移", "左移")
		}
	case ok && !near(v, 2, 0.2) && !d.dateSticksOut():
		by = "署名" + moved((v-2)*one(d.Organs[0]), "右移", "左移")
	case !ok:
		by = "署名" + moved((edge-2)*one(d.Organs[0]), "右移", "左移")
	}
	if rows, ok := r.number("与上文距"); ok && !near(rows, 2, 0.15) {
		by = joinCures(by, moved((2-rows)*d.pitch, "下移", "上移"))
	}
	return by
}

func dateCure(d paper, r Result) string {
	by := ""
	switch blank := d.blank(*d.Date, d.Date.X1(), 2); {
	case d.longDate():
		if !near(blank, 2, 0.2) {
			by = moved((blank-2)*one(*d.Date), "右移", "左移")
		}
	case !near(d.shift(), 2, 0.2) && !d.dateSticksOut():
		by = moved((2-d.shift())*one(*d.Date), "右移", "左移")
	}
	if rows, ok := r.number("在署名下"); ok && !near(rows, 1, 0.15) {
		by = joinCures(by, moved((1-rows)*d.pitch, "下移", "上移"))
	}
	return by
}

func dateFormCure(d paper, _ Result) string {
	if right := unpadded(d.Date.Text()); datePattern.MatchString(right) {
		return "写“" + right + "”"
	}
	return "写作“2024年1月8日”的样子"
}

func printedCure(d paper, _ Result) string {
	if l, ok := d.printed(d.Imprint); ok {
		if right := unpadded(l.Text()); right != l.Text() && printedPattern.MatchString(right) {
			return "写“" + printedPattern.FindString(right) + "”"
		}
	}
	return "日期用阿拉伯数字，后加“印发”，与上面的要素以细线隔开"
}

func attachmentCure(d paper, _ Result) string {
	for _, l := range d.Attachments {
		if d.above(l) != nil {
			return "“附件”前分页，用3号黑体顶格放在第一行"
		}
	}
	return "“附件”用3号黑体顶格放在第一行"
}

// imprintCure: rules that all lie alike are moved alike.
func imprintCure(d paper, r Result) string {
	if len(d.Imprint.Rules) < 2 {
		return "加首末分隔线，长156 mm"
	}
	return joinCures(right("左缘", d.frame(d.Imprint.Page).X0)(d, r), side("长", gbt9704.Right-gbt9704.Left, "线长")(d, r))
}

func ccCure(d paper, r Result) string {
	cc, by := ccLines(d.Imprint), ""
	if word := elements.CopiesWord.FindString(cc[0].Text()); word != "抄送" {
		by = "“" + word + "”改为“抄送”"
	}
	if left, ok := r.number("左空"); ok && !near(left, 1, 0.15) {
		by = joinCures(by, moved((1-left)*one(cc[0]), "右移", "左移"))
	}
	if !strings.HasSuffix(cc[len(cc)-1].Text(), "。") {
		by = joinCures(by, "末尾加句号")
	}
	return by
}

func dashCure(d paper, _ Result) string {
	_, folios := d.folios()
	number := folioDigits.FindString(narrow.Replace(folios[0].Line.Text()))
	return "改为“—" + number + "—”，其余各页同样"
}
