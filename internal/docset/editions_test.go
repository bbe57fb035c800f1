package docset

import (
	"slices"
	"strings"
	"testing"

	"hongtou/internal/dossier"
)

func text(s string) dossier.Text { return dossier.Text{Value: s} }

// amended is a dossier of one item and one paragraph of the plan; its first
// notice changes the goal, its second only prints words again, the third, of
// the same day, changes the plan, the fourth nothing at all.
func amended() *dossier.Dossier {
	d := &dossier.Dossier{ID: "jia-2021"}
	d.Notice.Date = day(2021, 3, 4)
	d.Plan.Body = []dossier.Paragraph{{Text: text("为了整改。")}}
	item := dossier.Item{ID: "01", Ordinal: 1, Number: "第一项", Problem: []dossier.Text{text("第一项，有毛病。")}}
	item.Aspects = []dossier.Aspect{{ID: "01", Fields: []dossier.Field{{Kind: dossier.Goal, Label: text("目标"), Value: text("做到。")}}}}
	d.Annex.Parts = []dossier.Part{{Items: []dossier.Item{item}}}
	goal := func(words string) dossier.Change {
		return dossier.Change{Target: dossier.Target{Item: "01", Field: dossier.Goal}, Verb: dossier.Replace, Label: text("目标"), New: []dossier.Text{text(words)}}
	}
	plan := dossier.Change{Target: dossier.Target{Plan: "p1"}, Verb: dossier.Replace, New: []dossier.Text{text("为了全面整改。")}}
	for _, a := range []struct {
		on      dossier.Date
		id      string
		serial  int
		changes []dossier.Change
	}{
		{day(2021, 6, 7), "2021-06-07", 1, []dossier.Change{goal("做好。")}},
		{day(2022, 1, 2), "2022-01-02", 1, []dossier.Change{goal("做好。")}},
		{day(2022, 1, 2), "2022-01-02-2", 2, []dossier.Change{plan}},
		{day(2022, 5, 5), "2022-05-05", 1, nil},
	} {
		n := dossier.Amendment{ID: a.id, Serial: a.serial, Changes: a.changes, File: a.id + ".md"}
		n.Date = a.on
		n.Body = []dossier.Paragraph{{Text: text("修改为：")}}
		d.Amendments = append(d.Amendments, n)
	}
	return d
}

func of(docs []Document, kinds ...Kind) []string {
	return paths(slices.DeleteFunc(slices.Clone(docs), func(d Document) bool { return !slices.Contains(kinds, d.Kind) }))
}

// A document's edition is that of the newest notice that changed anything it
// prints, whatever notices came later.
func TestEditionsOfDocuments(t *testing.T) {
	for asOf, want := range map[string][]string{
		"2021-06-06": {"annex 2021-03-04 jia-2021/整改措施清单（2021-03-04）.pdf"},
		"2021-12-31": {
			"annex 2021-03-04 jia-2021/整改措施清单（2021-03-04）.pdf",
			"annex 2021-06-07 jia-2021/整改措施清单（2021-06-07）.pdf",
			"consolidated 2021-06-07 jia-2021/整理本（2021-06-07）.pdf",
			"comparison 2021-06-07 jia-2021/修改前后对照表（2021-06-07）.pdf",
		},
		"": {
			"annex 2021-03-04 jia-2021/整改措施清单（2021-03-04）.pdf",
			"annex 2021-06-07 jia-2021/整改措施清单（2021-06-07）.pdf",
			"consolidated 2022-01-02 jia-2021/整理本（2022-01-02）.pdf",
			"comparison 2021-06-07 jia-2021/修改前后对照表（2021-06-07）.pdf",
			"comparison 2022-01-02 jia-2021/修改前后对照表（2022-01-02-2）.pdf",
		},
	} {
		docs, problems := plan(amended(), asOf)
		if len(problems) > 0 {
			t.Fatal(problems)
		}
		got := slices.DeleteFunc(of(docs, Annex, Consolidated, Comparison), func(s string) bool { return !strings.HasSuffix(s, ".pdf") })
		if !slices.Equal(got, want) {
			t.Errorf("as of %q: got\n%s\nwant\n%s", asOf, strings.Join(got, "\n"), strings.Join(want, "\n"))
		}
	}
}

// Every document gets the edition whose words it prints.
func TestDocumentsCarryTheirEdition(t *testing.T) {
	docs, _ := plan(amended(), "")
	for _, d := range docs {
		want := d.Edition
		if d.Kind == Notice {
			want = "2021-03-04"
		}
		if d.Text == nil || d.Text.Date != want || d.Dossier != d.Text.Dossier {
			t.Errorf("%s carries %+v", d.Files[0].Path, d.Text)
		}
		if goal := d.Dossier.Annex.Items()[0].Aspects[0].Fields[0].Value.Value; (goal == "做好。") != (d.Text.Date > "2021-03-04") {
			t.Errorf("%s says %q", d.Files[0].Path, goal)
		}
	}
}

// Before its first notice a dossier asks for the very documents it asks for
// without any.
func TestNoticesToComeAskForNothing(t *testing.T) {
	bare := amended()
	bare.Amendments = nil
	without, _ := plan(bare, "")
	with, _ := plan(amended(), "2021-06-06")
	if got, want := paths(with), paths(without); !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}
