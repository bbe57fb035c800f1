package build

import (
	"cmp"
	"fmt"
	"strings"

	"hongtou/internal/amend"
	"hongtou/internal/dossier"
	"hongtou/internal/impact"
	"hongtou/internal/zh"
)

// skeleton writes the notice in the source format.
func skeleton(e *amend.Edition, chosen []impact.Place, date string) string {
	w := &skeletonWriter{edition: e}
	w.front(date)
	w.add("# " + dossier.Placeholder)
	w.add(cmp.Or(e.Issued.Notice.Recipients.Value, dossier.Placeholder+"："))
	w.add(dossier.Placeholder)
	section := ""
	for i, p := range chosen {
		if owner := cmp.Or(p.Item, string(p.Address)); i == 0 || owner != section {
			section = owner
			w.section(p)
		}
		w.change(p)
	}
	return strings.Join(w.paragraphs, "\n\n") + "\n"
}

type skeletonWriter struct {
	edition    *amend.Edition
	paragraphs []string
	sections   int
}

func (w *skeletonWriter) add(paragraph string) { w.paragraphs = append(w.paragraphs, paragraph) }

// front writes the elements that the notice shares with the one it amends; its
// number and date are for people to fill.
func (w *skeletonWriter) front(date string) {
	n := w.edition.Issued.Notice
	lines := []string{"---", "date: " + cmp.Or(date, dossier.Placeholder)}
	if n.DocNumber.Value != "" {
		lines = append(lines, "number: "+dossier.Placeholder)
	}
	if len(n.Masthead.Organs) > 0 {
		lines = append(lines, "masthead:", "  organs:")
		lines = append(lines, yamlList("    ", n.Masthead.Organs)...)
		lines = append(lines, fmt.Sprintf("  word: %v", n.Masthead.WithWord))
	}
	lines = append(append(lines, "issuers:"), yamlList("  ", n.Issuers)...)
	lines = append(append(lines, "signature:"), yamlList("  ", n.Signature)...)
	w.add(strings.Join(append(lines, "---"), "\n"))
}

// yamlList writes one value a line, quoted so that it is read as it stands.
func yamlList(indent string, ts []dossier.Text) []string {
	var out []string
	for _, t := range ts {
		value := t.Value
		if strings.ContainsAny(value, `:#'"{}[],&*!|>%@`+"`") {
			value = "'" + strings.ReplaceAll(value, "'", "''") + "'"
		}
		out = append(out, indent+"- "+value)
	}
	return out
}

// section opens 一、 with the problem as it is in force.
func (w *skeletonWriter) section(p impact.Place) {
	w.sections++
	head := dossier.Placeholder
	if problem := w.edition.Text(dossier.Address(p.Item + ".problem")); len(problem) > 0 {
		head = problem[0].Value
	}
	w.add(zh.Numeral(w.sections) + "、" + head)
	w.add("审核意见：" + dossier.Placeholder)
}

// change writes an instruction and the paragraph that will execute it.
func (w *skeletonWriter) change(p impact.Place) {
	text := w.edition.Text(p.Address)
	line := fmt.Sprintf("verb=replace expect=%s}", dossier.ExpectHash(w.edition.Expected(p.Address)))
	if id, ok := strings.CutPrefix(string(p.Address), "plan."); ok {
		w.add("{change plan=" + id + " " + line + "\n" + p.Label + "修改为：" + numbered(text[0]))
		return
	}
	target := "item=" + p.Aspect + " field=" + string(p.Field)
	if p.Measure {
		target += " measure=" + string(p.Address)
	}
	opening := "{change " + target + " " + line + "\n" + w.subject(p) + "修改为："
	if p.Field != dossier.Measures {
		w.add(opening + dossier.Placeholder)
		return
	}
	switch first := numbered(text[0]); {
	case p.Measure || first == dossier.Placeholder:
		w.add(opening + first)
	default: // a numbered list stands below the sentence
		w.add(opening)
		w.add(first)
	}
}

// numbered is a placeholder after the number of the text it is to replace.
func numbered(t dossier.Text) string {
	level, _ := zh.ParseLevel(t.Value)
	return level.Number + dossier.Placeholder
}

// subject names a value inside its item: 整改时限, 方面（一）的整改目标,
// 整改措施（二）.
func (w *skeletonWriter) subject(p impact.Place) string {
	for _, item := range w.edition.Dossier.Annex.Items() {
		for _, a := range item.Aspects {
			if a.ID != p.Aspect || item.ID != p.Item {
				continue
			}
			rest := strings.TrimPrefix(p.Label, item.Number+a.Number)
			if a.Number != "" {
				return "方面" + a.Number + "的" + rest
			}
			return rest
		}
	}
	return p.Label
}
