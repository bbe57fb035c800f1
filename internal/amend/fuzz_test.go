package amend

import (
	"os"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"hongtou/internal/load"
	"hongtou/internal/source"
)

// FuzzAmendments carries out any notice: it ends, every diagnostic has a
// place, and what comes out is whole.
func FuzzAmendments(f *testing.F) {
	for _, c := range verbCases {
		f.Add(c.body, "")
	}
	for _, c := range refusals {
		f.Add(c.notices[0], c.notices[len(c.notices)-1])
	}
	f.Fuzz(func(t *testing.T, one, two string) {
		c := small()
		notice(c, "2021-06-01", one)
		notice(c, "2021-06-01-2", two)
		fsys := fstest.MapFS{}
		for name, data := range c {
			fsys[name] = &fstest.MapFile{Data: []byte(data)}
		}
		files, _ := source.Read(fsys, "content", source.DefaultLimits)
		dossiers, _ := load.Load(files)
		if len(dossiers) != 1 {
			t.Skip()
		}
		all, list := Editions(&dossiers[0])
		for _, d := range list {
			if d.Code == "" || d.Message == "" || d.Hint == "" || d.At.File == "" || d.At.Line < 1 || d.At.Column < 1 || strings.Contains(d.Message, "\n") {
				t.Fatalf("%+v", d)
			}
		}
		for _, e := range all {
			consistent(t, e, nil)
		}
	})
}

// TestDocsExampleIsCarriedOut: what docs/content.md shows a clerk works.
func TestDocsExampleIsCarriedOut(t *testing.T) {
	text, err := os.ReadFile("../../docs/content.md")
	if err != nil {
		t.Fatal(err)
	}
	content := map[string]string{}
	for _, m := range regexp.MustCompile("(?ms)^```(?:yaml|markdown) full/(\\S+)\n(.*?)^```$").FindAllStringSubmatch(string(text), -1) {
		content[m[1]] = m[2]
	}
	all, list := Editions(loaded(t, content))
	complain(t, list)
	if len(all) != 3 || len(news(all[2])) < 15 {
		t.Errorf("%d editions: %q", len(all), news(all[len(all)-1]))
	}
	consistent(t, all[2], content)
}
