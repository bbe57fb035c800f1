package layout

import (
	"fmt"
	"strings"
	"testing"

	"hongtou/internal/doc"
	"hongtou/internal/page"
)

func cellOf(text string) doc.Cell { return doc.Cell{Paragraphs: [][]doc.Inline{run(doc.Small, text)}} }

func rowOf(texts ...string) doc.Row {
	var r doc.Row
	for _, t := range texts {
		r.Cells = append(r.Cells, cellOf(t))
	}
	return r
}

func headOf(texts ...string) doc.Row {
	r := rowOf(texts...)
	for i := range r.Cells {
		r.Cells[i].Head = true
		r.Cells[i].Paragraphs[0][0].Style = doc.TableHead
	}
	return r
}

// What is to be ticked shows an empty box where its text would stand, other
// blanks nothing.
func TestTickBox(t *testing.T) {
	fs := square(t)
	for _, c := range []struct {
		align doc.Align
		x     Unit // of the box from its cell's middle, doubled, in the direction of reading
	}{{doc.AlignLeft, -1}, {doc.AlignCentre, 0}, {doc.AlignRight, 1}} {
		b := typeset(t, fs, doc.Table{
			Columns: []doc.Column{{Width: 1}, {Width: 1}},
			Rows:    []doc.Row{{Cells: []doc.Cell{{Blank: doc.BlankTick, Align: c.align}, {Blank: doc.BlankSignature}}, MinHeight: 20}},
		})
		left, right := areaLeft+500+cellPadX, (areaLeft+areaRight)/2-cellPadX
		x := (left+right-12_000)/2 + c.x*(right-left-12_000)/2
		p := b.Pages[0]
		if got := p.Runs[0]; plain(b) != "□" || got.X < x-1 || got.X > x+1 {
			t.Errorf("%v: %q at %d, want %d", c.align, plain(b), got.X, x)
		}
	}
}

func TestTableGeometry(t *testing.T) {
	fs := square(t)
	b := typeset(t, fs, doc.Table{
		Columns: []doc.Column{{Width: 1}, {Width: 3, Align: doc.AlignCentre}, {Width: 2, Align: doc.AlignRight}},
		Head:    []doc.Row{headOf("甲", "乙", "丙")},
		Rows:    []doc.Row{rowOf("子", "丑", "寅"), {Cells: []doc.Cell{cellOf("卯"), {ColSpan: 2}}, MinHeight: 20}},
	})
	p := b.Pages[0]
	left, right := areaLeft+250, areaRight-250
	second, third := left+(right-left)/6, left+(right-left)*4/6
	at := map[string]Run{}
	for _, r := range p.Runs {
		at[r.Text] = r
	}
	for text, x := range map[string]Unit{
		"甲": (left + second - 12_000) / 2, "子": left + 3000, "丑": (second + third - 12_000) / 2, "寅": right - 3000 - 12_000,
	} {
		if got := at[text].X; got < x-1 || got > x+1 {
			t.Errorf("%s stands at %d, want %d", text, got, x)
		}
	}
	row := cellPitch + 2*cellPadY
	bottom := areaTop + 2*row + page.Millimetres(20)
	if got, want := at["卯"].Y, bottom-page.Millimetres(20)/2+above(12_000)-6_000; got < want-1 || got > want+1 {
		t.Errorf("text of the high row stands at %d, want its middle %d", got, want)
	}
	want := []Rule{
		{X1: left, Y1: areaTop, X2: right, Y2: areaTop},
		{X1: left, Y1: areaTop + row, X2: right, Y2: areaTop + row},
		{X1: left, Y1: areaTop + 2*row, X2: right, Y2: areaTop + 2*row},
		{X1: left, Y1: bottom, X2: right, Y2: bottom},
		{X1: left, Y1: areaTop, X2: left, Y2: bottom},
		{X1: second, Y1: areaTop, X2: second, Y2: bottom},
		{X1: third, Y1: areaTop, X2: third, Y2: areaTop + 2*row}, // not through the two columns that are one
		{X1: right, Y1: areaTop, X2: right, Y2: bottom},
	}
	if len(p.Rules) != len(want) {
		t.Fatalf("%d rules: %+v", len(p.Rules), p.Rules)
	}
	for i, w := range want {
		w.Width = tableRule
		if p.Rules[i] != w {
			t.Errorf("rule %d is %+v, want %+v", i, p.Rules[i], w)
		}
	}
}

