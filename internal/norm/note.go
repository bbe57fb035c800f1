package norm

import (
	"regexp"
	"strconv"
	"strings"

	"hongtou/internal/elements"
	"hongtou/internal/gbt9704"
)

// noteClauses: 附件说明 and 附注.
var noteClauses = []Clause{
	{"7.3.4", "位置", gbt9704.Must, "附件说明在正文下空一行，左空二字", "±0.6 mm", notePlace},
	{"7.3.4", "写法", gbt9704.Must, "“附件：”后列名称，多个附件用阿拉伯数字“1.”“2.”，名称后不加标点", "", noteForm},
	{"7.3.4", "回行", gbt9704.Must, "附件名称回行与上一行名称的首字对齐", "±0.5 mm", noteHanging},
	{"7.3.6", "附注", gbt9704.Must, "附注居左空二字加圆括号，编排在成文日期下一行", "±0.6 mm", closingNote},
}

// notePlace: at the top of a page nothing stands over the note to be measured
// from.
func notePlace(d paper) Result {
	if len(d.Note) == 0 {
		return absent()
	}
	n := d.Note[0]
	x := d.indent(n, 2)
	ok := near(x*one(n), 2*one(n), 0.6)
	above := d.above(n)
	if above == nil {
		return judged(ok, "左空%s字，页首", hundredths(x)).with("左空", x, "字").at(onLine(n))
	}
	rows := d.rowsApart(*above, n)
	return judged(ok && near(rows, 2, 0.15), "左空%s字，与正文末行距%s行（空一行为2）", hundredths(x), hundredths(rows)).
		with("左空", x, "字").with("与正文末行距", rows, "行").at(onLine(n))
}

// above is the line before one on its page.
func (d paper) above(l elements.Line) *elements.Line {
	var out *elements.Line
	for _, m := range d.Pages[l.Page-1].Lines {
		if m.Y < l.Y-1 {
			out = &m
		}
	}
	return out
}

// noteLead is what stands before the name of an attachment, rightly or wrongly
// written; noteNumber is its number.
var (
	noteLead   = regexp.MustCompile(`^(附件[0-9]*[:：])?([0-9]+[.．、])?`)
	noteStart  = regexp.MustCompile(`^(附件[0-9]*[:：]|[0-9]+[.．、])`)
	noteFigure = regexp.MustCompile(`^(附件[0-9]*[:：])([0-9]+[.．、])`)
	noteNumber = regexp.MustCompile(`^(附件：)?([0-9]+)\.`)
)

// entries takes the note apart: the lines of every entry.
func (d paper) entries() [][]elements.Line {
	var out [][]elements.Line
	numbered := len(d.Note) > 0 && strings.ContainsAny(noteLead.FindString(d.Note[0].Text()), "0123456789")
	for i, l := range d.Note {
		if i == 0 || numbered && noteStart.MatchString(l.Text()) {
			out = append(out, nil)
		}
		out[len(out)-1] = append(out[len(out)-1], l)
	}
	return out
}

// name is an entry's text without what leads it.
func name(entry []elements.Line) string {
	text := elements.Title{Lines: entry}.Text()
	return text[len(noteLead.FindString(text)):]
}

func noteForm(d paper) Result {
	var t tally
	entries := d.entries()
	for i, e := range entries {
		at := onLines(e)
		n := []rune(name(e))
		t.checkAt(at, len(n) > 0 && !strings.ContainsRune("。，；、：.", n[len(n)-1]), "“%s”末有标点", brief(string(n)))
		if i == 0 {
			t.checkAt(at, strings.HasPrefix(e[0].Text(), "附件："), "“%s”不以“附件：”开头", brief(e[0].Text()))
		}
		if number := noteFigure.FindStringSubmatch(e[0].Text()); len(entries) == 1 && number != nil {
			t.checkAt(at, false, "只有一个附件，不编“%s”", number[2])
		}
		if len(entries) > 1 {
			m := noteNumber.FindStringSubmatch(e[0].Text())
			t.checkAt(at, m != nil && m[2] == strconv.Itoa(i+1), "第%d项不以“%d.”编号", i+1, i+1)
		}
	}
	t.value("附件", float64(len(entries)), "")
	return t.result("%d个附件", len(entries))
}

func noteHanging(d paper) Result {
	var t tally
	shift := newSpan()
	for _, e := range d.entries() {
		lead := len([]rune(noteLead.FindString(e[0].Text())))
		if lead >= len(e[0].Glyphs) {
			continue
		}
		x := e[0].Glyphs[lead].X0
		for _, l := range e[1:] {
			shift.add(l.X0() - x)
			t.checkAt(onLine(l), near(l.X0(), x, 0.5), "“%s”左缘%s mm，名称首字%s mm", brief(l.Text()), tenths(l.X0()), tenths(x))
		}
	}
	t.span("与名称首字偏", shift, "mm")
	return t.result("回行%d行，偏%v mm", t.n, shift)
}

func closingNote(d paper) Result {
	c := d.Closing
	if c == nil || d.Date == nil {
		return absent()
	}
	text := c.Text()
	x, rows := d.indent(*c, 2), d.rowsApart(*d.Date, *c)
	bracketed := strings.HasPrefix(text, "（") && strings.HasSuffix(text, "）")
	brackets := ""
	if !bracketed {
		brackets = "没有加圆括号（）"
	}
	return judged(near(x*one(*c), 2*one(*c), 0.6) && bracketed && near(rows, 1, 0.15), "左空%s字，在日期下%s行，“%s”%s", hundredths(x), rowsText(rows), brief(text), brackets).
		with("左空", x, "字").with("在日期下", rows, "行").at(onLine(*c))
}
