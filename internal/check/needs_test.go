package check

import (
	"testing"

	"hongtou/internal/dossier"
)

// TestNothingFollowsFromUnreadFiles: what is absent because its file could not
// be read is no finding; the same absence without that is.
func TestNothingFollowsFromUnreadFiles(t *testing.T) {
	for _, c := range []struct {
		name   string
		lose   func(d *dossier.Dossier)
		unread dossier.Unread
	}{
		{"dossier.yaml", func(d *dossier.Dossier) {
			d.Name, d.Notice.Face, d.Notice.Signature, d.Notice.Date = dossier.Text{}, dossier.Face{}, nil, dossier.Date{}
			d.Annex.Mark, d.Annex.Title = dossier.Text{}, dossier.Title{}
			d.Annex.Parts = []dossier.Part{{Items: d.Annex.Items()}}
		}, dossier.Unread{Elements: true}},
		{"plan.md", func(d *dossier.Dossier) { d.Plan = dossier.Plan{} }, dossier.Unread{Plan: true}},
		{"an item", func(d *dossier.Dossier) { d.Annex.Parts[0].Items = nil }, dossier.Unread{Items: true}},
		{"an instruction", func(d *dossier.Dossier) { d.Amendments[0].Changes = nil }, dossier.Unread{Changes: true}},
		{"units.yaml", func(d *dossier.Dossier) { d.Register = nil }, dossier.Unread{}},
	} {
		d, w := example()
		c.lose(d)
		if len(report(d, w)) == 0 && d.Register != nil {
			t.Errorf("%s: its absence shows nowhere, so the case proves nothing", c.name)
		}
		d.Unread = c.unread
		if got := report(d, w); len(got) > 0 {
			t.Errorf("%s: %q", c.name, got)
		}
	}
}
