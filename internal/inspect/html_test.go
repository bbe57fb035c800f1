package inspect

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"slices"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"hongtou/internal/printout"
)

// TestReportIsClosed: the page runs nothing, loads nothing, and what stands in
// the file stays text.
func TestReportIsClosed(t *testing.T) {
	f := sample(t)
	f.Path, f.Producer, f.Form = "甲/"+hostile+".pdf", hostile, hostile
	f.Notices = []string{hostile}
	for name, p := range map[string]page{
		"report":  parse(t, func(b *bytes.Buffer) error { return f.WriteHTML(b, "hongtou 0") }),
		"problem": parse(t, func(b *bytes.Buffer) error { return unread().WriteHTML(b, "hongtou 0") }),
		"total": parse(t, func(b *bytes.Buffer) error {
			return Report{[]File{f, unread(), f}}.WriteTotal(b, []string{"甲/javascript:x?#.html", "b.html", hostile}, "hongtou 0")
		}),
	} {
		t.Run(name, func(t *testing.T) { p.mustBeClosed(t) })
	}
	p := parse(t, func(b *bytes.Buffer) error { return f.WriteHTML(b, "hongtou 0") })
	if n := strings.Count(p.text, "<script>alert(1)</script>"); n < 8 {
		t.Errorf("the hostile text is printed %d times", n)
	}
}

// page is a parsed report.
type page struct {
	raw   string
	nodes []*html.Node
	text  string
}

