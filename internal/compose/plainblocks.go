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

// block is a block of what a template wrote. The lines of a fence stand beside
// it without their places, which are counted from the fence's own.
type block struct {
	markdown.Block
	lines []string
}

func blocksOf(parsed []markdown.Block) []block {
	out := make([]block, len(parsed))
	for i, m := range parsed {
		out[i].Block = m
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
func (p *plainBlocks) add(b markdown.Block, lines []string) {
	b.Attr, p.pending = p.pending, nil
	p.blocks = append(p.blocks, block{b, lines})
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
			b := markdown.Block{Kind: markdown.Fence, At: at, Info: dossier.Text{Value: info, At: at.Shift(len(fenceMark))}}
			lines := p.lines[from:p.line:p.line]
			p.text = false
			p.add(b, lines)
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
	p.add(markdown.Block{Kind: markdown.Title, At: p.at(), Text: title.Text, Breaks: title.Breaks}, nil)
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
	b := markdown.Block{Kind: markdown.Paragraph, At: p.at(), Text: dossier.Text{Value: l, At: p.at()}}
	if level, ok := zh.ParseLevel(l); ok {
		b.Level, b.Number, b.Value = level.Depth, level.Number, level.Value
		b.Head = markdown.FirstSentence(l)
	}
	p.text = true
	p.add(b, nil)
}
