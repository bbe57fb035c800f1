package browser

import (
	"archive/zip"
	"encoding/xml"
	"fmt"
	"io"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"hongtou/internal/testkit/judge"
)

// TestOfficeOpensDocuments opens one document of each kind in LibreOffice
// Writer. A heading at the beginning of a paragraph is no heading there: a
// paragraph has one style.
func TestOfficeOpensDocuments(t *testing.T) {
	t.Parallel()
	list := oneOfEach(t)
	var paths []string
	for _, d := range list {
		paths = append(paths, d.Path)
	}
	for i, files := range judge.OfficeConvertAll(t, paths, "odt") {
		d, o := list[i], readOffice(t, files[0])
		width, height, margins := 210.0, 297.0, [4]float64{37, 26, 35, 28}
		if d.Kind == "comparison" || d.Kind == "reissue" {
			width, height, margins = 297, 210, [4]float64{28, 37, 26, 35}
		}
		got := fmt.Sprintf("%.0f × %.0f", o.size("page-width"), o.size("page-height"))
		if want := fmt.Sprintf("%.0f × %.0f", width, height); got != want {
			t.Errorf("%s: a page of %s mm", d.name(), got)
		}
		for i, side := range []string{"top", "right", "bottom", "left"} {
			if got := o.size("margin-" + side); math.Abs(got-margins[i]) > tolerance {
				t.Errorf("%s: %s margin %.2f mm, want %.0f", d.name(), side, got, margins[i])
			}
		}
		if want := headings(t, d.Path); !slices.Equal(o.headings, want) {
			t.Errorf("%s: headings %.300q\nwant %.300q", d.name(), o.headings, want)
		}
		if want := folded(textOf(t, d.Path)); o.text != want {
			t.Errorf("%s: the text differs from %s", d.name(), difference(o.text, want))
		}
	}
}

// headings gives the heading elements of a document that are paragraphs: “2 一、
// 任务”.
func headings(t *testing.T, path string) []string {
	t.Helper()
	var out []string
	for n := range tree(t, path).Descendants() {
		if n.Type != html.ElementNode || len(n.Data) != 2 || n.Data[0] != 'h' || n.Data[1] < '1' || n.Data[1] > '6' {
			continue
		}
		var b strings.Builder
		for c := range n.Descendants() {
			if c.Type == html.TextNode {
				b.WriteString(c.Data)
			}
		}
		out = append(out, n.Data[1:]+" "+folded(b.String()))
	}
	return out
}

// office is a document as Writer understood it.
type office struct {
	layout   string            // properties of the page that its text stands on
	parents  map[string]string // of paragraph styles
	headings []string          // as function headings
	text     string            // without notes and without the status line
}

// size is a length of the page in millimetres.
func (o office) size(name string) float64 {
	m := regexp.MustCompile(`fo:` + name + `="([\d.]+)in"`).FindStringSubmatch(o.layout)
	if m == nil {
		return 0
	}
	inches, _ := strconv.ParseFloat(m[1], 64)
	return inches * 25.4
}

func readOffice(t *testing.T, path string) office {
	t.Helper()
	styles, content := zipped(t, path, "styles.xml"), zipped(t, path, "content.xml")
	o := office{parents: map[string]string{}}
	master := regexp.MustCompile(`style:name="HTML" style:page-layout-name="(\w+)"`).FindStringSubmatch(styles)
	if master == nil {
		t.Fatalf("%s: no page of HTML", path)
	}
	o.layout = regexp.MustCompile(`<style:page-layout style:name="` + master[1] + `"><style:page-layout-properties[^>]*>`).FindString(styles)
	for _, m := range regexp.MustCompile(`<style:style style:name="([^"]*)"[^>]*style:parent-style-name="([^"]*)"`).FindAllStringSubmatch(styles+content, -1) {
		o.parents[m[1]] = m[2]
	}
	o.read(t, content)
	return o
}

// level is that of the heading style a style comes from, 0 for none.
func (o office) level(style string) int {
	for style != "" {
		if rest, ok := strings.CutPrefix(style, "Heading_20_"); ok && len(rest) == 1 {
			return int(rest[0] - '0')
		}
		style = o.parents[style]
	}
	return 0
}

// read goes through the paragraphs of a document.
func (o *office) read(t *testing.T, content string) {
	t.Helper()
	dec := xml.NewDecoder(strings.NewReader(content))
	style, paragraph, skipped := "", "", 0
	for {
		token, err := dec.Token()
		if err == io.EOF {
			return
		}
		if err != nil {
			t.Fatalf("writer: %v", err)
		}
		switch e := token.(type) {
		case xml.StartElement:
			switch {
			case skipped > 0 || e.Name.Local == "annotation":
				skipped++
			case e.Name.Local == "p" || e.Name.Local == "h":
				style, paragraph = "", ""
				for _, a := range e.Attr {
					if a.Name.Local == "style-name" {
						style = a.Value
					}
				}
			}
		case xml.CharData:
			if skipped == 0 {
				paragraph += string(e)
			}
		case xml.EndElement:
			switch {
			case skipped > 0:
				skipped--
			case e.Name.Local == "p" || e.Name.Local == "h":
				o.add(style, folded(paragraph))
			}
		}
	}
}

func (o *office) add(style, text string) {
	if style == "Text_20_Body.status-line" || o.parents[style] == "Text_20_Body.status-line" {
		return
	}
	o.text += text
	if n := o.level(style); n > 0 && text != "" {
		o.headings = append(o.headings, strconv.Itoa(n)+" "+text)
	}
}

func zipped(t *testing.T, path, name string) string {
	t.Helper()
	z, err := zip.OpenReader(path)
	if err != nil {
		t.Fatal(err)
	}
	defer z.Close()
	f, err := z.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	data, err := io.ReadAll(f)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}