func TestTextAfterATableStandsOnTheGrid(t *testing.T) {
	fs := square(t)
	b := typeset(t, fs, filled(1), doc.Table{Caption: run(doc.TableHead, "表名"), Rows: []doc.Row{rowOf("甲")}}, filled(1))
	l := linesOf(b.Pages[0], fs)
	last := l[len(l)-1]
	if n := portrait.lineAt(last.y - above(em)); portrait.lineTop(n) != last.y-above(em) {
		t.Errorf("text stands at %d", last.y)
	}
	if b.Pages[0].Rules[0].Y1 != portrait.lineTop(2) {
		t.Errorf("table begins at %d", b.Pages[0].Rules[0].Y1)
	}
}

func TestHeadIsRepeatedAsArtifact(t *testing.T) {
	fs := square(t)
	d := doc.Table{Columns: []doc.Column{{Width: 1}, {Width: 5}}, Head: []doc.Row{headOf("序号", "措施")}}
	for i := range 60 {
		d.Rows = append(d.Rows, rowOf(fmt.Sprint(i+1), han(20)))
	}
	b := typeset(t, fs, filled(3), heading("一、标题"), d)
	for i, p := range b.Pages {
		n := 0
		for _, r := range p.Runs {
			if r.Text == "序号" {
				if n++; r.Artifact != (i > 0) {
					t.Errorf("page %d: head is artifact: %v", i+1, r.Artifact)
				}
			}
		}
		if n != 1 {
			t.Errorf("page %d has %d heads", i+1, n)
		}
		if i < len(b.Pages)-1 && p.End != EndTable && p.End != EndFull {
			t.Errorf("page %d ends %s", i+1, p.End)
		}
	}
}

func TestHeadingGoesWithItsTable(t *testing.T) {
	fs := square(t)
	keep := rowOf(han(200))
	keep.Keep = true
	b := typeset(t, fs, filled(18), heading("一、标题"), doc.Table{Caption: run(doc.TableHead, "表名"), Rows: []doc.Row{keep}})
	if l := linesOf(b.Pages[0], fs); len(l) != 18 || b.Pages[0].End != EndHeading {
		t.Errorf("first page has %d lines and ends %s", len(l), b.Pages[0].End)
	}
}

func TestLongRowIsDividedBetweenLines(t *testing.T) {
	fs := square(t)
	d := doc.Table{Columns: []doc.Column{{Width: 1}, {Width: 4}}, Rows: []doc.Row{rowOf("第一", han(30)), rowOf("第二", han(2000)), rowOf("第三", "完")}}
	b := typeset(t, fs, d)
	if got, want := plain(b), "第一"+han(30)+"第二"+han(2000)+"第三完"; got != want {
		t.Errorf("text is lost or out of order: %d of %d bytes", len(got), len(want))
	}
	if len(b.Pages) != 3 || b.Pages[1].End != EndFull && b.Pages[1].End != EndTable {
		t.Errorf("%d pages", len(b.Pages))
	}
}

