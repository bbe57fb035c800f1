package layout

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"hongtou/internal/doc"
	"hongtou/internal/page"
	"hongtou/internal/testkit/sampleform"
)

func blankOf(kind doc.Blank, choices ...string) doc.Cell {
	return doc.Cell{Blank: kind, Choices: choices}
}

func TestFormGallery(t *testing.T) {
	fs := square(t)
	b, problems := Typeset(sampleform.New(2), fs)
	if len(problems) > 0 {
		t.Errorf("problems %+v", problems)
	}
	checkBook(t, b, fs)
	golden(t, "form.txt", Dump(b, fs))
}

// setRow gives the text of the lines of a table of one row.
func setRow(t *testing.T, width int, c doc.Cell) []string {
	t.Helper()
	fs := square(t)
	b := typeset(t, fs, doc.Table{Columns: []doc.Column{{Width: width}, {Width: 100 - width}}, Rows: []doc.Row{{Cells: []doc.Cell{c, {}}}}})
	var out []string
	for _, l := range linesOf(b.Pages[0], fs) {
		out = append(out, l.text)
	}
	return out
}

// Lines of a blank end between its parts, never inside one.
func TestFurnitureWrapsBetweenItsParts(t *testing.T) {
	verdict := blankOf(doc.BlankTick, "合格", "不合格", "限期补充材料")
	for _, c := range []struct {
		width int
		cell  doc.Cell
		want  []string
	}{
		{90, verdict, []string{"□合格　□不合格　□限期补充材料"}},
		{30, verdict, []string{"□合格　□不合格", "□限期补充材料"}},
		{21, verdict, []string{"□合格", "□不合格", "□限期补充材料"}},
		{50, blankOf(doc.BlankDate), []string{"　　　年　　月　　日"}},
		{25, blankOf(doc.BlankDate), []string{"　　　年　　月", "　　日"}},
		{14, blankOf(doc.BlankDate), []string{"　　　年", "　　月", "　　日"}},
		{14, blankOf(doc.BlankOpinion), nil},
		{14, blankOf(doc.BlankSignature), nil},
		{14, blankOf(doc.BlankSeal), nil},
		{14, blankOf(doc.BlankText), nil},
		{14, blankOf(doc.BlankNumber), nil},
	} {
		if got := setRow(t, c.width, c.cell); !slices.Equal(got, c.want) {
			t.Errorf("%s in %d %%: %q, want %q", c.cell.Blank, c.width, got, c.want)
		}
	}
}

func TestNarrowBlankIsAProblem(t *testing.T) {
	for _, c := range []doc.Cell{blankOf(doc.BlankDate), blankOf(doc.BlankTick, "限期补充材料后重新申请")} {
		d := doc.Table{Columns: []doc.Column{{Width: 1}, {Width: 9}}, Rows: []doc.Row{{Cells: []doc.Cell{c, cellOf("甲")}}}}
		_, problems := Typeset(doc.Document{Blocks: []doc.Block{d}}, square(t))
		if len(problems) != 1 || problems[0].Code != "blank-narrow" || problems[0].At.Line != 3 {
			t.Errorf("%s: %+v", c.Blank, problems)
		}
	}
}

func TestLabelsOfAFormAreBalanced(t *testing.T) {
	label := cellOf("县级初验")
	label.Head = true
	if got := setRow(t, 11, label); !slices.Equal(got, []string{"县级初", "验"}) {
		t.Errorf("a table that is no form: %q", got)
	}
	fs := square(t)
	b := typeset(t, fs, doc.Table{Columns: []doc.Column{{Width: 11}, {Width: 89}}, Rows: []doc.Row{{Cells: []doc.Cell{label, blankOf(doc.BlankSeal)}}}})
	l := linesOf(b.Pages[0], fs)
	if len(l) != 2 || l[0].text != "县级" || l[0].x != l[1].x {
		t.Errorf("lines %+v", l)
	}
}

func TestBorderOfAForm(t *testing.T) {
	b := typeset(t, square(t), doc.Table{Columns: make([]doc.Column, 2), Rows: []doc.Row{
		{Cells: []doc.Cell{cellOf("甲"), blankOf(doc.BlankText)}}, {Cells: []doc.Cell{cellOf("乙"), blankOf(doc.BlankOpinion)}},
	}})
	outer := 0
	for _, r := range b.Pages[0].Rules {
		if r.Width != page.FormRule {
			continue
		}
		outer++
		if across := r.Y1 == r.Y2; across && (r.X1 != areaLeft || r.X2 != areaRight) || !across && r.X1 != areaLeft+500 && r.X1 != areaRight-500 {
			t.Errorf("outer rule %+v", r)
		}
	}
	if outer != 4 || len(b.Pages[0].Rules) != 6 {
		t.Errorf("%d of %d rules are outer ones", outer, len(b.Pages[0].Rules))
	}
	heights := []Unit{page.Millimetres(8) + page.FormRule, page.Millimetres(25) + page.FormRule}
	y := areaTop
	for i, r := range b.Pages[0].Rules[1:3] {
		if y += max(heights[i], textHeight(1)); r.Y1 != y {
			t.Errorf("rule %d at %d, want %d", i+1, r.Y1, y)
		}
	}
}

