package load

import (
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

const docsPath = "../../docs/content.md"

func docs(t *testing.T) string {
	t.Helper()
	data, err := os.ReadFile(docsPath)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// TestDocsExampleLoads reads the blocks of docs/content.md that name a file.
func TestDocsExampleLoads(t *testing.T) {
	block := regexp.MustCompile("(?ms)^```(?:yaml|markdown) (\\S+)\n(.*?)^```$")
	example := map[string]string{}
	for _, m := range block.FindAllStringSubmatch(docs(t), -1) {
		example[m[1]] = m[2]
	}
	dossiers, list := load(example)
	if len(example) != 8 || len(list) > 0 || len(dossiers) != 1 {
		t.Fatalf("%d files, %d dossiers: %q", len(example), len(dossiers), said(list))
	}
	if d := dossiers[0]; len(d.Annex.Items()) != 2 || len(d.Annex.Items()[1].Aspects) != 2 || len(d.Amendments[0].Changes) != 1 || len(d.Amendments[1].Changes) != 7 {
		t.Errorf("%+v", d)
	}
}

// codesInCode gives every code that source, markdown and load report, as
// their Go files write them.
func codesInCode(t *testing.T) []string {
	t.Helper()
	codes := map[string]bool{}
	literal := regexp.MustCompile(`"([a-z0-9]+(?:-[a-z0-9]+)*)"`)
	call := regexp.MustCompile(`(?:errorAt|report|problem)\((.*)|Code: (.*)|return ("[a-z-]+"), fmt|code, message, hint = (.*)`)
	for _, pkg := range []string{"../source", "../markdown", "."} {
		paths, _ := filepath.Glob(pkg + "/*.go")
		for _, p := range paths {
			if strings.HasSuffix(p, "_test.go") {
				continue
			}
			data, err := os.ReadFile(p)
			if err != nil {
				t.Fatal(err)
			}
			for _, line := range strings.Split(string(data), "\n") {
				m := call.FindStringSubmatch(line)
				if m == nil || strings.HasPrefix(strings.TrimSpace(line), "func") {
					continue
				}
				if l := literal.FindStringSubmatch(strings.Join(m[1:], "")); l != nil {
					codes[l[1]] = true
				}
			}
		}
	}
	return slices.Sorted(maps.Keys(codes))
}

func TestDocsListAllCodes(t *testing.T) {
	row := regexp.MustCompile("(?m)^\\| (`[a-z0-9-]+`(?:, `[a-z0-9-]+`)*) \\| (?:错误|警告)")
	listed := map[string]bool{}
	for _, m := range row.FindAllStringSubmatch(docs(t), -1) {
		for _, code := range strings.Split(m[1], ", ") {
			listed[strings.Trim(code, "`")] = true
		}
	}
	got, want := slices.Sorted(maps.Keys(listed)), codesInCode(t)
	if len(want) < 50 || !slices.Equal(got, want) {
		t.Errorf("docs/content.md lists\n%q\nthe code reports\n%q", got, want)
	}
}

// TestDocsListAllKeys looks for every key of the YAML shapes.
func TestDocsListAllKeys(t *testing.T) {
	text := docs(t)
	named := map[string]bool{}
	for _, span := range regexp.MustCompile("`[^`\n]+`").FindAllString(text, -1) {
		for _, word := range regexp.MustCompile("[a-z_]+").FindAllString(span, -1) {
			named[word] = true
		}
	}
	data, err := os.ReadFile("shapes.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range regexp.MustCompile(`yaml:"([a-z_]+)`).FindAllStringSubmatch(string(data), -1) {
		if !named[m[1]] {
			t.Errorf("docs/content.md does not name the key %s", m[1])
		}
	}
}
