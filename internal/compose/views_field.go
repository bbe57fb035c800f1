package compose

import (
	"slices"

	"hongtou/internal/dossier"
)

// field gives a field with the history of each of its values. What notices did
// to a list of measures is told at its measures.
func (x *edition) field(item, aspect string, f dossier.Field) fieldView {
	name, whole := under(aspect, string(f.Kind)), dossier.Address(item)
	v := fieldView{Kind: string(f.Kind), Label: newText(string(name)+".label", f.Label)}
	if value := x.text(string(name), f.Value, name, whole); value != nil {
		if f.OwnLine {
			v.Below = append(v.Below, value)
		} else {
			v.RunIn = value
		}
	}
	for _, m := range f.Measures {
		if text := x.text(m.ID, m.Text, dossier.Address(m.ID), whole, name); m.RunIn && v.RunIn == nil {
			v.RunIn = text
		} else {
			v.Below = append(v.Below, text)
		}
	}
	if f.Kind == dossier.Measures {
		x.list(v, name, whole)
	}
	return v
}

// list tells behind a list of measures that a notice inserted it as a whole,
// and at its label what was deleted before the first measure.
func (x *edition) list(v fieldView, name, whole dossier.Address) {
	if v.Label != nil {
		v.Label.gone = x.gone[name]
	}
	all := v.texts()
	for _, s := range x.steps(name, whole) {
		if s.Verb == string(dossier.Insert) && len(all) > 0 {
			end := all[len(all)-1]
			end.steps = append([]stepView{s}, end.steps...)
		}
	}
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
