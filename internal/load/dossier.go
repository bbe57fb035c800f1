package load

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"hongtou/internal/diag"
	"hongtou/internal/dossier"
	"hongtou/internal/markdown"
)

var kinds = []dossier.FieldKind{
	dossier.Goal, dossier.Deadline, dossier.Responsible, dossier.Leaders,
	dossier.Persons, dossier.Supervisors, dossier.Measures,
}

// defaultLabels are the labels of most measures lists.
func defaultLabels() dossier.Labels {
	return dossier.Labels{
		"整改目标": dossier.Goal, "整改时限": dossier.Deadline, "责任单位": dossier.Responsible,
		"责任领导": dossier.Leaders, "责任人员": dossier.Persons, "督导单位": dossier.Supervisors,
		"整改措施": dossier.Measures,
	}
}

// dossier reads one folder.
func (l *loader) dossier(folder string, register *dossier.Register) dossier.Dossier {
	out := dossier.Dossier{ID: folder, Register: register, Labels: defaultLabels()}
	var shape dossierFile
	main := folder + "/dossier.yaml"
	if f := l.file(main); f == nil || !l.decode(f.Text, l.at(main), &shape) {
		shape.Annex.Parts = l.foundItems(folder)
	}
	out.Name = shape.Name
	out.Web = dossier.Web{Source: shape.Web.Source, Published: shape.Web.Published}
	if shape.Labels != nil {
		out.Labels = l.labels(shape.Labels)
	}
	out.Notice = l.elements(shape.Notice)
	l.letter(folder+"/notice.md", &out.Notice)
	out.Plan = l.plan(folder + "/plan.md")
	out.Annex = l.annex(folder, shape.Annex, out.Labels)
	out.Amendments = l.amendments(folder, out.Labels)
	return out
}

// labels reads the plan's own field labels.
func (l *loader) labels(shape labelsShape) dossier.Labels {
	out := dossier.Labels{}
	for label, kind := range shape {
		if slices.Contains(kinds, dossier.FieldKind(kind.Value)) {
			out[label] = dossier.FieldKind(kind.Value)
		} else if !kind.IsZero() {
			l.badValue(kind, "字段类别", names(kinds))
		}
	}
	return out
}

// badValue reports a word outside a fixed list.
func (l *loader) badValue(t dossier.Text, what string, allowed []string) {
	hint := "可用的有：" + strings.Join(allowed, "、")
	if near, ok := nearest(t.Value, allowed); ok {
		hint = fmt.Sprintf("是否为“%s”？", near)
	}
	l.errorAt(t.At, t.Len(), "bad-value", fmt.Sprintf("没有名为“%s”的%s", t.Value, what), hint)
}

func names[T ~string](values []T) []string {
	out := make([]string, len(values))
	for i, v := range values {
		out[i] = string(v)
	}
	return out
}

// elements turns the YAML form of a notice's official elements into the
// model's.
func (l *loader) elements(s noticeShape) dossier.Notice {
	return dossier.Notice{
		Face: dossier.Face{
			Masthead:  dossier.Masthead{Organs: s.Masthead.Organs, WithWord: s.Masthead.Word},
			DocNumber: s.Number,
			Issuers:   s.Issuers,
			Imprint: dossier.Imprint{
				CC: s.Imprint.CC, Printer: s.Imprint.Printer, PrintDate: l.date(s.Imprint.PrintDate),
			},
		},
		Signature: s.Signature,
		Date:      l.date(s.Date),
	}
}

// annex reads the parts in the order of dossier.yaml and each item's file.
func (l *loader) annex(folder string, s annexShape, labels dossier.Labels) dossier.Annex {
	title, problems := markdown.SplitTitle(s.Title)
	if s.Title.IsZero() {
		title, problems = dossier.Title{}, nil
	}
	l.add(problems...)
	out := dossier.Annex{Mark: s.Mark, Title: title}
	first := map[string]diag.Position{}
	for _, p := range s.Parts {
		part := dossier.Part{Heading: headingOf(p.Heading)}
		for _, id := range p.Items {
			if at, dup := first[id.Value]; dup {
				l.add(diag.Diagnostic{
					Code: "duplicate-item", Message: fmt.Sprintf("整改项“%s”列了两次", id.Value), Hint: "保留一个",
					At: id.At, Length: id.Len(), Notes: []diag.Note{{Message: "第一次列在这里", At: at}},
				})
				continue
			}
			first[id.Value] = id.At
			if item, ok := l.listedItem(folder, id, labels); ok {
				part.Items = append(part.Items, item)
			}
		}
		out.Parts = append(out.Parts, part)
	}
	l.unlisted(folder, labels)
	return out
}

// foundItems stands in for the list of a dossier.yaml that cannot be read, so
// that the problems of the items are reported all the same.
func (l *loader) foundItems(folder string) []partShape {
	var part partShape
	for _, p := range l.files.Paths() {
		if path.Dir(p) == folder+"/items" && path.Ext(p) == ".md" {
			id := strings.TrimSuffix(path.Base(p), ".md")
			part.Items = append(part.Items, dossier.Text{Value: id, At: l.at(p)})
		}
	}
	return []partShape{part}
}

func (l *loader) listedItem(folder string, id dossier.Text, labels dossier.Labels) (dossier.Item, bool) {
	if l.id(id); !idForm.MatchString(id.Value) {
		return dossier.Item{}, false
	}
	p := folder + "/items/" + id.Value + ".md"
	if !l.files.Has(p) {
		l.errorAt(id.At, id.Len(), "missing-file", fmt.Sprintf("没有整改项“%s”的文件%s", id.Value, path.Base(p)), "新建该文件，或从items中删除")
		return dossier.Item{}, false
	}
	return l.item(p, id.Value, labels)
}

// unlisted reports item files that no part lists, and what is wrong in them.
func (l *loader) unlisted(folder string, labels dossier.Labels) {
	for _, p := range l.files.Paths() {
		if path.Dir(p) == folder+"/items" && path.Ext(p) == ".md" && !l.used[p] {
			id := strings.TrimSuffix(path.Base(p), ".md")
			l.errorAt(l.at(p), 0, "item-unlisted", fmt.Sprintf("整改项“%s”没有列入dossier.yaml的任何部分", id), "把它写进annex.parts的items")
			l.item(p, id, labels)
		}
	}
}
