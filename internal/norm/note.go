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
	{"7.3.4", "位置", gbt9704.Must, "附件说明在正文下空一行，左空二字", "", notePlace},
	{"7.3.4", "写法", gbt9704.Must, "“附件：”后列名称，多个用阿拉伯数字“1.”，名称后不加标点", "", noteForm},
	{"7.3.4", "回行", gbt9704.Must, "附件名称回行与上一行名称首字对齐，±0.5 mm", "", noteHanging},
	{"7.3.6", "附注", gbt9704.Must, "附注居左空二字加圆括号，编排在成文日期下一行", "", closingNote},
}

func notePlace(d paper) Result {
	n := d.Note
	if len(n) == 0 {
		return absent()
	}
	above := d.above(n[0])
	if above == nil {
		return judged(near(n[0].X0(), gbt9704.Left+2*gbt9704.Cell, 0.6), "左缘%.1f mm，页首", n[0].X0())
	}
	lines := (n[0].Y - above.Y) / gbt9704.Pitch
	return judged(near(n[0].X0(), gbt9704.Left+2*gbt9704.Cell, 0.6) && near(lines, 2, 0.1), "左缘%.1f mm，与正文末行距%.2f行", n[0].X0(), lines)
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

var entryStart = regexp.MustCompile(`^(附件：)?([0-9]+)[.．]`)

// entries takes the note apart: the lines of every entry.
func (d paper) entries() [][]elements.Line {
	var out [][]elements.Line
	numbered := len(d.Note) > 0 && entryStart.MatchString(d.Note[0].Text())
	for i, l := range d.Note {
		if i == 0 || numbered && entryStart.MatchString(l.Text()) {
			out = append(out, nil)
		}
		out[len(out)-1] = append(out[len(out)-1], l)
	}
	return out
}

// name is an entry's text without what leads it.
func name(entry []elements.Line) string {
	text := elements.Title{Lines: entry}.Text()
	if lead := entryStart.FindString(text); lead != "" {
		return text[len(lead):]
	}
	return strings.TrimPrefix(text, "附件：")
}

func noteForm(d paper) Result {
	var t tally
	entries := d.entries()
	for i, e := range entries {
		n := []rune(name(e))
		t.check(len(n) > 0 && !strings.ContainsRune("。，；、：.", n[len(n)-1]), "“%s”末有标点", brief(string(n)))
		t.check(i > 0 || strings.HasPrefix(e[0].Text(), "附件："), "“附件”后不是全角冒号")
		if len(entries) > 1 {
			m := entryStart.FindStringSubmatch(e[0].Text())
			t.check(m != nil && m[2] == strconv.Itoa(i+1), "第%d项无序号", i+1)
			t.check(m == nil || strings.Contains(m[0], "."), "序号后不是“.”")
		}
	}
	return t.result("%d个附件", len(entries))
}

func noteHanging(d paper) Result {
	var t tally
	shift := newSpan()
	for _, e := range d.entries() {
		lead := len([]rune(e[0].Text())) - len([]rune(name(e[:1])))
		x := e[0].Glyphs[lead].X0
		for _, l := range e[1:] {
			shift.add(l.X0() - x)
			t.check(near(l.X0(), x, 0.5), "“%s”左缘%.1f mm，名称首字%.1f mm", brief(l.Text()), l.X0(), x)
		}
	}
	return t.result("回行%d行，偏%v mm", t.n, shift)
}

func closingNote(d paper) Result {
	c := d.Closing
	if c == nil {
		return absent()
	}
	text := c.Text()
	lines := (c.Y - d.Date.Y) / gbt9704.Pitch
	return judged(near(c.X0(), gbt9704.Left+2*gbt9704.Cell, 0.6) && strings.HasPrefix(text, "（") && strings.HasSuffix(text, "）") && near(lines, 1, 0.1),
		"左缘%.1f mm，在日期下%.1f行，“%s”", c.X0(), lines, brief(text))
}
