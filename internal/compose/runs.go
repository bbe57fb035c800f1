package compose

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"hongtou/internal/diag"
	"hongtou/internal/doc"
)

// builder turns the parsed output of one template into the document tree,
// with the put values in the place of their tokens.
type builder struct {
	x     *execution
	list  diag.List
	setup doc.Setup
	ids   map[string]int // how often each anchor was asked for
	specs []elementSpec
	nodes *nodes // of the element that is being read

	inlines inlineSlab
	ofOne   [][]doc.Inline // lists of one paragraph that are left of a slab

	entries []contentsUse // of tables of contents, checked when all is read
	tallies []tallyUse    // likewise
}

func newBuilder(x *execution) *builder { return &builder{x: x, ids: map[string]int{}, nodes: &nodes{}} }

// problem reports at a place of the output; the template line that wrote it
// is what users see.
func (b *builder) problem(at diag.Position, code, message, hint string) {
	b.list.Add(diag.Diagnostic{Code: code, Message: message, Hint: hint, At: b.x.placeOf(at.Line)})
}

// piece is a stretch of skeleton text: fixed characters of the template, or
// one token.
type piece struct {
	text  string
	value *placed // nil for fixed characters
}

// split cuts text at its tokens.
func (b *builder) split(text string) []piece {
	if text == "" {
		return nil
	}
	out := make([]piece, 0, 1+2*strings.Count(text, openMark))
	for text != "" {
		var before, after piece
		if before, after, text = b.cut(text); before.text != "" {
			out = append(out, before)
		}
		if after.value != nil {
			out = append(out, after)
		}
	}
	return out
}

// The characters around the number of a token, as strings.
const openMark, closeMark = string(tokenOpen), string(tokenClose)

// cut gives what stands before the first token of a text, the token, and what
// follows it. A token that is none ends the text: it stays unfound, which is
// reported.
func (b *builder) cut(text string) (before, token piece, after string) {
	open := strings.Index(text, openMark)
	if open < 0 {
		return piece{text: text}, piece{}, ""
	}
	before = piece{text: text[:open]}
	number, after, closed := strings.Cut(text[open+len(openMark):], closeMark)
	n, err := strconv.Atoi(number)
	if !closed || err != nil || n < 0 || n >= len(b.x.put) {
		return before, piece{}, ""
	}
	return before, piece{text: text[open : len(text)-len(after)], value: &b.x.put[n]}, after
}

// alone gives the value when the text is one token and nothing else.
func (b *builder) alone(text string) *placed {
	if !strings.HasPrefix(text, openMark) {
		return nil
	}
	if before, token, after := b.cut(text); before.text == "" && after == "" {
		return token.value
	}
	return nil
}

// runs gives the runs of one line of text; fixed characters before head (in
// characters of text) are in the style of the heading, and so are the values.
// heads counts the runs of the heading.
func (b *builder) runs(text string, at diag.Position, head int, style doc.Style) (runs []doc.Inline, heads int) {
	offset := 0
	pieces := b.split(text)
	if len(pieces) > 0 {
		runs = make([]doc.Inline, 0, len(pieces))
	}
	for _, p := range pieces {
		n := utf8.RuneCountInString(p.text)
		switch {
		case p.value != nil:
			runs = append(runs, b.put(p.value, at)...)
			if offset+n <= head {
				heads = len(runs)
			}
		case offset < head && head < offset+n:
			r := []rune(p.text)
			runs = append(runs, doc.Inline{Text: string(r[:head-offset])}, doc.Inline{Text: string(r[head-offset:])})
			heads = len(runs) - 1
		default:
			runs = append(runs, doc.Inline{Text: p.text})
			if offset+n <= head {
				heads = len(runs)
			}
		}
		offset += n
	}
	return restyle(runs, heads, style), heads
}

// put gives the runs of a value that stands inside a line.
func (b *builder) put(p *placed, at diag.Position) []doc.Inline {
	p.found++
	runs, ok := p.inline()
	if !ok {
		b.problem(at, "put-paragraphs", "“"+p.field+"”是段落，须单独成段，不能与其他文字同在一行", "在它的前后各空一行")
	}
	return runs
}

// line gives text as runs of one style, whatever the values' own styles are.
func (b *builder) line(text string, at diag.Position, style doc.Style) []doc.Inline {
	if text == "" {
		return nil
	}
	out := b.inlines.begin(1 + 2*strings.Count(text, openMark))
	for text != "" {
		var before, token piece
		if before, token, text = b.cut(text); before.text != "" {
			out = append(out, doc.Inline{Text: before.text})
		}
		if token.value != nil {
			out = append(out, b.put(token.value, at)...)
		}
	}
	return restyle(b.inlines.end(out), len(out), style)
}

// restyle sets the style of the first runs of a list that nobody else has.
func restyle(runs []doc.Inline, n int, style doc.Style) []doc.Inline {
	if len(runs) == 0 {
		return nil
	}
	for i := range runs[:n] {
		runs[i].Style = style
	}
	return runs
}

// paragraphs gives text as paragraphs of one style; paragraphs that stand
// alone stay as many as they are.
func (b *builder) paragraphs(text string, at diag.Position, style doc.Style) [][]doc.Inline {
	if p := b.alone(text); p != nil && p.blocks != nil {
		p.found++
		var out [][]doc.Inline
		for _, block := range p.blocks {
			out = append(out, styled(block.Text, style))
		}
		return out
	}
	if text == "" {
		return nil
	}
	if len(b.ofOne) == 0 {
		b.ofOne = make([][]doc.Inline, slabSize)
	}
	out := b.ofOne[:1:1]
	b.ofOne = b.ofOne[1:]
	out[0] = b.line(text, at, style)
	return out
}

// styled gives a copy of the runs in one style.
func styled(runs []doc.Inline, style doc.Style) []doc.Inline {
	if len(runs) == 0 {
		return nil
	}
	out := slices.Clone(runs)
	for i := range out {
		out[i].Style = style
	}
	return out
}

// anchor makes an anchor unique in the document: a number that is printed
// twice must not stop a document from being made as issued.
func (b *builder) anchor(id string) string {
	b.ids[id]++
	if n := b.ids[id]; n > 1 {
		return b.anchor(id + "-" + strconv.Itoa(n))
	}
	return id
}

func (b *builder) anchored(o doc.Outline) doc.Outline {
	if o.ID != "" {
		o.ID = b.anchor(o.ID)
	}
	return o
}
