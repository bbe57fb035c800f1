package acceptance

import (
	"os"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"hongtou/internal/testkit/judge"
)

func han(r rune) bool { return unicode.Is(unicode.Han, r) }

// blocks are the elements that make a paragraph of their own.
var blocks = map[atom.Atom]bool{
	atom.P: true, atom.H1: true, atom.H2: true, atom.H3: true, atom.H4: true, atom.H5: true, atom.H6: true,
	atom.Div: true, atom.Header: true, atom.Section: true, atom.Article: true, atom.Main: true,
	atom.Footer: true, atom.Li: true, atom.Td: true, atom.Th: true, atom.Caption: true,
}

// htmlParagraphs gives the text of each block element that holds text itself,
// in order, as Chromium sees the document after loading.
func htmlParagraphs(t *testing.T, path string) []string {
	t.Helper()
	return blocksOf(t, judge.HTMLDOM(t, path))
}

// parsedParagraphs is the same without a browser: what the file says.
func parsedParagraphs(t *testing.T, path string) []string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return blocksOf(t, string(data))
}

func blocksOf(t *testing.T, page string) []string {
	t.Helper()
	tree, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	var current strings.Builder
	flush := func() {
		if s := strings.TrimSpace(current.String()); s != "" {
			out = append(out, s)
		}
		current.Reset()
	}
	var walk func(n *html.Node)
	walk = func(n *html.Node) {
		switch {
		case n.Type == html.TextNode:
			current.WriteString(n.Data)
			return
		case n.DataAtom == atom.Head || n.DataAtom == atom.Style || n.DataAtom == atom.Script:
			return
		case blocks[n.DataAtom]:
			flush()
			defer flush()
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
	}
	walk(tree)
	flush()
	return out
}

func TestHTMLTextIsTheSourceAndNothingElse(t *testing.T) {
	for kind, lines := range source(t) {
		got := strings.Join(htmlParagraphs(t, files(t, "html")[kind]), "")
		same(t, kind, unmark(fold(got)), want(kind, lines))
	}
}

func TestHTMLBlocksAreTheSourceLines(t *testing.T) {
	for kind, lines := range source(t) {
		got := foldAll(htmlParagraphs(t, files(t, "html")[kind]))
		sequence(t, kind, got[officialBlocks(t, got, kind):], foldAll(lines))
	}
}

// officialBlocks counts the leading paragraphs that make up the mark and the
// number.
func officialBlocks(t *testing.T, got []string, kind string) int {
	t.Helper()
	want := len([]rune(fold(official[kind])))
	n, i := 0, 0
	for ; n < want && i < len(got); i++ {
		n += len([]rune(got[i]))
	}
	if n != want {
		t.Errorf("%s: mark and number do not end with a paragraph: %q", kind, got[:min(i, len(got))])
	}
	return i
}

func foldAll(in []string) []string {
	out := make([]string, len(in))
	for i, s := range in {
		out[i] = fold(s)
	}
	return out
}

// sequence compares paragraphs with source lines. A title may gather several
// lines of the source; nothing else may.
func sequence(t *testing.T, what string, got, want []string) {
	t.Helper()
	w := 0
	for i, p := range got {
		line := ""
		for line != p && w < len(want) && strings.HasPrefix(p, line+want[w]) && len([]rune(line)) < 40 {
			line += want[w]
			w++
		}
		if line != p {
			t.Errorf("%s: paragraph %d is %q, the source has %q", what, i, beginning(p), beginning(line+at(want, w)))
			return
		}
	}
	if w < len(want) {
		t.Errorf("%s: missing from %q on", what, beginning(want[w]))
	}
}

func at(lines []string, i int) string {
	if i < len(lines) {
		return lines[i]
	}
	return ""
}

func beginning(s string) string { return string([]rune(s)[:min(40, len([]rune(s)))]) }

func TestHTMLAsksForNothing(t *testing.T) {
	for kind, path := range every(t, "html") {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for _, word := range []string{"http://", "https://", "src=\"//", "<script"} {
			if strings.Contains(strings.ToLower(string(data)), word) {
				t.Errorf("%s: the file contains %s", kind, word)
			}
		}
	}
}
