package amend

import (
	"fmt"
	"slices"

	"hongtou/internal/dossier"
	"hongtou/internal/zh"
)

// insertMeasures puts new measures after one, before all, or at the end.
func (t *turn) insertMeasures(aspect string, field *dossier.Field) *refusal {
	at, refused := t.anchor(field)
	if refused == nil {
		refused = t.givenID(aspect)
	}
	if refused == nil {
		refused = t.insertedBefore(field)
	}
	if refused != nil {
		return refused
	}
	list, before := under(aspect, string(dossier.Measures)), field.Paragraphs()
	next := measures(t.change.New, aspect)
	field.Measures = slices.Insert(field.Measures, at, next...)
	t.nameNew(field.Measures, at, len(next), aspect)
	for _, m := range field.Measures[at : at+len(next)] {
		t.record(dossier.Address(m.ID), dossier.Insert, nil, words(m))
		t.claimNumberOf(m.ID)
	}
	t.reorder(list, field.Measures)
	t.replaced(list, before, field.Paragraphs())
	return nil
}

// givenID judges the ID that the change gives a new measure.
func (t *turn) givenID(aspect string) *refusal {
	id := t.change.Target.Measure
	switch {
	case id == "":
		return nil
	case !measureOf(dossier.Address(id), under(aspect, string(dossier.Measures))):
		return t.misnumbered(fmt.Sprintf("编号“%s”不是%s的措施", id, t.aspectName()), "写作“"+aspect+".4”，或不写measure=")
	case t.known[dossier.Address(id)]:
		return t.misnumbered(fmt.Sprintf("编号“%s”已经用过", id), "换一个编号，或不写measure=")
	}
	return nil
}

// insertedBefore refuses a numbered measure that stands in the list word for
// word.
func (t *turn) insertedBefore(field *dossier.Field) *refusal {
	for _, text := range t.change.New {
		for _, m := range field.Measures {
			if m.Number != "" && !m.Deleted && m.Text.Value == text.Value {
				return t.doneBefore(dossier.Address(m.ID), words(m))
			}
		}
	}
	return nil
}

// nameNew gives n new measures of a list, from at on, the IDs that follow from
// their numbers and places.
func (t *turn) nameNew(list []dossier.Measure, at, n int, aspect string) {
	bare := make([]dossier.Measure, len(list))
	for i, m := range list {
		bare[i].Text = m.Text
	}
	dossier.IdentifyMeasures(bare, aspect)
	for i := at; i < at+n; i++ {
		list[i].ID, list[i].Lead = t.freshID(bare[i].ID), bare[i].Lead
		if i == at && t.change.Target.Measure != "" {
			list[i].ID = t.change.Target.Measure
		}
		t.known[dossier.Address(list[i].ID)] = true
	}
}

// anchor gives the place for new measures in a list.
func (t *turn) anchor(field *dossier.Field) (int, *refusal) {
	c, ms := t.change, field.Measures
	level, numbered := zh.ParseLevel(c.New[0].Value)
	switch {
	case c.First:
		at := 0
		for numbered && at < len(ms) && ms[at].Lead {
			at++
		}
		return at, nil
	case c.After.IsZero():
		return len(ms), nil
	}
	at := slices.IndexFunc(ms, func(m dossier.Measure) bool { return m.ID == c.After.Value })
	if at < 0 {
		return 0, t.unknown(dossier.Address(c.After.Value), fmt.Sprintf("%s没有措施“%s”", t.subject(), c.After.Value), measureIDs(ms)...)
	}
	after, _ := zh.ParseLevel(ms[at].Number)
	if numbered && level.Depth <= after.Depth || !numbered && after.Depth == 0 {
		return subtree(ms, at), nil
	}
	end, last := at+1, subtree(ms, at) // its first child, or one more paragraph of it
	for end < last && ms[end].Number == "" {
		end++
	}
	return end, nil
}
