package html

import (
	"math"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"hongtou/internal/doc"
	"hongtou/internal/testkit/judge"
)

// compared is a landscape table of changed characters, several pages long.
func compared() *doc.Document {
	side := func(m doc.Marking, words string) doc.Cell {
		return doc.Cell{Paragraphs: [][]doc.Inline{
			{{Text: "（一）到2020年，", Style: doc.Small}, {Text: words + "84.7%", Style: doc.Small, Mark: m}, {Text: "以上。", Style: doc.Small}},
			{{Text: "（二）", Style: doc.Small}, {Text: strings.Repeat(words, 60), Style: doc.Small, Mark: m}},
		}}
	}
	head := func(s string) doc.Cell {
		return doc.Cell{Head: true, Paragraphs: [][]doc.Inline{line(doc.TableHead, s)}}
	}
	t := doc.Table{Columns: []doc.Column{{Width: 1}, {Width: 4}, {Width: 4}}, Head: []doc.Row{{Cells: []doc.Cell{head("条款"), head("修改前"), head("修改后")}}}}
	for range 8 {
		t.Rows = append(t.Rows, doc.Row{Cells: []doc.Cell{head("第一项"), side(doc.Deleted, "旧的办法<b>"), side(doc.Inserted, "新的办法&")}})
	}
	return &doc.Document{Setup: doc.Setup{Landscape: true, Status: "对照表"}, Blocks: []doc.Block{t}}
}

// TestMarksReadBack finds the marks in the file again: in the cells of the
// table, the characters inside ins and del are the marked ones, and all
// characters together are the text.
func TestMarksReadBack(t *testing.T) {
	d := compared()
	root, err := html.Parse(strings.NewReader(string(render(t, d))))
	if err != nil {
		t.Fatal(err)
	}
	var got strings.Builder
	var walk func(*html.Node, string)
	walk = func(n *html.Node, mark string) {
		if n.Type == html.ElementNode && (n.Data == "ins" || n.Data == "del") {
			mark = n.Data
		}
		if n.Type == html.TextNode && strings.TrimSpace(n.Data) != "" {
			got.WriteString(mark + "|" + n.Data + "\n")
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c, mark)
		}
	}
	var find func(*html.Node)
	find = func(n *html.Node) {
		if n.Type == html.ElementNode && n.Data == "td" {
			walk(n, "")
			return
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			find(c)
		}
	}
	find(root)
	want := ""
	for _, r := range d.Blocks[0].(doc.Table).Rows {
		for _, c := range r.Cells[1:] {
			for _, p := range c.Paragraphs {
				for _, run := range p {
					want += markTag[run.Mark] + "|" + run.Text + "\n"
				}
			}
		}
	}
	if joined(got.String()) != joined(want) {
		t.Errorf("got  %.400s\nwant %.400s", joined(got.String()), joined(want))
	}
}

// joined puts neighbouring lines of one mark together.
func joined(lines string) string {
	var b strings.Builder
	last := "?"
	for _, l := range strings.Split(strings.TrimSpace(lines), "\n") {
		mark, text, _ := strings.Cut(l, "|")
		if mark != last {
			b.WriteString("\n" + mark + "|")
		}
		b.WriteString(text)
		last = mark
	}
	return b.String()
}

// TestLandscapePaper prints in a browser: the page lies, and the page number
// stands on its left edge, a quarter clockwise, where clause 8 puts it.
func TestLandscapePaper(t *testing.T) {
	t.Parallel()
	for _, mirrored := range []bool{false, true} {
		d := compared()
		d.Setup.Mirrored = mirrored
		path, glyphs := printed(t, d)
		pages := judge.PDFPages(t, path)
		if len(pages) < 2 {
			t.Fatalf("%d pages", len(pages))
		}
		folios := map[int]string{}
		for _, g := range glyphs {
			if g.Angle == 90 {
				folios[g.Page] += string(g.Rune)
			} else if g.Angle != 0 || g.X0 < 34.5 || g.X1 > 260.5 || g.Y > 184.5 {
				t.Errorf("%q on page %d at %.1f, %.1f, %d degrees", g.Rune, g.Page, g.X0, g.Y, g.Angle)
			}
		}
		for i, p := range pages[:2] {
			if !near(p.Width, 297, 0.3) || !near(p.Height, 210, 0.3) {
				t.Errorf("page %d measures %v", i+1, p)
			}
			if want := []string{"—1—", "—2—"}[i]; folios[i+1] != want {
				t.Errorf("page %d bears %q", i+1, folios[i+1])
			}
			area := 28.0
			if mirrored && i == 1 {
				area = 26
			}
			checkTurned(t, path, i+1, area)
		}
	}
}

func checkTurned(t *testing.T, path string, page int, area float64) {
	t.Helper()
	ink, ok := judge.RasterInk(t, path, page, 300).Ink(judge.Dark, judge.Box{X0: 0, Y0: 0, X1: 33, Y1: 210})
	const inset = 14 * 25.4 / 72
	if !ok || !near((ink.X0+ink.X1)/2, 28, 0.7) {
		t.Errorf("page %d: number stands at %+v", page, ink)
	}
	if page == 1 && math.Abs(ink.Y1-(area+156-inset)) > 0.8 || page == 2 && math.Abs(ink.Y0-(area+inset)) > 0.8 {
		t.Errorf("page %d: number stands from %.2f to %.2f", page, ink.Y0, ink.Y1)
	}
}

func TestStatusIsSeenOnScreen(t *testing.T) {
	out := string(render(t, compared()))
	if !strings.Contains(out, `<p class="status-line" role="note">对照表</p>`) {
		t.Error("no status line before the text")
	}
	d := compared()
	d.Setup.Status = ""
	if out := withoutFonts(string(render(t, d))); strings.Contains(out, `"status-line"`) {
		t.Error("an empty status line")
	}
}
