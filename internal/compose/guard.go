package compose

import (
	"slices"
	"strings"
	"text/template/parse"

	"hongtou/internal/diag"
)

// functions are all that a template may call: put, and text/template's own
// logic. Formatting is left out on purpose: values are printed as issued, and
// a template computes no law.
var functions = [...]struct{ name, meaning string }{
	{"put", "写出一个资料值：`{{put .Title}}`。值不经过 Markdown，原样印出；写几次就印几次"},
	{"and", "逐个求值，遇到第一个“无”即返回"},
	{"or", "逐个求值，遇到第一个“有”即返回"},
	{"not", "取反"},
	{"eq", "相等：`{{if eq .Kind \"goal\"}}`"},
	{"ne", "不等"},
	{"lt", "小于"},
	{"le", "小于或等于"},
	{"gt", "大于"},
	{"ge", "大于或等于"},
	{"len", "个数：`{{len .Rows}}`"},
	{"index", "按序号取一个：`{{index .Items 0}}`"},
}

func allowedFunction(name string) bool {
	return slices.ContainsFunc(functions[:], func(f struct{ name, meaning string }) bool { return f.name == name })
}

// guard walks the parsed templates of one file: it refuses functions that are
// not allowed and gathers which template calls which. Into every list of
// nodes it writes marks, so that the sink knows the template line of
// everything it gets and hears of every turn of a loop; and it ends every
// action with show, which lets nothing through that should have been put.
type guard struct {
	file  int // number of the file, for marks
	name  string
	ends  []int // offsets of the file's line ends
	calls []string
	list  diag.List
}

func newGuard(number int, f file) *guard {
	g := &guard{file: number, name: f.name}
	for i := range len(f.text) {
		if f.text[i] == '\n' {
			g.ends = append(g.ends, i)
		}
	}
	return g
}

// line gives the line of an offset, from 1.
func (g *guard) line(p parse.Pos) int {
	n, _ := slices.BinarySearch(g.ends, int(p))
	return n + 1
}

func (g *guard) problem(p parse.Pos, code, message, hint string) {
	g.list.Add(diag.Diagnostic{
		Code: code, Message: message, Hint: hint,
		At: diag.Position{File: g.name, Line: g.line(p), Column: 1},
	})
}

func (g *guard) walkList(l *parse.ListNode) {
	if l == nil {
		return
	}
	marked := []parse.Node{g.mark(l.Pos)}
	for _, n := range l.Nodes {
		if t, ok := n.(*parse.TextNode); ok {
			g.markText(t)
		} else {
			g.walk(n)
		}
		marked = append(marked, n)
	}
	l.Nodes = marked
}

func (g *guard) mark(p parse.Pos) parse.Node {
	return &parse.TextNode{NodeType: parse.NodeText, Pos: p, Text: []byte(markText(g.file, g.line(p)))}
}

// markText writes a mark before the text and after each of its line ends.
func (g *guard) markText(t *parse.TextNode) {
	line := g.line(t.Pos)
	var b strings.Builder
	b.WriteString(markText(g.file, line))
	for s := range strings.Lines(string(t.Text)) {
		b.WriteString(s)
		if strings.HasSuffix(s, "\n") {
			line++
			b.WriteString(markText(g.file, line))
		}
	}
	t.Text = []byte(b.String())
}

func (g *guard) walk(n parse.Node) {
	switch n := n.(type) {
	case *parse.ActionNode:
		g.pipe(n.Pipe)
		if len(n.Pipe.Decl) == 0 {
			n.Pipe.Cmds = append(n.Pipe.Cmds, showCommand(n.Pos))
		}
	case *parse.IfNode:
		g.branch(&n.BranchNode)
	case *parse.RangeNode:
		g.branch(&n.BranchNode)
	case *parse.WithNode:
		g.branch(&n.BranchNode)
	case *parse.TemplateNode:
		g.calls = append(g.calls, n.Name)
		g.pipe(n.Pipe)
	}
}

// showCommand is | show, the end of every action that writes.
func showCommand(p parse.Pos) *parse.CommandNode {
	return &parse.CommandNode{
		NodeType: parse.NodeCommand, Pos: p,
		Args: []parse.Node{parse.NewIdentifier(showName).SetPos(p)},
	}
}

func (g *guard) branch(b *parse.BranchNode) {
	g.pipe(b.Pipe)
	g.walkList(b.List)
	g.walkList(b.ElseList)
}

func (g *guard) pipe(p *parse.PipeNode) {
	if p == nil {
		return
	}
	for _, c := range p.Cmds {
		for _, arg := range c.Args {
			g.argument(arg)
		}
	}
}

func (g *guard) argument(n parse.Node) {
	switch n := n.(type) {
	case *parse.IdentifierNode:
		if !allowedFunction(n.Ident) {
			g.problem(n.Pos, "template-function", "模板不能使用函数“"+n.Ident+"”", "可用的函数见docs/templates.md")
		}
	case *parse.PipeNode:
		g.pipe(n)
	case *parse.ChainNode:
		g.argument(n.Node)
	case *parse.StringNode:
		if strings.ContainsFunc(n.Text, private) {
			g.problem(n.Pos, "template-private", "模板中有私用区字符", "删除该字符")
		}
	}
}
