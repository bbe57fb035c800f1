package compose

import (
	"fmt"
	"reflect"
	"strconv"
	"text/template"

	"hongtou/internal/diag"
	"hongtou/internal/markdown"
)

const (
	putName  = "put"
	showName = "show"
)

// execution is one run of one template: what it wrote and what it put.
type execution struct {
	sink
	put []placed // by token number
}

// placed is a put value and the template line that put it.
type placed struct {
	*value
	at    place
	found int // how often its token stands in the parsed result
}

// token is what put gives to the template. It is a type of its own so that
// show knows it from characters of the source.
type token string

// execute runs a template over a view. Its output is not yet parsed.
func (ts Templates) execute(name string, view any) (*execution, diag.List) {
	if ts.set == nil || ts.set.Lookup(name) == nil {
		return nil, diag.List{{
			Code: "template-missing", Message: "缺少模板“" + name + "”", At: diag.Position{File: name},
			Hint: "请检查模板文件夹",
		}}
	}
	if x := ts.runProgram(name, view); x != nil {
		return x, nil
	}
	return ts.runTemplate(name, view)
}

// runProgram runs the program of a template; nil when it gives up.
func (ts Templates) runProgram(name string, view any) *execution {
	r := running{execution: &execution{sink: sink{files: ts.files, weigher: weigher{view: view}}}, of: ts.fast, fast: ts.found}
	usual := ts.usual.of(name)
	r.lines, r.put, r.vars = make([]place, 0, usual.lines), make([]placed, 0, usual.put), make([]variable, 0, usualVariables)
	r.out.Grow(usual.out)
	if r.run(name, reflect.ValueOf(view)) != nil {
		return nil
	}
	ts.usual.learn(name, size{r.out.Len(), len(r.lines), len(r.put)})
	return r.execution
}

// runTemplate has text/template run a template.
func (ts Templates) runTemplate(name string, view any) (*execution, diag.List) {
	x := &execution{sink: sink{files: ts.files, weigher: weigher{view: view}}}
	set, err := ts.set.Clone()
	if err != nil {
		return nil, diag.List{templateError(err, name, "template-run")}
	}
	set.Funcs(template.FuncMap{putName: x.putValue, showName: show})
	if err := set.ExecuteTemplate(&x.sink, name, view); err != nil {
		here := x.position(x.here)
		d := templateError(err, here.File, "template-run")
		if d.At.File == here.File && d.At.Line == 1 {
			d.At = here // write errors carry no place
		}
		return nil, diag.List{d}
	}
	return x, nil
}

// putValue is the template function put.
func (x *execution) putValue(v any) (token, error) {
	p, ok := v.(putter)
	if !ok {
		return "", &userError{"put-value", "put只能写出资料值", "资料值的名称见docs/templates.md"}
	}
	held := p.held()
	if held == nil {
		return "", &userError{"put-absent", "资料中没有这个值，不能写出", "先用{{with}}判断"}
	}
	x.put = append(x.put, placed{value: held, at: x.here})
	return token(string(tokenOpen) + strconv.Itoa(len(x.put)-1) + string(tokenClose)), nil
}

// show ends every action: tokens, names and numbers pass, a value that was
// not put does not.
func show(v any) (any, error) {
	switch v.(type) {
	case token, string, int, bool:
		return v, nil
	}
	return nil, &userError{"put-missing", "这里的资料没有用put写出", "写作{{put .Title}}"}
}

// parse reads the output as official-document Markdown; places of problems
// are template lines.
func (x *execution) parse() ([]block, diag.List) {
	text := x.out.String()
	if blocks, ok := readPlainBlocks(text); ok {
		return blocks, nil
	}
	parsed, problems := markdown.Parse(text, diag.Position{Line: 1, Column: 1})
	for i := range problems {
		problems[i].At = x.placeOf(problems[i].At.Line)
		problems[i].Length = 0
	}
	return blocksOf(parsed), problems
}

// unfound reports tokens that the parsed result does not hold exactly once.
func (x *execution) unfound() diag.List {
	var list diag.List
	for _, p := range x.put {
		if p.found == 1 {
			continue
		}
		list.Add(diag.Diagnostic{
			Code: "lost-value", At: x.position(p.at),
			Message: fmt.Sprintf("写出的“%s”在成文中出现%d次，应为1次", p.field, p.found),
			Hint:    "put只能用在段落、标题和代码块的文字中",
			Notes:   []diag.Note{{Message: "资料在此", At: p.value.at}},
		})
	}
	return list
}

// unused reports values that the document must carry and the template did
// not put.
func (x *execution) unused(must []*value, name string) diag.List {
	used := make(map[*value]bool, len(x.put))
	for _, p := range x.put {
		used[p.value] = true
	}
	var list diag.List
	for _, v := range must {
		if v == nil || used[v] {
			continue
		}
		list.Add(diag.Diagnostic{
			Code: "unused-field", At: v.at,
			Message: "模板“" + name + "”没有印出“" + v.field + "”",
			Hint:    "请在模板中用put写出该字段",
		})
	}
	return list
}
