package compose

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"hongtou/internal/diag"
	"hongtou/internal/dossier"
	"hongtou/internal/markdown"
	"hongtou/internal/zh"
)

// block is what the builder asks for of a block that a template wrote.
type block struct {
	kind   markdown.Kind
	at     diag.Position
	attr   *markdown.Attribute
	level  int
	number string
	head   int
	text   string
	breaks []int
	info   string
	lines  []string // of a fence
}

func blocksOf(parsed []markdown.Block) []block {
	out := make([]block, len(parsed))
	for i, m := range parsed {
		out[i] = block{m.Kind, m.At, m.Attr, m.Level, m.Number, m.Head, m.Text.Value, m.Breaks, m.Info.Value, nil}
		for _, l := range m.Lines {
			out[i].lines = append(out[i].lines, l.Value)
		}
	}
	return out
}

// plainBlocks reads what well-formed templates write: titles, fences, names in
// braces and paragraphs of one line, none of them indented. Whatever else it
// meets, everything that would be a problem above all, it declines, and
// markdown reads the whole; what it reads, it reads as markdown does (a
// property test and a fuzz target hold both against each other). A sixth of the
// time of a task book was markdown's.
type plainBlocks struct {
	lines   []string
	line    int // the next one, from 0
	blocks  []block
	pending *markdown.Attribute
	text    bool // a printed line stands directly above
}

// readPlainBlocks gives the blocks of a text whose first line is line 1, or
// false when it declines.
func readPlainBlocks(text string) ([]block, bool) {
	if !plainLines(text) || strings.Contains(text, "{sic=") {
		return nil, false
	}
	p := &plainBlocks{lines: strings.Split(text, "\n")}
	p.blocks = make([]block, 0, 16)
	for p.line < len(p.lines) {
		if !p.next(p.lines[p.line]) {
			return nil, false
		}
	}
	return p.blocks, p.pending == nil
}

// plainLines tells UTF-8 without any control characters but line ends.
func plainLines(text string) bool {
	for i := 0; i < len(text); i++ {
		if c := text[i]; c < ' ' && c != '\n' || c == 0x7F {
			return false
		}
	}
	return utf8.ValidString(text)
}

// next reads a line, and what belongs to it.
func (p *plainBlocks) next(l string) bool {
	switch {
	case strings.Trim(l, " ") == "":
		p.line, p.text = p.line+1, false
		return true
	case l[len(l)-1] == ' ':
		return false
	case l[0] == '`':
		return p.fence(l)
	case l[0] == '#':
		return p.title(l)
	case l[0] == '{' && len(l) > 1 && l[1] >= 'a' && l[1] <= 'z':
		return p.attribute(l)
	case l[0] == '~' || p.text:
		return false
	}
	if r, _ := utf8.DecodeRuneInString(l); unicode.IsSpace(r) {
		return false
	}
	p.paragraph(l)
	return true
}

func (p *plainBlocks) at() diag.Position { return diag.Position{Line: p.line + 1, Column: 1} }

// add ends the line of a block that begins at a place.
func (p *plainBlocks) add(b block) {
	b.attr, p.pending = p.pending, nil
	p.blocks = append(p.blocks, b)
	p.line++
}

const fenceMark = "```"

func (p *plainBlocks) fence(l string) bool {
	info, marked := strings.CutPrefix(l, fenceMark)
	if !marked || strings.Trim(info, "abcdefghijklmnopqrstuvwxyz-") != "" {
		return false
	}
	at, from := p.at(), p.line+1
	for p.line = from; p.line < len(p.lines); p.line++ {
		l := p.lines[p.line]
		if l == fenceMark {
			p.text = false
			p.add(block{kind: markdown.Fence, at: at, info: info, lines: p.lines[from:p.line:p.line]})
			return true
		}
		if strings.HasPrefix(strings.TrimLeft(l, " "), fenceMark) {
			return false
		}
	}
	return false // without an end
}

func (p *plainBlocks) title(l string) bool {
	rest, marked := strings.CutPrefix(l, "# ")
	if !marked || rest[0] == ' ' {
		return false
	}
	title, problems := markdown.SplitTitle(dossier.Text{Value: rest, At: p.at().Shift(len("# "))})
	if len(problems) > 0 {
		return false
	}
	p.text = false
	p.add(block{kind: markdown.Title, at: p.at(), text: title.Value, breaks: title.Breaks})
	return true
}

// attribute reads {name} and no more.
func (p *plainBlocks) attribute(l string) bool {
	name := l[1 : len(l)-1]
	if p.pending != nil || l[len(l)-1] != '}' || strings.Trim(name, "abcdefghijklmnopqrstuvwxyz") != "" {
		return false
	}
	p.pending = &markdown.Attribute{At: p.at(), Name: dossier.Text{Value: name, At: p.at().Shift(1)}}
	p.line, p.text = p.line+1, false
	return true
}

func (p *plainBlocks) paragraph(l string) {
	b := block{kind: markdown.Paragraph, at: p.at(), text: l}
	if level, ok := zh.ParseLevel(l); ok {
		b.level, b.number, b.head = level.Depth, level.Number, markdown.FirstSentence(l)
	}
	p.text = true
	p.add(b)
}
