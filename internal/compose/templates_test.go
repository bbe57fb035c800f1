package compose

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"hongtou/internal/diag"
	"hongtou/internal/docset"
	"hongtou/templates"
)

func folder(files ...string) fstest.MapFS {
	fs := fstest.MapFS{}
	for i := 0; i+1 < len(files); i += 2 {
		fs[files[i]] = &fstest.MapFile{Data: []byte(files[i+1])}
	}
	return fs
}

// says gives problems as “place code” lines.
func says(list diag.List) string {
	var out []string
	for _, d := range list {
		out = append(out, fmt.Sprintf("%s:%d %s", d.At.File, d.At.Line, d.Code))
	}
	return strings.Join(out, "; ")
}

func TestBadTemplatesAreReported(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"a\n{{if}}", "own/a.tmpl:2 template-syntax"},
		{"a\n\n{{end}}", "own/a.tmpl:3 template-syntax"},
		{"{{put .X", "own/a.tmpl:1 template-syntax"},
		{"x\n{{printf \"%s\" .X}}", "own/a.tmpl:2 template-function"},
		{"{{with .X}}\n{{html .}}\n{{else}}\n{{js .}}{{end}}", "own/a.tmpl:2 template-function; own/a.tmpl:4 template-function"},
		{"{{range $i, $x := slice .X}}{{end}}", "own/a.tmpl:1 template-function"},
		{"{{if (and .X (call .Y))}}{{end}}", "own/a.tmpl:1 template-function"},
		{"{{(print .X).Y}}", "own/a.tmpl:1 template-function"},
		{"{{$x := print .X}}", "own/a.tmpl:1 template-function"},
		{"{{template \"b\" (print .X)}}{{define \"b\"}}{{end}}", "own/a.tmpl:1 template-function"},
		{"甲\uE000乙", "own/a.tmpl:1 template-private"},
		{"\n{{\"\\ue000\"}}", "own/a.tmpl:2 template-private"},
		{"\n{{\"\\U000F0000\"}}", "own/a.tmpl:2 template-private"},
		{"{{template \"a.tmpl\" .}}", "own/a.tmpl:1 template-recursion"},
		{"{{define \"x\"}}{{template \"y\"}}{{end}}{{define \"y\"}}{{if .}}{{template \"x\"}}{{end}}{{end}}", "own/a.tmpl:1 template-recursion"},
		{"{{template \"none\" .}}", "own/a.tmpl:1 template-missing"},
		{"{{define \"b.tmpl\"}}{{end}}", "own/b.tmpl:1 template-duplicate"},
		{"{{block \"x\" .}}{{end}}{{range .}}{{break}}{{continue}}{{end}}", ""},
		{"a\r\n{{.X}}", ""},
		{"a\xff", "own/a.tmpl:0 template-unreadable"},
		{strings.Repeat("x", maxTemplate+1), "own/a.tmpl:0 template-unreadable"},
	} {
		_, problems := LoadTemplates(Layer{"own", folder("a.tmpl", c.text, "b.tmpl", "")})
		if got := says(problems); got != c.want {
			t.Errorf("%.40q: %s, want %s", c.text, got, c.want)
		}
		for _, p := range problems {
			if p.Severity != diag.Error || p.Message == "" || p.Hint == "" {
				t.Errorf("%.40q: %+v is no full message", c.text, p)
			}
		}
	}
}

func TestOverrideReplacesFileByFile(t *testing.T) {
	over := folder("amendment/document.md.tmpl", "# {{put .Letter.Title}}\n\n{{template \"shared/mine.tmpl\" .Letter}}\n",
		"shared/mine.tmpl", "{recipients}\n{{put .Recipients}}\n", "README", "not a template")
	ts, problems := LoadTemplates(Layer{"templates", templates.FS()}, Layer{"mine", over})
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	f := &fixture{say: plainly}
	c, problems := Compose(ts, planned(f.dossier(), docset.Amendment))
	if got := treeText(c.Document); len(got) != 2 {
		t.Errorf("got %q", got)
	}
	if !problems.HasErrors() || !strings.Contains(problems[0].Message, "没有印出") {
		t.Errorf("what the override leaves out is not reported: %v", problems)
	}
	if c, problems := Compose(ts, planned(f.dossier(), docset.Notice)); len(problems) > 0 || len(treeText(c.Document)) < 10 {
		t.Errorf("the other kinds changed: %v", problems)
	}
}

func TestMisspeltOverrideIsReported(t *testing.T) {
	_, problems := LoadTemplates(Layer{"templates", templates.FS()}, Layer{"mine", folder("notce/document.md.tmpl", "")})
	if says(problems) != "mine/notce/document.md.tmpl:0 template-unknown" || !strings.Contains(problems[0].Hint, "notice/document.md.tmpl") {
		t.Error(problems)
	}
}

func TestTooManyTemplates(t *testing.T) {
	fs := fstest.MapFS{}
	for i := range maxTemplates + 1 {
		fs[fmt.Sprintf("shared/%d.tmpl", i)] = &fstest.MapFile{}
	}
	if _, problems := LoadTemplates(Layer{"own", fs}); !problems.HasErrors() {
		t.Error("accepted")
	}
}

// TestEveryKindHasItsTemplates keeps the tables of docset and compose and the
// embedded folder together.
func TestEveryKindHasItsTemplates(t *testing.T) {
	ts := embedded(t)
	kinds := slices.DeleteFunc(docset.Kinds(), func(k docset.Spec) bool { return k.Kind == docset.Bundle || k.Kind == docset.Site }) // made of others
	if len(recipes()) != len(kinds) {
		t.Errorf("%d recipes for %d kinds", len(recipes()), len(kinds))
	}
	for _, k := range kinds {
		r, ok := recipeOf(k.Kind)
		if !ok {
			t.Errorf("kind %s has no recipe", k.Kind)
			continue
		}
		for _, f := range k.Formats {
			name := r.document
			if f == docset.XLSX {
				name = r.workbook
			}
			if ts.set.Lookup(name) == nil {
				t.Errorf("kind %s, format %s: no template %q", k.Kind, f, name)
			}
		}
	}
}

func TestUnknownKind(t *testing.T) {
	if _, problems := Compose(embedded(t), docset.Document{Kind: "other"}); says(problems) != ":0 kind-unknown" {
		t.Error(problems)
	}
}

func TestZeroTemplates(t *testing.T) {
	f := &fixture{say: plainly}
	if _, problems := Compose(Templates{}, planned(f.dossier(), docset.Annex)); !problems.HasErrors() {
		t.Error("no problem")
	}
}

func FuzzTemplates(f *testing.F) {
	for _, s := range []string{"{{put .Title}}", "{{range .Parts}}{{end}}", "```table\nrows: [[a]]\n```", "# {{put .Title}}|x", "{label}\na：b", "{{range .Parts}}{{put .Heading}}\n\n{{end}}"} {
		f.Add(s)
	}
	fx := &fixture{say: plainly}
	p := planned(fx.dossier(), docset.Annex)
	f.Fuzz(func(t *testing.T, text string) {
		ts, _ := LoadTemplates(Layer{"own", folder("annex/document.md.tmpl", text, "annex/workbook.md.tmpl", text)})
		_, problems := Compose(ts, p)
		if !problems.HasErrors() && !strings.Contains(text, "{{") {
			t.Error("a template without a field carries the annex")
		}
	})
}
