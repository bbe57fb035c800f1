package amend

import (
	"slices"
	"strconv"
	"strings"

	"hongtou/internal/dossier"
)

// Gone is printed in the place of what an amendment deleted.
const Gone = "〔删去〕"

// keyed is a measure with the key that its printed number gives it now; its
// ID is the one it was born with.
type keyed struct {
	dossier.Measure
	key string
}

// parent is the key of the measure it stands under.
func (k keyed) parent() string { return k.key[:strings.LastIndexByte(k.key, '.')] }

// value is the printed number.
func (k keyed) value() int {
	n, _ := strconv.Atoi(k.key[strings.LastIndexByte(k.key, '.')+1:])
	return n
}

func (k keyed) beside(other keyed) bool {
	return k.Number != "" && other.Number != "" && k.parent() == other.parent()
}

// keys reads the printed numbers of a list. Deleted measures without a number
// have no key.
func keys(ms []dossier.Measure, aspect string) []keyed {
	var out []keyed
	var bare []dossier.Measure
	for _, m := range ms {
		if !m.Deleted || m.Number != "" {
			out = append(out, keyed{Measure: m})
			bare = append(bare, dossier.Measure{Text: m.Text})
		}
	}
	dossier.IdentifyMeasures(bare, aspect)
	for i := range out {
		out[i].key = bare[i].ID
	}
	return out
}

// measures gives new paragraphs as measures.
func measures(ts []dossier.Text, aspect string) []dossier.Measure {
	out := make([]dossier.Measure, len(ts))
	for i, t := range ts {
		out[i].Text = t
	}
	dossier.IdentifyMeasures(out, aspect)
	return out
}

// replaceList replaces all measures. A new one takes the place of the one that
// prints the same number; a number that is no longer there is a deletion, a
// further one an insertion.
func (t *turn) replaceList(aspect string, field *dossier.Field) *refusal {
	list := under(aspect, string(dossier.Measures))
	before := field.Paragraphs()
	if refused := t.expects(list, before, t.change.New); refused != nil {
		return refused
	}
	old := keys(field.Measures, aspect)
	next := keys(measures(t.change.New, aspect), aspect)
	field.Measures = t.align(old, next)
	keepForm(old, field.Measures)
	t.reorder(list, field.Measures)
	t.replaced(list, before, field.Paragraphs())
	return nil
}

// align pairs old and new measures by their printed numbers.
func (t *turn) align(old, next []keyed) []dossier.Measure {
	places := map[string]int{}
	for j, k := range slices.Backward(old) {
		places[k.key] = j
	}
	for i := range next {
		j, there := places[next[i].key]
		if !there {
			next[i].ID = t.freshID(next[i].key)
			t.known[dossier.Address(next[i].ID)] = true
			t.record(dossier.Address(next[i].ID), dossier.Insert, nil, words(next[i].Measure))
			continue
		}
		next[i].Measure = t.renew(old[j].Measure, next[i].Measure)
		delete(places, next[i].key)
		old[j].key = ""
	}
	for _, k := range old {
		if k.key == "" {
			continue
		}
		if !k.Deleted {
			t.record(dossier.Address(k.ID), dossier.Delete, words(k.Measure), nil)
		}
		next = t.entomb(k, next)
	}
	out := make([]dossier.Measure, len(next))
	for i, k := range next {
		out[i] = k.Measure
	}
	return out
}

// renew gives a measure its new words. One that is restated word for word
// stays what it is.
func (t *turn) renew(old, next dossier.Measure) dossier.Measure {
	a := dossier.Address(old.ID)
	next.ID = old.ID
	switch {
	case old.Deleted:
		t.record(a, dossier.Insert, nil, words(next))
	case old.Text.Value == next.Text.Value:
		t.restate(a, words(old), words(next))
		return old
	default:
		t.record(a, dossier.Replace, words(old), words(next))
	}
	return next
}

// entomb keeps the number of a deleted measure among its numbered neighbours;
// without any, nothing is printed in its place.
func (t *turn) entomb(gone keyed, list []keyed) []keyed {
	at := -1
	for i, k := range list {
		switch {
		case !k.beside(gone):
		case k.value() < gone.value() || at < 0:
			at = i
		}
	}
	if at < 0 {
		return list
	}
	if list[at].value() < gone.value() {
		key := list[at].key
		for at++; at < len(list) && strings.HasPrefix(list[at].key, key+"."); at++ {
		}
	}
	gone.Measure = t.tombstone(gone.Measure)
	return slices.Insert(list, at, gone)
}

// tombstone is what is printed in the place of a deleted measure.
func (t *turn) tombstone(m dossier.Measure) dossier.Measure {
	if !m.Deleted {
		m.Deleted, m.Text = true, dossier.Text{Value: m.Number + Gone, At: t.paragraph().At}
	}
	return m
}

// keepForm lets the first measure stand where the field's first one stood, in
// the label's paragraph or below it; a numbered list does not move up there.
func keepForm(old []keyed, list []dossier.Measure) {
	for i := range list {
		list[i].RunIn = i == 0 && len(old) > 0 && old[0].RunIn &&
			(len(list) == 1 || old[0].Number != "" || list[0].Number == "")
	}
}

// freshID gives an ID that no value ever had.
func (w *draft) freshID(id string) string {
	fresh := id
	for n := 2; w.known[dossier.Address(fresh)]; n++ {
		fresh = id + "-" + strconv.Itoa(n)
	}
	return fresh
}

func words(m dossier.Measure) []dossier.Text { return []dossier.Text{m.Text} }

// reorder gives the measures of a list their places among all values: as
// printed, each that is no longer printed after the one it followed.
func (w *draft) reorder(list dossier.Address, ms []dossier.Measure) {
	from := slices.Index(w.order, list) + 1
	to := from
	for to < len(w.order) && measureOf(w.order[to], list) {
		to++
	}
	next := make([]dossier.Address, len(ms))
	for i, m := range ms {
		next[i] = dossier.Address(m.ID)
		w.known[next[i]] = true
	}
	w.restore(from, to, next)
}

// restore puts addresses in a stretch of all; those that are there and are not
// among them stay behind the ones they followed.
func (w *draft) restore(from, to int, next []dossier.Address) {
	printed := make(map[dossier.Address]bool, len(next))
	for _, a := range next {
		printed[a] = true
	}
	behind := map[dossier.Address][]dossier.Address{}
	var last dossier.Address // "" for the front
	for _, a := range w.order[from:to] {
		if printed[a] {
			last = a
		} else {
			behind[last] = append(behind[last], a)
		}
	}
	all := slices.Clone(behind[""])
	for _, a := range next {
		all = append(append(all, a), behind[a]...)
	}
	w.order = slices.Concat(w.order[:from], all, w.order[to:])
}

// measureOf says whether an address is that of a measure of a list.
func measureOf(a, list dossier.Address) bool {
	aspect := strings.TrimSuffix(string(list), "."+string(dossier.Measures))
	rest, ok := strings.CutPrefix(string(a), aspect+".")
	if !ok {
		return false
	}
	first, _, _ := strings.Cut(rest, ".")
	return first == "lead" || strings.HasPrefix(first, "lead") || first != "" && (first[0] >= '0' && first[0] <= '9')
}
