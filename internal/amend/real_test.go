package amend

import (
	"slices"
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
