package browser

import (
	"math"
	"os"
	"slices"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"hongtou/internal/testkit/judge"
)

// tolerance is what a printed margin may differ from that of the PDF, in mm.
const tolerance = 0.5

// area is where the PDF of a page has its type (GB/T 9704 5.2.1, 8).
func area(page int, size judge.PageSize, mirrored bool) judge.Box {
	switch {
	case size.Width > size.Height:
		return judge.Box{X0: 35, Y0: 28, X1: 260, Y1: 184}
	case page%2 == 0 && mirrored:
		return judge.Box{X0: 26, Y0: 37, X1: 182, Y1: 262}
	default:
		return judge.Box{X0: 28, Y0: 37, X1: 184, Y1: 262}
	}
}

func TestDocumentsPrintAsTheirPDF(t *testing.T) {
	t.Parallel()
	p := judge.StartChromium(t).Open(t, "about:blank", judge.View{})
	for _, d := range oneOfEach(t) {
		p.Go(judge.Address(t, d.Path))
		pdf := strings.TrimSuffix(d.Path, ".html") + ".pdf"
		mirrored := isMirrored(t, pdf)
		checkMargins(t, d.name()+", PDF", d, pdf, mirrored)
		checkPrinted(t, d, checkMargins(t, d.name(), d, p.Print("print.pdf"), mirrored))
	}
}

// isMirrored says whether type begins further left on even pages than on odd
// ones.
func isMirrored(t *testing.T, pdf string) bool {
	t.Helper()
	left := [2]float64{999, 999}
	for _, g := range judge.PDFGlyphs(t, pdf) {
		if g.Angle == 0 && g.Y > 40 && g.Y < 255 {
			left[g.Page%2] = min(left[g.Page%2], g.X0)
		}
	}
	return left[0] < left[1]-1
}

// checkMargins looks where characters and lines stand on each page, and returns
// the characters of the type area. A letter has a double line and a mark beyond
// it on its first page (10.1).
func checkMargins(t *testing.T, name string, d document, pdf string, mirrored bool) []judge.Glyph {
	t.Helper()
	pages := judge.PDFPages(t, pdf)
	landscape := pages[0].Width > pages[0].Height
	if want := d.Kind == "comparison" || d.Kind == "reissue"; landscape != want {
		t.Errorf("%s: landscape is %v", name, landscape)
	}
	var inside []judge.Glyph
	reached := judge.Box{X0: 999, Y0: 999} // how near type comes to each edge of its area
	reach := func(page int, b judge.Box) {
		a := area(page, pages[page-1], mirrored)
		off := judge.Box{X0: b.X0 - a.X0, Y0: b.Y0 - a.Y0, X1: b.X1 - a.X1, Y1: b.Y1 - a.Y1}
		if min(off.X0, off.Y0) < -tolerance || max(off.X1, off.Y1) > tolerance {
			t.Errorf("%s page %d: something at %.2f leaves %.0f", name, page, b, a)
		}
		reached.X0, reached.Y0 = min(reached.X0, off.X0), min(reached.Y0, off.Y0)
		reached.X1, reached.Y1 = max(reached.X1, off.X1), max(reached.Y1, off.Y1)
	}
	reached.X1, reached.Y1 = -999, -999
	first := 1
	if d.Kind == "letter" {
		first = 2
	}
	for _, g := range judge.PDFGlyphs(t, pdf) {
		size := g.Size * 25.4 / 72
		middle, a := g.Y-0.38*size, area(g.Page, pages[g.Page-1], mirrored)
		top := a.Y0
		if g.Page < first {
			top = 25
		}
		if g.Angle != 0 || middle < top || middle > a.Y1 { // furniture of the margins
			continue
		}
		inside = append(inside, g)
		if g.Page >= first {
			reach(g.Page, judge.Box{X0: g.X0, Y0: g.Y - 0.88*size, X1: g.X1, Y1: g.Y + 0.12*size})
		}
	}
	for _, r := range judge.PDFRules(t, pdf) {
		if r.Page >= first {
			reach(r.Page, r.Box)
		}
	}
	for i, p := range pages {
		long, short := max(p.Width, p.Height), min(p.Width, p.Height)
		if math.Abs(long-297) > tolerance || math.Abs(short-210) > tolerance || p.Width > p.Height != landscape {
			t.Errorf("%s: page %d measures %v", name, i+1, p)
		}
	}
	if len(pages) < 4 { // short documents need not fill a page
		return inside
	}
	if max(reached.X0, reached.Y0) > tolerance || min(reached.X1, reached.Y1) < -tolerance && d.Kind != "acceptance" {
		t.Errorf("%s: type stays %.2f from the edges of its area", name, reached)
	}
	return inside
}

// floating kinds have tables, whose heads are repeated, or seals, which the
// printer paints last; for them all characters count, not their order.
func floating(kind string) bool {
	return !slices.Contains([]string{"notice", "annex", "amendment", "consolidated"}, kind)
}

func checkPrinted(t *testing.T, d document, glyphs []judge.Glyph) {
	t.Helper()
	var printed []rune
	for _, g := range glyphs {
		printed = append(printed, g.Rune)
	}
	want := folded(textOf(t, d.Path))
	if !floating(d.Kind) {
		if got := folded(string(printed)); got != want {
			t.Errorf("%s: printed text differs from %s", d.name(), difference(got, want))
		}
		return
	}
	count := map[rune]int{}
	for _, r := range want {
		count[r]++
	}
	for _, r := range printed {
		count[r]--
	}
	for r, n := range count {
		if n > 0 {
			t.Errorf("%s: %q is printed %d times too few", d.name(), r, n)
		}
	}
}

// folded leaves out white space.
func folded(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}

// difference shows where two texts part.
func difference(got, want string) string {
	g, w := []rune(got), []rune(want)
	i := 0
	for i < min(len(g), len(w)) && g[i] == w[i] {
		i++
	}
	return string(w[i:min(len(w), i+20)]) + " with " + string(g[i:min(len(g), i+20)])
}

// tree parses a document.
func tree(t *testing.T, path string) *html.Node {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	n, err := html.Parse(f)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// textOf is what a document says on paper: without the status line, which
// stands in the margin there.
func textOf(t *testing.T, path string) string {
	t.Helper()
	var b strings.Builder
	for n := range tree(t, path).Descendants() {
		if n.Type == html.TextNode && !within(n) {
			b.WriteString(n.Data)
		}
	}
	return b.String()
}

// within says whether a node stands in the head or in the status line.
func within(n *html.Node) bool {
	for p := n.Parent; p != nil; p = p.Parent {
		if p.DataAtom == atom.Head || attribute(p, "class") == "status-line" {
			return true
		}
	}
	return false
}

func attribute(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}
