package amend

import (
	"fmt"
	"slices"
	"strconv"
	"unicode/utf8"

	"hongtou/internal/dossier"
	"hongtou/internal/zh"
)

// itemChange inserts, deletes or renumbers an item.
func (t *turn) itemChange() *refusal {
	c := t.change
	if c.Verb == dossier.Insert {
		return t.insertItem()
	}
	item := t.item(c.Target.Item)
	if item == nil || item.Deleted {
		return t.unknown(dossier.Address(c.Target.Item), fmt.Sprintf("没有整改项“%s”", c.Target.Item), t.itemIDs()...)
	}
	if c.Verb == dossier.Delete {
		return t.deleteItem(t.edit(c.Target.Item))
	}
	return t.renumberItem(t.edit(c.Target.Item))
}

// insertItem puts a new item into a part of the annex.
func (t *turn) insertItem() *refusal {
	c := t.change
	if c.Inserted == nil || len(c.Inserted.Problem) == 0 {
		return nil // load has reported it
	}
	id := c.Target.Item
	if t.known[dossier.Address(id)] {
		if i := t.item(id); i != nil && !i.Deleted {
			return t.doneBefore(dossier.Address(id), []dossier.Text{numberOf(i)})
		}
		return &refusal{code: codeTarget, reason: fmt.Sprintf("增加整改项，编号“%s”已经用过", id), hint: "换一个编号；删去的编号不再使用", address: dossier.Address(id)}
	}
	part, at, refused := t.itemPlace()
	if refused != nil {
		return refused
	}
	items := t.part(part).Items
	after := partAddress(part)
	if at > 0 {
		after = dossier.Address(items[at-1].ID)
	}
	item := *c.Inserted
	t.part(part).Items = slices.Insert(slices.Clip(items), at, item)
	t.locate()
	var all []dossier.Address
	walkItem(&item, func(a dossier.Address, ts []dossier.Text) {
		all = append(all, a)
		t.record(a, dossier.Insert, nil, ts)
	})
	t.place(after, all...)
	t.claimNumberOf(id)
	return nil
}

// itemPlace finds where a new item goes: the part it names, or the one of the
// item it follows.
func (t *turn) itemPlace() (part, at int, refused *refusal) {
	c, parts := t.change, t.now.Annex.Parts
	n, _ := strconv.Atoi(c.Target.Part)
	spot, follows := t.spots[c.After.Value]
	switch {
	case c.Target.Part != "" && n > len(parts):
		return 0, 0, t.unknown("", fmt.Sprintf("清单只有%d部分，没有第%d部分", len(parts), n))
	case !c.After.IsZero() && !follows:
		return 0, 0, t.unknown(dossier.Address(c.After.Value), fmt.Sprintf("没有整改项“%s”", c.After.Value), t.itemIDs()...)
	case follows && n > 0 && spot.part != n-1:
		return 0, 0, t.unknown("", fmt.Sprintf("整改项“%s”在第%d部分，不在第%d部分", c.After.Value, spot.part+1, n))
	case follows:
		return spot.part, spot.item + 1, nil
	case n == 0 && len(parts) == 1:
		n = 1
	case n == 0:
		return 0, 0, &refusal{code: codeTarget, reason: "增加整改项，没有写明加入哪一部分", hint: "写明part=，如“part=1”，或after="}
	}
	if c.First {
		return n - 1, 0, nil
	}
	return n - 1, len(parts[n-1].Items), nil
}

// deleteItem leaves the number of an item and 〔删去〕 in its place.
func (t *turn) deleteItem(item *dossier.Item) *refusal {
	a := dossier.Address(item.ID)
	if refused := t.expects(a, item.Paragraphs(), nil); refused != nil {
		return refused
	}
	walkItem(item, func(a dossier.Address, ts []dossier.Text) {
		if ts != nil {
			t.record(a, dossier.Delete, ts, nil)
		}
	})
	gone := dossier.Text{Value: item.PrintedNumber() + Gone, At: t.paragraph().At}
	*item = dossier.Item{
		ID: item.ID, Ordinal: item.Ordinal, Number: item.Number, Printed: item.Printed, File: item.File, Short: item.Short,
		Problem: []dossier.Text{gone}, Head: gone.Len(), Aspects: []dossier.Aspect{{ID: item.ID}}, Deleted: true,
	}
	return nil
}

// renumberItem prints another number; the ID stays.
func (t *turn) renumberItem(item *dossier.Item) *refusal {
	number := t.change.Number
	ordinal, _, _ := zh.ParseOrdinal(number.Value)
	a := dossier.Address(item.ID)
	old, problem := []dossier.Text{numberOf(item)}, item.Problem
	if number.Value == item.Number {
		return t.doneBefore(a, old)
	}
	if refused := t.expects(a, old, []dossier.Text{number}); refused != nil {
		return refused
	}
	first := problem[0]
	first = dossier.Join(number, first.Slice(min(utf8.RuneCountInString(item.PrintedNumber()), first.Len()), first.Len()))
	item.Problem = append([]dossier.Text{first}, problem[1:]...)
	item.Printed, item.Number, item.Ordinal, item.Head = "", number.Value, ordinal, first.FirstSentence()
	t.record(a, dossier.Renumber, old, []dossier.Text{numberOf(item)})
	t.record(under(item.ID, "problem"), dossier.Renumber, problem, item.Problem)
	t.claimNumber()
	return nil
}
