package html

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"hongtou/internal/doc"
	"hongtou/internal/testkit/judge"
	"hongtou/internal/testkit/sampleform"
)

func attribute(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// Blanks tell what they are for, and nothing stands in them but what people
// tick and date.
func TestBlanksAreNamedAndEmpty(t *testing.T) {
	d := doc.Document{Blocks: []doc.Block{sampleform.Acceptance(1)}}
	tree, err := html.Parse(bytes.NewReader(render(t, &d)))
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]string{}
	for n := range tree.Descendants() {
		if strings.HasPrefix(attribute(n, "class"), "blank ") {
			got[attribute(n, "aria-label")] = textOf(n)
		}
	}
	want := map[string]string{
		"意见（待填）": "", "签字（待填）": "", "盖章（待填）": "", "文字（待填）": "", "数字（待填）": "",
		"日期（待填）": "　　　年　　月　　日", "勾选（待填）": "□", "勾选（待填）：完成、未完成": "□完成　□未完成",
		"勾选（待填）：合格、不合格、限期补充材料后重新申请验收": "□合格　□不合格　□限期补充材料后重新申请验收",
	}
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

func TestPrintedFormHasRoomToWrite(t *testing.T) {
	t.Parallel()
	d := sampleform.New(9)
	path, glyphs := printed(t, &d)
	if n := sampleform.CheckBoxes(t, path); n != 2*(3*4+3) {
		t.Errorf("%d boxes found", n)
	}
	for page := range judge.PDFPages(t, path) {
		text := ""
		for _, row := range rows(glyphs, page+1) {
			for _, g := range row {
				text += string(g.Rune)
			}
		}
		if n := strings.Count(text, "结论"); n != strings.Count(text, "日期") || n != strings.Count(text, "年月日") {
			t.Errorf("page %d: a block is cut: %s", page+1, text)
		}
		if strings.Count(text, "（") != strings.Count(text, "按期完成") {
			t.Errorf("page %d: a row is cut: %s", page+1, text)
		}
	}
}

func TestContentsAreLinks(t *testing.T) {
	d := sampleform.New(1)
	tree, err := html.Parse(bytes.NewReader(render(t, &d)))
	if err != nil {
		t.Fatal(err)
	}
	ids, links := map[string]string{}, 0
	for n := range tree.Descendants() {
		if id := attribute(n, "id"); id != "" {
			ids["#"+id] = n.Data
		}
	}
	for n := range tree.Descendants() {
		if n.Data == "a" && n.Parent.Parent.Parent.Data == "nav" {
			if links++; ids[attribute(n, "href")] != "h1" {
				t.Errorf("%s leads to %q", attribute(n, "href"), ids[attribute(n, "href")])
			}
		}
	}
	if links != 2 {
		t.Errorf("%d links", links)
	}
	c := d.Blocks[1].(doc.Contents)
	c.Entries[0].To = "nowhere"
	if problems := refused(t, &d); len(problems) != 1 || problems[0].Code != "contents-unknown" {
		t.Errorf("%+v", problems)
	}
}
