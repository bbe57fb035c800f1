package load

import (
	"fmt"
	"slices"
	"strings"

	"hongtou/internal/dossier"
	"hongtou/internal/nearest"
)

var kinds = []dossier.FieldKind{
	dossier.Goal, dossier.Deadline, dossier.Responsible, dossier.Leaders,
	dossier.Persons, dossier.Supervisors, dossier.Measures, dossier.Cooperating,
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
	l.numbering = 0
	out := dossier.Dossier{ID: folder, Register: register, Labels: defaultLabels()}
	var shape dossierFile
	main := folder + "/dossier.yaml"
	if f := l.file(main); f == nil || !l.decode(f.Text, l.at(main), &shape) {
		l.unread[main] = true
		shape.Annex.Parts = l.foundItems(folder)
	}
	out.Name = shape.Name
	out.Handout = dossier.Handout{Clauses: shape.Handout.Reporting.Clauses, Reporting: shape.Handout.Reporting.Paragraphs}
	out.Handout.Letter = l.handover(shape.Handout.Letter)
	out.Web = l.placed(shape.Web)
	if len(shape.Notice.Issuers) == 0 && shape.Notice.Date.IsZero() {
		l.unread[main] = true // nothing of notice: could be read
	}
	if shape.Labels != nil {
		out.Labels = l.labels(shape.Labels)
	}
	out.Words = l.words(shape.Words, out.Labels)
	out.Notice = l.elements(folder, shape.Notice)
	l.letter(folder+"/notice.md", &out.Notice)
	out.Plan = l.plan(folder + "/plan.md")
	out.Annex = l.annex(folder, shape.Annex, out.Labels)
	out.Amendments = l.amendments(folder, out.Labels)
	out.Unread = l.unreadOf(folder)
	out.Unread.Dates = out.Notice.Date.Year == 0 || slices.ContainsFunc(out.Amendments, func(a dossier.Amendment) bool { return a.Date.Year == 0 })
	if out.Unread.Elements || out.Unread.Items {
		for i := range out.Amendments {
			out.Amendments[i].Changes = nil // whether they can be carried out shows when all is read
		}
	}
	return out
}

// lostChanges stands in for a path where an instruction could not be read.
const lostChanges = "changes of amendments"

// unreadOf says what of a folder could not be read.
func (l *loader) unreadOf(folder string) dossier.Unread {
	under := func(prefix string) bool {
		for p := range l.unread {
			if strings.HasPrefix(p, folder+"/"+prefix) {
				return true
			}
		}
		return false
	}
	return dossier.Unread{
		Elements: under("dossier.yaml"), Letter: under("notice.md"), Plan: under("plan.md"), Items: under("items/"),
		Amendments: under("amendments/") || slices.ContainsFunc(l.files.Paths(), func(p string) bool {
			return strings.HasPrefix(p, folder+"/") && !l.used[p]
		}),
		Changes: under(lostChanges),
	}
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
	hint := "可用的有：" + strings.Join(glossed(allowed), "、")
	if near, ok := nearest.Of(t.Value, allowed); ok {
		hint = fmt.Sprintf("是否为“%s”？", near)
	}
	if word, ok := wordFor(t.Value, allowed); ok {
		hint = fmt.Sprintf("写作“%s”", word)
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
