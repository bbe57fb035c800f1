package xlsx

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"hongtou/internal/doc"
)

// planOf arranges a sheet with the given table.
func planOf(t testing.TB, table doc.Table) *plan {
	t.Helper()
	p, err := arrange(&doc.Sheet{Name: "表", Title: runs("题"), Table: table, Landscape: true}, &ruler{})
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestLongTextGoesOnInFurtherRows(t *testing.T) {
	long := sentences("丙", 60) // 1,200 characters, 30 a line
	p := planOf(t, doc.Table{Columns: columns(10, 61), Rows: []doc.Row{{Cells: []doc.Cell{cell("短"), cell(long)}}}})
	var parts []area
	beside := 0
	for _, a := range p.body.areas {
		if a.left == 1 {
			parts = append(parts, a)
		} else {
			beside += a.rows()
		}
	}
	if beside != len(p.body.heights) {
		t.Errorf("the short cell covers %d of %d rows", beside, len(p.body.heights))
	}
	if len(parts) < 2 {
		t.Fatalf("%d parts", len(parts))
	}
	got := ""
	for i, a := range parts {
		text := string(a.text.runes)
		got += text
		if !strings.HasSuffix(text, "。") {
			t.Errorf("part %d ends with %q", i, text[len(text)-9:])
		}
		if h := p.body.heights[a.top]; h > maxRow || h < p.body.need(&a) {
			t.Errorf("part %d wants %v, has %v", i, p.body.need(&a), h)
		}
		if (a.above == closed) != (i == 0) || (a.below == closed) != (i == len(parts)-1) || a.first != (i == 0) {
			t.Errorf("part %d: edges %v %v, first %v", i, a.above, a.below, a.first)
		}
	}
	if got != long {
		t.Error("the parts are not the text")
	}
}

func TestMergedTextMakesRowsGrow(t *testing.T) {
	table := doc.Table{Columns: columns(20, 61), Rows: []doc.Row{
		{Cells: []doc.Cell{{Paragraphs: [][]doc.Inline{runs(sentences("甲", 10))}, RowSpan: 2}, cell("一")}},
		{Cells: []doc.Cell{cell("二")}},
	}}
	p := planOf(t, table)
	a := p.body.areas[0]
	if got, want := sum(p.body.heights), p.body.need(&a); got < want || got > want+2 {
		t.Errorf("rows %v for a text of %v", p.body.heights, want)
	}
	if d := p.body.heights[0] - p.body.heights[1]; d < -1 || d > 1 {
		t.Errorf("shares differ: %v", p.body.heights)
	}
}

// Two rows of 400 pt cannot hold the merged text: rows are added, and the
// cell of the last table row is merged over them.
func TestMergedTextAddsRows(t *testing.T) {
	table := doc.Table{Columns: columns(10, 40), Rows: []doc.Row{
		{Cells: []doc.Cell{{Paragraphs: [][]doc.Inline{runs(sentences("甲", 30))}, RowSpan: 2}, cell("一")}},
		{Cells: []doc.Cell{cell("二")}},
	}}
	p := planOf(t, table)
	if len(p.body.heights) <= 2 {
		t.Fatalf("rows %v", p.body.heights)
	}
	checkSheet(t, p, table)
}

func TestMinHeight(t *testing.T) {
	p := planOf(t, doc.Table{Columns: columns(10), Rows: []doc.Row{{Cells: []doc.Cell{{Blank: doc.BlankOpinion}}, MinHeight: 25}}})
	if got := p.body.heights[0] / pointsPerMM; got < 25 || got > 25.5 {
		t.Errorf("%v mm", got)
	}
}

func TestSpread(t *testing.T) {
	h := []float64{100, 390, 400}
	spread(h, 200, 400)
	if !slices.Equal(h, []float64{290.25, 400, 400}) {
		t.Errorf("%v", h)
	}
	spread(h, 1000, 400)
	if !slices.Equal(h, []float64{400, 400, 400}) {
		t.Errorf("%v", h)
	}
}

// Random tables: the laws of every sheet hold.
func TestRandomTables(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	for round := range 150 {
		table := randomTable(r)
		p := planOf(t, table)
		checkSheet(t, p, table)
		if t.Failed() {
			t.Fatalf("round %d", round)
		}
	}
}

func randomTable(r *rand.Rand) doc.Table {
	table := doc.Table{Columns: columns(6+r.IntN(10), 10+r.IntN(30), 20+r.IntN(60)), Head: head("序号", "问题", "措施")}
	for n := range 1 + r.IntN(8) {
		var measures []string
		for m := range 1 + r.IntN(6) {
			measures = append(measures, sentences(fmt.Sprintf("措%d", m), 1+r.IntN(1+r.IntN(60))))
		}
		if r.IntN(4) == 0 {
			table.Rows = append(table.Rows, doc.Row{Cells: []doc.Cell{{Paragraphs: [][]doc.Inline{runs(fmt.Sprintf("部分%d", n))}, ColSpan: 3, Head: true}}})
		}
		table.Rows = append(table.Rows, item(n, sentences("问", r.IntN(1+r.IntN(60))), measures...)...)
	}
	return table
}

// checkSheet proves what must hold of every arranged body: each place is
// covered once, every text is there once and in order, no row is higher than
// a row can show, no text is higher than its cell, no cell crosses a page end,
// and no page is fuller than a page.
func checkSheet(t testing.TB, p *plan, table doc.Table) {
	t.Helper()
	b := &p.body
	covered := map[[2]int]int{}
	texts := map[*doc.Cell]string{}
	for i := range b.areas {
		a := &b.areas[i]
		for r := a.top; r < a.bottom; r++ {
			for c := a.left; c < a.right; c++ {
				covered[[2]int{r, c}]++
			}
		}
		if !a.again {
			texts[a.cell] += string(a.text.runes)
		}
		if have := sum(b.heights[a.top:a.bottom]); have < b.need(a)-0.001 {
			t.Errorf("rows %d–%d: text wants %v pt, has %v", a.top, a.bottom, b.need(a), have)
		}
		if len(a.marks(b.breaks)) > 2 {
			t.Errorf("rows %d–%d cross a page end", a.top, a.bottom)
		}
	}
	for r := range b.heights {
		for c := range b.columns {
			if n := covered[[2]int{r, c}]; n != 1 {
				t.Errorf("place %d,%d is covered %d times", r, c, n)
			}
		}
		if b.heights[r] > maxRow {
			t.Errorf("row %d has %v pt", r, b.heights[r])
		}
	}
	for i := range table.Rows {
		for j := range table.Rows[i].Cells {
			c := &table.Rows[i].Cells[j]
			want := ""
			for _, par := range c.Paragraphs {
				want += doc.Plain(par)
			}
			if got := texts[c]; got != want {
				t.Errorf("text of cell %d.%d is %d bytes, not %d", i, j, len(got), len(want))
			}
		}
	}
	checkPages(t, b, p.page())
}

func checkPages(t testing.TB, b *body, pg page) {
	t.Helper()
	top, room := 0, pg.first
	for _, at := range append(slices.Clone(b.breaks), len(b.heights)) {
		if at <= top && len(b.heights) > 0 {
			t.Errorf("page ends %v", b.breaks)
		}
		if used := sum(b.heights[top:at]); len(b.breaks) > 0 && used > room+0.001 {
			t.Errorf("page of rows %d–%d is %v pt high, has room for %v", top, at, used, room)
		}
		top, room = at, pg.later
	}
}

func TestPartHeadingStaysWithItsItem(t *testing.T) {
	for lines := 1; lines < 40; lines++ {
		table := doc.Table{Columns: columns(6, 30, 60)}
		table.Rows = append(table.Rows, item(1, "问题", strings.Repeat("字\n", lines), "二")...)
		table.Rows = append(table.Rows, doc.Row{Cells: []doc.Cell{{Paragraphs: [][]doc.Inline{runs("二、部分")}, ColSpan: 3, Head: true}}})
		table.Rows = append(table.Rows, item(2, "问题", strings.Repeat("字\n", 20), "二")...)
		p := planOf(t, table)
		for _, a := range p.body.areas {
			if a.right-a.left == 3 && slices.Contains(p.body.breaks, a.bottom) {
				t.Errorf("%d lines: a page ends after a part heading: %v", lines, p.body.breaks)
			}
		}
	}
}
