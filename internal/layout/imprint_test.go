package layout

import (
	"strings"
	"testing"

	"hongtou/internal/doc"
	"hongtou/internal/page"
)

func imprint() doc.Imprint {
	return doc.Imprint{
		CC:      run(doc.Body, "抄送：市委各部门，"+han(40)+"。"),
		Printer: run(doc.Body, "甲市人民政府办公室"), PrintDate: run(doc.Body, "2020年7月31日印发"),
	}
}

func TestImprintGeometry(t *testing.T) {
	fs := real(t)
	m := imprint()
	m.Recipients = run(doc.Body, "主送：各县区，"+han(30)+"。")
	b := typeset(t, fs, filled(24), m)
	p := b.Pages[1]
	if len(b.Pages) != 2 || len(p.Rules) != 3 || p.Unnumbered {
		t.Fatalf("%d pages, rules %+v", len(b.Pages), p.Rules)
	}
	for i, width := range []Unit{page.ThickRule, page.ThinRule, page.ThickRule} {
		if r := p.Rules[i]; r.Width != width || r.X1 != areaLeft || r.X2 != areaRight || r.Y1 != r.Y2 {
			t.Errorf("rule %d is %+v", i, r)
		}
	}
	near(t, "last rule", p.Rules[2].Y1+p.Rules[2].Width/2, areaBottom)
	for _, text := range []string{"主送", "抄送", "甲市人民"} {
		r, _ := found(t, b, text)
		near(t, text, r.X, areaLeft+page.ImprintSize)
		if r.Size != page.FolioSize {
			t.Errorf("%s in %d", text, r.Size)
		}
	}
	var lines []line
	for _, l := range linesOf(p, fs) {
		if l.y > p.Rules[0].Y1 {
			lines = append(lines, l)
		}
	}
	cc, _ := found(t, b, "抄送")
	for i, l := range lines {
		if l.y > cc.Y && l.y < p.Rules[1].Y1 {
			near(t, "wrapped line", l.x, areaLeft+4*page.ImprintSize)
		}
		if i > 0 && l.y < p.Rules[1].Y1 {
			near(t, "pitch", l.y-lines[i-1].y, page.ImprintPitch)
		}
	}
	organ, _ := found(t, b, "甲市人民")
	date, _ := found(t, b, "2020")
	near(t, "date's line", date.Y, organ.Y)
	near(t, "date's end", lastOf(p, date.Y).end(fs), areaRight-page.ImprintSize)
	if p.Rules[1].Y1 > organ.Y-page.ImprintSize || p.Rules[1].Y1 < lines[len(lines)-2].y {
		t.Error("the thin rule is not above 印发机关")
	}
}

// The imprint ends an even page; only from an empty page on there are no
// numbers.
func TestImprintStandsOnAnEvenPage(t *testing.T) {
	fs := square(t)
	for _, c := range []struct {
		name       string
		lines      int
		pages      int
		unnumbered int // first page, 0 = none
	}{
		{"text on page 1", 3, 2, 0},
		{"room on page 2", 30, 2, 0},
		{"no room on page 2", 43, 4, 3},
		{"page 2 is full", 44, 4, 3},
		{"one line on page 3", 45, 4, 0},
		{"room on page 4", 70, 4, 0},
	} {
		b := typeset(t, fs, filled(c.lines), imprint())
		if len(b.Pages) != c.pages {
			t.Errorf("%s: %d pages", c.name, len(b.Pages))
			continue
		}
		if _, p := found(t, b, "抄送"); p != c.pages-1 {
			t.Errorf("%s: imprint on page %d", c.name, p+1)
		}
		for i, p := range b.Pages {
			want := c.unnumbered > 0 && i+1 >= c.unnumbered
			numbered := false
			for _, r := range p.Runs {
				numbered = numbered || strings.HasPrefix(r.Text, "—")
			}
			if p.Unnumbered != want || numbered == want {
				t.Errorf("%s: page %d unnumbered %v, shows a number %v", c.name, i+1, p.Unnumbered, numbered)
			}
		}
	}
}

func TestImprintWithParts(t *testing.T) {
	fs := square(t)
	all := imprint()
	for _, c := range []struct {
		imprint doc.Imprint
		letter  bool
		rules   int
	}{
		{doc.Imprint{}, false, 0}, {doc.Imprint{CC: all.CC}, false, 2}, {doc.Imprint{Printer: all.Printer, PrintDate: all.PrintDate}, false, 2},
		{all, false, 3}, {all, true, 0},
	} {
		d := doc.Document{Setup: doc.Setup{Letter: c.letter}, Blocks: []doc.Block{filled(30), c.imprint}}
		b, problems := Typeset(d, fs)
		if len(problems) > 0 || len(b.Pages) != 2 || len(b.Pages[1].Rules) != c.rules {
			t.Errorf("%d pages, rules %+v, %v", len(b.Pages), b.Pages[1].Rules, problems)
		}
		if printed := strings.Contains(plain(b), "印发"); printed != (len(c.imprint.Printer) > 0 && !c.letter) {
			t.Errorf("letter %v: 印发 %v", c.letter, printed)
		}
	}
	all.CC = run(doc.Body, han(2000))
	if _, problems := Typeset(doc.Document{Blocks: []doc.Block{all}}, fs); !problems.HasErrors() {
		t.Error("an imprint of more than a page is no problem")
	}
}
