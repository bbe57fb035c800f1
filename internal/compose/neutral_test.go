package compose

import (
	"slices"
	"strings"
	"testing"

	"hongtou/internal/doc"
	"hongtou/internal/docset"
	"hongtou/internal/dossier"
)

// TestNeutralCase compares the structure of every document of the invented
// dossier with its golden.
func TestNeutralCase(t *testing.T) {
	f := &fixture{say: plainly}
	for _, c := range composeAll(t, f.dossier()) {
		name := "neutral-" + string(c.Kind) + "-" + c.Edition
		golden(t, name, doc.Dump(c.Composed.Document))
		if c.Workbook != nil {
			golden(t, name+"-workbook", doc.DumpWorkbook(c.Workbook))
		}
	}
}

// TestEveryRunKnowsItsField finds each run's characters at the place of the
// source it names.
func TestEveryRunKnowsItsField(t *testing.T) {
	ds := dossiers(t)
	for i := range ds {
		for _, c := range composeAll(t, &ds[i]) {
			for _, b := range c.Composed.Document.Blocks {
				p, ok := b.(doc.Paragraph)
				if !ok {
					continue
				}
				for _, r := range p.Text {
					if r.Origin == (doc.Origin{}) && r.Text != "：" && r.Style != doc.Note {
						t.Errorf("run %q has no origin", r.Text)
					}
					if r.Origin.Field != "" && (r.Origin.At.Line == 0 || r.Origin.At.Column == 0) {
						t.Errorf("%s has no place", r.Origin.Field)
					}
				}
			}
		}
	}
}

func TestRowsGroupMeasures(t *testing.T) {
	lead, run := dossier.Measure{Lead: true}, dossier.Measure{RunIn: true}
	numbered, more := dossier.Measure{Number: "（一）"}, dossier.Measure{}
	for _, c := range []struct {
		name string
		ms   []dossier.Measure
		want []int // texts per row
	}{
		{"none", nil, []int{0}},
		{"only", []dossier.Measure{run}, []int{1}},
		{"numbered", []dossier.Measure{numbered, numbered}, []int{1, 1}},
		{"lead", []dossier.Measure{lead, numbered, numbered}, []int{2, 1}},
		{"leads", []dossier.Measure{lead, lead, numbered}, []int{3}},
		{"only leads", []dossier.Measure{lead, lead}, []int{2}},
		{"continued", []dossier.Measure{numbered, more, numbered, more, more}, []int{2, 3}},
		{"unnumbered", []dossier.Measure{more, more}, []int{1, 1}},
	} {
		f := dossier.Field{Kind: dossier.Measures, Label: dossier.Text{Value: "办法"}}
		for _, m := range c.ms {
			m.Text.Value = "x"
			f.Measures = append(f.Measures, m)
		}
		a := dossier.Aspect{Fields: []dossier.Field{f}}
		var got []int
		for _, r := range rows(a, []fieldView{newEdition(nil).field("a", "a", f)}) {
			got = append(got, len(r.Texts))
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
	if got := rows(dossier.Aspect{}, nil); len(got) != 1 || len(got[0].Texts) != 0 {
		t.Errorf("no measures field: %v", got)
	}
}

// TestWorkbookGrid checks the workbook of the neutral dossier: a row a
// measure, a row an item or aspect, links that arrive.
func TestWorkbookGrid(t *testing.T) {
	f := &fixture{say: plainly}
	c, _ := Compose(embedded(t), planned(f.dossier(), docset.Annex))
	sheets := c.Workbook.Sheets
	if n := len(sheets[0].Table.Rows); n != 2+2+2+2+2 { // two parts, four aspects with two measures each
		t.Errorf("sheet 1 has %d rows", n)
	}
	if n := len(sheets[1].Table.Rows); n != 4 || !sheets[1].Filter {
		t.Errorf("sheet 2 has %d rows", n)
	}
	var serials, counts []string
	for _, r := range sheets[1].Table.Rows {
		serials = append(serials, doc.Plain(r.Cells[0].Paragraphs[0]))
		counts = append(counts, doc.Plain(r.Cells[len(r.Cells)-1].Paragraphs[0]))
	}
	if got := strings.Join(serials, " "); got != "1 2 3（一） 3（二）" {
		t.Error(got)
	}
	if got := strings.Join(counts, " "); got != "2 2 2 2" {
		t.Error(got)
	}
}

// TestSparseDossier makes documents of a dossier that says almost nothing:
// what the source lacks is not printed and does not fail.
func TestSparseDossier(t *testing.T) {
	f := &fixture{say: plainly}
	d := &dossier.Dossier{ID: "jia"}
	d.Notice.Title, d.Plan.Title, d.Annex.Title = f.title("甲"), f.title("乙"), f.title("丙")
	d.Notice.Date = f.date("2021年3月4日", 2021, 3, 4)
	item := f.item("01", 1, "第一项")
	item.Aspects = []dossier.Aspect{{ID: "01"}}
	d.Annex.Parts = []dossier.Part{{Heading: f.heading(1, "一、", "类"), Items: []dossier.Item{item}}}
	all := composeAll(t, d)
	if got := treeText(all[0].Composed.Document); !slices.Equal(got, []string{"甲", "2021年3月4日", "乙", "丙", "一、类", "第一项，有毛病。还有别的。", "又一段。"}) {
		t.Errorf("%q", got)
	}
	if rows := all[1].Workbook.Sheets[0].Table.Rows; len(rows) != 2 || len(rows[1].Cells) != 2 {
		t.Errorf("%+v", rows)
	}
}
