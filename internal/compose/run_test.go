package compose

import (
	"regexp"
	"strings"
	"testing"

	"hongtou/internal/diag"
	"hongtou/internal/doc"
	"hongtou/internal/docset"
)

// try composes the annex of the neutral dossier with a template of the test.
func try(t *testing.T, text string) ([]doc.Block, diag.List) {
	t.Helper()
	ts, problems := LoadTemplates(Layer{"own", folder("a.tmpl", text)})
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	f := &fixture{say: plainly}
	v := annexOf(planned(f.dossier(), docset.Annex))
	v.document = nil
	blocks, _, problems := ts.document("a.tmpl", v)
	return blocks, problems
}

func TestFailingTemplates(t *testing.T) {
	for _, c := range []struct{ text, want, message string }{
		{"a\n{{put .Goal}}", "own/a.tmpl:2 template-run", "没有字段“Goal”"},
		{"\n{{range .Parts}}\n{{put .Heading.Text}}{{end}}", "own/a.tmpl:3 template-run", "没有字段“Text”"},
		{"{{.Title}}", "own/a.tmpl:1 put-missing", "没有用put写出"},
		{"\n{{.Parts}}", "own/a.tmpl:2 put-missing", "没有用put写出"},
		{"\n{{index .Parts 0}}", "own/a.tmpl:2 put-missing", ""},
		{"{{range .Parts}}{{range .Items}}{{range .Aspects}}{{.Problem}}{{end}}{{end}}{{end}}", "own/a.tmpl:1 put-missing", ""},
		{"{{put .Parts}}", "own/a.tmpl:1 put-value", "资料值"},
		{"{{put \"甲\"}}", "own/a.tmpl:1 put-value", ""},
		{"\n\n{{range .Parts}}{{range .Items}}{{put .Remarks}}{{end}}{{end}}", "own/a.tmpl:3 put-absent", "with"},
		{"{{range .Parts}}{{range .Items}}{{.Remarks.X}}{{end}}{{end}}", "own/a.tmpl:1 template-run", ""},
		{"{{index .Parts 9}}", "own/a.tmpl:1 template-run", ""},
		{"甲\n{{range 100000000}}{{end}}", "own/a.tmpl:2 template-run", "步"},
		{"{{range 100000000}}甲\n\n{{end}}", "own/a.tmpl:1 template-run", "行"},
		{"{{range 100000}}" + strings.Repeat("甲", 1000) + "{{end}}", "own/a.tmpl:1 template-run", "MB"},
		{"{{range 100000}}" + strings.Repeat("\n", 1000) + "{{end}}", "own/a.tmpl:0 template-run", "行"},
		{"```table\n{{range 100000}}" + strings.Repeat("[", 100) + "{{end}}\n```", "own/a.tmpl:1 element-size", "MB"},
		{"```table\n{{range 110}}" + strings.Repeat("[", 100) + "{{end}}\n```", "own/a.tmpl:2 element-yaml", ""},
		{bomb(40), "own/a.tmpl:0 template-run", "步"},
		{"甲\n\n# \n", "own/a.tmpl:3 empty-title", ""},
		{"甲\n{{range .Parts}}乙\n{{end}}", "own/a.tmpl:2 soft-break; own/a.tmpl:2 soft-break", ""},
		{"{other}\n甲", "own/a.tmpl:1 attribute-unknown", "other"},
		{"{label x=y}\n甲：乙", "own/a.tmpl:1 attribute-unknown", "x"},
		{"{label}\n甲", "own/a.tmpl:2 label-colon", ""},
		{"{label}\n{{put .Mark}}", "own/a.tmpl:2 label-colon", ""},
		{"\n{label}\n# 甲", "own/a.tmpl:2 attribute-unknown", ""},
		{"\n{label}\n```table\n```", "own/a.tmpl:2 attribute-unknown", ""},
		{"{recipients}", "own/a.tmpl:1 attribute-alone", ""},
		{"甲\n\n{{range .Parts}}甲{{put .Heading}}\n\n{{end}}", "own/a.tmpl:3 put-paragraphs; own/a.tmpl:3 put-paragraphs", "annex.part"},
		{"# 甲{{with index .Parts 0}}{{put .Heading}}{{end}}", "own/a.tmpl:1 put-paragraphs", ""},
		{"甲\n\n```{{put .Mark}}\n```", "own/a.tmpl:3 element-unknown", ""},
		{"{label {{put .Mark}}}\n甲：乙", "own/a.tmpl:1 attribute-syntax", ""},
	} {
		_, problems := try(t, c.text)
		got := says(problems)
		if strings.Contains(c.want, ":0 ") { // the line of a bomb is where it stopped
			got = regexp.MustCompile(`:\d+ `).ReplaceAllString(got, ":0 ")
		}
		if got != c.want {
			t.Errorf("%.60q: %s, want %s", c.text, got, c.want)
			continue
		}
		if !strings.Contains(problems[0].Message+problems[0].Hint, c.message) {
			t.Errorf("%.60q: message %q", c.text, problems[0].Message)
		}
	}
}

// bomb makes templates that each call the next twice, n deep: 2ⁿ calls.
func bomb(n int) string {
	var b strings.Builder
	for i := range n {
		next := "t" + strings.Repeat("x", i+1)
		b.WriteString("{{define \"t" + strings.Repeat("x", i) + "\"}}{{template \"" + next + "\"}}{{template \"" + next + "\"}}{{end}}")
	}
	return b.String() + "{{define \"t" + strings.Repeat("x", n) + "\"}}{{end}}{{template \"t\"}}"
}

func TestValueInALostPlaceIsReported(t *testing.T) {
	// A YAML comment never shows.
	_, problems := try(t, "```page-break\n```\n\n```doc-number\ntext: 甲 # {{put .Mark}}\n```\n")
	if says(problems) != "own/a.tmpl:5 lost-value" || !strings.Contains(problems[0].Message, "annex.mark") {
		t.Error(problems)
	}
}

func TestAValuePutTwicePrintsTwice(t *testing.T) {
	blocks, problems := try(t, "{{put .Mark}}\n\n{{put .Mark}}与{{put .Mark}}\n")
	if len(problems) > 0 || len(blocks) != 2 {
		t.Fatal(problems, blocks)
	}
	if got := doc.Plain(blocks[1].(doc.Paragraph).Text); got != "附件与附件" {
		t.Error(got)
	}
}

func TestUnusedFieldNamesFieldAndPlace(t *testing.T) {
	ts, _ := LoadTemplates(Layer{"own", folder("annex/document.md.tmpl", "# {{put .Title}}\n", "annex/workbook.md.tmpl", "")})
	f := &fixture{say: plainly}
	d := f.dossier()
	_, problems := Compose(ts, planned(d, docset.Annex))
	want := d.Annex.Parts[0].Items[0].Aspects[0].Fields[1].Value.At
	for _, p := range problems {
		if p.Code == "unused-field" && p.At == want && strings.Contains(p.Message, "“01.responsible”") {
			return
		}
	}
	t.Errorf("01.responsible is not named at %v: %v", want, says(problems))
}

func TestComposeIsDeterministicAndConcurrent(t *testing.T) {
	ts := embedded(t)
	f := &fixture{say: plainly}
	p := planned(f.dossier(), docset.Annex)
	dumps := make(chan string)
	const n = 8
	for range n {
		go func() {
			c, _ := Compose(ts, p)
			dumps <- doc.Dump(c.Document) + doc.DumpWorkbook(c.Workbook)
		}()
	}
	first := <-dumps
	for range n - 1 {
		if d := <-dumps; d != first {
			t.Error(firstDifference(first, d))
		}
	}
}
