package markdown

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"hongtou/internal/diag"
	"hongtou/internal/dossier"
	"hongtou/internal/zh"
)

// Parse reads Markdown whose first character stands at the place at (column 1
// of some line). Everything that is wrong is in the list; the blocks are as
// complete as they can be all the same. Bytes that are no UTF-8, which source
// lets nobody bring here, become U+FFFD: offsets count characters.
func Parse(src string, at diag.Position) ([]Block, diag.List) {
	src = strings.ToValidUTF8(src, "\uFFFD")
	r := &reader{at: at, src: src, starts: lineStarts(src)}
	goldmark(r).Parse(text.NewReader([]byte(src)))
	r.dropPending()
	return r.blocks, r.list
}

// goldmark is configured with the three block parsers official documents
// need and no inline parser at all.
func goldmark(transformer parser.ASTTransformer) parser.Parser {
	return parser.NewParser(
		parser.WithBlockParsers(
			util.Prioritized(parser.NewFencedCodeBlockParser(), 100),
			util.Prioritized(parser.NewATXHeadingParser(), 200),
			util.Prioritized(indentedParagraph{parser.NewParagraphParser()}, 300),
		),
		parser.WithASTTransformers(util.Prioritized(transformer, 100)),
	)
}

// indentedParagraph also takes lines indented four characters and more,
// which goldmark would drop without a code block parser.
type indentedParagraph struct{ parser.BlockParser }

func (indentedParagraph) CanAcceptIndentedLine() bool { return true }

// reader is the AST transformer: it turns goldmark's blocks into ours. It
// takes only kinds and line numbers from the tree and all characters from the
// source lines, so that nothing is lost or trimmed unseen.
type reader struct {
	at      diag.Position
	src     string
	starts  []int
	blocks  []Block
	list    diag.List
	pending *Attribute
}

// Transform implements parser.ASTTransformer.
func (r *reader) Transform(doc *ast.Document, _ text.Reader, _ parser.Context) {
	for n := doc.FirstChild(); n != nil; n = n.NextSibling() {
		line := r.lineOf(n.Pos())
		switch n := n.(type) {
		case *ast.Heading:
			r.heading(line, n.Level)
		case *ast.FencedCodeBlock:
			r.fence(line, n.Lines().Len())
		case *ast.Paragraph:
			r.paragraph(line, n.Lines().Len())
		}
	}
}

func lineStarts(src string) []int {
	starts := []int{0}
	for i := 0; i < len(src); i++ {
		if src[i] == '\n' {
			starts = append(starts, i+1)
		}
	}
	return starts
}

func (r *reader) lineOf(offset int) int {
	return sort.SearchInts(r.starts, offset+1) - 1
}

// line gives a line, counted from 0, without its end.
func (r *reader) line(n int) string {
	end := len(r.src)
	if n+1 < len(r.starts) {
		end = r.starts[n+1] - 1
	}
	return r.src[r.starts[n]:end]
}

// pos gives the place of a column (from 1) of a line (from 0).
func (r *reader) pos(line, column int) diag.Position {
	return diag.Position{File: r.at.File, Line: max(r.at.Line, 1) + line, Column: column}
}

// maxProblems is how many problems one text reports.
const maxProblems = 200

func (r *reader) errorAt(at diag.Position, length int, code, message, hint string) {
	switch {
	case len(r.list) == maxProblems:
		code, message, hint = "too-many-problems", "问题过多，此后的不再列出", "先改正以上各处"
	case len(r.list) > maxProblems:
		return
	}
	r.list.Add(diag.Diagnostic{Code: code, Message: message, Hint: hint, At: at, Length: length})
}

// trimmed gives a line without the blanks around it and reports those before
// it: in print the first-line indent is made by the layout.
func (r *reader) trimmed(n int) (s string, at diag.Position) {
	raw := strings.TrimRight(r.line(n), " \t\r\v\f")
	s = strings.TrimLeftFunc(raw, unicode.IsSpace)
	indent := utf8.RuneCountInString(raw) - utf8.RuneCountInString(s)
	if indent > 0 {
		r.errorAt(r.pos(n, 1), indent, "leading-space", "段首有空格，首行缩进由排版完成", "删除段首空格")
	}
	return s, r.pos(n, 1+indent)
}

func (r *reader) add(b Block) {
	b.Attr, r.pending = r.pending, nil
	r.blocks = append(r.blocks, b)
}

func (r *reader) dropPending() {
	if r.pending != nil {
		r.errorAt(r.pending.At, 1, "attribute-alone", "属性行之后没有它所说明的段落", "把属性行放在该段落的上一行")
		r.pending = nil
	}
}

func (r *reader) heading(line, level int) {
	s, at := r.trimmed(line)
	if level > 1 {
		r.errorAt(at, utf8.RuneCountInString(s), "heading-level", "“#”只用于标题，层次由“一、”“（一）”“1.”“（1）”表示", "删除“#”，写出层次序号")
		return
	}
	rest := strings.TrimLeft(s[1:], " \t")
	if rest == "" {
		r.errorAt(at, 1, "empty-title", "“#”之后没有标题", "写出标题")
		return
	}
	shift := utf8.RuneCountInString(s) - utf8.RuneCountInString(rest)
	title, problems := SplitTitle(r.inline(rest, at.Shift(shift)))
	for _, d := range problems {
		r.errorAt(d.At, d.Length, d.Code, d.Message, d.Hint)
	}
	r.add(Block{Kind: Title, At: at, Text: title.Text, Breaks: title.Breaks})
}

func (r *reader) paragraph(line, count int) {
	text := false // a printed line stands directly above
	for n := line; n < line+count; n++ {
		s, at := r.trimmed(n)
		switch {
		case s == "": // only full-width spaces, reported
		case isAttributeLine(s):
			r.dropPending()
			r.pending = r.attribute(s, at)
			text = false
		default:
			if text {
				r.errorAt(at, 1, "soft-break", "段落中间换行，与上一行之间没有空行", "连成一行，或在两段之间加一个空行")
			}
			r.addParagraph(s, at)
			text = true
		}
	}
}

func (r *reader) addParagraph(s string, at diag.Position) {
	if strings.HasPrefix(s, "#") {
		r.errorAt(at, 1, "title-space", "“#”之后应有一个空格", "写作“# 标题”")
	}
	b := Block{Kind: Paragraph, At: at, Text: r.inline(s, at)}
	if level, ok := zh.ParseLevel(b.Text.Value); ok {
		b.Level, b.Number, b.Value = level.Depth, level.Number, level.Value
		b.Head = FirstSentence(b.Text.Value)
	}
	r.add(b)
}

func (r *reader) fence(line, count int) {
	s, at := r.trimmed(line)
	info := strings.TrimLeft(strings.TrimLeft(s, s[:1]), " \t")
	shift := utf8.RuneCountInString(s) - utf8.RuneCountInString(info)
	b := Block{Kind: Fence, At: at, Info: dossier.Text{Value: info, At: at.Shift(shift)}}
	if count > 0 {
		b.Lines = make([]dossier.Text, 0, count)
	}
	for n := line + 1; n <= line+count; n++ {
		b.Lines = append(b.Lines, dossier.Text{Value: r.line(n), At: r.pos(n, 1)})
	}
	end := line + count + 1
	if end >= len(r.starts) || !strings.HasPrefix(strings.TrimLeft(r.line(end), " "), s[:1]) {
		r.errorAt(at, 3, "fence-open", "代码块没有结束行", "在末尾加一行“```”")
	}
	r.add(b)
}
