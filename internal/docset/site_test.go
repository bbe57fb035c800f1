package docset

import (
	"slices"
	"testing"

	"hongtou/internal/amend"
	"hongtou/internal/dossier"
)

// sitePlan plans dossiers and their website.
func sitePlan(asOf string, dossiers ...*dossier.Dossier) (site []Document, codes []string) {
	var all []Document
	var editions [][]*amend.Edition
	for _, d := range dossiers {
		es, _ := amend.Editions(d)
		documents, _ := Plan(es, asOf)
		all, editions = append(all, documents...), append(editions, es)
	}
	site, problems := PlanSite(editions, all, asOf)
	for _, p := range problems {
		codes = append(codes, p.Code)
	}
	return site, codes
}

func TestPlanSite(t *testing.T) {
	site, problems := sitePlan("", neutral())
	if len(problems) > 0 || len(site) != 1 || site[0].Kind != Site || site[0].Title != "网站版" || site[0].Edition != "2022-01-02" || site[0].Dossier != nil {
		t.Fatalf("%+v %q", site, problems)
	}
	var parts []string
	for _, d := range site[0].Parts {
		parts = append(parts, string(d.Kind)+" "+d.Edition)
	}
	want := []string{"notice 2021-03-04", "annex 2021-03-04", "amendment 2021-06-07", "amendment 2021-06-07", "amendment 2022-01-02"}
	if !slices.Equal(parts, want) {
		t.Errorf("%q", parts)
	}
	if got := paths(site); !slices.Equal(got, []string{"site 2022-01-02 site/index.html"}) {
		t.Errorf("%q", got)
	}
	if site, _ = sitePlan("2021-05-01", neutral()); len(site[0].Parts) != 2 || site[0].Edition != "2021-03-04" {
		t.Errorf("%+v", site)
	}
	if site, _ = sitePlan("2020-01-01", neutral()); len(site) > 0 {
		t.Errorf("a website of nothing: %+v", site)
	}
}

// TestDossierCalledSite would lie in the website's folder.
func TestDossierCalledSite(t *testing.T) {
	d := neutral()
	d.ID = "Site"
	if _, problems := sitePlan("", d, neutral()); !slices.Equal(problems, []string{"path-collision"}) {
		t.Errorf("%q", problems)
	}
}
