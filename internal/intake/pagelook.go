package intake

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// within gives the mood inside an element.
func (p *page) within(n *html.Node, m mood) mood {
	m.furniture = m.furniture || p.furniture(n)
	switch n.DataAtom {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		m.heading, m.bold = int(n.Data[1]-'0'), true
	case atom.Th:
		m.bold = true
	case atom.Center:
		m.centred = true
	case atom.Pre:
		m.pre = true
	}
	if n.Data == "x-b" {
		m.bold = true
	}
	return styled(m, strings.ToLower(attr(n, "align")), attr(n, "style"))
}

var (
	weight = regexp.MustCompile(`font-weight\s*:\s*(bold|bolder|[6-9]00)?`)
	aligns = regexp.MustCompile(`text-align\s*:\s*(center)?`)
	none   = regexp.MustCompile(`display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all`)
	kept   = regexp.MustCompile(`white-space\s*:\s*(pre|pre-wrap|pre-line|break-spaces)\b`)
)

func styled(m mood, align, style string) mood {
	style = strings.ToLower(style)
	if w := weight.FindStringSubmatch(style); w != nil {
		m.bold = w[1] != ""
	}
	if a := aligns.FindStringSubmatch(style); a != nil {
		m.centred = a[1] != ""
	} else if align != "" {
		m.centred = align == "center" || align == "middle"
	}
	m.pre = m.pre || kept.MatchString(style)
	return m
}

func hidden(n *html.Node) bool {
	for _, a := range n.Attr {
		if a.Key == "hidden" || a.Key == "style" && none.MatchString(strings.ToLower(a.Val)) {
			return true
		}
	}
	return false
}

// marker says whether an element is the number Word put before a paragraph
// when it was copied.
func marker(n *html.Node) bool {
	return strings.Contains(strings.ToLower(attr(n, "style")), "mso-list:ignore")
}

func isBlock(n *html.Node) bool { return blockTags[n.Data] }

var blockTags = words(`html body p div h1 h2 h3 h4 h5 h6 ul ol li dl dt dd pre blockquote center address
	article section main nav header footer aside form fieldset legend figure figcaption details summary
	table caption thead tbody tfoot tr td th hr option select button textarea`)

func words(s string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(s) {
		set[w] = true
	}
	return set
}

func attr(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

// plain gives the text below a node with white space collapsed.
func plain(n *html.Node) string {
	var run collapse
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		if n.Type == html.TextNode {
			run.add(n.Data, false)
		}
		if isBlock(n) {
			run.add(" ", false)
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
	}
	walk(n)
	s, _ := run.take()
	return s
}

// fact is what a survey found below a block element.
type fact struct {
	text, linked int // characters, and those of them in links
	links        int
	tables       bool // has a table in it
}

// survey counts the characters below each block element once.
func (p *page) survey(n *html.Node) fact {
	var f fact
	if n.Type == html.TextNode {
		f.text = utf8.RuneCountInString(strings.TrimSpace(n.Data))
		return f
	}
	if n.Type == html.ElementNode && (n.DataAtom == atom.Head || hidden(n)) {
		return f
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		g := p.survey(c)
		f.text, f.linked, f.links = f.text+g.text, f.linked+g.linked, f.links+g.links
		f.tables = f.tables || g.tables || c.DataAtom == atom.Table
	}
	if n.Data == "x-a" {
		f.linked, f.links = f.text, 1
	}
	if isBlock(n) {
		p.facts[n] = &f
	}
	return f
}

// article finds the innermost element that holds more than half of the
// characters outside links.
func (p *page) article(root *html.Node) *html.Node {
	own := func(n *html.Node) int {
		if f := p.facts[n]; f != nil {
			return f.text - f.linked
		}
		return 0
	}
	total, best := 0, root
	for n := root; n != nil; {
		var next *html.Node
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			if c.Type == html.ElementNode && own(c)*2 > total && own(c) > 0 && (next == nil || own(c) > own(next)) {
				next = c
			}
		}
		if next == nil {
			break
		}
		if total == 0 {
			total = own(next)
		}
		best, n = next, next
	}
	return best
}

var (
	surrounding = words("nav footer aside button select option textarea")
	roles       = words("navigation banner contentinfo search complementary menu menubar toolbar")
	furniture   = regexp.MustCompile(`(?i)(^|[\s_-])(nav|navbar|navigation|menu|footer|foot|header|head|top|topbar|breadcrumbs?|crumbs?|position|location|dqwz|sidebar|side|share|bdsharebuttonbox|copyright|links?|friendlinks?|toolbar|search|pagination|pager|related|qrcode)([\s_-]|\d|$)`)
)

// furniture says whether an element only surrounds the article. Inside the
// article only the elements made for that count; an element that holds the
// article never does.
func (p *page) furniture(n *html.Node) bool {
	if surrounding[n.Data] || roles[attr(n, "role")] {
		return !p.holds(n)
	}
	f := p.facts[n]
	if f == nil || p.holds(n) || p.inside(n) {
		return false
	}
	if n.DataAtom == atom.Header || furniture.MatchString(attr(n, "class")) || furniture.MatchString(attr(n, "id")) {
		return true
	}
	return f.links >= 2 && f.linked*10 >= f.text*6
}

func (p *page) holds(n *html.Node) bool {
	for b := p.body; b != nil; b = b.Parent {
		if b == n {
			return true
		}
	}
	return false
}

func (p *page) inside(n *html.Node) bool {
	for ; n != nil; n = n.Parent {
		if n == p.body {
			return true
		}
	}
	return false
}
