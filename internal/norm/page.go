package norm

import (
	"hongtou/internal/elements"
	"hongtou/internal/gbt9704"
	"hongtou/internal/printout"
)

// pageClauses: paper, margins, colours, faces; nothing outside the type area.
// The standard allows a margin ±1 mm on the printed sheet; a file that is to be
// printed must not have used that up, so half of it is let pass.
var pageClauses = []Clause{
	{"5.1", "幅面", gbt9704.Must, "用A4纸，幅面210 mm × 297 mm（横排页297 mm × 210 mm）", "±0.5 mm", paperSize},
	{"5.2.1", "订口", gbt9704.Must, "订口（左白边）28 mm", "±0.5 mm（标准容许成品±1 mm）", leftMargin},
	{"5.2.1", "版心宽", gbt9704.Must, "版心宽156 mm", "±1 mm", areaWidth},
	{"5.2.1", "天头", gbt9704.Must, "天头（上白边）37 mm", "±0.5 mm（标准容许成品±1 mm）", topMargin},
	{"5.2.1", "版心高", gbt9704.Must, "版心高225 mm：正文排到距页面上边262 mm处为止", "±1 mm", areaHeight},
	{"5.2.2", "字号", gbt9704.Usually, "没有特别规定的文字用3号（16磅）", "", textSize},
	{"5.2.2", "字体", gbt9704.Usually, "没有特别规定的文字用仿宋体；别的字体只用于层次标题、标签和整段的说明", "", textFace},
	{"5.2.4", "颜色", gbt9704.Must, "没有特别规定的文字为黑色；只有首页的发文机关标志用红色", "", colours},
	{"6.1", "版心偏差", gbt9704.Must, "各页版心的左缘对齐", "1 mm以内", pageDeviation},
	{"6.2", "两面套正", gbt9704.Must, "双面印刷，同一张纸两面的版心套正", "2 mm以内", registration},
	{"6.3", "页码位置", gbt9704.Must, "各页页码的位置一致", "4 mm以内", folioSpread},
	{"7.1", "次序", gbt9704.Must, "版头、红色分隔线、主体、版记自上而下排列", "", order},
	{"7.1", "版心之外", gbt9704.Must, "页码编排在版心之外，其他文字、线条都在版心之内（信函的双线和非公文的提示行除外）", "±0.5 mm", outside},
	{Own, "字体嵌入", gbt9704.Custom, "全部字体嵌入文件，文字可以检索（标准未作规定）", "", embedded},
}

func paperSize(d paper) Result {
	var t tally
	for _, p := range d.Pages {
		w, h := min(p.Width, p.Height), max(p.Width, p.Height)
		t.checkAt(onPage(p), near(w, gbt9704.PaperWidth, 0.5) && near(h, gbt9704.PaperHeight, 0.5), "第%d页%.1f mm × %.1f mm", p.Number, p.Width, p.Height)
	}
	t.value("首页宽", d.Pages[0].Width, "mm")
	t.value("首页高", d.Pages[0].Height, "mm")
	return t.result("%d页，首页%.1f mm × %.1f mm", len(d.Pages), d.Pages[0].Width, d.Pages[0].Height)
}

// textLines are the lines of running text on upright pages.
func (d paper) textLines() []elements.Line {
	var out []elements.Line
	for _, p := range d.Paragraphs {
		for _, l := range p.Lines {
			if !d.Pages[l.Page-1].Landscape() {
				out = append(out, l)
			}
		}
	}
	return out
}

// columns are the upright pages whose type area shows: running text stands on
// them, and full lines, theirs or those of other pages, tell its edges.
func (d paper) columns() []*elements.Page {
	var out []*elements.Page
	seen := map[int]bool{}
	for _, l := range d.textLines() {
		if !seen[l.Page] && d.Margins(l.Page).Lines > 0 {
			out = append(out, d.Pages[l.Page-1])
		}
		seen[l.Page] = true
	}
	return out
}

// column is the stretch of a page that running text fills.
func (d paper) column(p *elements.Page) printout.Box {
	m := d.Margins(p.Number)
	return printout.Box{X0: m.Left, Y0: m.First - gbt9704.Character, X1: m.Right, Y1: m.Last + 1}
}

// noColumn is what clauses on the type area's edges say where nothing shows them.
func (d paper) noColumn() Result {
	if len(d.textLines()) == 0 {
		return without("没有正文")
	}
	return unproven("没有满行的正文，看不出版心的左右边")
}

// mirrored says whether the pages of the left side have their binding edge at the
// right, as a book has. The standard speaks of 订口 and of the left margin in
// one; bound at the left (6.3), the back of a sheet has it at the right.
func (d paper) mirrored() bool {
	n := 0
	for _, p := range d.columns() {
		left := gbt9704.Left
		if p.Number%2 == 0 {
			left = p.Width - gbt9704.Left - (gbt9704.Right - gbt9704.Left)
			n++
		}
		if !near(d.Margins(p.Number).Left, left, 0.3) {
			return false
		}
	}
	return n > 0
}

func leftMargin(d paper) Result {
	var t tally
	s, mirrored := newSpan(), d.mirrored()
	for _, p := range d.columns() {
		x, box := d.Margins(p.Number).Left, d.column(p)
		white := printout.Box{Y0: box.Y0, X1: x, Y1: box.Y1}
		if mirrored && p.Number%2 == 0 {
			x = p.Width - box.X1
			white = printout.Box{X0: box.X1, Y0: box.Y0, X1: p.Width, Y1: box.Y1}
		}
		s.add(x)
		t.checkAt(onBox(p, white), near(x, gbt9704.Left, 0.5), "第%d页%.2f mm", p.Number, x)
	}
	if s.empty() {
		return d.noColumn()
	}
	t.span("订口", s, "mm")
	if mirrored {
		return t.result("%v mm（双页的订口在右）", s)
	}
	return t.result("%v mm", s)
}

// areaWidth measures from edge to edge, wherever the left one is: a margin that
// is wrong is 订口's alone. Lines that are not justified end before the edge, and
// one more character would not have gone in; the edge is then somewhere in
// between.
func areaWidth(d paper) Result {
	const want = gbt9704.Right - gbt9704.Left
	var t tally
	s := newSpan()
	for _, p := range d.columns() {
		w := d.Margins(p.Number).Width()
		s.add(w)
		fits := near(w, want, 1) || d.ragged(p) && w < want && w+gbt9704.Size3*gbt9704.Point > want
		t.checkAt(onBox(p, d.column(p)), fits, "第%d页%.2f mm", p.Number, w)
	}
	if s.empty() {
		return d.noColumn()
	}
	t.span("版心宽", s, "mm")
	return t.result("满行宽%v mm", s)
}

// ragged says whether the full lines of a page have their characters as wide as
// their type is: nothing was done to make them end at the edge.
func (d paper) ragged(p *elements.Page) bool {
	natural, all := 0, 0
	for _, l := range p.Lines {
		if !l.Body() || !near(l.X1(), d.Margins(p.Number).Right, 1) {
			continue
		}
		for i := 1; i < len(l.Glyphs); i++ {
			a, b := l.Glyphs[i-1], l.Glyphs[i]
			if elements.Han(a.Rune) && elements.Han(b.Rune) {
				all++
				if near(b.X0-a.X0, a.Size*gbt9704.Point, 0.03) {
					natural++
				}
			}
		}
	}
	return all > 0 && natural*10 > all*9
}
