package amend

import (
	"fmt"
	"slices"

	"hongtou/internal/dossier"
)

// noticeName names a notice of the chain in a message; -1 is the one that
// issued the plan.
func (c *chain) noticeName(n int) string {
	name, notice := "印发通知", c.issued.Notice
	if n >= 0 {
		name, notice = fmt.Sprintf("第%d份修改通知", n+1), c.notices[n].Notice
	}
	if notice.DocNumber.Value != "" {
		return fmt.Sprintf("%s（%s，%s）", name, notice.Date.Value, notice.DocNumber.Value)
	}
	return fmt.Sprintf("%s（%s）", name, notice.Date.Value)
}

// subject names what the change acts on.
func (t *turn) subject() string {
	switch target := t.change.Target; {
	case target.Person != "":
		return "“" + target.Person + "”"
	case target.Unit != "":
		return t.unitName()
	case target.Plan != "":
		return t.paragraphName()
	case target.Item == "":
		return "清单第" + target.Part + "部分的标题"
	case target.Field == "":
		return t.aspectName()
	case target.Measure != "":
		return t.aspectName() + t.label() + t.measureName()
	}
	return t.aspectName() + t.label()
}

func (t *turn) unitName() string {
	if i, refused := t.unit(t.change.Target.Unit); refused == nil {
		return "“" + t.now.Register.Units[i].Name.Value + "”"
	}
	return "单位“" + t.change.Target.Unit + "”"
}

// paragraphName names a paragraph of the plan by its number and first words.
func (t *turn) paragraphName() string {
	for _, p := range t.now.Plan.Body {
		if p.ID == t.change.Target.Plan {
			rs := []rune(p.Text.Value)
			return "方案正文“" + string(rs[:min(len(rs), 10)]) + "……”（" + p.ID + "）"
		}
	}
	return "方案正文“" + t.change.Target.Plan + "”"
}

// aspectName names the item, and the aspect of an item that has several.
func (t *turn) aspectName() string {
	target := t.change.Target
	item := t.item(target.Item)
	if item == nil {
		return fmt.Sprintf("整改项“%s”", target.Item)
	}
	for _, a := range item.Aspects {
		if a.ID == target.Aspect {
			return item.Number + a.Number
		}
	}
	return item.Number
}

// label is how the plan calls the field; of several labels the smallest, so
// that messages do not vary.
func (t *turn) label() string {
	var found []string
	for label, kind := range t.issued.Labels {
		if kind == t.change.Target.Field {
			found = append(found, label)
		}
	}
	if len(found) == 0 {
		return string(t.change.Target.Field)
	}
	return slices.Min(found)
}

// measureName is the printed number of the measure.
func (t *turn) measureName() string {
	if item := t.item(t.change.Target.Item); item != nil {
		for _, a := range item.Aspects {
			if f := a.Field(dossier.Measures); f != nil {
				for _, m := range f.Measures {
					if m.ID == t.change.Target.Measure && m.Number != "" {
						return m.Number
					}
				}
			}
		}
	}
	return "“" + t.change.Target.Measure + "”"
}
