package compose

import (
	"maps"
	"slices"
	"strings"
	"text/template"
	"text/template/parse"

	"hongtou/internal/diag"
)

// Templates are the parsed and guarded templates of all kinds. They never
// change and may be used by several goroutines.
type Templates struct {
	set   *template.Template
	files []string // names for messages, by file number
	fast  programs // of those templates that have one
	found *fields

	layouts *layouts
	usual   *sizes
	spare   *spareNodes
	known   *memory // of the editions that documents are made from
	sum     string

	wordings *wordings
}

// LoadTemplates reads the base layer, then each override, whose files replace
// those of the same path. An override may add partials under shared/; any
// other file that nothing would ever read is reported, as it is most likely
// a misspelt name.
func LoadTemplates(base Layer, overrides ...Layer) (Templates, diag.List) {
	var list diag.List
	files := map[string]file{}
	for i, layer := range append([]Layer{base}, overrides...) {
		found, problems := layer.read()
		list.Add(problems...)
		for _, f := range found {
			if _, known := files[f.path]; i > 0 && !known && !strings.HasPrefix(f.path, "shared/") {
				list.Add(unknownTemplate(f, files))
				continue
			}
			files[f.path] = f
		}
	}
	ts, problems := parseAll(files)
	ts.sum = sumOf(files)
	list.Add(problems...)
	return ts, list.Sorted()
}

// parseAll parses and guards the files in the order of their paths.
func parseAll(files map[string]file) (Templates, diag.List) {
	var list diag.List
	ts := Templates{set: template.New("").Option("missingkey=error"), fast: programs{}, found: &fields{}, layouts: &layouts{}, usual: &sizes{}, spare: &spareNodes{}, known: newMemory(), wordings: &wordings{known: map[string]Templates{}}}
	calls := map[string][]string{}
	for i, path := range slices.Sorted(maps.Keys(files)) {
		f := files[path]
		ts.files = append(ts.files, f.name)
		trees, err := parseFile(f)
		if err != nil {
			list.Add(templateError(err, f.name, "template-syntax"))
			continue
		}
		for _, name := range slices.Sorted(maps.Keys(trees)) {
			g := newGuard(i, f)
			g.walkList(trees[name].Root)
			list.Add(g.list...)
			list.Add(ts.add(f, name, trees[name])...)
			calls[name] = g.calls
		}
	}
	list.Add(checkCalls(calls, ts)...)
	for _, t := range ts.set.Templates() {
		if program, ok := compile(t.Root, ts.files); ok {
			ts.fast[t.Name()] = program
		}
	}
	return ts, list
}

// parseFile gives the templates a file defines: itself under its path, and
// those of its {{define}}s.
func parseFile(f file) (map[string]*parse.Tree, error) {
	trees := map[string]*parse.Tree{}
	t := parse.New(f.name)       // the name messages carry
	t.Mode = parse.SkipFuncCheck // guard knows the allowed ones and says so in Chinese
	t, err := t.Parse(f.text, "", "", trees)
	if err != nil {
		return nil, err
	}
	delete(trees, f.name)
	t.Name = f.path
	trees[f.path] = t // an empty file is a template too
	return trees, nil
}

func (ts Templates) add(f file, name string, tree *parse.Tree) diag.List {
	if ts.set.Lookup(name) != nil {
		return diag.List{{
			Code: "template-duplicate", Message: "模板“" + name + "”定义了两次",
			At: diag.Position{File: f.name, Line: 1, Column: 1}, Hint: "改用不同的名称",
		}}
	}
	if _, err := ts.set.AddParseTree(name, tree); err != nil {
		return diag.List{templateError(err, f.name, "template-syntax")}
	}
	return nil
}
