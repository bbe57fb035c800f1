package norm

import (
	"slices"
	"strings"

	"hongtou/internal/elements"
	"hongtou/internal/gbt9704"
)

// gridClauses: 22 lines of 28 characters that fill the type area.
var gridClauses = []Clause{
	{"5.2.3", "每页22行", gbt9704.Usually, "每面排22行", "", rowsPerPage},
	{"5.2.3", "每行28字", gbt9704.Usually, "每行排28个字", "", charactersPerLine},
	{"5.2.3", "行距", gbt9704.Usually, "22行撑满版心的225 mm：行距28.9～29.7磅，行行一致", "各行相差1 mm以内", linePitch},
}

// wholeText gives the upright pages with nothing but running text in one go.
func (d paper) wholeText() []*elements.Page {
	var out []*elements.Page
	next := 1.5 * d.pitch
	for _, p := range d.Pages {
		if p.Landscape() || len(p.Red)+len(p.Tables) > 0 || len(p.Lines) < 15 || d.Imprint != nil && d.Imprint.Page == p.Number {
			continue
		}
		plain := true
		for i, l := range p.Lines {
			plain = plain && l.Body() && (i == 0 || l.Y-p.Lines[i-1].Y < next)
		}
		if plain {
			out = append(out, p)
		}
	}
	return out
}

// fullPages gives those of them that end because they are full: a paragraph
// goes on with at least three lines on the next page, so that nothing there was
// kept together; or text goes on behind as many lines as a page has.
func (d paper) fullPages() []*elements.Page {
	behind := map[int]bool{}
	for _, q := range d.Paragraphs {
		if p := q.Lines[0].Page; p > 1 && at(q.Lines[0]) == at(d.Pages[p-1].Lines[0]) && q.Lines[0].Body() {
			behind[p-1] = len(d.Pages[p-2].Lines) >= gbt9704.Rows
		}
		for i := 1; i < len(q.Lines); i++ {
			if p := q.Lines[i-1].Page; q.Lines[i].Page == p+1 {
				behind[p] = behind[p] || len(d.Pages[p-1].Lines) >= gbt9704.Rows
			}
		}
		for i := 3; i < len(q.Lines); i++ {
			if first := q.Lines[i-2].Page; q.Lines[i-3].Page == first-1 && q.Lines[i].Page == first {
				behind[first-1] = true
			}
		}
	}
	return slices.DeleteFunc(d.wholeText(), func(p *elements.Page) bool { return !behind[p.Number] })
}

func rowsPerPage(d paper) Result {
	var t tally
	full, s := d.fullPages(), newSpan()
	for _, p := range d.wholeText() {
		if n := len(p.Lines); n > gbt9704.Rows || slices.Contains(full, p) {
			s.add(float64(n))
			t.checkAt(onLines(p.Lines), n == gbt9704.Rows, "第%d页%d行", p.Number, n)
		}
	}
	if t.n == 0 {
		return without("没有排满正文的一面")
	}
	t.span("每面行数", s, "行")
	return t.result("%d面排满正文，每面%v行", t.n, whole(s))
}

// charactersPerLine looks at lines that neither begin nor end a paragraph and
// hold full-width characters only.
func charactersPerLine(d paper) Result {
	var t tally
	var counts []float64
	for _, p := range d.Paragraphs {
		for i, l := range p.Lines {
			if i == 0 || i == len(p.Lines)-1 || d.Pages[l.Page-1].Landscape() || !l.Body() || !onlyWide(l) {
				continue
			}
			n := len(l.Glyphs)
			counts = append(counts, float64(n))
			if onlyHan(l) {
				t.checkAt(onLine(l), n == gbt9704.Columns || n == gbt9704.Columns-1 && together(p.Lines[i+1]),
					"第%d页“%s”%d字", l.Page, brief(l.Text()), n)
			}
		}
	}
	if len(counts) == 0 {
		return without("没有全为汉字的满行")
	}
	t.check(median(counts) == gbt9704.Columns, "中位数%.0f字", median(counts))
	t.value("每行字数", median(counts), "字")
	return t.result("%d个满行，中位数%.0f字", len(counts), median(counts))
}

// together says whether what a line begins with may not stand apart: an opening
// mark, a number, or a character with a closing mark after it. The line before
// may then be a character short.
func together(l elements.Line) bool {
	r := []rune(l.Text())
	return !elements.Han(r[0]) || len(r) > 1 && strings.ContainsRune(closing, r[1])
}

func onlyWide(l elements.Line) bool {
	return !strings.ContainsFunc(l.Text(), func(r rune) bool { return !elements.Wide(r) })
}

func onlyHan(l elements.Line) bool {
	return !strings.ContainsFunc(l.Text(), func(r rune) bool { return !elements.Han(r) })
}

// The steps from line to line in points that let 22 lines fill 225 ± 1 mm: at
// the least with the white of every line counted, at the most with none over the
// first line and under the last (3.2).
const leastPitch, mostPitch = 28.9, 29.7

// evenSteps is how much a step may differ from most, in points: 1 mm, as 6.1 has
// it. Programs place lines on the pixels of a screen, or a face a little higher
// than another.
const evenSteps = 1 / gbt9704.Point

func linePitch(d paper) Result {
	var t tally
	var steps []float64
	pages := d.wholeText()
	for _, p := range pages {
		for i := 1; i < len(p.Lines); i++ {
			steps = append(steps, (p.Lines[i].Y-p.Lines[i-1].Y)/gbt9704.Point)
		}
	}
	if len(steps) == 0 {
		return without("没有十五行以上的整面正文")
	}
	common := median(steps)
	m := mean(slices.DeleteFunc(slices.Clone(steps), func(s float64) bool { return !near(s, common, evenSteps) }))
	height := m * gbt9704.Point * gbt9704.Rows
	if m > leastPitch+0.25 { // more than goes in with white over the first line and under the last
		height -= m*gbt9704.Point - gbt9704.Character
	}
	for _, p := range pages {
		t.checkAt(onLines(p.Lines), m >= leastPitch && m <= mostPitch, "第%d页行距%.2f磅", p.Number, m)
		for i := 1; i < len(p.Lines); i++ {
			if step := steps[0]; !near(step, common, evenSteps) {
				t.checkAt(onLine(p.Lines[i]), false, "%s与上一行距%.1f磅", place(p.Lines[i]), step)
			}
			steps = steps[1:]
		}
	}
	t.value("行距", m, "pt")
	t.value("22行高", height, "mm")
	return t.result("行距%.2f磅，22行高%.1f mm", m, height)
}

func mean(values []float64) float64 {
	sum := 0.0
	for _, v := range values {
		sum += v
	}
	return sum / float64(len(values))
}

// whole prints a range of counts.
func whole(s span) string {
	if s.low == s.high {
		return strings.TrimSuffix(tenths(s.low), ".0")
	}
	return strings.TrimSuffix(tenths(s.low), ".0") + "～" + strings.TrimSuffix(tenths(s.high), ".0")
}
