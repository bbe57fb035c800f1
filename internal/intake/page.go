package intake

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"hongtou/internal/manuscript"
)

// page reads the text of a web page: what a browser without style sheets
// would show. Everything seen is a block; what only surrounds the article is
// marked as furniture, with care, for a mark too many hides a part of a plan.
type page struct {
	*writer
	facts map[*html.Node]*fact // of block elements
	body  *html.Node           // the element that holds the article
	line  int
	boxes int
}

// pageFlow gathers the paragraphs of one flow: the page, or a cell.
type pageFlow struct {
	parts  []part
	run    collapse
	number string // for the next paragraph
	mood   mood   // of its first character
}

// mood is what elements around a text say about it.
type mood struct {
	bold, centred, furniture, pre bool
	heading                       int
}

// readPage reads .html.
func readPage(data []byte, o Options) (manuscript.Manuscript, error) {
	text, err := decodePage(data, o.Encoding)
	if err != nil {
		return manuscript.Manuscript{}, err
	}
	clean, lost, err := wash(text, o.Limits)
	if err != nil {
		return manuscript.Manuscript{}, err
	}
	root, err := html.Parse(clean)
	if err != nil {
		return manuscript.Manuscript{}, tooDeep()
	}
	p := &page{writer: newWriter(o.Limits), facts: map[*html.Node]*fact{}}
	p.survey(root)
	p.body = p.article(root)
	f := &pageFlow{}
	if err := p.walk(f, root, mood{}); err != nil {
		return manuscript.Manuscript{}, err
	}
	if err := p.endParagraph(f); err != nil {
		return manuscript.Manuscript{}, err
	}
	for _, message := range lost {
		if err := p.note(manuscript.Place{}, message); err != nil {
			return manuscript.Manuscript{}, err
		}
	}
	err = p.emit(f.parts)
	return p.m, err
}

func (p *page) here() manuscript.Place { return manuscript.Place{Line: max(p.line, 1)} }

// walk reads the children of an element.
func (p *page) walk(f *pageFlow, n *html.Node, m mood) error {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if err := p.node(f, c, m); err != nil {
			return err
		}
	}
	return nil
}

func (p *page) node(f *pageFlow, n *html.Node, m mood) error {
	switch {
	case n.Type == html.TextNode:
		return p.text(f, n.Data, m)
	case n.Type != html.ElementNode:
		return nil
	case n.DataAtom == atom.Head:
		return p.head(n)
	case hidden(n):
		return p.hiddenNote(n)
	}
	m = p.within(n, m)
	switch n.DataAtom {
	case atom.Br:
		return p.endParagraph(f)
	case atom.Table:
		return p.table(f, n, m)
	case atom.Img:
		return p.picture(n)
	case atom.Input:
		return p.button(f, n, m)
	}
	if marker(n) {
		f.number = strings.TrimSpace(plain(n))
		return p.count(f.number)
	}
	if !isBlock(n) {
		return p.walk(f, n, m)
	}
	return p.block(f, n, m)
}

// block reads an element that stands on lines of its own.
func (p *page) block(f *pageFlow, n *html.Node, m mood) error {
	if err := p.endParagraph(f); err != nil {
		return err
	}
	if n.DataAtom == atom.Li {
		f.number = itemNumber(n)
	}
	if err := p.walk(f, n, m); err != nil {
		return err
	}
	if err := p.endParagraph(f); err != nil {
		return err
	}
	if n.DataAtom == atom.Li {
		f.number = ""
	}
	return nil
}

func (p *page) text(f *pageFlow, s string, m mood) error {
	if err := p.count(s); err != nil {
		return err
	}
	if f.run.text.Len() == 0 {
		f.mood = m
	}
	if !m.pre {
		f.run.add(s, m.bold)
		return nil
	}
	for {
		end := lineEnds.FindStringIndex(s)
		if end == nil {
			f.run.keep(s, m.bold)
			return nil
		}
		f.run.keep(s[:end[0]], m.bold)
		if err := p.endParagraph(f); err != nil {
			return err
		}
		s = s[end[1]:]
	}
}

// endParagraph puts what was gathered into the flow, when there is any.
func (p *page) endParagraph(f *pageFlow) error {
	m := f.mood
	text, bold := f.run.take()
	if text == "" {
		return nil
	}
	if p.boxes == 0 {
		p.line++
	}
	if err := p.writer.block(); err != nil {
		return err
	}
	f.parts = append(f.parts, part{block: manuscript.Block{
		Place: p.here(), Text: text, Bold: bold, Number: f.number,
		Heading: m.heading, Centred: m.centred, Page: m.furniture,
	}})
	f.number = ""
	return nil
}

func (p *page) head(n *html.Node) error {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if title := strings.TrimSpace(plain(c)); c.DataAtom == atom.Title && title != "" {
			return p.note(p.here(), "网页的标题栏“"+title+"”不是正文，没有读入")
		}
	}
	return nil
}

func (p *page) hiddenNote(n *html.Node) error {
	text := plain(n)
	if text == "" {
		return nil
	}
	return p.note(p.here(), "网页里隐藏的文字没有读入：“"+text+"”")
}

func (p *page) picture(n *html.Node) error {
	message := "这里有图片，图片里的文字不能读入"
	if alt := strings.TrimSpace(attr(n, "alt")); alt != "" {
		message += "（" + alt + "）"
	}
	return p.note(p.here(), message)
}

// button reads the words on a button, and what stands in a line to fill in.
func (p *page) button(f *pageFlow, n *html.Node, m mood) error {
	switch strings.ToLower(attr(n, "type")) {
	case "button", "submit", "reset":
		m.furniture = true
		if err := p.endParagraph(f); err != nil {
			return err
		}
		if err := p.text(f, attr(n, "value"), m); err != nil {
			return err
		}
		return p.endParagraph(f)
	case "", "text", "number", "date", "month", "time", "tel", "email", "url", "search":
		value := strings.TrimSpace(attr(n, "value"))
		if value == "" {
			return nil
		}
		if err := p.text(f, value, m); err != nil {
			return err
		}
		return p.note(p.here(), "输入框里的文字读作正文：“"+value+"”")
	}
	return nil
}
