package norm

import (
	"slices"

	"hongtou/internal/elements"
	"hongtou/internal/gbt9704"
	"hongtou/internal/printout"
)

// Where text begins and ends on a page.

// topLine is the first line of running text of a page whose top it is: nothing
// else is printed over it.
func (d paper) topLine(p *elements.Page) (elements.Line, bool) {
	if p.Landscape() || len(p.Red) > 0 || len(p.Lines) < 3 || !p.Lines[0].Body() {
		return elements.Line{}, false
	}
	top := elements.Around(p.Lines[0]).Y0
	over := func(b printout.Box) bool { return b.Y0 < top }
	if slices.ContainsFunc(p.Tables, over) || slices.ContainsFunc(p.Images, func(i printout.Image) bool { return over(i.Box) }) {
		return elements.Line{}, false
	}
	return p.Lines[0], true
}

// tops are the first lines of the pages on which a paragraph goes on: they stand
// at the very top. Where none does, it is the highest first line: others may
// stand lower on purpose.
func (d paper) tops() []elements.Line {
	var on []elements.Line
	var highest *elements.Line
	goesOn := map[int]bool{} // pages on which a paragraph goes on
	for _, q := range d.Paragraphs {
		for _, l := range q.Lines[1:] {
			goesOn[l.Page] = goesOn[l.Page] || l.Page > q.Lines[0].Page
		}
	}
	for _, p := range d.Pages {
		l, ok := d.topLine(p)
		switch {
		case !ok:
			continue
		case goesOn[p.Number]:
			on = append(on, l)
		case highest == nil || l.Y < highest.Y:
			highest = &l
		}
	}
	if len(on) == 0 && highest != nil {
		return []elements.Line{*highest}
	}
	return on
}

// leading is how much white may stand over the characters of a first line inside
// the type area. 3.2 makes a line of a character and white; office programs put
// the white around every line, while 22 lines of 3.2 only go into 225 mm if none
// stands over the first. Which of both it is shows in whether the lines of a
// page go into 225 mm with all their white.
func (d paper) leading(full []*elements.Page) float64 {
	const height = gbt9704.Bottom - gbt9704.Top + 0.5
	p := d.pitch
	tight := gbt9704.Rows*p > height && p < gbt9704.Pitch+0.1
	if len(full) > 0 {
		tight = float64(len(full[0].Lines))*p > height
	}
	if tight {
		return 0
	}
	return max(0, p-gbt9704.Character)
}

func topMargin(d paper) Result {
	var t tally
	s := newSpan()
	leading := d.leading(d.fullPages())
	for _, l := range d.tops() {
		p, box := d.Pages[l.Page-1], elements.Around(l)
		s.add(box.Y0)
		ok := box.Y0 >= gbt9704.Top-0.5 && box.Y0 <= gbt9704.Top+leading+0.5
		t.checkAt(onBox(p, printout.Box{X0: box.X0, X1: box.X1, Y1: box.Y0}), ok, "第%d页%.2f mm", p.Number, box.Y0)
	}
	if s.empty() {
		return without("没有从页首排起的正文")
	}
	t.span("首行字上边", s, "mm")
	if leading > 0 {
		t.value("行内空白", leading, "mm")
		return t.result("首行字上边距页边%v mm（行内空白%.1f mm可在其上）", s, leading)
	}
	return t.result("首行字上边距页边%v mm", s)
}

// areaHeight: running text must not go beyond the foot of the type area. On a
// full page it must also come so near to it that one more line would not have
// gone in; whether its lines fill the area to the edge is 5.2.3's.
func areaHeight(d paper) Result {
	var t tally
	s := newSpan()
	full := d.fullPages()
	line := d.leading(full) + d.pitch
	for _, l := range d.lowest() {
		y := elements.Around(l).Y1
		t.checkAt(onLine(l), y <= d.foot(y)+1, "第%d页“%s”下边%.2f mm", l.Page, brief(l.Text()), y)
		if slices.Contains(full, d.Pages[l.Page-1]) {
			s.add(y)
			enough := len(d.Pages[l.Page-1].Lines) >= gbt9704.Rows // closer lines are 5.2.3's
			t.checkAt(onLine(l), enough || y+line > gbt9704.Bottom-1, "第%d页满页，末行下边%.2f mm", l.Page, y)
		}
	}
	if s.empty() {
		return t.result("正文没有排出版心下边")
	}
	t.span("满页末行字下边", s, "mm")
	return t.result("满页末行字下边距页面上边%v mm", s)
}

// lowest are the last lines of running text of the upright pages.
func (d paper) lowest() []elements.Line {
	var out []elements.Line
	for _, l := range d.textLines() {
		if n := len(out); n > 0 && out[n-1].Page == l.Page {
			out[n-1] = l
			continue
		}
		out = append(out, l)
	}
	return out
}
