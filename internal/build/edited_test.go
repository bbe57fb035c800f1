package build

import (
	"slices"
	"testing"

	"hongtou/internal/amend"
	"hongtou/internal/dossier"
)

func TestEditionsUntil(t *testing.T) {
	d := edited{&dossier.Dossier{ID: "plan1"}, []*amend.Edition{{Date: "2021-03-05"}, {Date: "2021-06-01"}, {Date: "2021-08-02"}}, false}
	for _, c := range []struct {
		day, at, asOf string
		editions      []string
	}{
		{"2021-03-04", "", "2021-03-04", nil},
		{"2021-03-05", "2021-03-05", "2021-03-05", []string{"2021-03-05"}},
		{"2021-07-31", "2021-06-01", "2021-07-31", []string{"2021-03-05", "2021-06-01"}},
		{"2030-01-01", "2021-08-02", "2030-01-01", []string{"2021-03-05", "2021-06-01", "2021-08-02"}},
		{"", "2021-08-02", "2021-08-02", []string{"2021-03-05", "2021-06-01", "2021-08-02"}},
	} {
		at := ""
		if e := d.at(c.day); e != nil {
			at = e.Date
		}
		entry := d.entry(c.day)
		if at != c.at || entry.AsOf != c.asOf || !slices.Equal(entry.Editions, c.editions) {
			t.Errorf("%q: at %q, manifest %+v", c.day, at, entry)
		}
	}
}
