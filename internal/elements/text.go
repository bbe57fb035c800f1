package elements

import (
	"slices"
	"strings"

	"hongtou/internal/gbt9704"
	"hongtou/internal/printout"
)

// findEnd finds what closes the text of a letter: 附件说明, 署名, 成文日期, 附注. It
// returns the other lines.
func (d *Document) findEnd(text []Line) []Line {
	text = d.findNote(text)
	at := slices.IndexFunc(text, func(l Line) bool {
		return dateLine.MatchString(l.Text()) && l.X0() > d.Pages[l.Page-1].Area().X0+6*gbt9704.Cell
	})
	if at >= 0 {
		d.Date = &text[at]
		end := at + 1
		if end < len(text) && text[end].Page == d.Date.Page && strings.HasPrefix(text[end].Text(), "（") &&
			strings.HasSuffix(text[end].Text(), "）") {
			d.Closing = &text[end]
			end++
		}
		from := at
		for from > 0 && text[from-1].Page == d.Date.Page && d.signs(text[from-1], text[from]) {
			from--
		}
		d.Organs = text[from:at]
		text = slices.Concat(text[:from], text[end:])
	}
	return text
}

// signs says whether a line over another one belongs to the signature: it stands
// far from the left edge, or under a seal.
func (d *Document) signs(l, below Line) bool {
	if l.X0() > gbt9704.Left+5*gbt9704.Cell && below.Y-l.Y < 5*gbt9704.Pitch {
		return true
	}
	for _, part := range l.Parts() {
		sealed := slices.ContainsFunc(d.Pages[l.Page-1].Images, func(i printout.Image) bool {
			return near((i.Box.X0+i.Box.X1)/2, part.Centre(), 3) && i.Box.Overlaps(Around(part))
		})
		if !sealed {
			return false
		}
	}
	return true
}

// findNote finds 附件说明 and returns the other lines.
func (d *Document) findNote(text []Line) []Line {
	for i, l := range text {
		if !noteWord.MatchString(l.Text()) {
			continue
		}
		end := i + 1
		for end < len(text) && text[end].Page == l.Page && text[end].Y-text[end-1].Y < 1.5*gbt9704.Pitch && text[end].X0() > gbt9704.Left+2.5*gbt9704.Cell {
			end++
		}
		d.Note = text[i:end]
		return slices.Concat(text[:i], text[end:])
	}
	return text
}

// findRecipients takes the lines up to a colon that follow the first title; those
// that follow another title, as in a volume of many documents, if they stand
// flush left.
func (d *Document) findRecipients(text []Line) []Line {
	for i, t := range d.Titles {
		last := t.Lines[len(t.Lines)-1]
		from := slices.IndexFunc(text, func(l Line) bool { return l.Page == last.Page && l.Y > last.Y })
		if from < 0 {
			continue
		}
		n := upToColon(text[from:min(len(text), from+8)])
		switch {
		case n == 0:
			continue
		case i == 0 && last.Page == 1:
			d.Recipients = slices.Clone(text[from : from+n])
		case !near(text[from].X0(), gbt9704.Left, 0.5):
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
		case l.Page != text[0].Page || !l.Body() || strings.Contains(l.Text(), "。"):
			return 0
		case strings.HasSuffix(l.Text(), "：") || strings.HasSuffix(l.Text(), ":"):
			return i + 1
		}
	}
	return 0
}

// findParagraphs joins lines: one that is flush left goes on with a full one.
func (d *Document) findParagraphs(text []Line) []Paragraph {
	var out []Paragraph
	for i, l := range text {
		a := d.Pages[l.Page-1].Area()
		if i > 0 && near(l.X0(), a.X0, 1) {
			before := text[i-1]
			follows := before.Page == l.Page && l.Y-before.Y < 1.5*gbt9704.Pitch || before.Page == l.Page-1
			if follows && before.X1() > d.Pages[before.Page-1].Area().X1-1.5*gbt9704.Cell && near(before.Size(), l.Size(), 1) {
				last := &out[len(out)-1]
				last.Lines = append(last.Lines, l)
				continue
			}
		}
		out = append(out, Paragraph{[]Line{l}})
	}
	return out
}

// GoesOn says whether a paragraph has a line on a page and one on the next.
func (p Paragraph) GoesOn(page int) (behind int) {
	on := false
	for _, l := range p.Lines {
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
