package intake

import (
	"strings"
	"unicode/utf8"

	"hongtou/internal/manuscript"
)

// para is a paragraph being read: its printed lines, for a manual line break
// makes two paragraphs of one, and what follows it.
type para struct {
	lines   []textLine
	style   string
	format  format // of the paragraph itself, over its style
	list    listRef
	deleted bool // its mark: the next paragraph goes on in its line
	toc     bool
	boxes   []part
}

type textLine struct {
	text strings.Builder
	bold int
	thin bool // a character that is not bold was met
}

func newPara() *para { return &para{lines: make([]textLine, 1)} }

func (p *para) write(s string, bold bool) {
	l := &p.lines[len(p.lines)-1]
	l.text.WriteString(s)
	if bold && !l.thin {
		l.bold += utf8.RuneCountInString(s)
	} else if s != "" {
		l.thin = true
	}
}

func (p *para) breakLine() { p.lines = append(p.lines, textLine{}) }

// size is how many bytes of text are there.
func (p *para) size() int {
	n := 0
	for i := range p.lines {
		n += p.lines[i].text.Len()
	}
	return n
}

func (p *para) empty() bool {
	for i := range p.lines {
		if p.lines[i].text.Len() > 0 {
			return false
		}
	}
	return true
}

// paragraphOf reads w:p.
func (w *word) paragraphOf(m *markup, parts *[]part) error {
	p := w.carry
	if p == nil {
		p = newPara()
		if w.boxes == 0 {
			w.line++
		}
	}
	p.deleted, p.style, p.format, p.list = false, "", format{}, listRef{}
	w.carry = nil
	p.toc = w.inContents()
	err := m.children(func(e element) error {
		if e.is("w", "pPr") {
			return w.paragraphFormat(m, p)
		}
		return w.inline(m, e, p)
	})
	if err != nil {
		return err
	}
	if p.deleted {
		w.carry = p
		return nil
	}
	return w.finish(p, parts)
}

// finish puts the lines of a paragraph into the flow.
func (w *word) finish(p *para, parts *[]part) error {
	look := w.look(p)
	number := ""
	if !(look.vanish && p.empty()) {
		number = w.numbering.next(w.listOf(p))
	}
	for i := range p.lines {
		b := manuscript.Block{
			Place: w.here(), Text: p.lines[i].text.String(), Bold: p.lines[i].bold,
			Heading: look.outline, Centred: look.centred, Page: p.toc || look.contents,
		}
		if i == 0 {
			b.Number = number
		}
		if err := w.put(parts, b); err != nil {
			return err
		}
	}
	*parts = append(*parts, p.boxes...)
	return nil
}

// put appends a paragraph; line ends within run text are none in Word.
func (w *word) put(parts *[]part, b manuscript.Block) error {
	if lineEnds.MatchString(b.Text) {
		b.Text = lineEnds.ReplaceAllString(b.Text, " ")
	}
	if err := w.block(); err != nil {
		return err
	}
	*parts = append(*parts, part{block: b})
	return nil
}

// paragraphFormat reads w:pPr.
func (w *word) paragraphFormat(m *markup, p *para) error {
	return m.children(func(e element) error {
		switch e.name {
		case "pStyle":
			p.style = e.attr("val")
		case "numPr":
			return readListRef(m, &p.list)
		case "rPr":
			return m.children(func(e element) error {
				p.deleted = p.deleted || e.name == "del" || e.name == "moveFrom"
				p.format.character(e, true)
				return m.skip()
			})
		default:
			p.format.paragraph(e)
		}
		return m.skip()
	})
}

// inContents says whether an open field is a table of contents.
func (w *word) inContents() bool {
	for _, f := range w.fields {
		if strings.HasPrefix(strings.TrimSpace(strings.ToUpper(f.code)), "TOC") {
			return true
		}
	}
	return false
}
