package inspect

import (
	"bytes"
	"encoding/json"
	"math"
	"os"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"hongtou/internal/gbt9704"
	"hongtou/internal/norm"
	"hongtou/internal/pdfread"
)

func TestJSON(t *testing.T) {
	f := sample(t)
	f.Path = "甲\x1b[31m\u009b\u202e.pdf"
	f.Rows[0].Result = cleanResult(norm.Result{Verdict: norm.Holds, Values: []norm.Value{{Name: "无", Number: math.NaN()}, {Name: "宽", Number: 210.004, Unit: "mm"}}})
	var b bytes.Buffer
	if err := (Report{[]File{f, unread()}}).WriteJSON(&b, View{Gaps: true}); err != nil {
		t.Fatal(err)
	}
	if i := strings.IndexFunc(b.String(), func(r rune) bool { return r != '\n' && unicode.Is(unicode.C, r) }); i >= 0 {
		t.Errorf("a control character at %.20q", b.String()[i:])
	}
	var got jsonReport
	dec := json.NewDecoder(bytes.NewReader(b.Bytes()))
	dec.DisallowUnknownFields()
	if err := dec.Decode(&got); err != nil {
		t.Fatal(err)
	}
	if got.Files[0].Path != f.Path {
		t.Errorf("path %q", got.Files[0].Path)
	}
	if c := got.Files[0].Clauses; len(c) != 8 || c[0].Values[0] != (jsonValue{"宽", 210, "mm"}) || len(c[0].Values) != 1 {
		t.Errorf("%+v", c)
	}
	if p := got.Files[0].Clauses[2].Places[0]; p != (jsonPlace{1, 0, 70, 210, 90, ""}) {
		t.Errorf("a place beyond the page: %+v", p)
	}
	if s := got.Files[0].Summary; s != (jsonSummary{1, 4, 2, 2, 1, 2}) || got.Passes {
		t.Errorf("%+v", s)
	}
	if strings.Contains(b.String(), "null") {
		t.Error("a list is null")
	}
	if len(got.Gaps) != len(norm.Gaps()) {
		t.Errorf("%d gaps", len(got.Gaps))
	}
	files, _, _ := bytes.Cut(b.Bytes(), []byte("  \"gaps\": [")) // what stands there is package norm's business
	golden(t, "report.json", files)
}

func TestJSONOnlyFails(t *testing.T) {
	var b bytes.Buffer
	if err := (Report{[]File{sample(t)}}).WriteJSON(&b, View{OnlyFails: true}); err != nil {
		t.Fatal(err)
	}
	var got jsonReport
	if err := json.Unmarshal(b.Bytes(), &got); err != nil {
		t.Fatal(err)
	}
	for _, c := range got.Files[0].Clauses {
		if c.Verdict != "fails" {
			t.Errorf("%s %s: %s", c.ID, c.Part, c.Verdict)
		}
	}
	if len(got.Files[0].Clauses) != 4 {
		t.Errorf("%d clauses", len(got.Files[0].Clauses))
	}
}

// TestCodes: every word that clauses use has a code, and no name is used twice.
func TestCodes(t *testing.T) {
	seen := map[string]bool{}
	for _, c := range norm.Clauses() {
		if seen[c.Name()] {
			t.Errorf("%s is there twice", c.Name())
		}
		seen[c.Name()] = true
		if strengthCodes[c.Strength] == "" {
			t.Errorf("%s: strength %q has no code", c.Name(), c.Strength)
		}
	}
	if len(verdictCodes) != 4 || len(strengthCodes) != 5 {
		t.Errorf("%d verdicts, %d strengths", len(verdictCodes), len(strengthCodes))
	}
}

// problems are the codes of all problems.
var problems = []string{missing, unreadable, notFile, noPDF,
	pdfread.Empty, pdfread.NotPDF, pdfread.Encrypted, pdfread.Damaged, pdfread.TooLarge,
	pdfread.TooManyPages, pdfread.TooFull, pdfread.TooSlow, pdfread.OutOfMemory, pdfread.Failed}

// TestManual: the manual names every key, code and part, and nothing else as one.
func TestManual(t *testing.T) {
	data, err := os.ReadFile("../../docs/inspect.md")
	if err != nil {
		t.Fatal(err)
	}
	named := map[string]bool{}
	for _, m := range regexp.MustCompile("`([^`\n]+)`").FindAllStringSubmatch(string(data), -1) {
		named[m[1]] = true
	}
	var want []string
	keys(reflect.TypeFor[jsonReport](), &want)
	want = append(want, problems...)
	for _, c := range []Conclusion{Held, Failed, Undecided, NotInspected} {
		want = append(want, string(c))
	}
	for _, c := range verdictCodes {
		want = append(want, c)
	}
	for _, c := range strengthCodes {
		want = append(want, c)
	}
	for _, w := range want {
		if !named[w] {
			t.Errorf("docs/inspect.md does not name `%s`", w)
		}
	}
	for _, s := range append([]string{string(gbt9704.Custom), string(norm.Unproven)}, shown...) {
		if !strings.Contains(string(data), s) {
			t.Errorf("docs/inspect.md does not speak of %s", s)
		}
	}
	for n := range named {
		if regexp.MustCompile(`^[a-z0-9]+([-_][a-z0-9]+)*$`).MatchString(n) && !slices.Contains(want, n) {
			t.Errorf("docs/inspect.md names `%s`, which is neither a key nor a code", n)
		}
	}
}

// keys lists the JSON keys of a type and of what it holds.
func keys(t reflect.Type, out *[]string) {
	switch t.Kind() {
	case reflect.Slice, reflect.Pointer:
		keys(t.Elem(), out)
	case reflect.Struct:
		for f := range t.Fields() {
			name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
			if !slices.Contains(*out, name) {
				*out = append(*out, name)
			}
			keys(f.Type, out)
		}
	}
}