func TestKeptRowIsNotDivided(t *testing.T) {
	fs := square(t)
	kept := rowOf(han(300))
	kept.Keep = true
	b := typeset(t, fs, filled(18), doc.Table{Rows: []doc.Row{rowOf("前"), kept, rowOf("后")}})
	if b.Pages[0].End != EndTable || strings.Contains(linesOf(b.Pages[0], fs)[18].text, "甲乙") {
		t.Errorf("first page ends %s", b.Pages[0].End)
	}
	// One that is higher than a page must be divided all the same.
	kept = rowOf(han(4000))
	kept.Keep = true
	if got := plain(typeset(t, fs, filled(3), doc.Table{Rows: []doc.Row{kept}})); !strings.HasSuffix(got, han(4000)) {
		t.Errorf("%d bytes", len(got))
	}
}

func TestRowspanContinuesOnTheNextPage(t *testing.T) {
	fs := square(t)
	long := cellOf(han(700))
	long.RowSpan = 3
	d := doc.Table{Columns: []doc.Column{{Width: 1}, {Width: 1}}, Rows: []doc.Row{
		{Cells: []doc.Cell{long, cellOf("子")}}, rowOf("丑"), rowOf("寅"), rowOf("甲", "卯"),
	}}
	b := typeset(t, fs, filled(10), d)
	got := plain(b)
	for _, want := range []string{"子", "丑", "寅", "卯"} {
		if strings.Count(got, want) != 1 {
			t.Errorf("%s stands %d times", want, strings.Count(got, want))
		}
	}
	left := ""
	for _, p := range b.Pages {
		for _, r := range p.Runs {
			if r.Block == 1 && r.X < areaLeft+areaWidth/2 {
				left += r.Text
			}
		}
	}
	if left != han(700)+"甲" {
		t.Errorf("the spanning cell's text is not whole: %d of %d bytes", len(left), len(han(700))+3)
	}
}

// rowHeights are the distances between the horizontal rules at the left border.
func rowHeights(p Page) []Unit {
	var out []Unit
	last := Unit(0)
	for _, r := range p.Rules {
		if r.Y1 == r.Y2 && (r.X1 == areaLeft+250 || r.X2 == areaRight-250) {
			if last > 0 {
				out = append(out, r.Y1-last)
			}
			last = r.Y1
		}
	}
	return out
}

func TestRowsAreAsHighAsTheirText(t *testing.T) {
	fs := square(t)
	span := cellOf(han(17 * 4)) // 17 characters a line
	span.RowSpan = 3
	b := typeset(t, fs, doc.Table{Columns: make([]doc.Column, 2), Rows: []doc.Row{
		{Cells: []doc.Cell{span, cellOf("子")}}, rowOf("丑"), rowOf("寅"), rowOf("甲", "卯"),
	}})
	one := textHeight(1)
	if got := rowHeights(b.Pages[0]); len(got) != 4 || got[0] != one || got[1] != one || got[2] != max(one, textHeight(4)-2*one) || got[3] != one {
		t.Errorf("heights %v", got)
	}
	// What a divided row has left begins anew under the page's top.
	b = typeset(t, fs, filled(18), doc.Table{Columns: make([]doc.Column, 2), Rows: []doc.Row{rowOf("前", "前"), rowOf("子", han(17*10)), rowOf("丑", "寅")}})
	first, second := rowHeights(b.Pages[0]), rowHeights(b.Pages[1])
	if len(first) != 2 || len(second) != 2 {
		t.Fatalf("heights %v, %v", first, second)
	}
	if n := capacity(first[1]); second[0] != textHeight(10-n) || second[1] != one {
		t.Errorf("%d lines on the first page, heights %v on the second", n, second)
	}
}

func TestLooseCellLinesStayRagged(t *testing.T) {
	fs := square(t)
	b := typeset(t, fs, doc.Table{Columns: make([]doc.Column, 4), Rows: []doc.Row{rowOf("约为998.3533万立方米以上")}})
	l := linesOf(b.Pages[0], fs)
	if l[0].text != "约为" || l[0].end-l[0].x != 24_000 {
		t.Errorf("first line %+v", l[0])
	}
}