// Of a form of any length no row is cut, and the block of every level stands on
// one page.
func TestLongFormIsNeverCut(t *testing.T) {
	fs := real(t)
	for measures := 1; measures <= 40; measures += 3 {
		for before := range 6 {
			b := typeset(t, fs, filled(1+before*4), sampleform.Acceptance(measures))
			pages := map[string][]int{}
			for _, p := range b.Pages {
				text := ""
				for _, r := range p.Runs {
					if !r.Artifact {
						text += r.Text
					}
				}
				for i := range measures {
					name := fmt.Sprintf("（%d）", i+1)
					if _, after, ok := strings.Cut(text, name); ok && !strings.HasPrefix(strings.NewReplacer("对辖区内排污单位逐一核查，督促完善治理设施，", "").Replace(after), "按期完成。") {
						t.Errorf("%d measures: row %d is cut", measures, i+1)
					}
					if strings.Contains(text, name) {
						pages[name] = append(pages[name], p.Number)
					}
				}
				if n := strings.Count(text, "结论"); n != strings.Count(text, "日期") || n != strings.Count(text, "年　　月　　日") {
					t.Errorf("%d measures, page %d: a block is cut: %s", measures, p.Number, text)
				}
			}
			if len(pages) != measures {
				t.Errorf("%d of %d measures", len(pages), measures)
			}
		}
	}
}

// A list that people tick through fills the page before it goes on; a block
// higher than a page is divided between rows.
func TestWhatIsNoBlockGoesOn(t *testing.T) {
	label := cellOf("核实")
	label.Head, label.RowSpan = true, 12
	tied := func(b doc.Blank) doc.Table {
		d := doc.Table{Columns: make([]doc.Column, 2)}
		for i := range 12 {
			r := doc.Row{Cells: []doc.Cell{blankOf(b)}}
			if i == 0 {
				r.Cells = []doc.Cell{label, r.Cells[0]}
			}
			d.Rows = append(d.Rows, r)
		}
		return d
	}
	fs := square(t)
	if b := typeset(t, fs, filled(15), tied(doc.BlankTick)); len(b.Pages[0].Rules) == 0 || len(b.Pages) != 2 {
		t.Error("a list is kept whole")
	}
	if b := typeset(t, fs, filled(15), tied(doc.BlankSignature)); len(b.Pages[0].Rules) != 0 || len(b.Pages) != 2 {
		t.Error("a block is divided")
	}
	if b := typeset(t, fs, filled(15), tied(doc.BlankOpinion)); len(b.Pages) != 3 {
		t.Errorf("a block higher than a page takes %d pages", len(b.Pages))
	}
}

// randomForm fills its grid with blanks and text, and counts the dates.
func randomForm(d *dice) (form doc.Table, dates int) {
	kinds := []doc.Blank{doc.NotBlank, doc.BlankOpinion, doc.BlankSeal, doc.BlankSignature, doc.BlankDate, doc.BlankTick, doc.BlankText}
	covered := make([]int, 1+d.roll(4))
	form.Columns = make([]doc.Column, len(covered))
	for range 1 + d.roll(25) {
		r := doc.Row{Keep: d.roll(4) == 0, MinHeight: d.roll(3) * d.roll(300)}
		for i := range covered {
			if covered[i]--; covered[i] >= 0 {
				continue
			}
			c := doc.Cell{RowSpan: 1 + d.roll(3)*d.roll(4), Blank: kinds[d.roll(len(kinds))]}
			switch covered[i] = c.RowSpan - 1; c.Blank {
			case doc.NotBlank:
				c.Paragraphs = cellOf(han(1 + d.roll(300))).Paragraphs
			case doc.BlankDate:
				dates++
			}
			r.Cells = append(r.Cells, c)
		}
		form.Rows = append(form.Rows, r)
	}
	return form, dates
}

// Random forms end, stand in the type area, and print what people date once.
func TestFormLaws(t *testing.T) {
	fs := square(t)
	d := dice(11)
	for round := range 150 {
		form, dates := randomForm(&d)
		if d.roll(3) == 0 {
			form.Head = []doc.Row{headOf("甲")}
		}
		b := typeset(t, fs, filled(1+d.roll(22)), heading("一、表"), form, filled(2))
		if n := strings.Count(plain(b), "日"); n != dates {
			t.Errorf("round %d: %d of %d dates", round, n, dates)
		}
	}
}
