package load

import (
	"os"
	"reflect"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"hongtou/internal/dossier"
	"hongtou/internal/source"
)

// realCase loads the content of this repository.
func realCase(t *testing.T) (dossier.Dossier, *source.Files) {
	t.Helper()
	files, problems, err := source.Open("../../content")
	if err != nil {
		t.Fatal(err)
	}
	dossiers, list := Load(files)
	for _, d := range append(problems, list...) {
		t.Errorf("%s:%d:%d %s %s", d.At.File, d.At.Line, d.At.Column, d.Code, d.Message)
	}
	if len(dossiers) != 1 {
		t.Fatalf("%d dossiers", len(dossiers))
	}
	return dossiers[0], files
}

// eachText visits every text of a value, wherever it is. A title's own text
// is visited line by line, because its breaks stand in the source.
func eachText(v any, visit func(dossier.Text)) { walkTexts(reflect.ValueOf(v), visit) }

func walkTexts(v reflect.Value, visit func(dossier.Text)) {
	switch x := v.Interface().(type) {
	case dossier.Text:
		visit(x)
		return
	case dossier.Title:
		for _, line := range x.Lines() {
			visit(line)
		}
		return
	}
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			walkTexts(v.Field(i), visit)
		}
	case reflect.Slice:
		for i := range v.Len() {
			walkTexts(v.Index(i), visit)
		}
	case reflect.Pointer:
		if !v.IsNil() {
			walkTexts(v.Elem(), visit)
		}
	}
}

// printed gives every printed paragraph of a dossier in printed order.
func printed(d dossier.Dossier) []string {
	var out []string
	add := func(texts ...dossier.Text) {
		for _, t := range texts {
			if t.Value != "" {
				out = append(out, t.Value)
			}
		}
	}
	letter := func(n dossier.Notice) {
		add(n.Title.Text, n.Recipients)
		for _, p := range n.Body {
			add(p.Text)
		}
		add(n.Signature...)
		add(n.Date.Text)
	}
	letter(d.Notice)
	add(d.Plan.Title.Text)
	for _, p := range d.Plan.Body {
		add(p.Text)
	}
	add(d.Plan.AttachmentNote, d.Annex.Mark, d.Annex.Title.Text)
	for _, part := range d.Annex.Parts {
		add(part.Heading.Text)
		for _, item := range part.Items {
			add(item.Problem...)
			add(item.Remarks...)
			for _, a := range item.Aspects {
				add(a.Problem...)
				for _, f := range a.Fields {
					out = append(out, printedField(f)...)
				}
			}
		}
	}
	for _, a := range d.Amendments {
		letter(a.Notice)
	}
	return out
}

func printedField(f dossier.Field) []string {
	first, rest := f.Label.Value+"："+f.Value.Value, []string(nil)
	if f.OwnLine {
		first, rest = f.Label.Value+"：", []string{f.Value.Value}
	}
	for _, m := range f.Measures {
		if m.RunIn {
			first += m.Text.Value
		} else {
			rest = append(rest, m.Text.Value)
		}
	}
	return append([]string{first}, rest...)
}

// fold makes the published half-width text and the restored full-width text
// comparable: NFKC, white space removed.
func fold(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, norm.NFKC.String(s))
}

// TestRealCaseIsTheSource compares what Load gives, paragraph by paragraph in
// printed order, with the text as published.
func TestRealCaseIsTheSource(t *testing.T) {
	d, _ := realCase(t)
	data, err := os.ReadFile("../testkit/source/" + d.ID + ".txt")
	if err != nil {
		t.Fatal(err)
	}
	want := strings.Split(strings.TrimSpace(string(data)), "\n")
	got := printed(d)
	for i := range min(len(want), len(got)) {
		if fold(got[i]) != fold(want[i]) {
			t.Fatalf("paragraph %d\n have %s\n want %s", i+1, got[i], want[i])
		}
	}
	if len(got) != len(want) {
		t.Errorf("%d paragraphs, the source has %d", len(got), len(want))
	}
}
