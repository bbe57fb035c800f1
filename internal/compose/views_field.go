package compose

import (
	"slices"

	"hongtou/internal/dossier"
)

func newField(aspect string, f dossier.Field) fieldView {
	name := aspect + "." + string(f.Kind)
	v := fieldView{Kind: string(f.Kind), Label: newText(name+".label", f.Label)}
	if value := newText(name, f.Value); value != nil {
		if f.OwnLine {
			v.Below = append(v.Below, value)
		} else {
			v.RunIn = value
		}
	}
	for _, m := range f.Measures {
		if text := newText(m.ID, m.Text); m.RunIn && v.RunIn == nil {
			v.RunIn = text
		} else {
			v.Below = append(v.Below, text)
		}
	}
	return v
}

// texts gives what the field says, in printed order.
func (f fieldView) texts() []*Text {
	if f.RunIn == nil {
		return f.Below
	}
	return append([]*Text{f.RunIn}, f.Below...)
}

// cells lines the fields up with the heads of the workbook's columns.
func cells(views []fieldView, fields []dossier.Field, heads []dossier.Field) []cellView {
	var out []cellView
	for _, h := range heads {
		if h.Kind == dossier.Measures {
			continue
		}
		c := cellView{Kind: string(h.Kind)}
		i := slices.IndexFunc(fields, func(f dossier.Field) bool { return f.Kind == h.Kind })
		if i >= 0 {
			c.Value = first(views[i].texts())
			if fields[i].Label.Value != h.Label.Value {
				c.Label = views[i].Label
			}
		}
		out = append(out, c)
	}
	return out
}

func first(ts []*Text) *Text {
	if len(ts) == 0 {
		return nil
	}
	return ts[0]
}

// rows groups the measures field by measure: a lead stands with the measure it
// introduces, a further paragraph with the one it continues.
func rows(a dossier.Aspect, views []fieldView) []rowView {
	i := slices.IndexFunc(a.Fields, func(f dossier.Field) bool { return f.Kind == dossier.Measures })
	if i < 0 {
		return []rowView{{}}
	}
	texts, ms := views[i].texts(), a.Fields[i].Measures
	before := len(texts) - len(ms) // a value beside the measures leads them
	numbered := slices.ContainsFunc(ms, func(m dossier.Measure) bool { return m.Number != "" })
	var out []rowView
	var row rowView
	begun := false // row holds a measure, not only leads
	for k, t := range texts {
		if k >= before && !ms[k-before].Lead && (ms[k-before].Number != "" || !numbered) {
			if begun {
				out, row = append(out, row), rowView{}
			}
			begun = true
		}
		row.Texts = append(row.Texts, t)
	}
	return append(out, row)
}
