package gallery

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"go.yaml.in/yaml/v4"

	"hongtou/internal/testkit/executable"
	"hongtou/internal/testkit/judge"
)

// build makes the gallery with the program as it is.
func build(t *testing.T) []Document {
	t.Helper()
	root, err := filepath.Abs("../../..")
	if err != nil {
		t.Fatal(err)
	}
	program := filepath.Join(t.TempDir(), "hongtou")
	if err := executable.Build(program); err != nil {
		t.Fatal(err)
	}
	docs, err := Build(program, root, filepath.Join(t.TempDir(), "out"))
	if err != nil {
		t.Fatal(err)
	}
	return docs
}

// silent are the keys whose values say how something is made; they are printed
// nowhere.
var silent = map[string]bool{"sealing": true, "file": true, "size": true, "alt": true, "word": true, "issuers": true}

// words gives all values of a YAML tree that have to be printed.
func words(n *yaml.Node) []string {
	var out []string
	switch n.Kind {
	case yaml.MappingNode:
		for i := 0; i+1 < len(n.Content); i += 2 {
			if !silent[n.Content[i].Value] {
				out = append(out, words(n.Content[i+1])...)
			}
		}
	case yaml.ScalarNode:
		out = append(out, n.Value)
	default:
		for _, c := range n.Content {
			out = append(out, words(c)...)
		}
	}
	return out
}

// wordsOf gives what the notice of a dossier, or its letter, has to print.
func wordsOf(t *testing.T, dossier string) (notice, letter []string) {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("content", dossier, "dossier.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	var tree struct {
		Notice  yaml.Node
		Handout struct{ Letter yaml.Node }
	}
	if err := yaml.Load(data, &tree); err != nil {
		t.Fatal(err)
	}
	if stamped := strings.Contains(string(data), "sealing: stamp"); stamped {
		silent["signature"] = true // the stamp and the post stand for the organ
		defer delete(silent, "signature")
	}
	return words(&tree.Notice), words(&tree.Handout.Letter)
}

func bare(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}

// TestEveryElementIsPrinted looks for the words of every element in the PDF and
// in the HTML of its document.
func TestEveryElementIsPrinted(t *testing.T) {
	looked := 0
	for _, d := range build(t) {
		notice, letter := wordsOf(t, d.Dossier)
		want := map[string][]string{"notice": notice, "letter": letter}[d.Kind]
		if len(want) == 0 {
			continue
		}
		text := ""
		switch d.Format {
		case "pdf":
			judge.QPDFCheck(t, d.Path)
			text = bare(judge.PDFText(t, d.Path, 0, 0, "-raw"))
		case "html":
			data, err := os.ReadFile(d.Path)
			if err != nil {
				t.Fatal(err)
			}
			text = bare(tags(string(data)))
		}
		looked++
		for _, w := range want {
			if !strings.Contains(text, bare(w)) {
				t.Errorf("%s %s as %s does not print %q", d.Dossier, d.Kind, d.Format, w)
			}
		}
	}
	if looked < 16 {
		t.Errorf("only %d documents", looked)
	}
}

// tags takes the markup out of HTML.
func tags(s string) string {
	if _, body, ok := strings.Cut(s, "<body"); ok {
		s = body
	}
	var b strings.Builder
	inside := false
	for _, r := range s {
		switch {
		case r == '<':
			inside = true
		case r == '>':
			inside = false
		case !inside:
			b.WriteRune(r)
		}
	}
	return b.String()
}
