package acceptance

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// inForce derives the text in force from the published text alone: plan and
// annex with the words the amending notice puts in place of others.
func inForce(t *testing.T) []string {
	t.Helper()
	notice, amendment := source(t)["notice"], source(t)["amendment"]
	start := slices.IndexFunc(notice, func(l string) bool { return strings.HasPrefix(l, "为全面整改落实") }) - 1
	lines := slices.Clone(notice[start:])
	after := func(words string) []string {
		for i, l := range amendment {
			if rest, ok := strings.CutPrefix(l, words); ok && rest != "" {
				return []string{rest}
			} else if ok {
				return amendment[i+1 : i+3]
			}
		}
		t.Fatalf("the amending notice does not say %q", words)
		return nil
	}
	replaceIn(t, lines, "第六项,", "整改时限:", "整改时限:"+after("整改时限修改为:")[0])
	replaceIn(t, lines, "第十项,", "整改目标:", "整改目标:"+after("整改目标修改为:")[0])
	measures := slices.IndexFunc(amendment, func(l string) bool { return strings.HasPrefix(l, "整改措施修改为:按照") })
	replaceIn(t, lines, "第十二项,", "对照全省", strings.TrimPrefix(amendment[measures], "整改措施修改为:"))
	replaceIn(t, lines, "第十四项,", "(一)", amendment[measures+4])
	return lines
}

// replaceIn replaces the first line of an item that begins with old.
func replaceIn(t *testing.T, lines []string, item, old, new string) {
	t.Helper()
	for i := slices.IndexFunc(lines, func(l string) bool { return strings.HasPrefix(l, item) }); i >= 0 && i < len(lines); i++ {
		if strings.HasPrefix(lines[i], old) {
			lines[i] = new
			return
		}
	}
	t.Fatalf("%s has no line %q", item, old)
}

// origin is the line that names where a changed passage comes from.
var origin = regexp.MustCompile(`^（据2020年11月25日.*）$`)

func TestConsolidatedTextIsTheTextInForce(t *testing.T) {
	want := foldAll(inForce(t))
	var pdf []string
	for _, p := range paragraphs(body(printed(t, files(t, "pdf")["consolidated"]))) {
		pdf = append(pdf, p.text())
	}
	for what, got := range map[string][]string{"pdf": pdf, "html": htmlParagraphs(t, files(t, "html")["consolidated"])} {
		var text []string
		origins := 0
		for _, p := range got {
			switch {
			case origin.MatchString(strings.TrimSpace(p)):
				origins++
			case strings.HasPrefix(p, "整理本：") || strings.HasPrefix(p, "整理本:"):
			default:
				text = append(text, fold(p))
			}
		}
		sequence(t, what, text, want)
		if origins != 4 {
			t.Errorf("%s: %d origin lines, want 4", what, origins)
		}
	}
}

// TestAsOfBeforeTheAmendmentIsTheContentWithoutIt compares every file of both
// builds.
func TestAsOfBeforeTheAmendmentIsTheContentWithoutIt(t *testing.T) {
	dir := t.TempDir()
	bare := filepath.Join(dir, "bare")
	if err := os.CopyFS(filepath.Join(bare, "content"), os.DirFS(filepath.Join(made.root, "content"))); err != nil {
		t.Fatal(err)
	}
	if err := os.RemoveAll(filepath.Join(bare, "content", "wuwei-2020", "amendments")); err != nil {
		t.Fatal(err)
	}
	build(t, bare, "--out", filepath.Join(dir, "without"))
	build(t, made.root, "--out", filepath.Join(dir, "before"), "--as-of", "2020-08-01")
	without, before := tree(t, filepath.Join(dir, "without")), tree(t, filepath.Join(dir, "before"))
	delete(without, "manifest.json") // names the date asked for
	delete(before, "manifest.json")
	if len(without) < 5 || len(without) != len(before) {
		t.Errorf("%d files without the amendment, %d before it", len(without), len(before))
	}
	for path, sum := range without {
		if before[path] != sum {
			t.Errorf("%s differs", path)
		}
	}
}

func build(t *testing.T, dir string, args ...string) {
	t.Helper()
	if out, err := hongtou(dir, nil, append([]string{"build"}, args...)...); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
}

// TestImpactNamesWhatDiffers holds what impact says against the bytes of two
// builds.
func TestImpactNamesWhatDiffers(t *testing.T) {
	before := filepath.Join(t.TempDir(), "before")
	build(t, made.root, "--out", before, "--as-of", "2020-08-01")
	old := map[string]string{}
	for _, o := range manifest(t, before) {
		old[o.Path] = o.SHA256
	}
	var differ, same []string
	for _, o := range manifest(t, made.out) {
		if old[o.Path] == o.SHA256 {
			same = append(same, o.Path)
		} else {
			differ = append(differ, o.Path)
		}
	}
	out, err := hongtou(made.root, nil, "impact", "--from", "2020-08-01", "--to", "2020-11-25", "--json")
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	changed, unchanged := impactPaths(t, out)
	compareSets(t, "changed", changed, differ)
	compareSets(t, "unchanged", unchanged, same)
}

func compareSets(t *testing.T, what string, got, want []string) {
	t.Helper()
	slices.Sort(got)
	slices.Sort(want)
	if !slices.Equal(got, want) {
		t.Errorf("%s: impact says\n%q\nthe builds say\n%q", what, got, want)
	}
}

// impactPaths reads the files that impact names, new ones among the changed.
func impactPaths(t *testing.T, data []byte) (changed, unchanged []string) {
	t.Helper()
	var report struct {
		Dossiers []struct {
			Documents struct{ New, Changed, Unchanged []string }
		}
	}
	if err := json.Unmarshal(data, &report); err != nil {
		t.Fatalf("%v\n%s", err, data)
	}
	for _, d := range report.Dossiers {
		changed = append(append(changed, d.Documents.New...), d.Documents.Changed...)
		unchanged = append(unchanged, d.Documents.Unchanged...)
	}
	return changed, unchanged
}
