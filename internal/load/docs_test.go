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

// examples gives the files that blocks of docs/content.md hold: the first part
// of the path after ``` names the example.
func examples(t *testing.T) map[string]map[string]string {
	t.Helper()
	out := map[string]map[string]string{}
	for _, m := range regexp.MustCompile("(?ms)^```(?:yaml|markdown) ([^/\\s]+)/(\\S+)\n(.*?)^```$").FindAllStringSubmatch(docs(t), -1) {
		if out[m[1]] == nil {
			out[m[1]] = map[string]string{}
		}
		out[m[1]][m[2]] = m[3]
	}
	return out
}

// TestDocsExamplesLoad: the dossier to begin with, and the one that shows every
// part of the format.
func TestDocsExamplesLoad(t *testing.T) {
	example := examples(t)
	if dossiers, list := load(example["start"]); len(example["start"]) != 5 || len(list) > 0 || len(dossiers) != 1 {
		t.Errorf("%d files, %d dossiers: %q", len(example["start"]), len(dossiers), said(list))
	}
	dossiers, list := load(example["full"])
	if len(example["full"]) != 9 || len(list) > 0 || len(dossiers) != 1 {
		t.Fatalf("%d files, %d dossiers: %q", len(example["full"]), len(dossiers), said(list))
	}
	if d := dossiers[0]; len(d.Annex.Items()) != 2 || len(d.Annex.Items()[1].Aspects) != 2 || len(d.Amendments[0].Changes) != 1 || len(d.Amendments[1].Changes) != 8 {
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

// TestDocsListLaterCodes: what stages after check report is listed too, except
// what only one's own templates can cause.
func TestDocsListLaterCodes(t *testing.T) {
	listed := map[string]bool{}
	for _, m := range regexp.MustCompile("(?m)^\\| (`[a-z-]+`(?:, `[a-z-]+`)*) \\| (?:列文件|排版|制表|网站版) \\|").FindAllStringSubmatch(docs(t), -1) {
		for _, code := range strings.Split(m[1], ", ") {
			listed[strings.Trim(code, "`")] = true
		}
	}
	call := regexp.MustCompile(`(?:problem|warn|nameProblem)\((?:d, )?"([a-z-]+)"|Code: "([a-z-]+)"`)
	said := map[string]bool{}
	for _, pkg := range []string{"docset", "page", "layout", "build", "disclose"} {
		paths, _ := filepath.Glob("../" + pkg + "/*.go")
		for _, p := range paths {
			data, err := os.ReadFile(p)
			if err != nil {
				t.Fatal(err)
			}
			for _, m := range call.FindAllStringSubmatch(string(data), -1) {
				said[m[1]+m[2]] = said[m[1]+m[2]] || !strings.HasSuffix(p, "_test.go")
			}
		}
	}
	maps.DeleteFunc(said, func(_ string, yes bool) bool { return !yes })
	if got, want := slices.Sorted(maps.Keys(listed)), slices.Sorted(maps.Keys(said)); len(want) < 10 || !slices.Equal(got, want) {
		t.Errorf("docs/content.md lists\n%q\nthe later stages report\n%q", got, want)
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
