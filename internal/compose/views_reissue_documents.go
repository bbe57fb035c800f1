package compose

import (
	"cmp"
	"maps"
	"slices"

	"hongtou/internal/docset"
	"hongtou/internal/dossier"
	"hongtou/internal/impact"
)

// list groups documents by kind: forms name their tasks, in printed order; the
// workbook of all forms of a recipient is the same forms again.
func (r *reissuing) list(docs []docset.Document, editions ...map[dossier.Address]impact.Place) []documentsView {
	var out []documentsView
	for _, kind := range []docset.Kind{docset.TaskBook, docset.Clauses, docset.Acceptance} {
		own := slices.DeleteFunc(slices.Clone(docs), func(d docset.Document) bool {
			return d.Kind != kind || kind == docset.Acceptance && d.Item == ""
		})
		if len(own) == 0 {
			continue
		}
		slices.SortStableFunc(own, func(a, b docset.Document) int { return cmp.Compare(r.rank(a.Item), r.rank(b.Item)) })
		v := documentsView{Kind: string(kind)}
		for _, d := range own {
			if d.Item != "" {
				v.Tasks = append(v.Tasks, r.label(d.Item, editions...))
			}
		}
		out = append(out, v)
	}
	return out
}

// rank is the place of an aspect in the list; those deleted come last.
func (r *reissuing) rank(aspect string) int {
	n := 0
	for _, d := range []*dossier.Dossier{r.document.Dossier, r.document.Before.Dossier} {
		for _, item := range d.Annex.Items() {
			for _, a := range item.Aspects {
				if a.ID == aspect {
					return n
				}
				n++
			}
		}
	}
	return n
}

// editions does the same for each edition, the newest first.
func (r *reissuing) editions(docs []docset.Document, editions ...map[dossier.Address]impact.Place) []editionView {
	by := map[string][]docset.Document{}
	for _, d := range docs {
		if d.Kind != docset.Acceptance || d.Item != "" {
			by[d.Edition] = append(by[d.Edition], d)
		}
	}
	var out []editionView
	for _, edition := range slices.Backward(slices.Sorted(maps.Keys(by))) {
		list := by[edition]
		out = append(out, editionView{newText("edition", editionDay(list[0])), r.list(list, editions...)})
	}
	return out
}
