package compose

import (
	"io/fs"
	"slices"
	"testing"

	"hongtou/internal/docset"
	"hongtou/templates"
)

// sameRun holds a program against text/template: where it does not give up it
// writes the same, from the same lines, and puts the same values.
func sameRun(t *testing.T, ts Templates, name string, view any) (ran bool) {
	t.Helper()
	got := ts.runProgram(name, view)
	if got == nil {
		return false
	}
	want, problems := ts.runTemplate(name, view)
	if len(problems) > 0 {
		t.Fatalf("%s runs though text/template says %v", name, problems)
	}
	if g, w := got.out.String(), want.out.String(); g != w {
		t.Fatalf("%s writes %s", name, firstDifference(w, g))
	}
	if !slices.Equal(got.lines, want.lines) || got.here != want.here || got.steps != want.steps {
		t.Fatalf("%s: other places or steps: %d %d", name, got.steps, want.steps)
	}
	if !slices.Equal(got.put, want.put) {
		t.Fatalf("%s puts other values", name)
	}
	return true
}

// TestProgramsRunTheTemplates: every template has a program, which runs over
// every document as text/template does.
func TestProgramsRunTheTemplates(t *testing.T) {
	ts := embedded(t)
	for _, tm := range ts.set.Templates() {
		if ts.fast[tm.Name()] == nil && tm.Name() != "" {
			t.Errorf("%s has no program", tm.Name())
		}
	}
	ds := dossiers(t)
	all := plannedKinds(t, handed(t, nil))
	for i := range ds {
		all = append(all, plannedKinds(t, &ds[i])...)
	}
	for _, p := range all {
		r, _ := recipeOf(p.Kind)
		v := r.view(nil, p)
		for _, name := range []string{r.document, r.workbook} {
			if name != "" && !sameRun(t, ts, name, v.data) {
				t.Errorf("%s: the program gives up", name)
			}
		}
	}
}

var programCases = []string{
	"甲{{put .Title}}乙\n\n{{range .Parts}}{{put .Heading}}\n{{end}}", "{{range $i, $p := .Parts}}{{$i}}{{if $i}}，{{end}}{{range .Items}}{{with .Remarks}}{{put .}}{{else}}无{{end}}{{end}}{{else}}空{{end}}",
	"{{$x := false}}{{range .Parts}}{{if $x}}又{{end}}{{$x = true}}{{end}}{{$x}}", "{{if and .Mark .Title}}{{put .Mark}}{{end}}{{if or .Sources .Title}}甲{{end}}{{if not .Sources}}乙{{end}}",
	"{{len .Parts}}{{with index .Parts 0}}{{put .Heading}}{{end}}{{index .Parts 9}}", "{{if eq (len .Parts) 1 2 3}}甲{{end}}{{if ne (len .Parts) 2}}乙{{end}}{{if lt 1 2}}{{if ge 1 2}}丙{{end}}{{end}}",
	"{{range .Parts}}{{range .Items}}{{range .Problem.History}}{{.Verb}}{{end}}{{range .Problem.Gone}}{{len .Steps}}{{end}}{{range .Aspects}}{{.Anchor}}{{range .Fields}}{{if eq .Kind \"goal\"}}{{put .Label}}{{else if eq .Kind \"measures\"}}x{{end}}{{end}}{{end}}{{end}}{{end}}",
	"{{define \"a\"}}{{with .Title}}{{put .}}{{end}}{{end}}{{template \"a\" .}}\n{{template \"b\"}}{{define \"b\"}}乙{{$}}{{end}}", "{{.Title}}", "{{.Nothing}}", "{{put .Parts}}", "{{range 3}}甲{{end}}", "{{\"甲\"}}{{1}}{{true}}{{1.5}}{{0x10}}{{'a'}}{{nil}}",
	"{{if eq 1 1 .Nothing}}甲{{end}}", "{{if or 1 .Nothing}}甲{{end}}", "{{if .Title.History}}{{end}}{{.Title.History.X}}", "{{with $x := .Title}}{{put $x}}{{end}}{{with $.Mark}}{{put .}}{{put .}}{{end}}", "{{\"\\n\"}}甲", "{{range .Parts}}{{break}}{{end}}", "{{eq \"a\" \"a\"}}{{len \"甲\"}}{{(index .Parts 0).Heading}}", "{{range $x := .Parts}}{{$x := 1}}{{$x}}{{end}}", "{{/* */}}\n\n{{- 1 -}}\n甲",
}

// ownTemplate loads a template of a test; ok is false when it may not be used.
func ownTemplate(text string) (ts Templates, ok bool) {
	ts, problems := LoadTemplates(Layer{"own", folder("a.tmpl", text)})
	return ts, !problems.HasErrors()
}

func annexOfFixture() any {
	f := &fixture{say: plainly}
	return annexOf(planned(f.dossier(), docset.Annex)).data
}

func TestPrograms(t *testing.T) {
	ran := 0
	for _, c := range programCases {
		if ts, ok := ownTemplate(c); ok && sameRun(t, ts, "a.tmpl", annexOfFixture()) {
			ran++
		}
	}
	if ran < 10 {
		t.Errorf("only %d run", ran)
	}
}

func FuzzPrograms(f *testing.F) {
	for _, c := range programCases {
		f.Add(c)
	}
	_ = fs.WalkDir(templates.FS(), "annex", func(path string, e fs.DirEntry, err error) error {
		if err == nil && !e.IsDir() {
			text, _ := fs.ReadFile(templates.FS(), path)
			f.Add(string(text))
		}
		return nil
	})
	view := annexOfFixture()
	f.Fuzz(func(t *testing.T, text string) {
		if ts, ok := ownTemplate(text); ok {
			sameRun(t, ts, "a.tmpl", view)
		}
	})
}
