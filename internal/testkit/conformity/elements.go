package conformity

import (
	"regexp"
	"strings"

	"hongtou/internal/testkit/judge"
)

// elements are the elements of an official document as they are found on its
// pages. They are found by less than what the clauses ask of them, so that an
// element in the wrong place, size or form is measured and not overlooked.
type elements struct {
	letter      bool         // 信函格式: several long red rules on page 1
	redRules    []judge.Rule // long red rules of page 1, top to bottom
	marks       []Line       // 份号, 密级, 紧急程度
	number      *Line        // 发文字号
	signers     []Line       // 签发人, with the lines of further names
	titles      []title
	recipients  []Line
	paragraphs  []paragraph
	note        []Line // 附件说明
	organs      []Line // 署名
	date        *Line  // 成文日期
	closing     *Line  // 附注
	attachments []Line // 附件 at the head of a page
	imprint     *imprint
}

// title is lines of large type that follow each other.
type title struct{ lines []Line }

func (t title) text() string {
	var b strings.Builder
	for _, l := range t.lines {
		b.WriteString(l.Text())
	}
	return b.String()
}

// paragraph is a paragraph of running text, over pages.
type paragraph struct{ lines []Line }

func (p paragraph) glyphs() []judge.Glyph {
	var out []judge.Glyph
	for _, l := range p.lines {
		out = append(out, l.Glyphs...)
	}
	return out
}

func (p paragraph) text() string { return title(p).text() }

var (
	attachmentMark = regexp.MustCompile(`^(.*号)?附件[0-9０-９一二三四五六七八九十]*[:：]?$`)
	dateLine       = regexp.MustCompile(`^[0-9〇○零一二三四五六七八九十]{2,4}年[0-9〇○零一二三四五六七八九十]{1,3}月[0-9〇○零一二三四五六七八九十]{1,3}日$`)
	secrecyWord    = regexp.MustCompile(`密`)
	urgencyWord    = regexp.MustCompile(`急`)
	serialWord     = regexp.MustCompile(`^[0-9０-９一二三四五六七八九〇]+$`)
	numberWord     = regexp.MustCompile(`[〔\[(（【〔].*号|[0-9]号$`)
	noteWord       = regexp.MustCompile(`^附件[0-9]*[:：]`)
)

// find looks for the elements.
func (d *Document) find() elements {
	var e elements
	first := d.Pages[0]
	e.redRules = first.longRules(true, 100)
	e.letter = len(e.redRules) > 2
	e.imprint = d.findImprint()
	head := d.findHead(&e)
	var text []Line
	for _, p := range d.Pages {
		var large []Line
		flush := func() {
			if len(large) > 0 {
				e.titles = append(e.titles, title{large})
				large = nil
			}
		}
		for i, l := range p.Lines {
			switch {
			case p == first && l.Y < head, e.imprint.holds(l):
				continue
			case l.large():
				large = append(large, l)
				continue
			case i == 0 && attachmentMark.MatchString(l.Text()):
				e.attachments = append(e.attachments, l)
			default:
				text = append(text, l)
			}
			flush()
		}
		flush()
	}
	text = e.findEnd(d, text)
	text = e.findRecipients(text)
	e.paragraphs = d.findParagraphs(text)
	return e
}

// findHead finds what stands over the title of page 1 and returns where it ends.
func (d *Document) findHead(e *elements) float64 {
	p := d.Pages[0]
	if len(p.Red) == 0 {
		return 0
	}
	from, end := 0.0, p.area().Y1
	for _, l := range p.Lines {
		if l.large() {
			end = l.Y
			break
		}
	}
	switch {
	case e.letter:
		from = e.redRules[1].Box.Y0
	case len(e.redRules) > 0:
		end = min(end, e.redRules[0].Box.Y0)
	}
	for _, l := range p.Lines {
		if l.Y < from || l.Y >= end {
			continue
		}
		for _, part := range l.parts() {
			e.headPart(part)
		}
	}
	return end
}

// headPart takes one part of a line of the head for what it looks like.
func (e *elements) headPart(l Line) {
	text := l.Text()
	switch {
	case strings.Contains(text, "签发人") || len(e.signers) > 0 && !numberWord.MatchString(text):
		e.signers = append(e.signers, l)
	case numberWord.MatchString(text):
		e.number = &l
	case serialWord.MatchString(text), secrecyWord.MatchString(text), urgencyWord.MatchString(text):
		e.marks = append(e.marks, l)
	}
}
