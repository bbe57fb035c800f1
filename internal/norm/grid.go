package norm

import (
	"slices"
	"strings"

	"hongtou/internal/elements"
	"hongtou/internal/gbt9704"
)

// gridClauses: 22 lines of 28 characters that fill the type area.
var gridClauses = []Clause{
	{"5.2.3", "每页22行", gbt9704.Usually, "满页正文22行", "", rowsPerPage},
	{"5.2.3", "每行28字", gbt9704.Usually, "整行28字", "", charactersPerLine},
	{"5.2.3", "行距", gbt9704.Usually, "22行撑满225 mm：行距28.9～29.7磅，各页一致（±0.1磅）", "", linePitch},
}

// wholeText gives the upright pages with nothing but running text in one go.
func (d paper) wholeText() []*elements.Page {
	var out []*elements.Page
	for _, p := range d.Pages {
		if p.Landscape() || len(p.Red)+len(p.Tables) > 0 || len(p.Lines) < 15 || d.Imprint != nil && d.Imprint.Page == p.Number {
			continue
		}
		plain := true
		for i, l := range p.Lines {
			plain = plain && l.Body() && (i == 0 || l.Y-p.Lines[i-1].Y < 1.5*gbt9704.Pitch)
		}
		if plain {
			out = append(out, p)
		}
	}
	return out
}

// fullPages gives those of them that end because they are full: a paragraph
// goes on with at least three lines on the next page, so that nothing there was
// kept together.
func (d paper) fullPages() []*elements.Page {
	return slices.DeleteFunc(d.wholeText(), func(p *elements.Page) bool {
		return !slices.ContainsFunc(d.Paragraphs, func(q elements.Paragraph) bool { return q.GoesOn(p.Number) >= 3 })
	})
}

func rowsPerPage(d paper) Result {
	var t tally
	full := d.fullPages()
	for _, p := range d.wholeText() {
		t.check(len(p.Lines) <= gbt9704.Rows, "第%d页%d行", p.Number, len(p.Lines))
	}
	for _, p := range full {
		t.check(len(p.Lines) == gbt9704.Rows, "第%d页%d行", p.Number, len(p.Lines))
	}
	if len(full) == 0 {
		return absent()
	}
	return t.result("%d个满页各%d行", len(full), len(full[0].Lines))
}

func charactersPerLine(d paper) Result {
	var t tally
	var counts []float64
	for _, p := range d.Paragraphs {
		for i, l := range p.Lines {
			if i == 0 || i == len(p.Lines)-1 || d.Pages[l.Page-1].Landscape() || !l.Body() || !onlyWide(l) {
				continue // neither the first, with its indent, nor the last, which ends early
			}
			counts = append(counts, float64(len(l.Glyphs)))
			if onlyHan(l) {
				t.check(len(l.Glyphs) == gbt9704.Columns || len(l.Glyphs) == gbt9704.Columns-1 && together(p.Lines[i+1]),
					"第%d页“%s”%d字", l.Page, brief(l.Text()), len(l.Glyphs))
			}
		}
	}
	if len(counts) == 0 {
		return absent()
	}
	t.check(median(counts) == gbt9704.Columns, "中位数%.0f字", median(counts))
	return t.result("%d个整行，中位数%.0f字", len(counts), median(counts))
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

func linePitch(d paper) Result {
	var t tally
	var steps []float64
	s := newSpan()
	for _, p := range d.wholeText() {
		for i := 1; i < len(p.Lines); i++ {
			step := (p.Lines[i].Y - p.Lines[i-1].Y) / gbt9704.Point
			steps = append(steps, step)
			s.add(step)
		}
	}
	if len(steps) == 0 {
		return absent()
	}
	m := median(steps)
	t.check(m >= 28.9 && m <= 29.7, "不在28.9～29.7磅")
	t.check(s.high-s.low <= 0.1, "相差%.2f磅", s.high-s.low)
	height := (gbt9704.Rows-1)*m*gbt9704.Point + gbt9704.Size3*gbt9704.Point
	t.check(near(height, gbt9704.Bottom-gbt9704.Top, 1), "22行高%.1f mm", height)
	return t.result("行距%.2f磅，22行高%.1f mm", m, height)
}