func parse(t *testing.T, write func(*bytes.Buffer) error) page {
	t.Helper()
	var b bytes.Buffer
	if err := write(&b); err != nil {
		t.Fatal(err)
	}
	root, err := html.Parse(bytes.NewReader(b.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	p := page{raw: b.String()}
	for n := range root.Descendants() {
		switch {
		case n.Type == html.ElementNode:
			p.nodes = append(p.nodes, n)
		case n.Type == html.TextNode && n.Parent.Data != "style":
			p.text += n.Data + "\n"
		}
	}
	return p
}

// all gives the elements of a name.
func (p page) all(name string) []*html.Node {
	var out []*html.Node
	for _, n := range p.nodes {
		if n.Data == name {
			out = append(out, n)
		}
	}
	return out
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// known are the elements that a report is made of.
var known = strings.Fields(`html head meta title style body main h1 h2 h3 p a dl dt dd ul li table caption thead
	tbody tr th td span section div img svg rect text`)

func (p page) mustBeClosed(t *testing.T) {
	t.Helper()
	if !strings.HasPrefix(p.raw, marker) {
		t.Error("it does not begin like a page of ours")
	}
	ids := map[string]bool{}
	for _, n := range p.nodes {
		if id := attr(n, "id"); id != "" && ids[id] {
			t.Errorf("id %q is there twice", id)
		} else if id != "" {
			ids[id] = true
		}
	}
	for _, n := range p.nodes {
		if !slices.Contains(known, n.Data) {
			t.Errorf("element %s", n.Data)
		}
		for _, a := range n.Attr {
			if reason := refused(n.Data, a, ids); reason != "" {
				t.Errorf("<%s %s=%q>: %s", n.Data, a.Key, a.Val, reason)
			}
		}
	}
	p.mustHavePolicy(t)
}

// refused says what is wrong with an attribute.
func refused(element string, a html.Attribute, ids map[string]bool) string {
	switch {
	case strings.HasPrefix(a.Key, "on") || a.Key == "style" || a.Key == "srcset":
		return "not allowed"
	case a.Key == "src" && !strings.HasPrefix(a.Val, "data:image/png;base64,"):
		return "loads something"
	case a.Key != "href":
	case element != "a":
		return "loads something"
	case strings.HasPrefix(a.Val, "#"):
		if !ids[a.Val[1:]] {
			return "leads nowhere"
		}
	case !strings.HasPrefix(a.Val, "./") || strings.ContainsAny(a.Val, "?#<>"):
		return "leads out"
	}
	return ""
}

// mustHavePolicy holds the policy against the style sheet it allows.
func (p page) mustHavePolicy(t *testing.T) {
	t.Helper()
	styles := p.all("style")
	if len(styles) != 1 {
		t.Fatalf("%d style sheets", len(styles))
	}
	sum := sha256.Sum256([]byte(styles[0].FirstChild.Data))
	want := "default-src 'none'; img-src data:; style-src 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
	for _, m := range p.all("meta") {
		if attr(m, "http-equiv") == "Content-Security-Policy" && attr(m, "content") == want {
			return
		}
	}
	t.Errorf("no policy %s", want)
}

// TestMarksOnPictures: every picture has its marks, inside the page, with labels
// that tables know.
func TestMarksOnPictures(t *testing.T) {
	p := parse(t, func(b *bytes.Buffer) error { return sample(t).WriteHTML(b, "hongtou 0") })
	var labels []string
	for _, svg := range p.all("svg") {
		size := numbers(t, strings.Fields(attr(svg, "viewbox")+attr(svg, "viewBox"))...)
		for n := range svg.Descendants() {
			switch n.Data {
			case "rect":
				b := numbers(t, attr(n, "x"), attr(n, "y"), attr(n, "width"), attr(n, "height"))
				if b[0] < 0 || b[1] < 0 || b[2] <= 0 || b[3] <= 0 || b[0]+b[2] > size[2]+0.011 || b[1]+b[3] > size[3]+0.011 {
					t.Errorf("a box at %v on a page of %v", b, size)
				}
			case "text":
				labels = append(labels, n.FirstChild.Data)
			}
		}
	}
	// Page 1: the whole page, the box that three findings share, that which goes
	// beyond the page, advice; page 2: two lines as one; page 3: a line, advice.
	if got := strings.Join(labels, "|"); got != "2|2 4|3|建1|1|1|建2" {
		t.Errorf("labels %s", got)
	}
	if n := len(p.all("img")); n != 2 {
		t.Errorf("%d pictures", n)
	}
	for _, words := range []string{"这一页画不出来：超过上限", "另有2页", "不合：4项条款不合，其中“应”“一般”2项", "允差±0.5 mm", "“乙”在29.0 mm", "“,”改为“，”"} {
		if !strings.Contains(p.text, words) {
			t.Errorf("%q is missing", words)
		}
	}
}

func numbers(t *testing.T, words ...string) []float64 {
	t.Helper()
	var out []float64
	for _, w := range words {
		v, err := strconv.ParseFloat(w, 64)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, v)
	}
	return out
}

// TestGoodReport: a file without findings shows its first page.
func TestGoodReport(t *testing.T) {
	f := sample(t)
	f.Rows, f.Advice, f.Hidden, f.Pictures = f.Rows[:1], nil, 0, f.Pictures[:1]
	p := parse(t, func(b *bytes.Buffer) error { return f.WriteHTML(b, "hongtou 0") })
	if len(p.all("img")) != 1 || len(p.all("rect")) != 0 {
		t.Errorf("%d pictures, %d boxes", len(p.all("img")), len(p.all("rect")))
	}
	for _, words := range []string{"相合：可以裁定的1项条款都合", "没有不合之处，只列首页", "任何文件都不能证明的"} {
		if !strings.Contains(p.text, words) {
			t.Errorf("%q is missing", words)
		}
	}
}

// TestTotal: files in their order, the clauses that fail most often first.
func TestTotal(t *testing.T) {
	p := parse(t, func(b *bytes.Buffer) error {
		return Report{[]File{sample(t), unread(), sample(t), scan(), scan()}}.WriteTotal(b, []string{"甲/通知.html", "b.html", "c.html", "d.html", "e.html"}, "hongtou 0")
	})
	for _, words := range []string{"5个文件：相合0个，不合2个，未能裁定（扫描件）2个，未能检查1个", "未能检查：文件已损坏，无法打开", "最常不合的条款", "5.2.1 订口"} {
		if !strings.Contains(p.text, words) {
			t.Errorf("%q is missing", words)
		}
	}
	few := parse(t, func(b *bytes.Buffer) error {
		return Report{[]File{sample(t), sample(t)}}.WriteTotal(b, []string{"a", "b"}, "hongtou 0")
	})
	if strings.Contains(few.text, "最常不合的条款") {
		t.Error("two files say what fails most often")
	}
	var links []string
	for _, a := range p.all("a") {
		links = append(links, attr(a, "href"))
	}
	if got := strings.Join(links, " "); got != "./%E7%94%B2/%E9%80%9A%E7%9F%A5.html ./b.html ./c.html ./d.html ./e.html" {
		t.Error(got)
	}
}

// TestLabelsInMargin: a label stands beside the words, level with its box.
func TestLabelsInMargin(t *testing.T) {
	size := Size{210, 297}
	all := []mark{{labels: []string{"1"}, box: printout.Box{X0: 60, Y0: 100, X1: 80, Y1: 106}}, {labels: []string{"2"}, box: printout.Box{X0: 150, Y0: 100, X1: 170, Y1: 106}}}
	for i, d := range layLabels(all, size) {
		if left := i == 0; left != (d.tag.X1 <= 28) || left == (d.tag.X0 >= 183) || d.tag.Y0 > d.box.Y1 || d.tag.Y1 < d.box.Y0 {
			t.Errorf("label %d at %v", i+1, d.tag)
		}
	}
}

// FuzzMarks: whatever boxes a file has, marks and labels lie on the page.
func FuzzMarks(f *testing.F) {
	f.Add(10.0, 10.0, 50.0, 20.0, 210.0, 297.0)
	f.Add(-1e9, 0.0, 1e300, 1e-300, 1e-9, 1e9)
	f.Fuzz(func(t *testing.T, x0, y0, x1, y1, w, h float64) {
		if !(w > 1 && w < 1e7 && h > 1 && h < 1e7) {
			t.Skip()
		}
		file := sample(t)
		file.Paper[0] = Size{w, h}
		file.Rows[2].Result.Places[0].Box.X0, file.Rows[2].Result.Places[0].Box.Y0 = x0, y0
		file.Rows[2].Result.Places[0].Box.X1, file.Rows[2].Result.Places[0].Box.Y1 = x1, y1
		for _, d := range layLabels(marks(1, file.size(1), file.findings()), file.size(1)) {
			for _, b := range []struct{ x0, y0, x1, y1 float64 }{{d.box.X0, d.box.Y0, d.box.X1, d.box.Y1}, {d.tag.X0, d.tag.Y0, d.tag.X1, d.tag.Y1}} {
				if !(b.x0 >= 0 && b.y0 >= 0 && b.x1 <= w && b.y1 <= h && b.x0 < b.x1 && b.y0 < b.y1) {
					t.Fatalf("%v on %v × %v", b, w, h)
				}
			}
		}
	})
}
