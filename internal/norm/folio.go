package norm

import (
	"regexp"
	"strconv"

	"hongtou/internal/elements"
	"hongtou/internal/gbt9704"
	"hongtou/internal/printout"
)

// folioClauses: page numbers. Where they stand on paper that lies on its side is
// clause 8's.
var folioClauses = []Clause{
	{"7.5", "字号字体", gbt9704.Usually, "页码用4号半角宋体阿拉伯数字", "", folioFace},
	{"7.5", "一字线", gbt9704.Must, "页码数字左右各放一条一字线（不是连字符，不写“第×页”）", "", folioDashes},
	{"7.5", "距版心", gbt9704.Must, "一字线上距版心下边缘7 mm（距页边269 mm）", "±0.5 mm", folioHeight},
	{"7.5", "单右双左", gbt9704.Must, "单页码居右空一字，双页码居左空一字", "±1 mm", folioSide},
	{"7.5", "连续", gbt9704.Must, "页码连续（公文从1起，附件与正文一起装订时接着编）", "", folioSequence},
	{"7.5", "不编页码", gbt9704.Must, "版记页前的空白页和版记页不编页码；其余各页都编", "", folioMissing},
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

// onFolio is around a number as it stands on its page.
func onFolio(p *elements.Page, f elements.Folio) Place {
	b := elements.Around(f.Line)
	if f.Turned {
		b = printout.Box{X0: p.Width - b.Y1, Y0: b.X0, X1: p.Width - b.Y0, Y1: b.X1}
	}
	return onBox(p, b)
}

// folioFace: figures in a face that is called 宋体 by none, as Times, are
// another face.
func folioFace(d paper) Result {
	f := faces{of: d.Document}
	s := newSpan()
	pages, folios := d.folios()
	for i, folio := range folios {
		at := onFolio(pages[i], folio)
		for _, g := range folio.Line.Glyphs {
			s.add(g.Size)
			if !near(g.Size, gbt9704.Size4, 0.15) {
				f.checkAt(at, false, "第%d页%s磅", pages[i].Number, tenths(g.Size))
				break
			}
			if elements.FolioWord.MatchString(string(g.Rune)) && !f.figure(at, g, folio.Turned) {
				break
			}
		}
		f.checkAt(at, true, "")
	}
	f.span("字号", s, "pt")
	return f.result("%d页，%v磅", len(folios), s)
}

// figure checks one figure of a page number.
func (f *faces) figure(at Place, g printout.Glyph, turned bool) bool {
	class := f.of.Class(g.Face)
	switch {
	case class == elements.Unknown:
		f.doubt(g.Face, at)
	case class != elements.Song:
		f.checkAt(at, false, "第%d页“%c”用%s", g.Page, g.Rune, g.Face)
	case g.Rune > '9' || !turned && g.X1-g.X0 > 0.65*g.Size*gbt9704.Point:
		f.checkAt(at, false, "第%d页“%c”不是半角", g.Page, g.Rune)
	default:
		return true
	}
	return false
}

func folioDashes(d paper) Result {
	var t tally
	pages, folios := d.folios()
	for i, f := range folios {
		t.checkAt(onFolio(pages[i], f), folioPattern.MatchString(narrow.Replace(f.Line.Text())), "第%d页“%s”", pages[i].Number, f.Line.Text())
	}
	if len(folios) == 0 {
		return absent()
	}
	t.value("页码", float64(len(folios)), "")
	return t.result("首个“%s”", folios[0].Line.Text())
}

// folioHeight measures the ink of the first dash, or of what is in its place, on
// the first page of each side; on the others it keeps its distance from the
// baseline.
func folioHeight(d paper) Result {
	var t tally
	s := newSpan()
	measured := map[bool]float64{} // how far under the baseline the dash of a side is
	pages, folios := d.folios()
	for i, f := range folios {
		if pages[i].Landscape() {
			continue
		}
		odd := pages[i].Number%2 == 1
		if _, known := measured[odd]; !known {
			measured[odd] = dash(pages[i], f) - f.Y
		}
		y := f.Y + measured[odd]
		s.add(y)
		t.checkAt(onFolio(pages[i], f), near(y, gbt9704.FolioDash, 0.5), "第%d页%s mm", pages[i].Number, hundredths(y))
	}
	t.span("一字线", s, "mm")
	return t.result("一字线%s mm", s.hundredths())
}

// hundredths prints a span more finely.
func (s span) hundredths() string {
	if s.high-s.low < 0.005 {
		return hundredths(s.low)
	}
	return hundredths(s.low) + "～" + hundredths(s.high)
}

// dash is the height of the ink of a number's first dash on the upright page.
func dash(p *elements.Page, f elements.Folio) float64 {
	g := f.Line.Glyphs[0]
	em, w := g.Size*gbt9704.Point, g.X1-g.X0
	box := printout.Box{X0: g.X0 + w/4, Y0: g.Y - em, X1: g.X0 + w*3/4, Y1: g.Y + em/4}
	if f.Turned { // x runs down, y runs to the left
		box = printout.Box{X0: p.Width - box.Y1, Y0: box.X0, X1: p.Width - box.Y0, Y1: box.X1}
	}
	ink, ok := p.Ink(printout.DarkInk, box)
	switch {
	case !ok:
		return f.Y
	case f.Turned:
		return p.Width - ink.Centre()
	}
	return ink.Middle()
}

// folioSide is measured from the edges of the page's own type area, in
// characters of 4号, which the number should have.
func folioSide(d paper) Result {
	var t tally
	pages, folios := d.folios()
	odd, even := newSpan(), newSpan()
	for i, f := range folios {
		if pages[i].Landscape() {
			continue
		}
		at, n := onFolio(pages[i], f), pages[i].Number
		l := f.Line
		l.Page = n
		if n%2 == 1 {
			blank := d.blank(l, f.X1, 1) * one(l) / gbt9704.Cell4
			odd.add(blank)
			t.checkAt(at, near(blank*gbt9704.Cell4, gbt9704.Cell4, 1), "第%d页右空%s字", n, hundredths(blank))
		} else {
			blank := d.indent(l, 1) * one(l) / gbt9704.Cell4
			even.add(blank)
			t.checkAt(at, near(blank*gbt9704.Cell4, gbt9704.Cell4, 1), "第%d页左空%s字", n, hundredths(blank))
		}
	}
	t.span("单页右空", odd, "字")
	t.span("双页左空", even, "字")
	switch {
	case odd.empty():
		return t.result("双页左空%v字", even)
	case even.empty():
		return t.result("单页右空%v字", odd)
	}
	return t.result("单页右空%v字，双页左空%v字", odd, even)
}

var folioDigits = regexp.MustCompile(`[0-9]+`)

// folioSequence: 第1页共5页 has its number first. A file without a red head may
// be a part of a volume and begin with any number.
func folioSequence(d paper) Result {
	var t tally
	pages, folios := d.folios()
	offset := 0
	for i, f := range folios {
		n, err := strconv.Atoi(folioDigits.FindString(narrow.Replace(f.Line.Text())))
		if i == 0 && !d.red() && err == nil {
			offset = n - pages[i].Number
		}
		t.checkAt(onFolio(pages[i], f), err == nil && n == pages[i].Number+offset, "第%d页印“%s”", pages[i].Number, f.Line.Text())
	}
	t.value("有页码的页", float64(len(folios)), "")
	return t.result("%d页有页码", len(folios))
}

func folioMissing(d paper) Result {
	var t tally
	without := d.unnumbered()
	count, scans := 0, 0
	for _, p := range d.Pages {
		_, has := p.Folio()
		name, no := without[p.Number]
		if !has {
			count++
		}
		switch {
		case !has && p.Scanned(): // the number may be in the picture
			count--
			scans++
		case d.Letter && p.Number == 1: // 10.1 speaks of it
		case no:
			t.checkAt(onPage(p), !has, "%s（第%d页）编了页码", name, p.Number)
		case d.onlyImprint(p):
			t.checkAt(onPage(p), true, "") // with no blank page before it the standard leaves it open
		default:
			t.checkAt(onPage(p), has, "第%d页无页码", p.Number)
		}
	}
	t.value("不编页码", float64(count), "")
	if scans > 0 {
		return t.result("%d页，不编页码%d页，扫描页%d页看不出", len(d.Pages), count, scans)
	}
	return t.result("%d页，不编页码%d页", len(d.Pages), count)
}

// unnumbered are the pages that must not have a number, and why.
func (d paper) unnumbered() map[int]string {
	out := map[int]string{}
	if i := d.Imprint; i != nil {
		if n := i.Page - 1; n > 0 && d.Pages[n-1].Blank() {
			out[n], out[i.Page] = "空白页", "版记页"
		}
	}
	return out
}

func (d paper) onlyImprint(p *elements.Page) bool {
	i := d.Imprint
	return i != nil && i.Page == p.Number && len(p.Lines) == len(i.Lines)
}
