package amend

import (
	"fmt"
	"slices"

	"hongtou/internal/dossier"
	"hongtou/internal/zh"
)

// numbering is a printed number that a notice gave; once all of its changes
// are carried out nothing else may print the same.
type numbering struct {
	turn
	id string // of the measure, paragraph or item
}

// claimNumber notes that the change gives its target a number.
func (t *turn) claimNumber() {
	target := t.change.Target
	switch {
	case target.Measure != "":
		t.claimNumberOf(target.Measure)
	case target.Plan != "":
		t.claimNumberOf(target.Plan)
	case target.Field == "":
		t.claimNumberOf(target.Item)
	}
}

func (t *turn) claimNumberOf(id string) {
	t.numbers = append(t.numbers, &numbering{*t, id})
}

// judge refuses a number that something else bears. What is deleted gives its
// number up: it is no longer printed.
func (n *numbering) judge() *refusal {
	switch target := n.change.Target; {
	case target.Plan != "":
		return n.paragraph()
	case target.Field == "":
		return n.item()
	}
	return n.measure()
}

func (n *numbering) twice(what string) *refusal {
	return n.misnumbered(fmt.Sprintf("“%s”有两个", what), "写明number=，或在同一通知中改动另一个的序号")
}

func (n *numbering) measure() *refusal {
	target := n.change.Target
	item := n.turn.edit(target.Item)
	for i := range item.Aspects {
		a := &item.Aspects[i]
		f := a.Field(dossier.Measures)
		if a.ID != aspectID(target) || f == nil {
			continue
		}
		all := keys(f.Measures, a.ID)
		j := slices.IndexFunc(all, func(k keyed) bool { return k.ID == n.id })
		if j < 0 || all[j].Number == "" {
			return nil
		}
		for _, k := range all {
			if k.ID == n.id || k.key != all[j].key {
				continue
			}
			if !k.Deleted {
				return n.twice(k.Number)
			}
			f.Measures = slices.DeleteFunc(f.Measures, func(m dossier.Measure) bool { return m.ID == k.ID })
		}
	}
	return nil
}

func (n *numbering) item() *refusal {
	mine := n.turn.item(n.id)
	if mine == nil {
		return nil
	}
	ordinal := mine.Ordinal
	for p := range n.now.Annex.Parts {
		for i, other := range n.now.Annex.Parts[p].Items {
			if other.ID == n.id || other.Ordinal != ordinal {
				continue
			}
			if !other.Deleted {
				return n.twice(zh.Ordinal(ordinal))
			}
			part := n.part(p)
			part.Items = slices.Delete(slices.Clone(part.Items), i, i+1)
			n.locate()
			return nil
		}
	}
	return nil
}

func (n *numbering) paragraph() *refusal {
	body := n.body()
	at := slices.IndexFunc(body, func(p dossier.Paragraph) bool { return p.ID == n.id })
	if at < 0 || body[at].Level == 0 {
		return nil
	}
	mine := body[at]
	for i, other := range siblings(body, at) {
		if i == at || !other || body[i].Number != mine.Number {
			continue
		}
		if !body[i].Deleted {
			return n.twice(mine.Number)
		}
		n.now.Plan.Body = slices.Delete(slices.Clone(body), i, i+1)
		return nil
	}
	return nil
}

// siblings marks the paragraphs of the same level under the same heading.
func siblings(body []dossier.Paragraph, at int) []bool {
	out := make([]bool, len(body))
	level := body[at].Level
	for i := at; i >= 0 && (body[i].Level == 0 || body[i].Level >= level); i-- {
		out[i] = body[i].Level == level
	}
	for i := at; i < len(body) && (body[i].Level == 0 || body[i].Level >= level); i++ {
		out[i] = body[i].Level == level
	}
	return out
}
