package compose

import (
	"strings"
	"text/template/parse"
)

// programs are the guarded templates in a form that runs faster than
// text/template runs them. They know what the embedded templates use of the
// language and no more: a template that uses anything else has no program, and
// a run that meets anything unexpected, an error above all, is given up and
// done again by text/template, which says what is wrong.
type programs map[string][]instruction

// instruction is one node of a template.
type instruction struct {
	kind   parse.NodeType // text, action, if, with, range or template
	text   []segment
	pipe   *pipeline // nil for a template that is called without a value
	put    bool      // the action puts the value
	body   []instruction
	orElse []instruction
	name   string // of the template that is called
}

// segment is text of one template line.
type segment struct {
	at   place
	text string
}

// pipeline is an expression and the variables that get its value.
type pipeline struct {
	of     *expression
	decl   []string
	assign bool
}

// expression is a value: fields of the dot or of a variable, a constant or a
// function of expressions.
type expression struct {
	kind     parse.NodeType // field, dot, variable, identifier, number, string, bool or pipe
	variable string
	fields   []string
	function string
	args     []*expression
	constant any
	pipe     *pipeline
}

// compile gives the program of a template, or false when it uses what programs
// do not know.
func compile(l *parse.ListNode, files []string) ([]instruction, bool) {
	if l == nil {
		return nil, true
	}
	var out []instruction
	for _, n := range l.Nodes {
		i, ok := compileNode(n, files)
		if !ok {
			return nil, false
		}
		out = append(out, i)
	}
	return out, true
}

func compileNode(n parse.Node, files []string) (instruction, bool) {
	out := instruction{kind: n.Type()}
	ok := true
	switch n := n.(type) {
	case *parse.TextNode:
		out.text, ok = segments(string(n.Text), files)
	case *parse.ActionNode:
		out.put, out.pipe, ok = compileAction(n.Pipe)
	case *parse.IfNode:
		ok = out.branch(&n.BranchNode, files)
	case *parse.WithNode:
		ok = out.branch(&n.BranchNode, files)
	case *parse.RangeNode:
		ok = out.branch(&n.BranchNode, files)
	case *parse.TemplateNode:
		if out.name = n.Name; n.Pipe != nil {
			out.pipe, ok = compilePipe(n.Pipe, n.Pipe.Cmds)
		}
	case *parse.CommentNode:
		out.kind = parse.NodeText
	default:
		ok = false
	}
	return out, ok
}

func (i *instruction) branch(n *parse.BranchNode, files []string) bool {
	var ok [3]bool
	i.pipe, ok[0] = compilePipe(n.Pipe, n.Pipe.Cmds)
	i.body, ok[1] = compile(n.List, files)
	i.orElse, ok[2] = compile(n.ElseList, files)
	return ok == [3]bool{true, true, true}
}

// segments parts text at the marks that guard wrote into it.
func segments(text string, files []string) ([]segment, bool) {
	s := sink{files: files}
	var out []segment
	for text != "" {
		rest, err := s.mark(text)
		if err != nil || !strings.HasPrefix(text, string(markOpen)) {
			return nil, false
		}
		end := strings.IndexRune(rest, markOpen)
		if end < 0 {
			end = len(rest)
		}
		if strings.Count(rest[:end], "\n") > strings.Count(rest[max(end-1, 0):end], "\n") {
			return nil, false // a line end that no mark follows
		}
		out = append(out, segment{s.here, rest[:end]})
		text = rest[end:]
	}
	return out, true
}

// compileAction takes {{put .X}}, {{.X}} and {{$x := .X}}; guard ended the
// first two with show.
func compileAction(p *parse.PipeNode) (put bool, out *pipeline, ok bool) {
	cmds := p.Cmds
	if len(p.Decl) == 0 {
		cmds = cmds[:len(cmds)-1]
		if len(cmds) == 1 && len(cmds[0].Args) == 2 {
			if f, is := cmds[0].Args[0].(*parse.IdentifierNode); is && f.Ident == putName {
				of, ok := compileArg(cmds[0].Args[1])
				return true, &pipeline{of: of}, ok
			}
		}
	}
	out, ok = compilePipe(p, cmds)
	return false, out, ok
}

func compilePipe(p *parse.PipeNode, cmds []*parse.CommandNode) (*pipeline, bool) {
	if len(cmds) != 1 {
		return nil, false
	}
	out := &pipeline{assign: p.IsAssign}
	for _, d := range p.Decl {
		out.decl = append(out.decl, d.Ident[0])
	}
	args := cmds[0].Args
	var ok bool
	if f, is := args[0].(*parse.IdentifierNode); is {
		out.of, ok = compileCall(f.Ident, args[1:])
		return out, ok
	}
	out.of, ok = compileArg(args[0])
	return out, ok && len(args) == 1
}

// compileCall takes the functions of templates with as many arguments as they
// want. A value is put by an action and nothing else.
func compileCall(name string, args []parse.Node) (*expression, bool) {
	least, most := 2, 2
	switch name {
	case "not", "len":
		least, most = 1, 1
	case "and", "or":
		least, most = 1, len(args)
	case "eq":
		most = len(args)
	case "ne", "lt", "le", "gt", "ge", "index":
	default:
		return nil, false
	}
	out := &expression{kind: parse.NodeIdentifier, function: name}
	for _, a := range args {
		arg, ok := compileArg(a)
		if !ok {
			return nil, false
		}
		out.args = append(out.args, arg)
	}
	return out, least <= len(args) && len(args) <= most
}

func compileArg(n parse.Node) (*expression, bool) {
	out := &expression{kind: n.Type()}
	ok := true
	switch n := n.(type) {
	case *parse.DotNode:
	case *parse.FieldNode:
		out.fields = n.Ident
	case *parse.VariableNode:
		out.variable, out.fields = n.Ident[0], n.Ident[1:]
	case *parse.StringNode:
		out.constant = n.Text
	case *parse.BoolNode:
		out.constant = n.True
	case *parse.NumberNode:
		out.constant = int(n.Int64)
		ok = n.IsInt && strings.Trim(n.Text, "0123456789") == "" && int64(int(n.Int64)) == n.Int64
	case *parse.PipeNode:
		out.pipe, ok = compilePipe(n, n.Cmds)
	default:
		ok = false
	}
	return out, ok
}
