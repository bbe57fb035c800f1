package check

import (
	"testing"

	"hongtou/internal/diag"
	"hongtou/internal/dossier"
)

// hintOf gives the hint of the only problem of a code.
func hintOf(t *testing.T, d *dossier.Dossier, code string) string {
	t.Helper()
	var found diag.List
	for _, p := range Check([]dossier.Dossier{*d}, Options{}) {
		if p.Code == code {
			found.Add(p)
		}
	}
	if len(found) != 1 {
		t.Fatalf("%d problems %s: %v", len(found), code, found)
	}
	return found[0].Hint
}

func TestNameHints(t *testing.T) {
	for _, c := range []struct {
		name   string
		mutate mutation
		code   string
		want   string
	}{
		{"set wide", set(0, dossier.Persons, "张 甲、李乙、王丙"), "unknown-person", "是否为“张甲”（删去空格）"},
		{"set wide with a slip", set(0, dossier.Persons, "张 申、李乙、王丙"), "unknown-person", "是否为“张甲”？若无误，可在单位名册中登记"},
		{"unit twice in its fields", func(d *dossier.Dossier, w *writer) {
			set(2, dossier.Persons, "张甲、王丙")(d, w)
			set(2, dossier.Supervisors, "乙县政府、市环保局、乙县政府")(d, w)
		}, "person-unit", "名册中其单位为“州城建局”，本项为“乙县政府、市环保局”"},
	} {
		d, w := example()
		c.mutate(d, w)
		if got := hintOf(t, d, c.code); got != c.want {
			t.Errorf("%s: %q", c.name, got)
		}
	}
}
