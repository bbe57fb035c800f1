package elements

import (
	"regexp"
	"strings"
)

var (
	attachmentMark = regexp.MustCompile(`^(.*号)?附件[0-9０-９一二三四五六七八九十]*[:：]?$`)
	dateLine       = regexp.MustCompile(`^[0-9〇○零一二三四五六七八九十]{2,4}年[0-9〇○零一二三四五六七八九十]{1,3}月[0-9〇○零一二三四五六七八九十]{1,3}日$`)
	numberWord     = regexp.MustCompile(`[〔\[(（【〔].*号|[0-9]号$`)
	noteWord       = regexp.MustCompile(`^附件[0-9]*[:：]`)
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
	d.RedRules = first.LongRules(true, 100)
	d.Letter = len(d.RedRules) > 2
	d.Imprint = d.findImprint()
	head := d.findHead()
	var text []Line
	for _, p := range d.Pages {
		var large []Line
		flush := func() {
			if len(large) > 0 {
				d.Titles = append(d.Titles, Title{large})
				large = nil
			}
		}
		for i, l := range p.Lines {
			switch {
			case p == first && l.Y < head, d.Imprint.Holds(l):
				continue
			case l.Large():
				large = append(large, l)
				continue
			case i == 0 && attachmentMark.MatchString(l.Text()):
				d.Attachments = append(d.Attachments, l)
			default:
				text = append(text, l)
			}
			flush()
		}
		flush()
	}
	text = d.findEnd(text)
	text = d.findRecipients(text)
	d.Paragraphs = d.findParagraphs(text)
}

// findHead finds what stands over the title of page 1 and returns where it ends.
func (d *Document) findHead() float64 {
	p := d.Pages[0]
	if len(p.Red) == 0 {
		return 0
	}
	from, end := 0.0, p.Area().Y1
	for _, l := range p.Lines {
		if l.Large() {
			end = l.Y
			break
		}
	}
	switch {
	case d.Letter:
		from = d.RedRules[1].Box.Y0
	case len(d.RedRules) > 0:
		end = min(end, d.RedRules[0].Box.Y0)
	}
	end = d.orderHead(end)
	for _, l := range p.Lines {
		if l.Y < from || l.Y >= end {
			continue
		}
		for _, part := range l.Parts() {
			d.headPart(part)
		}
	}
	return end
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
