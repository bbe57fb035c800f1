package conformity

import (
	"slices"
	"strings"

	"hongtou/internal/testkit/judge"
)

// findEnd finds what closes the text of a letter: 附件说明, 署名, 成文日期, 附注. It
// returns the other lines.
func (e *elements) findEnd(d *Document, text []Line) []Line {
	text = e.findNote(text)
	at := slices.IndexFunc(text, func(l Line) bool {
		return dateLine.MatchString(l.Text()) && l.X0() > d.Pages[l.Page-1].area().X0+6*cell
	})
	if at >= 0 {
		e.date = &text[at]
		end := at + 1
		if end < len(text) && text[end].Page == e.date.Page && strings.HasPrefix(text[end].Text(), "（") &&
			strings.HasSuffix(text[end].Text(), "）") {
			e.closing = &text[end]
			end++
		}
		from := at
		for from > 0 && text[from-1].Page == e.date.Page && d.signs(text[from-1], text[from]) {
			from--
		}
		e.organs = text[from:at]
		text = slices.Concat(text[:from], text[end:])
	}
	return text
}

// signs says whether a line over another one belongs to the signature: it stands
// far from the left edge, or under a seal.
func (d *Document) signs(l, below Line) bool {
	if l.X0() > left+5*cell && below.Y-l.Y < 5*pitch {
		return true
	}
	for _, part := range l.parts() {
		sealed := slices.ContainsFunc(d.Pages[l.Page-1].Images, func(i judge.Image) bool {
			return near((i.Box.X0+i.Box.X1)/2, part.Centre(), 3) && overlap(i.Box, around([]Line{part}))
		})
		if !sealed {
			return false
		}
	}
	return true
}

// findNote finds 附件说明 and returns the other lines.
func (e *elements) findNote(text []Line) []Line {
	for i, l := range text {
		if !noteWord.MatchString(l.Text()) {
			continue
		}
		end := i + 1
		for end < len(text) && text[end].Page == l.Page && text[end].Y-text[end-1].Y < 1.5*pitch && text[end].X0() > left+2.5*cell {
			end++
		}
		e.note = text[i:end]
		return slices.Concat(text[:i], text[end:])
	}
	return text
}

// findRecipients takes the lines up to a colon that follow the first title; those
// that follow another title, as in a volume of many documents, if they stand
// flush left.
func (e *elements) findRecipients(text []Line) []Line {
	for i, t := range e.titles {
		last := t.lines[len(t.lines)-1]
		from := slices.IndexFunc(text, func(l Line) bool { return l.Page == last.Page && l.Y > last.Y })
		if from < 0 {
			continue
		}
		n := upToColon(text[from:min(len(text), from+8)])
		switch {
		case n == 0:
			continue
		case i == 0 && last.Page == 1:
			e.recipients = slices.Clone(text[from : from+n])
		case !near(text[from].X0(), left, 0.5):
			continue
		}
		text = slices.Concat(text[:from], text[from+n:])
	}
	return text
}

// upToColon counts the lines of the page to the first that ends with a colon; 0
// if a sentence ends before.
func upToColon(text []Line) int {
	for i, l := range text {
		switch {
		case l.Page != text[0].Page || !l.body() || strings.Contains(l.Text(), "。"):
			return 0
		case strings.HasSuffix(l.Text(), "：") || strings.HasSuffix(l.Text(), ":"):
			return i + 1
		}
	}
	return 0
}

// findParagraphs joins lines: one that is flush left goes on with a full one.
func (d *Document) findParagraphs(text []Line) []paragraph {
	var out []paragraph
	for i, l := range text {
		a := d.Pages[l.Page-1].area()
		if i > 0 && near(l.X0(), a.X0, 1) {
			before := text[i-1]
			follows := before.Page == l.Page && l.Y-before.Y < 1.5*pitch || before.Page == l.Page-1
			if follows && before.X1() > d.Pages[before.Page-1].area().X1-1.5*cell && near(before.Size(), l.Size(), 1) {
				last := &out[len(out)-1]
				last.lines = append(last.lines, l)
				continue
			}
		}
		out = append(out, paragraph{[]Line{l}})
	}
	return out
}

// goesOn says whether a paragraph has a line on a page and one on the next.
func (p paragraph) goesOn(page int) (behind int) {
	on := false
	for _, l := range p.lines {
		on = on || l.Page == page
		if l.Page == page+1 {
			behind++
		}
	}
	if !on {
		return 0
	}
	return behind
}
