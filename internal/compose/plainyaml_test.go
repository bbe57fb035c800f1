package compose

import (
	"io/fs"
	"strings"
	"testing"

	"hongtou/internal/markdown"
	"hongtou/templates"
)

// sameYAML holds the short reader against the library: what it does not decline
// it reads the same.
func sameYAML(t *testing.T, text string) (read bool) {
	t.Helper()
	got := readPlain(strings.Split(text, "\n"), &nodes{})
	if got == nil {
		return false
	}
	want, err := readYAML(text + "\n")
	if err != nil {
		t.Fatalf("%q is read though the library refuses it: %v", text, err)
	}
	if g, w := showNode(got), showNode(want); g != w {
		t.Fatalf("%q\n got %s\nwant %s", text, g, w)
	}
	return true
}

func showNode(n *node) string {
	var b strings.Builder
	var show func(*node)
	show = func(n *node) {
		b.WriteString(strings.Repeat("?", int(n.line)) + string("ASLM"[n.kind]))
		if n.null {
			b.WriteByte('0')
		}
		b.WriteString("‹" + n.value)
		for c := range n.each() {
			show(c)
		}
		b.WriteString("›")
	}
	show(n)
	return b.String()
}

// TestPlainYAMLReadsElements: the elements that the templates write are all
// read without the library, and the same.
func TestPlainYAMLReadsElements(t *testing.T) {
	ts := embedded(t)
	ds := dossiers(t)
	read, declined := 0, 0
	for i := range ds {
		for _, p := range plannedKinds(t, &ds[i]) {
			r, _ := recipeOf(p.Kind)
			v := r.view(nil, p)
			for _, name := range []string{r.document, r.workbook} {
				if name == "" {
					continue
				}
				x, _ := ts.execute(name, v.data)
				blocks, _ := x.parse()
				for _, b := range blocks {
					if b.kind != markdown.Fence || len(b.lines) == 0 {
						continue
					}
					if sameYAML(t, strings.Join(b.lines, "\n")) {
						read++
					} else if declined++; declined < 5 {
						t.Logf("%s declines %.300s", p.Kind, b.lines)
					}
				}
			}
		}
	}
	if declined*50 > read {
		t.Errorf("%d elements are read, %d declined", read, declined)
	}
}

var plainCases = []string{
	"", "a: b", "a:", "a:\n  b: c", "a:\n- b\n- c", "- a: b\n  c: d\n- e", "- - a\n  - {b: c, d: [e, f]}\n- keep: true\n  cells:\n  - x\n  - y: 1",
	"a: b\nc:\nd: e", "a: {}\nb: []", "a: {b: , c: d}", "- ~\n- null\n- a", "a: b: c", "a: b #c", "a: b#c", "a: 甲：乙\nb: “丙”", "a: b\n  c", "- a\n  b", "a: b\na: c",
	"<<: a", "a: [b, ]", "a: [b,c]", "a: {b:c}", "a: {b: c}d", "a: [b: c]", "a: &x b", "a: *x", "a: !!str b", "a: |\n  b", "a: \"b\"", "- -a", "-a", "a: -", "- ", "-", "--- a", "... a", "%a: b",
	"a:  b  ", "a: \uE0005\uE001", " a: b\n c: d", "  a: b\nc: d", "\n\na: b\n\nc: d\n", "a:\n\n  b: c", "- a\n\n- b", "a: [b\n]", "a: ?b", "a: [?b]", "a: {? b: c}", "null: a", "a: [~]", "a:\n b:\n  c:\n d: e", "a: 是:b", "- a: b\n - c", "- a:\n  - b\n  c: d", "a: =", "a: .", "a: 2020-12-31", "a: @b", "- \"\"", "- - a\n  - \"\"", "a: \"\"\nb: \"\" ", "a: \"\"b", "a: \"\" #", "a: \"\"\n  b",
}

func TestPlainYAML(t *testing.T) {
	for _, c := range plainCases {
		sameYAML(t, c)
	}
}

func FuzzPlainYAML(f *testing.F) {
	for _, c := range plainCases {
		f.Add(c)
	}
	_ = fs.WalkDir(templates.FS(), ".", func(path string, e fs.DirEntry, err error) error {
		if err == nil && !e.IsDir() {
			text, _ := fs.ReadFile(templates.FS(), path)
			for _, part := range strings.Split(string(text), "```") {
				f.Add(part)
			}
		}
		return nil
	})
	f.Fuzz(func(t *testing.T, text string) { sameYAML(t, text) })
}
