package norm

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"hongtou/internal/elements"
	"hongtou/internal/gbt9704"
	"hongtou/internal/printout"
)

// folioClauses: page numbers.
var folioClauses = []Clause{
	{"7.5", "字号字体", gbt9704.Usually, "4号半角宋体阿拉伯数字", "", folioFace},
	{"7.5", "一字线", gbt9704.Must, "数字左右各放一条一字线（不是连字符）", "", folioDashes},
	{"7.5", "距版心", gbt9704.Must, "一字线上距版心下边缘7 mm（269 ± 0.5 mm，以墨量）", "", folioHeight},
	{"7.5", "单右双左", gbt9704.Must, "单页码居右空一字，双页码居左空一字", "", folioSide},
	{"7.5", "连续", gbt9704.Must, "页码从1起连续", "", folioSequence},
	{"7.5", "不编页码", gbt9704.Must, "版记页前的空白页和版记页不编页码；其余各页编排", "", folioMissing},
}

var folioPattern = regexp.MustCompile(`^[—―－]+([0-9]+)[—―－]+$`)

// folios are the numbers of the pages that have one.
func (d paper) folios() (pages []*elements.Page, out []elements.Folio) {
	for _, p := range d.Pages {
		if f, ok := p.Folio(); ok {
			pages, out = append(pages, p), append(out, f)
		}
	}
	return pages, out
}

func folioFace(d paper) Result {
	var t tally
	pages, folios := d.folios()
	for i, f := range folios {
		for _, g := range f.Line.Glyphs {
			t.check(near(g.Size, gbt9704.Size4, 0.1), "第%d页%.1f磅", pages[i].Number, g.Size)
			if elements.FolioWord.MatchString(string(g.Rune)) {
				t.check(elements.ClassOf(g.Face) == elements.Song && g.Rune <= '9', "第%d页“%c”用%s", pages[i].Number, g.Rune, g.Face)
				t.check(f.Turned || g.X1-g.X0 < 0.65*g.Size*gbt9704.Point, "第%d页数字宽%.1f mm", pages[i].Number, g.X1-g.X0)
			}
		}
	}
	return t.result("%d页", len(folios))
}

func folioDashes(d paper) Result {
	var t tally
	pages, folios := d.folios()
	for i, f := range folios {
		t.check(folioPattern.MatchString(f.Line.Text()), "第%d页“%s”", pages[i].Number, f.Line.Text())
	}
	if len(folios) == 0 {
		return absent()
	}
	return t.result("首个“%s”", folios[0].Line.Text())
}

// folioHeight measures the ink of the first dash on the first pages of each
// parity and direction; the others must share their baseline.
func folioHeight(d paper) Result {
	var t tally
	s := newSpan()
	measured := map[string]bool{}
	baseline := -1.0
	pages, folios := d.folios()
	for i, f := range folios {
		if baseline < 0 {
			baseline = f.Y
		}
		t.check(near(f.Y, baseline, 0.2), "第%d页基线%.2f mm", pages[i].Number, f.Y)
		kind := fmt.Sprint(pages[i].Number%2, f.Turned)
		if measured[kind] {
			continue
		}
		measured[kind] = true
		y := dash(pages[i], f)
		s.add(y)
		t.check(near(y, gbt9704.Bottom+7, 0.5), "第%d页%.2f mm", pages[i].Number, y)
	}
	return t.result("一字线%v mm", s)
}

// dash is the height of the ink of a number's first dash on the upright page.
func dash(p *elements.Page, f elements.Folio) float64 {
	g := f.Line.Glyphs[0]
	em := g.Size * gbt9704.Point
	box := printout.Box{X0: g.X0 + em/4, Y0: g.Y - em, X1: g.X0 + em*3/4, Y1: g.Y + em/4}
	if f.Turned { // x runs down, y runs to the left
		box = printout.Box{X0: p.Width - box.Y1, Y0: box.X0, X1: p.Width - box.Y0, Y1: box.X1}
	}
	ink, ok := p.Ink(printout.DarkInk, box)
	switch {
	case !ok:
		return f.Y
	case f.Turned:
		return p.Width - (ink.X0+ink.X1)/2
	}
	return (ink.Y0 + ink.Y1) / 2
}

func folioSide(d paper) Result {
	var t tally
	pages, folios := d.folios()
	odd, even := newSpan(), newSpan()
	for i, f := range folios {
		if pages[i].Number%2 == 1 {
			odd.add(f.X1)
			t.check(near(f.X1, gbt9704.Right-gbt9704.Cell4, 1), "第%d页右缘%.1f mm", pages[i].Number, f.X1)
		} else {
			even.add(f.X0)
			t.check(near(f.X0, gbt9704.Left+gbt9704.Cell4, 1), "第%d页左缘%.1f mm", pages[i].Number, f.X0)
		}
	}
	switch {
	case odd.empty():
		return t.result("双页左缘%v mm", even)
	case even.empty():
		return t.result("单页右缘%v mm", odd)
	}
	return t.result("单页右缘%v mm，双页左缘%v mm", odd, even)
}

func folioSequence(d paper) Result {
	var t tally
	pages, folios := d.folios()
	for i, f := range folios {
		digits := strings.Trim(f.Line.Text(), "—―－-–− ")
		n, err := strconv.Atoi(digits)
		t.check(err == nil && n == pages[i].Number, "第%d页印“%s”", pages[i].Number, digits)
	}
	return t.result("%d页", len(folios))
}

func folioMissing(d paper) Result {
	var t tally
	without := map[int]string{}
	if i := d.Imprint; i != nil {
		if n := i.Page - 1; n > 0 && d.Pages[n-1].Blank() {
			without[n], without[i.Page] = "空白页", "版记页"
		}
	}
	if d.Letter {
		without[1] = "信函首页"
	}
	count := 0
	for _, p := range d.Pages {
		_, has := p.Folio()
		name, no := without[p.Number]
		if !has {
			count++
		}
		switch {
		case no:
			t.check(!has, "%s（第%d页）编了页码", name, p.Number)
		case d.onlyImprint(p):
			t.n++ // with no blank page before it the standard leaves it open
		default:
			t.check(has, "第%d页无页码", p.Number)
		}
	}
	return t.result("%d页，不编页码%d页", len(d.Pages), count)
}

func (d paper) onlyImprint(p *elements.Page) bool {
	i := d.Imprint
	return i != nil && i.Page == p.Number && len(p.Lines) == len(i.Lines)
}

func format2(v float64) string { return strconv.FormatFloat(v, 'f', 2, 64) }
