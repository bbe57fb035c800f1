package amend

import (
	"fmt"

	"hongtou/internal/dossier"
)

// fieldChange carries out a change of a field or of its measures.
func (t *turn) fieldChange() *refusal {
	aspect, refused := t.aspect()
	if refused != nil {
		return refused
	}
	kind := t.change.Target.Field
	field := aspect.Field(kind)
	if field == nil {
		return t.unknown(under(aspect.ID, string(kind)), fmt.Sprintf("%s没有字段“%s”", t.aspectName(), t.label()))
	}
	if kind == dossier.Measures {
		return t.replaceList(aspect.ID, field)
	}
	return t.value(under(aspect.ID, string(kind)), field)
}

// aspect gives the aspect of the target for writing.
func (t *turn) aspect() (*dossier.Aspect, *refusal) {
	target := t.change.Target
	item := t.item(target.Item)
	if item == nil || item.Deleted {
		return nil, t.unknown(dossier.Address(target.Item), fmt.Sprintf("没有整改项“%s”", target.Item))
	}
	item = t.edit(target.Item)
	for i := range item.Aspects {
		if item.Aspects[i].ID == aspectID(target) {
			return &item.Aspects[i], nil
		}
	}
	if target.Aspect == "" {
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
	field.Value = t.change.New[0]
	t.replaced(a, old, field.Paragraphs())
	return nil
}
