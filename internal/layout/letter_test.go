package layout

import (
	"strings"
	"testing"

	"hongtou/internal/doc"
	"hongtou/internal/page"
)

func TestLetter(t *testing.T) {
	fs := real(t)
	marks := doc.HeadMarks{SerialNumber: run(doc.Body, "000012"), Secrecy: run(doc.Body, "机密★3年")}
	for _, m := range []doc.HeadMarks{marks, {}, {Urgency: run(doc.Body, "特急")}} {
		head := redHead(doc.Masthead{Organs: [][]doc.Inline{run(doc.Mark, "甲市人民政府办公室")}})
		d := doc.Document{Setup: doc.Setup{Letter: true}, Blocks: append(append([]doc.Block{m}, head...), filled(20))}
		b, problems := Typeset(d, fs)
		if len(problems) > 0 {
			t.Fatal(problems)
		}
		checkTree(t, b)
		p := b.Pages[0]
		red, _ := split(p)
		top, bottom := inkOf(red, fs)
		near(t, "ink of the mark", top, page.Millimetres(30))
		if len(p.Rules) != 4 || p.Rules[0].Width <= p.Rules[1].Width || p.Rules[2].Width >= p.Rules[3].Width {
			t.Fatalf("rules %+v", p.Rules)
		}
		for _, r := range p.Rules {
			near(t, "line's left end", r.X1, page.Millimetres(20))
			near(t, "line's right end", r.X2, page.Millimetres(190))
		}
		near(t, "first line", p.Rules[0].Y1-p.Rules[0].Width/2, bottom+page.Millimetres(4))
		near(t, "second line", p.Rules[3].Y1+p.Rules[3].Width/2, page.Millimetres(277))
		number, _ := found(t, b, "甲政办发")
		near(t, "number's end", p.Runs[numberRun(p)].end(fs), areaRight)
		under := p.Rules[1].Y1 + p.Rules[1].Width/2
		ink, low := inkOf(lineRuns(p, number.Y), fs)
		near(t, "ink of the first line", ink, under+em*7/8)
		for i, l := range markLines(m) {
			r, _ := found(t, b, doc.Plain(l)[:6])
			near(t, "mark", r.X, areaLeft)
			near(t, "mark", r.Y, number.Y+Unit(i)*pitch)
			_, low = inkOf(lineRuns(p, r.Y), fs)
		}
		title, _ := found(t, b, "甲市人民政府关于")
		if gap := title.Y - above(page.TitleSize) - low - page.TwoLines; gap < -pitch/2 || gap > pitch/2 {
			t.Errorf("title %s mm from its place", mm(gap))
		}
		if !p.Unnumbered || b.Pages[1].Unnumbered || len(b.Pages[1].Rules) > 0 {
			t.Errorf("page 1 unnumbered %v, page 2 %v", p.Unnumbered, b.Pages[1].Unnumbered)
		}
	}
}

// numberRun is the index of the last run of 发文字号.
func numberRun(p Page) int {
	for i, r := range p.Runs {
		if strings.HasSuffix(r.Text, "号") {
			return i
		}
	}
	return 0
}