func TestTableProblems(t *testing.T) {
	fs := square(t)
	narrow := make([]doc.Column, 40)
	for _, c := range []struct {
		name, code string
		table      doc.Table
	}{
		{"too many cells", "table-columns", doc.Table{Columns: []doc.Column{{Width: 1}}, Rows: []doc.Row{rowOf("甲", "乙")}}},
		{"too many boxes", "table-columns", doc.Table{Columns: []doc.Column{{Width: 1}}, Rows: []doc.Row{{Cells: []doc.Cell{cellOf("甲"), {Blank: doc.BlankSeal}}}}}},
		{"too narrow", "table-overflow", doc.Table{Columns: narrow, Rows: []doc.Row{rowOf("甲")}}},
		{"high head", "table-head-high", doc.Table{Head: []doc.Row{headOf(han(1200))}, Rows: []doc.Row{rowOf("甲")}}},
		{"long word", "line-forced", doc.Table{Columns: []doc.Column{{Width: 1}, {Width: 9}}, Rows: []doc.Row{rowOf("998.3533万立方米", "乙")}}},
	} {
		b, problems := Typeset(doc.Document{Blocks: []doc.Block{c.table}}, fs)
		if len(problems) == 0 || problems[0].Code != c.code || problems[0].At.Line != 3 {
			t.Errorf("%s: problems %+v", c.name, problems)
		}
		if len(b.Pages) == 0 {
			t.Errorf("%s: no pages", c.name)
		}
	}
}

// Random tables with spans, heights and kept rows lose nothing and end.
func TestTableLaws(t *testing.T) {
	fs := square(t)
	seed := uint32(7)
	next := func(n int) int {
		seed = seed*1664525 + 1013904223
		return int(seed>>16) % n
	}
	for round := range 150 {
		d := doc.Table{Columns: make([]doc.Column, 1+next(4))}
		serial := 0
		for range next(12) {
			r := doc.Row{Keep: next(4) == 0, MinHeight: next(3) * next(120)}
			for range next(len(d.Columns) + 1) {
				c := doc.Cell{ColSpan: next(3), RowSpan: next(4)}
				for range next(3) {
					c.Paragraphs = append(c.Paragraphs, run(doc.Small, fmt.Sprintf("〈%d〉%s", serial, han(next(300)))))
					serial++
				}
				r.Cells = append(r.Cells, c)
			}
			if next(5) == 0 && len(d.Rows) == 0 {
				d.Head = append(d.Head, r)
			} else {
				d.Rows = append(d.Rows, r)
			}
		}
		b, problems := Typeset(doc.Document{Blocks: []doc.Block{filled(1 + next(24)), d, filled(2)}}, fs)
		for _, p := range problems {
			if p.Code == "table-columns" {
				b = nil
			}
		}
		if b == nil {
			continue // cells without a column are reported, not set
		}
		checkBook(t, b, fs)
		text := plain(b)
		for i := range serial {
			if n := strings.Count(text, fmt.Sprintf("〈%d〉", i)); n != 1 {
				t.Fatalf("round %d: paragraph %d stands %d times", round, i, n)
			}
		}
		if want := textSize(d); len(text) != want+sizeOfFilled(b) {
			t.Fatalf("round %d: %d bytes of table text, want %d", round, len(text)-sizeOfFilled(b), want)
		}
	}
}

func textSize(d doc.Table) int {
	n := 0
	for _, rows := range [][]doc.Row{d.Head, d.Rows} {
		for _, r := range rows {
			for _, c := range r.Cells {
				for _, p := range c.Paragraphs {
					n += len(doc.Plain(p))
				}
			}
		}
	}
	return n
}

// sizeOfFilled is the size of the text outside the table.
func sizeOfFilled(b *Book) int {
	n := 0
	for _, p := range b.Pages {
		for _, r := range p.Runs {
			if !r.Artifact && r.Block != 1 {
				n += len(r.Text)
			}
		}
	}
	return n
}
