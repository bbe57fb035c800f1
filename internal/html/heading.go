package html

import (
	"strconv"

	"hongtou/internal/doc"
)

// levels turns the levels of the outline into heading levels without gaps: a
// document whose headings run 1, 3, 3, 2 gets h1, h2, h2, h2.
type levels struct {
	above []int
	base  int // levels of the page around: 1 makes the first heading h2
	real  int // level of the last h element
}

func (l *levels) next(level int) int {
	level = max(level, 1)
	for len(l.above) > 0 && l.above[len(l.above)-1] >= level {
		l.above = l.above[:len(l.above)-1]
	}
	l.above = append(l.above, level)
	return l.base + len(l.above)
}

// openHeading opens a heading element of its own; HTML has six, deeper ones
// say their level. Checkers count h elements only and see a gap where the level
// between is run-in: on pages of others such a heading is one by its role, as
// run-in ones are.
func (b *body) openHeading(class, style string, o doc.Outline) (tag string) {
	level, deep := b.levels.next(o.Level), ""
	b.above = o.ID
	if b.unstyled && level > b.levels.real+1 {
		b.openBlock("p", class+" heading", style, "id", o.ID, "role", "heading", "aria-level", strconv.Itoa(level))
		return "p"
	}
	if level > 6 {
		level, deep = 6, strconv.Itoa(level)
	}
	b.levels.real = level
	tag = "h" + strconv.Itoa(level)
	b.openBlock(tag, class, style, "id", o.ID, "aria-level", deep)
	return tag
}

// paragraph writes running text, a heading, or both in one paragraph.
func (b *body) paragraph(p doc.Paragraph) {
	head := min(p.Head, len(p.Text))
	switch {
	case p.Outline.Level == 0:
		b.paragraphOf("text", bodyFace, p.Text)
	case head == 0 || head == len(p.Text):
		b.wholeHeading(p)
	default:
		b.runInHeading(p.Text[:head], p.Text[head:], p.Outline)
	}
}

func (b *body) wholeHeading(p doc.Paragraph) {
	tag := b.openHeading("text", "", p.Outline)
	b.runs(bodyFace, p.Text)
	b.end(tag)
}

func (b *body) runInHeading(head, rest []doc.Inline, o doc.Outline) {
	f, class := headingFace(head)
	b.above = o.ID
	b.openBlock("p", "text", "")
	b.open("span", "class", class, "role", "heading",
		"aria-level", strconv.Itoa(b.levels.next(o.Level)), "id", o.ID)
	b.runs(f, head)
	b.close("span")
	b.runs(bodyFace, rest)
	b.end("p")
}

// headingFace gives the look of a heading: that of its runs if they agree.
func headingFace(runs []doc.Inline) (face, string) {
	style, ok := doc.Body, false
	if len(runs) > 0 {
		style, ok = shared(runs)
	}
	if !ok || style == doc.Body {
		return bodyFace, ""
	}
	class, role := bodyFace.in(style)
	return face{style, role}, class
}
