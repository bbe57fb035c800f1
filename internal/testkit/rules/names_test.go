package rules

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"hongtou/internal/load"
	"hongtou/internal/source"
)

const root = "../../.."

// TestNoNameIsWiredIn takes every name that the content knows — units, groups,
// people, issuing organs, dossiers — and looks for it in the string literals
// of our Go code and in the templates.
func TestNoNameIsWiredIn(t *testing.T) {
	names := contentNames(t)
	if len(names) < 50 {
		t.Fatalf("the content gave only %d names", len(names))
	}
	for _, text := range wiredTexts(t) {
		for _, n := range names {
			if strings.Contains(text.value, n) {
				t.Errorf("%s: the name %q of the content is wired in", text.where, n)
			}
		}
	}
}

func contentNames(t *testing.T) []string {
	t.Helper()
	files, problems, err := source.Open(filepath.Join(root, "content"))
	if err != nil || problems.HasErrors() {
		t.Fatal(err, problems)
	}
	dossiers, problems := load.Load(files)
	if problems.HasErrors() {
		t.Fatal(problems)
	}
	seen := map[string]bool{}
	var out []string
	add := func(s string) {
		if len([]rune(s)) >= 2 && !seen[s] {
			seen[s] = true
			out = append(out, s)
		}
	}
	for _, d := range dossiers {
		add(d.ID)
		for _, o := range d.Notice.Issuers {
			add(o.Value)
		}
		add(d.Plan.Title.Value)
		for _, u := range d.Register.Units {
			add(u.Name.Value)
			for _, a := range u.Aliases {
				add(a.Value)
			}
		}
		for _, g := range d.Register.Groups {
			add(g.Name.Value)
		}
		for _, p := range d.Register.People {
			add(p.Name.Value)
		}
	}
	return out
}

// located is a text of ours and where it stands.
type located struct{ where, value string }

func wiredTexts(t *testing.T) []located {
	t.Helper()
	var out []located
	for _, dir := range []string{"cmd", "internal", "fonts", "templates"} {
		err := filepath.WalkDir(filepath.Join(root, dir), func(path string, e fs.DirEntry, err error) error {
			switch {
			case err != nil || e.IsDir() || strings.HasSuffix(path, "_test.go") || strings.Contains(path, "testdata"):
			case strings.HasSuffix(path, ".go"):
				out = append(out, literals(t, path)...)
			case strings.HasSuffix(path, ".tmpl") || strings.HasSuffix(path, ".css"):
				data, err := os.ReadFile(path)
				if err != nil {
					return err
				}
				out = append(out, located{path, string(data)})
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return out
}

func literals(t *testing.T, path string) []located {
	t.Helper()
	set := token.NewFileSet()
	file, err := parser.ParseFile(set, path, nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	var out []located
	ast.Inspect(file, func(n ast.Node) bool {
		lit, ok := n.(*ast.BasicLit)
		if !ok || lit.Kind != token.STRING {
			return true
		}
		if s, err := strconv.Unquote(lit.Value); err == nil {
			out = append(out, located{set.Position(lit.Pos()).String(), s})
		}
		return true
	})
	return out
}
