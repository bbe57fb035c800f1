package textlint

import (
	"math"
	"regexp"
	"unicode/utf8"

	"hongtou/internal/elements"
	"hongtou/internal/gbt9704"
	"hongtou/internal/printout"
)

// kinds are the places in a document from which passages come.
type kinds int

const (
	title kinds = 1 << iota
	paragraph
	other // recipients, notes, signature, imprint
	cell  // one line of a cell of a table: its sentences are cut

	inTitles   = title
	inText     = paragraph
	inWhole    = title | paragraph | other
	everywhere = inWhole | cell
)

// passage is words that belong together, with the glyphs that print them.
type passage struct {
	kind   kinds
	text   string
	runes  []rune
	glyphs []printout.Glyph
	ends   map[int]bool // characters that end a line, but for the last
	indent float64      // of a paragraph's first line, mm from the margin
}

func newPassage(kind kinds, lines ...elements.Line) passage {
	p := passage{kind: kind, ends: map[int]bool{}}
	for i, l := range lines {
		p.glyphs = append(p.glyphs, l.Glyphs...)
		if i < len(lines)-1 {
			p.ends[len(p.glyphs)-1] = true
		}
	}
	p.runes = make([]rune, len(p.glyphs))
	for i, g := range p.glyphs {
		p.runes[i] = g.Rune
		if !utf8.ValidRune(g.Rune) {
			p.runes[i] = utf8.RuneError
		}
	}
	p.text = string(p.runes)
	return p
}

// passages are all of a document, in the order in which they are looked at: by
// elements, and within them by pages.
func passages(d *elements.Document) []passage {
	var out []passage
	add := func(kind kinds, lines ...elements.Line) {
		if len(lines) > 0 {
			out = append(out, newPassage(kind, lines...))
		}
	}
	if d.Number != nil {
		add(other, *d.Number)
	}
	for _, t := range d.Titles {
		add(title, t.Lines...)
		add(other, t.Under...)
	}
	add(other, d.Recipients...)
	for _, p := range d.Paragraphs {
		add(paragraph, p.Lines...)
		out[len(out)-1].indent = p.Lines[0].X0() - d.Margins(p.Lines[0].Page).Left
	}
	add(other, d.Note...)
	if d.Closing != nil {
		add(other, *d.Closing)
	}
	if d.Imprint != nil {
		for _, l := range d.Imprint.Lines {
			add(other, l)
		}
	}
	for _, p := range d.Pages {
		for _, l := range elements.Lines(p.Table) {
			for _, c := range cells(l) {
				add(cell, c)
			}
		}
	}
	return out
}

// cellGap is the white, in em, that parts the cells of a table at least.
const cellGap = 0.6

// cells cuts a line where white stands in it.
func cells(l elements.Line) []elements.Line {
	var out []elements.Line
	from := 0
	for i := 1; i <= len(l.Glyphs); i++ {
		if i == len(l.Glyphs) || l.Glyphs[i].X0-l.Glyphs[i-1].X1 > cellGap*l.Glyphs[i].Size*gbt9704.Point {
			out = append(out, elements.Line{Page: l.Page, Y: l.Y, Glyphs: l.Glyphs[from:i]})
			from = i
		}
	}
	return out
}

// around is how many characters of a passage are shown on either side of a
// finding.
const around = 6

// advice makes advice of a finding. Its box encloses the words on the line where
// they begin.
func (p passage) advice(code, basis string, f finding) Advice {
	g := p.glyphs[f.from]
	box := printout.Box{}
	for _, h := range p.glyphs[f.from:f.to] {
		if h.Page != g.Page || math.Abs(h.Y-g.Y) > g.Size*gbt9704.Point {
			break
		}
		em := h.Size * gbt9704.Point
		box = box.Union(printout.Box{X0: h.X0, Y0: h.Y - 0.88*em, X1: max(h.X1, h.X0+em/4), Y1: h.Y + 0.12*em})
	}
	return Advice{
		Rule: code, Basis: basis, Page: g.Page, Box: box,
		Text:    string(p.runes[max(0, f.from-around):min(len(p.runes), f.to+around)]),
		Message: f.message,
	}
}

// match gives the places of a pattern as numbers of characters: for each match
// those of the whole and of its groups, as regexp does; -1 where a group is
// empty. Bytes are counted once from the left.
func (p passage) match(pattern *regexp.Regexp) [][]int {
	found := pattern.FindAllStringSubmatchIndex(p.text, -1)
	at, n := 0, 0
	for _, m := range found {
		from, count := at, n
		count += utf8.RuneCountInString(p.text[from:m[0]])
		at, n = m[0], count
		for i, b := range m {
			if b >= 0 {
				m[i] = n + utf8.RuneCountInString(p.text[at:b])
			}
		}
	}
	return found
}

// say makes findings of all matches of a pattern with the same advice.
func (p passage) say(pattern *regexp.Regexp, message string) []finding {
	var out []finding
	for _, m := range p.match(pattern) {
		out = append(out, finding{m[0], m[1], message})
	}
	return out
}

// words are the characters of a match or group.
func (p passage) words(m []int, group int) string {
	if m[2*group] < 0 {
		return ""
	}
	return string(p.runes[m[2*group]:m[2*group+1]])
}
