package norm

import (
	"math"
	"slices"
	"strings"

	"hongtou/internal/elements"
	"hongtou/internal/printout"
)

// joint takes a joint mark apart: the lines of names, and 文件.
func (d paper) joint() (names []elements.Line, word *elements.Line) {
	if d.wrapped() {
		return nil, nil
	}
	for _, l := range d.markLines() {
		n := len(l.Glyphs)
		if !strings.HasSuffix(l.Text(), "文件") {
			names = append(names, l)
			continue
		}
		w := elements.Line{Page: l.Page, Y: l.Glyphs[n-1].Y, Glyphs: l.Glyphs[n-2:]}
		word = &w
		if n > 2 {
			names = append(names, elements.Line{Page: l.Page, Y: l.Y, Glyphs: l.Glyphs[:n-2]})
		}
	}
	return names, word
}

// wrapped says whether the lines of a mark are one name that found no room in
// one: of one size, each in the middle over the next, the last ending with 文件.
// The 文件 of a joint mark stands right of the names, so that its line, if it is
// one of theirs, lies off their middle.
func (d paper) wrapped() bool {
	lines := d.markLines()
	n := len(lines) - 1
	if n < 1 || !strings.HasSuffix(lines[n].Text(), "文件") {
		return false
	}
	return !slices.ContainsFunc(lines, func(l elements.Line) bool {
		return !near(l.Size(), lines[0].Size(), 0.5) || !near(l.Centre(), lines[0].Centre(), 3)
	})
}

func markWord(d paper) Result {
	names, word := d.joint()
	if !d.ordinary() || len(names) < 2 || word == nil {
		return absent()
	}
	all, ok := d.markInk()
	if !ok {
		return d.noInk()
	}
	p, edge := d.Pages[0], math.Inf(-1)
	for _, l := range names {
		edge = max(edge, l.X1())
	}
	left, _ := p.Ink(printout.RedInk, printout.Box{Y0: all.Y0 - 1, X1: word.X0() - 0.2, Y1: all.Y1 + 1})
	right, _ := p.Ink(printout.RedInk, printout.Box{X0: word.X0() - 0.2, Y0: all.Y0 - 1, X1: p.Width, Y1: all.Y1 + 1})
	off := right.Middle() - left.Middle()
	return judged(word.X0() >= edge && near(off, 0, 1), "名称右缘%.1f mm，“文件”左缘%.1f mm，上下偏%.2f mm", edge, word.X0(), off).
		with("上下偏", off, "mm").at(onBox(p, right))
}

func markNames(d paper) Result {
	names, _ := d.joint()
	if !d.ordinary() || len(names) < 2 {
		return absent()
	}
	s := newSpan()
	for _, l := range names {
		s.add(l.X1() - l.X0())
	}
	r := judged(s.high-s.low <= 1, "%d个名称宽%v mm", len(names), s).with("宽度相差", s.high-s.low, "mm")
	for _, l := range names {
		r = r.at(onLine(l))
	}
	return r
}
