package elements

import (
	"regexp"
	"slices"
	"strings"

	"hongtou/internal/gbt9704"
	"hongtou/internal/printout"
)

// Beginnings of lines that are told from their words.
var (
	numberedHeading = regexp.MustCompile(`^([一二三四五六七八九十]+[、.．]|[（(][一二三四五六七八九十0-9]+[)）]|[0-9]+[.．、])`)
	noteWord        = regexp.MustCompile(`^附件[` + numeral + `]*[:：]`)
	noteEntry       = regexp.MustCompile(`^[` + numeral + `]+[.．、]`)
	closingWord     = regexp.MustCompile(`^(此件(主动|依申请|不予|不)?(公开|发至)|(联系人|联系电话|公开方式)[:：])`)
	closingForm     = regexp.MustCompile(`^[（(].+[)）]$`)
)

// findEnd finds what closes the text of a letter: 附件说明, 署名, 成文日期, 附注. It
// returns the other lines.
func (d *Document) findEnd(text []Line) []Line {
	text = d.findNote(text)
	at := slices.IndexFunc(text, d.dates)
	if at < 0 {
		return text
	}
	d.Date = &text[at]
	end := at + 1
	if end < len(text) && text[end].Page == d.Date.Page && closes(text[end].Text()) {
		d.Closing = &text[end]
		end++
	}
	from := at
	for from > 0 && text[from-1].Page == d.Date.Page && d.signs(text[from-1], text[from]) {
		from--
	}
	d.Organs = text[from:at]
	return slices.Concat(text[:from], text[end:])
}

// closes says whether what follows the date is 附注: it stands in brackets, or
// says what only a note says.
func closes(text string) bool { return closingForm.MatchString(text) || closingWord.MatchString(text) }

// dates says whether a line is a date that signs: one that stands right of the
// centre.
func (d *Document) dates(l Line) bool {
	m := d.Margins(l.Page)
	return dateLine.MatchString(l.Text()) && l.Centre() > m.Centre()+gbt9704.Cell/2
}

// mostPictures is on a page with seals; more are a drawing in pieces.
const mostPictures = 100

// signs says whether a line over another one belongs to the signature: it stands
// far from the left edge, or under a seal.
func (d *Document) signs(l, below Line) bool {
	if l.X0() > d.Margins(l.Page).Left+5*gbt9704.Cell && below.Y-l.Y < 5*gbt9704.Pitch {
		return true
	}
	images := d.Pages[l.Page-1].Images
	if len(images) > mostPictures {
		return false
	}
	for _, part := range l.Parts() {
		sealed := slices.ContainsFunc(images, func(i printout.Image) bool {
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
		for end < len(text) && d.notes(text[end-1], text[end]) {
			end++
		}
		d.Note = text[i:end]
		return slices.Concat(text[:i], text[end:])
	}
	return text
}

// notes says whether a line goes on with 附件说明: it is indented like its names
// or begins with a number.
func (d *Document) notes(above, l Line) bool {
	if l.Page != above.Page || l.Y-above.Y >= 1.5*gbt9704.Pitch {
		return false
	}
	indent := (l.X0() - d.Margins(l.Page).Left) / gbt9704.Cell
	return indent > 2.5 || indent > 1.5 && noteEntry.MatchString(l.Text())
}

// findRecipients takes the lines up to a colon that follow the first title; those
// that follow another title, as in a volume of many documents, if they stand
// flush left.
func (d *Document) findRecipients(text []Line) []Line {
	var out []Line
	from := 0
	for i, t := range d.Titles {
		last := slices.Concat(t.Lines, t.Under)
		end := last[len(last)-1]
		next := from
		for next < len(text) && (text[next].Page < end.Page || text[next].Page == end.Page && text[next].Y <= end.Y) {
			next++
		}
		out = append(out, text[from:next]...)
		from = next
		if from == len(text) || text[from].Page != end.Page {
			continue
		}
		n := d.upToColon(text[from:min(len(text), from+8)])
		switch {
		case n == 0:
			continue
		case i == 0 && end.Page == 1:
			d.Recipients = slices.Clone(text[from : from+n])
		case !near(text[from].X0(), d.Margins(end.Page).Left, 0.8):
			continue
		}
		from += n
	}
	return append(out, text[from:]...)
}

// upToColon counts the lines of the page to the first that ends with a colon; 0
// if a sentence ends before.
func (d *Document) upToColon(text []Line) int {
	for i, l := range text {
		switch {
		case l.Page != text[0].Page || !l.Body() && !near(l.Size(), d.size, 1.5) || strings.Contains(l.Text(), "。"):
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
		if i > 0 && d.follows(text[i-1], l) {
			last := &out[len(out)-1]
			last.Lines = append(last.Lines, l)
			continue
		}
		out = append(out, Paragraph{[]Line{l}})
	}
	return out
}

// unfull is how much a line may lack and yet be full, in characters: a word or a
// number that found no room in it.
const unfull = 2.2

// follows says whether a line goes on with the one before.
func (d *Document) follows(before, l Line) bool {
	m, prior := d.Margins(l.Page), d.Margins(before.Page)
	next := before.Page == l.Page && l.Y-before.Y < 1.7*gbt9704.Pitch || before.Page == l.Page-1
	return next && near(l.X0(), m.Left, 1) && before.X1() > prior.Right-unfull*gbt9704.Cell && near(before.Size(), l.Size(), 1)
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
