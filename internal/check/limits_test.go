package check

import (
	"fmt"
	"strings"
	"testing"

	"hongtou/internal/amend"
	"hongtou/internal/dossier"
)

// province is an edition in which items of two fields and some measures name a
// group of so many units.
func province(units, items, measures int) *amend.Edition {
	reg := &dossier.Register{Groups: []dossier.Group{{ID: "all", Name: dossier.Text{Value: "各有关单位"}}}}
	for i := range units {
		id := fmt.Sprint("u", i)
		reg.Units = append(reg.Units, dossier.Unit{ID: id, Name: dossier.Text{Value: "第" + id + "单位"}, Recipient: true})
		reg.Groups[0].Members = append(reg.Groups[0].Members, dossier.Text{Value: id})
	}
	all := dossier.Text{Value: "各有关单位"}
	var part dossier.Part
	for i := range items {
		a := dossier.Aspect{ID: fmt.Sprint(i), Fields: []dossier.Field{{Kind: dossier.Responsible, Value: all}, {Kind: dossier.Supervisors, Value: all}, {Kind: dossier.Measures}}}
		for range measures {
			a.Fields[2].Measures = append(a.Fields[2].Measures, dossier.Measure{Text: dossier.Text{Value: "由各有关单位落实。"}})
		}
		part.Items = append(part.Items, dossier.Item{ID: a.ID, Number: "第一项", Aspects: []dossier.Aspect{a}})
	}
	return &amend.Edition{Dossier: &dossier.Dossier{Register: reg, Annex: dossier.Annex{Parts: []dossier.Part{part}}}}
}

// TestBoundless: a province passes, many times it does not.
func TestBoundless(t *testing.T) {
	for _, c := range []struct{ units, items, measures, editions int }{{200, 100, 2, 20}, {1000, 20, 8, 20}, {10, 1000, 1, 40}} {
		var es []*amend.Edition
		for range c.editions {
			es = append(es, province(c.units, c.items, c.measures))
		}
		if got := Boundless(es); len(got) > 0 {
			t.Errorf("%+v: %v", c, got)
		}
	}
	for _, c := range []struct {
		units, items, measures, editions int
		what                             string
	}{
		{1500, 120, 0, 1, "各项任务"}, {200, 100, 20, 1, "各条整改措施"}, {2000, 1, 20, 1, "第一项涉及"}, {200, 100, 0, 30, "历次修改前后"},
	} {
		var es []*amend.Edition
		for range c.editions {
			es = append(es, province(c.units, c.items, c.measures))
		}
		got := Boundless(es)
		if len(got) != 1 || got[0].Code != codeDuties || !strings.HasPrefix(got[0].Message, c.what) {
			t.Errorf("%+v: %v", c, got)
		}
	}
}
