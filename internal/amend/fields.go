package amend

import (
	"fmt"
	"slices"

	"hongtou/internal/dossier"
)

// fieldChange carries out a change of a field or of its measures.
func (t *turn) fieldChange() *refusal {
	aspect, refused := t.aspect()
	if refused != nil {
		return refused
	}
	kind, verb := t.change.Target.Field, t.change.Verb
	a := under(aspect.ID, string(kind))
	field := aspect.Field(kind)
	switch {
	case field == nil && verb == dossier.Insert && t.change.Find.IsZero():
		t.addField(aspect, a)
		return nil
	case field == nil:
		return t.unknown(a, fmt.Sprintf("%s没有字段“%s”", t.aspectName(), t.label()))
	case kind == dossier.Measures:
		return t.measuresChange(aspect, field)
	case !t.change.Find.IsZero():
		return t.revise(a, &field.Value)
	case verb == dossier.Replace:
		return t.value(a, field)
	case verb == dossier.Delete:
		return t.dropField(aspect, a)
	}
	return &refusal{code: codeTarget, reason: fmt.Sprintf("%s已有内容，不能再增加", t.subject()), hint: "在现有文字之后增加，写明find=；全部更换，写verb=replace", address: a}
}

// aspect gives the aspect of the target for writing.
func (t *turn) aspect() (*dossier.Aspect, *refusal) {
	target := t.change.Target
	item := t.item(target.Item)
	if item == nil || item.Deleted {
		return nil, t.unknown(dossier.Address(target.Item), fmt.Sprintf("没有整改项“%s”", target.Item), t.itemIDs()...)
	}
	item = t.edit(target.Item)
	for i := range item.Aspects {
		if item.Aspects[i].ID == aspectID(target) {
			return &item.Aspects[i], nil
		}
	}
	if target.Aspect == "" && len(item.Aspects) > 0 {
		return nil, t.unknown("", fmt.Sprintf("%s分%d个方面，应写明是哪一个，如“%s”", item.Number, len(item.Aspects), item.Aspects[0].ID))
	}
	return nil, t.unknown("", fmt.Sprintf("%s没有方面“%s”", item.Number, target.Aspect))
}

// value replaces the value of a field; label and form stay as printed.
func (t *turn) value(a dossier.Address, field *dossier.Field) *refusal {
	old := field.Paragraphs()
	if refused := t.expects(a, old, t.change.New); refused != nil {
		return refused
	}
	if dossier.Lines(old) == dossier.Lines(t.change.New) {
		t.restate(a, old, t.change.New)
		return nil
	}
	field.Value = t.change.New[0]
	t.record(a, dossier.Replace, old, field.Paragraphs())
	return nil
}

// revise replaces, inserts or deletes a passage of a text.
func (t *turn) revise(a dossier.Address, text *dossier.Text) *refusal {
	old := []dossier.Text{*text}
	if refused := t.expects(a, old, nil); refused != nil {
		return refused
	}
	next, refused := t.passage(a, *text)
	if refused != nil {
		return refused
	}
	*text = next
	t.record(a, dossier.Replace, old, []dossier.Text{next})
	return nil
}

// fieldOrder is where a further field goes.
var fieldOrder = []dossier.FieldKind{
	dossier.Goal, dossier.Deadline, dossier.Responsible, dossier.Cooperating, dossier.Leaders,
	dossier.Persons, dossier.Supervisors, dossier.Measures,
}

// addField gives an aspect a field it lacks, after those that usually stand
// before it.
func (t *turn) addField(aspect *dossier.Aspect, a dossier.Address) {
	kind := t.change.Target.Field
	f := dossier.Field{Kind: kind, Label: t.change.Label}
	if f.Label.IsZero() {
		f.Label = dossier.Text{Value: t.label(), At: t.paragraph().At}
	}
	if kind == dossier.Measures {
		f.Measures = measures(t.change.New, aspect.ID)
		for i := range f.Measures {
			f.Measures[i].ID = t.freshID(f.Measures[i].ID)
		}
	} else {
		f.Value = t.change.New[0]
	}
	at := 0
	for i, other := range aspect.Fields {
		if slices.Index(fieldOrder, other.Kind) < slices.Index(fieldOrder, kind) {
			at = i + 1
		}
	}
	aspect.Fields = slices.Insert(aspect.Fields, at, f)
	t.placeFields(aspect)
	walkField(aspect.ID, f, func(a dossier.Address, ts []dossier.Text) { t.record(a, dossier.Insert, nil, ts) })
}

// placeFields gives the fields of an aspect their places among all values.
func (t *turn) placeFields(aspect *dossier.Aspect) {
	after := under(aspect.ID, "problem")
	if !t.known[after] {
		after = dossier.Address(t.change.Target.Item)
		for _, a := range []dossier.Address{under(string(after), "problem"), under(string(after), "remarks")} {
			if t.known[a] {
				after = a
			}
		}
	}
	for _, f := range aspect.Fields {
		walkField(aspect.ID, f, func(a dossier.Address, _ []dossier.Text) {
			if !t.known[a] {
				t.placeNext(after, a)
			}
			after = a
		})
	}
}

// dropField deletes a field with its label.
func (t *turn) dropField(aspect *dossier.Aspect, a dossier.Address) *refusal {
	f := aspect.Field(t.change.Target.Field)
	if refused := t.expects(a, f.Paragraphs(), nil); refused != nil {
		return refused
	}
	walkField(aspect.ID, *f, func(a dossier.Address, ts []dossier.Text) {
		if ts != nil {
			t.record(a, dossier.Delete, ts, nil)
		}
	})
	aspect.Fields = slices.DeleteFunc(aspect.Fields, func(other dossier.Field) bool { return other.Kind == f.Kind })
	return nil
}
