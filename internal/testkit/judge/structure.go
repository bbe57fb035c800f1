package judge

import (
	"strconv"
	"strings"
	"testing"
)

// Element is a node of a file's structure tree (ISO 32000-1, 14.7), in tree
// order.
type Element struct {
	Depth int
	Role  string
	Scope string // of a header cell: Column, Row
	Alt   string // alternate text; only PDFBox tells it
	Text  string // its own, without that of elements inside
}

// PopplerStructure reads the structure tree of a file with poppler.
func PopplerStructure(t testing.TB, path string) []Element {
	t.Helper()
	out, _ := run(t, "pdfinfo", "-struct-text", path)
	var tree []Element
	for line := range strings.Lines(string(out)) {
		line = strings.TrimSuffix(line, "\n")
		word := strings.TrimLeft(line, " ")
		n := len(tree)
		switch {
		case word == "" || strings.HasPrefix(word, "Object "):
		case n > 0 && strings.HasPrefix(word, `"`) && strings.HasSuffix(word, `"`):
			tree[n-1].Text += word[1 : len(word)-1]
		case n > 0 && strings.HasPrefix(word, "/"):
			if scope, ok := strings.CutPrefix(word, "/Scope /"); ok {
				tree[n-1].Scope = scope
			}
		default:
			role, _, _ := strings.Cut(strings.TrimSuffix(word, ":"), " ")
			tree = append(tree, Element{Depth: (len(line) - len(word)) / 2, Role: role})
		}
	}
	return tree
}

// PDFBoxStructure reads the structure trees of files with PDFBox.
func PDFBoxStructure(t testing.TB, paths ...string) map[string][]Element {
	t.Helper()
	trees := map[string][]Element{}
	for path, lines := range pdfBox(t, "structure", paths) {
		for _, line := range lines {
			f := strings.SplitN(line, "\t", 5)
			depth, err := strconv.Atoi(f[0])
			if err != nil || len(f) != 5 {
				t.Fatalf("PDFBox: %q", line)
			}
			trees[path] = append(trees[path], Element{depth, f[1], f[2], f[3], f[4]})
		}
	}
	return trees
}

// TreeText joins the text of a tree in its order.
func TreeText(tree []Element) string {
	var b strings.Builder
	for _, e := range tree {
		b.WriteString(e.Text)
	}
	return b.String()
}

// Outline writes a tree's roles, one a line, indented; neighbours that look
// alike inside are one line with their number.
func Outline(tree []Element) string {
	var b strings.Builder
	for _, s := range subtrees(tree, 0) {
		b.WriteString(s)
	}
	return b.String()
}

// subtrees writes the trees whose tops are at a depth, equal neighbours as one.
func subtrees(tree []Element, depth int) []string {
	var heads, insides []string
	for i := 0; i < len(tree); {
		end := i + 1
		for end < len(tree) && tree[end].Depth > depth {
			end++
		}
		e := tree[i]
		heads = append(heads, strings.Repeat("  ", depth)+strings.TrimSpace(e.Role+" "+e.Scope))
		insides = append(insides, strings.Join(subtrees(tree[i+1:end], depth+1), ""))
		i = end
	}
	var out []string
	for i := 0; i < len(heads); {
		n := 1
		for i+n < len(heads) && heads[i+n] == heads[i] && insides[i+n] == insides[i] {
			n++
		}
		head := heads[i]
		if n > 1 {
			head += " ×" + strconv.Itoa(n)
		}
		out = append(out, head+"\n"+insides[i])
		i += n
	}
	return out
}
