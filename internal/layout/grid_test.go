package layout

import (
	"testing"

	"hongtou/internal/doc"
	"hongtou/internal/page"
)

func TestGridFillsTheTypeArea(t *testing.T) {
	for _, c := range []struct {
		name      string
		got, want Unit
	}{
		{"first line's top", portrait.lineTop(0), page.Millimetres(37)},
		{"last line's bottom", portrait.lineTop(page.Lines-1) + em, page.Millimetres(262)},
		{"left", areaLeft, page.Millimetres(28)},
		{"width of 28 cells", areaWidth, 442_204},
		{"page width", pageWidth, page.Millimetres(210)},
		{"page height", pageHeight, page.Millimetres(297)},
		{"mirrored left", areaLeft - mirrorStep, page.Millimetres(26)},
	} {
		if c.got != c.want {
			t.Errorf("%s = %d, want %d", c.name, c.got, c.want)
		}
	}
	for n := range 40 {
		if portrait.lineAt(portrait.lineTop(n)) != n || portrait.lineAt(portrait.lineTop(n)+1) != n+1 || page.NearestLine(-portrait.top+portrait.lineTop(n)+pitch/3) != n {
			t.Errorf("line %d is not found again", n)
		}
	}
}

func TestPlace(t *testing.T) {
	for _, c := range []struct {
		scale             scale
		width             int
		advance, tracking Unit
	}{
		{bodyScale, 1000, 15_793, -207},
		{bodyScale, 500, 7_896, -104},
		{bodyScale, 680, 10_776, -104},
		{titleScale, 1000, 22_000, 0},
		{cellScale, 500, 6_000, 0},
		{bodyScale, 0, 0, 0},
	} {
		if a, tr := c.scale.place(c.width); a != c.advance || tr != c.tracking {
			t.Errorf("%v.place(%d) = %d, %d", c.scale, c.width, a, tr)
		}
	}
}

func TestFullPage(t *testing.T) {
	fs := square(t)
	b := typeset(t, fs, filled(30))
	if len(b.Pages) != 2 || b.Pages[0].End != EndFull {
		t.Fatalf("%d pages, the first ends %s", len(b.Pages), b.Pages[0].End)
	}
	lines := linesOf(b.Pages[0], fs)
	if len(lines) != page.Lines {
		t.Fatalf("%d lines on a full page", len(lines))
	}
	for i, l := range lines {
		want := areaLeft
		if i == 0 {
			want += indent
		}
		if l.x != want || l.end != areaRight || l.y != portrait.lineTop(i)+14_080 {
			t.Errorf("line %d stands at %d–%d, %d", i, l.x, l.end, l.y)
		}
		if n := len([]rune(l.text)); i > 0 && n != cells {
			t.Errorf("line %d has %d characters", i, n)
		}
	}
	if n := len(b.Pages[0].Runs); n != page.Lines+1 {
		t.Errorf("%d runs: a full line should need one", n)
	}
}

// Every line but the last ends exactly at the edge, whatever stands in it.
func TestJustifiedLinesEndAtTheEdge(t *testing.T) {
	fs := square(t)
	b := typeset(t, fs, doc.Paragraph{Head: 1, Text: append(run(doc.Level2, "（一）完成18.43%和998.3533万立方米。"),
		run(doc.Body, "到2020年7月30日，“整改”——即（PM2.5）浓度、《办法》（试行），完成45801户、48473户，按〔2020〕47号文，"+han(60)+"7、8、9"+han(60))...)})
	lines := linesOf(b.Pages[0], fs)
	for _, l := range lines[:len(lines)-1] {
		if l.end != areaRight {
			t.Errorf("line %q ends at %d, want %d", l.text, l.end, areaRight)
		}
	}
}
