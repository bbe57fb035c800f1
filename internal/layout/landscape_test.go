package layout

import (
	"strings"
	"testing"

	"hongtou/internal/doc"
	"hongtou/internal/page"
)

func lying(mirrored bool, blocks ...doc.Block) doc.Document {
	return doc.Document{Setup: doc.Setup{Landscape: true, Mirrored: mirrored}, Blocks: blocks}
}

// A landscape page has the measures of clause 5.2.1 turned a quarter: 225 mm
// between 35 and 37, 156 mm between 28 and 26.
func TestLandscapeGeometry(t *testing.T) {
	fs := square(t)
	for _, mirrored := range []bool{false, true} {
		b, problems := Typeset(lying(mirrored, body(han(1800))), fs)
		if len(problems) > 0 || len(b.Pages) < 3 {
			t.Fatalf("%d pages, problems %v", len(b.Pages), problems)
		}
		for i, p := range b.Pages {
			top := page.Millimetres(28)
			if mirrored && i%2 == 1 {
				top = page.Millimetres(26)
			}
			if p.Width != page.Millimetres(297) || p.Height != page.Millimetres(210) {
				t.Errorf("page %d is %s × %s mm", i+1, mm(p.Width), mm(p.Height))
			}
			lines := linesOf(p, fs)
			if y := lines[0].y - above(em); y < top-1 || y > top+1 {
				t.Errorf("page %d begins at %s mm", i+1, mm(y))
			}
			if last := lines[len(lines)-1]; last.y-above(em)+em > top+page.Millimetres(156) {
				t.Errorf("page %d ends at %s mm", i+1, mm(last.y))
			}
			checkTurnedNumber(t, p, top)
			if i == len(b.Pages)-1 {
				continue
			}
			if len(lines) != 15 {
				t.Errorf("page %d has %d lines", i+1, len(lines))
			}
			if l := lines[1]; l.x != page.Millimetres(35) || !within(l.end, page.Millimetres(260)) {
				t.Errorf("page %d: a line from %s to %s", i+1, mm(l.x), mm(l.end))
			}
		}
	}
}

// checkTurnedNumber looks for the page number with the paper upright again:
// below the type area at the outer corner (7.5).
func checkTurnedNumber(t *testing.T, p Page, top Unit) {
	t.Helper()
	n := p.Runs[len(p.Runs)-1]
	if !n.Turned || !n.Artifact || !strings.HasPrefix(n.Text, "— ") {
		t.Fatalf("page %d: last run %+v", p.Number, n)
	}
	// The dash of the square face is in the middle of its em box, 380
	// thousandths above the baseline; a turned baseline has it to its right.
	if x := n.X + n.Size*380/1000; !within(x, page.Millimetres(28)) {
		t.Errorf("page %d: dash %s mm from the left edge", p.Number, mm(x))
	}
	start, width := n.Y-top, Unit(14_000*(2+2*0.5+0.5))
	if p.Number%2 == 1 && !within(start+width, areaWidth-14_000) || p.Number%2 == 0 && !within(start, 14_000) {
		t.Errorf("page %d: number stands %s mm below the area's top", p.Number, mm(start))
	}
}

// The head of a table is at the top of every landscape page, and a row that
// goes on repeats its label.
func TestContinuedRowRepeatsItsLabel(t *testing.T) {
	fs := square(t)
	long := rowOf("第六项", han(2500))
	long.Cells[0].Paragraphs = append(long.Cells[0].Paragraphs, run(doc.Small, "整改时限"))
	d := doc.Table{Columns: []doc.Column{{Width: 1}, {Width: 5}}, Head: []doc.Row{headOf("条款", "办法")}, Rows: []doc.Row{long, rowOf("第七项", "完")}}
	b, problems := Typeset(lying(false, d), fs)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	if got, want := plain(b), "条款办法第六项整改时限"+han(2500)+"第七项完"; got != want {
		t.Errorf("text is lost or out of order: %d of %d bytes", len(got), len(want))
	}
	for i, p := range b.Pages[1:] {
		again, top := "", Unit(0)
		for _, r := range p.Runs {
			if r.Artifact && !r.Turned && r.Text != "条款" && r.Text != "办法" {
				again += r.Text
				if top == 0 {
					top = r.Y
				}
			}
		}
		if again != "第六项整改时限（续）" {
			t.Errorf("page %d repeats %q", i+2, again)
		}
		if first := linesOf(p, fs)[0]; top != first.y {
			t.Errorf("page %d: label at %d, text at %d", i+2, top, first.y)
		}
	}
}

func TestWhatIsNoLabelIsNotRepeated(t *testing.T) {
	fs := square(t)
	span := cellOf("甲")
	span.RowSpan = 2
	for name, c := range map[string]struct {
		rows []doc.Row
		want string
	}{
		"text of many lines": {[]doc.Row{rowOf(han(30), han(3000))}, ""},
		"text that goes on":  {[]doc.Row{rowOf(han(300), han(3000))}, ""},
		"blank":              {[]doc.Row{{Cells: []doc.Cell{{Blank: doc.BlankTick}, cellOf(han(3000))}}}, ""},
		"span":               {[]doc.Row{{Cells: []doc.Cell{span, cellOf(han(200))}}, rowOf(han(1900))}, "甲（续）"},
		"row that begins":    {[]doc.Row{rowOf("甲", han(900)), rowOf("乙", han(700)), rowOf("丙", "丁")}, "乙（续）"},
	} {
		b, _ := Typeset(doc.Document{Blocks: []doc.Block{doc.Table{Columns: []doc.Column{{Width: 1}, {Width: 9}}, Rows: c.rows}}}, fs)
		if len(b.Pages) < 2 {
			t.Fatalf("%s: one page", name)
		}
		got := ""
		for _, r := range b.Pages[1].Runs {
			if r.Artifact && !strings.HasPrefix(r.Text, "—") {
				got += r.Text
			}
		}
		if got != c.want {
			t.Errorf("%s: %q is repeated, want %q", name, got, c.want)
		}
		checkBook(t, b, fs)
	}
}

// A row has room for its label even when one line is left of it.
func TestLabelHigherThanTheRestOfItsRow(t *testing.T) {
	fs := square(t)
	for n := 900; n < 1300; n += 10 {
		d := doc.Table{Columns: []doc.Column{{Width: 1}, {Width: 8}}, Rows: []doc.Row{rowOf(han(12), han(n)), rowOf("乙", "丙")}}
		b, _ := Typeset(doc.Document{Blocks: []doc.Block{d}}, fs)
		checkBook(t, b, fs)
		if len(b.Pages) < 2 {
			continue
		}
		var label, next Unit
		for _, r := range b.Pages[1].Runs {
			switch {
			case r.Artifact && strings.HasSuffix(r.Text, "（续）"):
				label = r.Y
			case r.Text == "乙":
				next = r.Y
			}
		}
		if label > 0 && next-label < cellPitch {
			t.Errorf("%d characters: label ends at %d, the next row begins at %d", n, label, next)
		}
	}
}
