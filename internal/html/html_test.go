package html

import (
	"bytes"
	"errors"
	"flag"
	"os"
	"reflect"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"hongtou/internal/diag"
	"hongtou/internal/doc"
	"hongtou/internal/fontset"
	"hongtou/internal/layout"
)

var update = flag.Bool("update", false, "write goldens anew")

func fonts(t testing.TB) *fontset.Set {
	t.Helper()
	set, err := fontset.Default()
	if err != nil {
		t.Fatal(err)
	}
	return set
}

func render(t testing.TB, d *doc.Document) []byte {
	t.Helper()
	out, err := Render(d, fonts(t))
	if err != nil {
		t.Fatal(err)
	}
	return out
}

var styleElement = regexp.MustCompile(`(?s)<style>.*?</style>`)

func TestStructure(t *testing.T) {
	got := styleElement.ReplaceAll(render(t, gallery()), []byte("<style>…</style>"))
	got = regexp.MustCompile(`--lift:[^"]+`).ReplaceAll(got, []byte("--lift:…")) // hangs on the ink of the fonts
	const golden = "testdata/gallery.golden.html"
	if *update {
		if err := os.WriteFile(golden, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("structure differs from %s; look at it, then run with -update\n%s", golden, firstDifference(string(got), string(want)))
	}
}

func firstDifference(got, want string) string {
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range min(len(g), len(w)) {
		if g[i] != w[i] {
			return "got  " + g[i] + "\nwant " + w[i]
		}
	}
	return "one is longer"
}

func TestSameTreeGivesSameBytes(t *testing.T) {
	if !bytes.Equal(render(t, gallery()), render(t, gallery())) {
		t.Error("two renderings differ")
	}
}

func TestFileAsksForNothing(t *testing.T) {
	out := string(render(t, gallery()))
	for _, word := range []string{"<script", "http:", "https:", "//", "@import", "<link rel=\"stylesheet\""} {
		if strings.Contains(strings.ReplaceAll(withoutFonts(out), "urn:schemas", ""), word) {
			t.Errorf("the file contains %s", word)
		}
	}
	if !strings.Contains(out, "default-src &#39;none&#39;") {
		t.Error("no content security policy")
	}
}

var fontData = regexp.MustCompile(`base64,[A-Za-z0-9+/=]*`)

func withoutFonts(s string) string { return fontData.ReplaceAllString(s, "base64,") }

func TestOnlyFacesInUseAreEmbedded(t *testing.T) {
	out := string(render(t, essay(1)))
	if n := strings.Count(out, "@font-face"); n != 2 { // 仿宋 for the text, 宋体 for page numbers
		t.Errorf("%d faces embedded", n)
	}
}

func TestFallbackFaceHasARuleOfItsOwn(t *testing.T) {
	d := &doc.Document{Meta: doc.Meta{Title: "题"}, Blocks: []doc.Block{plain("镕喆堃昇珺甲")}}
	out := string(render(t, d))
	if n := strings.Count(out, "@font-face"); n != 3 {
		t.Errorf("%d faces embedded", n)
	}
	if !regexp.MustCompile(`--body: hongtou-\d, hongtou-\d, hongtou-\d, serif`).MatchString(out) {
		t.Error("the body's faces do not name the fallback")
	}
}

func TestMissingGlyphIsAnError(t *testing.T) {
	for _, text := range []string{"\x00", "\x1b", "\u202e", "\ue000", "𝔸", "a\xff"} {
		d := &doc.Document{Blocks: []doc.Block{placed("甲" + text)}}
		problems := refused(t, d)
		if len(problems) != 1 || problems[0].Code != "missing-glyph" {
			t.Errorf("%q: %+v", text, problems)
		}
	}
}

func placed(text string) doc.Paragraph {
	at := diag.Position{File: "content/plan.md", Line: 3, Column: 5}
	return doc.Paragraph{Text: []doc.Inline{{Text: text, Style: doc.Body, Origin: doc.Origin{Field: "plan.1", At: at}}}}
}

// refused renders a document that cannot be shown.
func refused(t *testing.T, d *doc.Document) diag.List {
	t.Helper()
	_, err := Render(d, fonts(t))
	var content *ContentError
	if !errors.As(err, &content) {
		t.Fatalf("error %v", err)
	}
	return content.Problems
}

// What a document cannot show is told once, however many formats are made of
// it.
func TestProblemsAreThoseOfLayout(t *testing.T) {
	long := strings.Repeat("甲乙丙丁戊", 6)
	inside := placed("甲乙𝔸丙𝔸")
	for _, d := range []doc.Document{
		{Blocks: []doc.Block{placed("甲"), inside, placed("𝔸")}},
		{Blocks: []doc.Block{doc.Title{Lines: [][]doc.Inline{inside.Text}}}},
		{Blocks: []doc.Block{doc.Title{Lines: [][]doc.Inline{placed(long + "𝔸" + long).Text}}}},
		{Blocks: []doc.Block{doc.Masthead{Organs: [][]doc.Inline{placed("甲").Text, placed(long).Text}}, placed("甲")}},
		{Blocks: []doc.Block{placed("甲")}, Setup: doc.Setup{Status: strings.Repeat(long, 10)}},
		{Blocks: []doc.Block{placed("甲")}, Setup: doc.Setup{Status: strings.Repeat(long, 11), Landscape: true}},
	} {
		for i, b := range d.Blocks {
			if title, ok := b.(doc.Title); ok {
				for _, l := range title.Lines {
					l[0].Style = doc.TitleText
				}
				d.Blocks[i] = title
			}
		}
		_, all := layout.Typeset(d, fonts(t))
		var want diag.List
		for _, p := range all {
			if p.Severity == diag.Error {
				want.Add(p)
			}
		}
		if got := refused(t, &d); len(want) != 1 || !reflect.DeepEqual(got, want) {
			t.Errorf("got  %+v\nwant %+v", got, want)
		}
	}
}

// hostile are texts that would do harm if any of them got out of its place.
var hostile = []string{
	`<script>alert(1)</script>`, `"><img src=x onerror=alert(1)>`, `' onmouseover='x`, `</style><b>`, `--><b>`, `]]>`,
	`&lt;b&gt; & &amp;`, `</title></main>`, `{{.Status}}`, `\27 ; } body { display: none`, `<!--[if mso]>`,
}

func TestHostileTextStaysText(t *testing.T) {
	for _, s := range hostile {
		d := gallery()
		d.Setup.Status = s
		d.Meta = doc.Meta{Title: s, Subject: s, Author: s, Keywords: []string{s}, Date: s}
		d.Blocks = append(d.Blocks,
			doc.Paragraph{Text: line(doc.Level1, s), Head: 1, Outline: doc.Outline{Level: 2, Title: s, ID: s}},
			doc.Title{Lines: [][]doc.Inline{line(doc.TitleText, s)}},
			doc.Table{Caption: line(doc.TableHead, s), Rows: []doc.Row{{Cells: []doc.Cell{
				{Paragraphs: [][]doc.Inline{line(doc.Small, s)}, Anchor: s, Link: s, Blank: doc.Blank(s)},
			}}}})
		checkTree(t, s, render(t, d))
	}
}

// checkTree parses a file and compares its elements with those we write.
func checkTree(t *testing.T, s string, out []byte) {
	t.Helper()
	tree, err := html.Parse(bytes.NewReader(out))
	if err != nil {
		t.Fatal(err)
	}
	times := 0
	for n := range tree.Descendants() {
		switch {
		case n.Type == html.ElementNode && strings.Contains(" script img b object iframe ", " "+n.Data+" "):
			t.Errorf("%q made an element %s", s, n.Data)
		case n.Type == html.TextNode && strings.TrimSpace(n.Data) == s:
			times++
		}
		for _, a := range n.Attr {
			if strings.HasPrefix(a.Key, "on") {
				t.Errorf("%q made an attribute %s", s, a.Key)
			}
		}
	}
	text := textOf(tree)
	if strings.Count(text, s) < 4 {
		t.Errorf("%q is not all there (%d whole text nodes)", s, times)
	}
}

// textOf joins the text of the body.
func textOf(tree *html.Node) string {
	var b strings.Builder
	for n := range tree.Descendants() {
		if n.Type == html.TextNode && n.Parent.Data != "style" && n.Parent.Data != "title" {
			b.WriteString(n.Data)
		}
	}
	return b.String()
}

func FuzzTextSurvives(f *testing.F) {
	for _, s := range append(hostile, "甲", "用水15.15亿立方米", "　甲", "2020年7月30日——……") {
		f.Add(s)
	}
	set := fonts(f)
	f.Fuzz(func(t *testing.T, s string) {
		b := newBody(set)
		b.paragraphOf("text", bodyFace, line(doc.Body, s))
		tree, err := html.Parse(bytes.NewReader(b.Bytes()))
		if err != nil {
			t.Fatal(err)
		}
		if got, want := textOf(tree), clean(s)+"\n"; got != want {
			t.Errorf("%q became %q", want, got)
		}
	})
}

func TestStatusCannotLeaveItsString(t *testing.T) {
	for _, s := range hostile {
		for _, r := range quote(s) {
			if r < 0x80 && strings.ContainsRune(`"'<>{};`, r) {
				t.Errorf("quote(%q) = %q", s, quote(s))
			}
		}
	}
	if got := quote("甲 2"); got != `甲\20 2` {
		t.Errorf("got %q", got)
	}
}
