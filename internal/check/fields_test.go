package check

import (
	"maps"
	"slices"
	"testing"

	"hongtou/internal/dossier"
)

// TestPlanOfFewerFieldsLacksNothing takes the supervisors out of the labels
// and out of every item: a plan that knows no such field is complete.
func TestPlanOfFewerFieldsLacksNothing(t *testing.T) {
	d, _ := example()
	d.Labels = maps.Clone(d.Labels)
	maps.DeleteFunc(d.Labels, func(_ string, k dossier.FieldKind) bool { return k == dossier.Supervisors })
	for p := range d.Annex.Parts {
		for i := range d.Annex.Parts[p].Items {
			for a := range d.Annex.Parts[p].Items[i].Aspects {
				aspect := &d.Annex.Parts[p].Items[i].Aspects[a]
				aspect.Fields = slices.DeleteFunc(aspect.Fields, func(f dossier.Field) bool { return f.Kind == dossier.Supervisors })
			}
		}
	}
	for _, problem := range Check([]dossier.Dossier{*d}, Options{}) {
		if problem.Code == "incomplete-item" {
			t.Errorf("%+v", problem)
		}
	}
}
