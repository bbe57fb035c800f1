package amend

import (
	"slices"
	"strings"
	"testing"

	"hongtou/internal/dossier"
	"hongtou/internal/load"
	"hongtou/internal/source"
)

// realCase loads the content of this repository.
func realCase(t *testing.T) *dossier.Dossier {
	t.Helper()
	files, list, err := source.Open("../../content")
	if err != nil {
		t.Fatal(err)
	}
	dossiers, problems := load.Load(files)
	if list.Add(problems...); list.HasErrors() || len(dossiers) != 1 {
		t.Fatal(list)
	}
	return &dossiers[0]
}

// changed lists the values whose words are not as issued.
func changed(e *Edition) []dossier.Address {
	var out []dossier.Address
	for _, a := range e.Addresses() {
		if e.Changed(a) {
			out = append(out, a)
		}
	}
	return out
}

// TestRealChanges: from the plan as issued to the amendment exactly these
// values differ, each has the notice's words, and the restated measure is no
// change.
func TestRealChanges(t *testing.T) {
	d := realCase(t)
	all, list := Editions(d)
	if len(list) > 0 || len(all) != 2 {
		t.Fatal(len(all), list)
	}
	issued, now := all[0], all[1]
	if got := changed(issued); len(got) > 0 || issued.Date != "2020-07-30" || now.Date != "2020-11-25" || now.AsOf != now.Date {
		t.Error(got, issued.Date, now.Date)
	}
	want := []dossier.Address{"06.deadline", "10.goal", "12.measures", "12.1", "14.measures", "14.1"}
	if got := changed(now); !slices.Equal(got, want) {
		t.Errorf("changed %q", got)
	}
	for _, a := range now.Addresses() {
		origin := now.Origin(a)
		if slices.Contains(want, a) {
			if origin.Amendment != "2020-11-25" || origin.At.File != d.Amendments[0].File {
				t.Errorf("%s stems from %+v", a, origin)
			}
			continue
		}
		if origin.Amendment != "" || origin.Number.Value != "武办字〔2020〕47号" || !slices.EqualFunc(issued.Text(a), now.Text(a), func(x, y dossier.Text) bool { return x.Value == y.Value && x.At == y.At }) {
			t.Errorf("%s: %+v", a, origin)
		}
	}
	for i, a := range []dossier.Address{"06.deadline", "10.goal", "12.measures", "14.measures"} {
		if got, want := dossier.Lines(now.Text(a)), dossier.Lines(d.Amendments[0].Changes[i].New); got != want {
			t.Errorf("%s is %s, the notice says %s", a, got, want)
		}
	}
	h := now.History("14.2")
	if len(h) != 1 || !h[0].Restated || now.Changed("14.2") || h[0].By.At.File != d.Amendments[0].File || len(h[0].Opinion) == 0 {
		t.Errorf("14.2: %+v", h)
	}
}

// TestRealBaseTextAltered: the amendment finds another text than it expects;
// both are shown, and where they differ.
func TestRealBaseTextAltered(t *testing.T) {
	d := realCase(t)
	for p := range d.Annex.Parts {
		for i := range d.Annex.Parts[p].Items {
			for f := range d.Annex.Parts[p].Items[i].Aspects[0].Fields {
				field := &d.Annex.Parts[p].Items[i].Aspects[0].Fields[f]
				field.Value.Value = strings.Replace(field.Value.Value, "其余问题2020年年底前", "其余问题2021年6月底前", 1)
				for m := range field.Measures {
					text := &field.Measures[m].Text
					text.Value = strings.Replace(text.Value, "推动生活方式变革", "促进生活方式变革", 1)
				}
			}
		}
	}
	e, list := At(d, "")
	if len(list) != 2 || list[0].Code != codeExpect || list[1].Code != codeExpect {
		t.Fatal(list)
	}
	mentions(t, list[0], "第1份修改通知（2020年11月25日）修改第六项整改时限", "间确定，其余问题【2020年年】底前完成……”", "间确定，其余问题【2021年6月】底前完成……”", "印发通知（2020年7月30日", "把expect改为")
	mentions(t, list[1], "第十四项整改措施", "【推动】生活方式", "【促进】生活方式")
	file := d.Amendments[0].File
	if at := list[0].At; at.File != file || at.Column < 90 || len(list[0].Notes) != 1 || !strings.HasSuffix(list[0].Notes[0].At.File, "06.md") {
		t.Errorf("%+v", list[0])
	}
	if note := list[1].Notes[0].At; !strings.HasSuffix(note.File, "14.md") {
		t.Errorf("%+v", list[1])
	}
	want := []dossier.Address{"10.goal", "12.measures", "12.1"}
	if got := changed(e); !slices.Equal(got, want) {
		t.Errorf("changed %q", got)
	}
}
