package elements

import (
	"strings"

	"hongtou/internal/gbt9704"
)

// What a title is found by: large type; or type that is at least larger than the
// text and centred; or, at the head of a document or an attachment that has none
// of these, centred short lines.
const (
	titleSize   = 17.4 // points
	titleCentre = 3.0  // mm off the centre of the type area
	titleInset  = 1.5  // characters: how far a short line stays from the edges
	titleLines  = 6
	titlePitch  = 2.6 // lines from one line of it to the next at most
)

// findTitles takes titles, what is said under them, and 附件 out of the lines of a
// page and returns the others.
func (d *Document) findTitles(p *Page, lines []Line) (text []Line) {
	marked := false
	large := d.hasTitle(p, lines)
	for i := 0; i < len(lines); i++ {
		l := lines[i]
		next := i + 1
		switch {
		case d.attaches(p, lines, i):
			d.Attachments = append(d.Attachments, l)
			marked = true
			continue
		case d.titled(p, l), !large && (i == 0 && p.Number == 1 || marked) && d.short(p, l):
			for next < len(lines) && (d.titled(p, lines[next]) || !d.titled(p, l) && d.goesOnTitle(p, lines[i:next+1])) {
				next++
			}
			t := Title{Lines: lines[i:next]}
			for next < len(lines) && d.underTitle(p, lines[next-1], lines[next]) {
				t.Under = append(t.Under, lines[next])
				next++
			}
			d.Titles = append(d.Titles, t)
			i = next - 1
		default:
			text = append(text, l)
		}
		marked = false
	}
	return text
}

// attaches says whether a line is 附件 at the head of a page, or, where a page was
// not turned, over a title.
func (d *Document) attaches(p *Page, lines []Line, i int) bool {
	if !attachmentMark.MatchString(lines[i].Text()) {
		return false
	}
	return i == 0 || i+1 < len(lines) && d.titled(p, lines[i+1])
}

// hasTitle says whether something among the first lines of a page is a title by
// its size.
func (d *Document) hasTitle(p *Page, lines []Line) bool {
	for _, l := range lines[:min(titleLines, len(lines))] {
		if d.titled(p, l) {
			return true
		}
	}
	return false
}

// titled says whether a line is of a title by its size.
func (d *Document) titled(p *Page, l Line) bool {
	return l.Large() || l.Size() >= titleSize && l.Size() > d.size+smaller && d.centred(p, l)
}

func (d *Document) centred(p *Page, l Line) bool {
	return near(l.Centre(), d.Margins(p.Number).Centre(), titleCentre)
}

// short says whether a line is centred, stays away from the edges and does not
// end like a sentence.
func (d *Document) short(p *Page, l Line) bool {
	text := l.Text()
	return d.centred(p, l) && l.X0() > d.Margins(p.Number).Left+titleInset*gbt9704.Cell && len(l.Parts()) == 1 &&
		!strings.ContainsAny(text[max(0, len(text)-3):], "。：；:;") && !wholeNumber.MatchString(text) && !numberedHeading.MatchString(text)
}

// goesOnTitle says whether the last of some lines goes on with a title of short
// ones.
func (d *Document) goesOnTitle(p *Page, lines []Line) bool {
	n := len(lines) - 1
	l, before := lines[n], lines[n-1]
	return n < titleLines && d.short(p, l) && near(l.Size(), before.Size(), 0.5) && l.Y-before.Y < titlePitch*gbt9704.Pitch
}

// underTitle says whether a line right under a title belongs to it: a date, a
// remark in brackets, a name, short and centred.
func (d *Document) underTitle(p *Page, above, l Line) bool {
	return l.Y-above.Y < 2.2*gbt9704.Pitch && d.short(p, l) && l.X0() > d.Margins(p.Number).Left+2.5*gbt9704.Cell
}
