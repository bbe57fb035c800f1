package elements

import (
	"regexp"
	"strings"

	"hongtou/internal/gbt9704"
)

const numeral = `0-9０-９〇○零一二三四五六七八九十`

var (
	attachmentMark = regexp.MustCompile(`^(.*号)?附件[` + numeral + `]*[:：]?$`)
	dateLine       = regexp.MustCompile(`^[` + numeral + `]{2,4}年[` + numeral + `]{1,3}月[` + numeral + `]{1,3}日$`)
	numberWord     = regexp.MustCompile(`[〔\[(（【［〔].*号|[0-9]号$`)
	wholeNumber    = regexp.MustCompile(`^\p{Han}+[〔\[(（【［]?(19|20)[0-9]{2}[〕\])）】］]?第?[0-9]+号$`)
)

// Words by which the marks over the head are told from each other.
var (
	SecrecyWord = regexp.MustCompile(`密`)
	UrgencyWord = regexp.MustCompile(`急`)
	SerialWord  = regexp.MustCompile(`^[0-9０-９一二三四五六七八九〇]+$`)
)

// find looks for the elements.
func (d *Document) find() {
	first := d.Pages[0]
	d.RedRules = first.redRules()
	d.Letter = d.letter()
	d.Mark = d.findMark()
	d.Imprint = d.findImprint()
	head := d.findHead()
	var text []Line
	for _, p := range d.Pages {
		var lines []Line
		for _, l := range p.Lines {
			if !(p == first && l.Y < head) && !d.Imprint.Holds(l) {
				lines = append(lines, l)
			}
		}
		if p == first {
			lines = d.findNumber(lines)
		}
		text = append(text, d.findTitles(p, lines)...)
	}
	text = d.findEnd(text)
	text = d.findRecipients(text)
	d.Paragraphs = d.findParagraphs(text)
}

// letter says whether red lines stand at the head and at the foot of page 1, or
// more of them than one double line.
func (d *Document) letter() bool {
	n := len(d.RedRules)
	return n > 2 || n == 2 && d.RedRules[0].Box.Y0 < d.Pages[0].Height/2 && d.RedRules[1].Box.Y0 > 0.8*d.Pages[0].Height
}

// headed says whether page 1 has a red head.
func (d *Document) headed() bool { return d.Mark != nil || len(d.RedRules) > 0 }

// doubleGap is what the lines of a double line are apart at most, in mm.
const doubleGap = 4

// findHead finds what stands over the title of page 1 and returns where it ends.
func (d *Document) findHead() float64 {
	if !d.headed() {
		return 0
	}
	p := d.Pages[0]
	from, end := 0.0, p.Area().Y1
	for _, l := range p.Lines {
		if l.Large() {
			end = l.Y
			break
		}
	}
	switch {
	case d.Letter:
		from = d.RedRules[0].Box.Y0
		if next := d.RedRules[1].Box.Y0; next-from < doubleGap {
			from = next
		}
		if end == p.Area().Y1 { // no large title: the head ends with its last mark
			end = from + 3*gbt9704.Pitch
		}
	case len(d.RedRules) > 0:
		end = min(end, d.RedRules[0].Box.Y0)
	default:
		end = min(end, d.headWithoutLine(end))
	}
	end = d.orderHead(end)
	for _, l := range p.Lines {
		if l.Y < from || l.Y >= end {
			continue
		}
		for _, part := range l.headParts() {
			d.headPart(part)
		}
	}
	return end
}

// headWithoutLine is where a head without a red line ends: under the number, or
// under the mark.
func (d *Document) headWithoutLine(end float64) float64 {
	head := d.Mark.Box.Y1
	for _, l := range d.Pages[0].Lines {
		if l.Y < end && (l.Y < head || numberWord.MatchString(l.Text())) && l.Y < headShare*d.Pages[0].Height {
			head = max(head, l.Y)
		}
	}
	return head + 1
}

// headParts are the parts of a line of the head: the number and the signers,
// also where too little stands between them.
func (l Line) headParts() []Line {
	var out []Line
	for _, part := range l.Parts() {
		at := strings.Index(part.Text(), "签发人")
		if at > 0 {
			n := len([]rune(part.Text()[:at]))
			out = append(out, Line{part.Page, part.Y, part.Glyphs[:n]})
			part.Glyphs = part.Glyphs[n:]
		}
		out = append(out, part)
	}
	return out
}

// headPart takes one part of a line of the head for what it looks like.
func (d *Document) headPart(l Line) {
	text := l.Text()
	switch {
	case strings.Contains(text, "签发人") || len(d.Signers) > 0 && !numberWord.MatchString(text):
		d.Signers = append(d.Signers, l)
	case numberWord.MatchString(text):
		d.Number = &l
	case SerialWord.MatchString(text), SecrecyWord.MatchString(text), UrgencyWord.MatchString(text):
		d.Marks = append(d.Marks, l)
	}
}

// numberWithin is how many lines of text may stand over a number without a head.
const numberWithin = 8

// findNumber takes the number of a document without a red head, or under its
// title as on the web, out of the text of page 1.
func (d *Document) findNumber(text []Line) []Line {
	if d.Number != nil {
		return text
	}
	for i, l := range text {
		if i > numberWithin {
			break
		}
		if wholeNumber.MatchString(l.Text()) {
			d.Number = &l
			return append(text[:i:i], text[i+1:]...)
		}
	}
	return text
}
