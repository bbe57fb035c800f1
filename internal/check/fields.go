package check

import (
	"fmt"
	"strings"

	"hongtou/internal/diag"
	"hongtou/internal/dossier"
)

// incompleteItems reports fields that an item or aspect lacks.
func incompleteItems(s *scene) []diag.Diagnostic {
	var out []diag.Diagnostic
	for _, i := range s.everyItem() {
		for _, a := range i.Aspects {
			if missing := s.missingFields(a); len(a.Fields) > 0 && len(missing) > 0 {
				what := "“" + i.Number + "”"
				if a.Number != "" {
					what += "的“" + a.Number + "”"
				}
				out = append(out, mark(startOf(i, a), 0, fmt.Sprintf("%s缺少字段：%s", what, strings.Join(missing, "、")), "按清单格式补齐"))
			}
		}
	}
	return out
}

// fieldKinds are the fields that every task has, if its plan has them: not every
// task needs somebody to assist.
var fieldKinds = []dossier.FieldKind{
	dossier.Goal, dossier.Deadline, dossier.Responsible, dossier.Leaders,
	dossier.Persons, dossier.Supervisors, dossier.Measures,
}

func (s *scene) missingFields(a dossier.Aspect) []string {
	var out []string
	for _, k := range fieldKinds {
		if a.Field(k) == nil && s.labelled(k) {
			out = append(out, s.labelOf(k))
		}
	}
	return out
}

// labelled says whether this plan has a label for a kind at all: a plan that
// names neither leaders nor persons lacks nothing when its items do not.
func (s *scene) labelled(k dossier.FieldKind) bool {
	for _, kind := range s.Labels {
		if kind == k {
			return true
		}
	}
	return false
}

// labelOf gives the label that this plan prints for a kind; of several the
// smallest, so that messages do not vary.
func (s *scene) labelOf(k dossier.FieldKind) string {
	out := ""
	for label, kind := range s.Labels {
		if kind == k && (out == "" || label < out) {
			out = label
		}
	}
	if out == "" {
		return string(k)
	}
	return out
}

// startOf is where an aspect's problem, or else its item's, begins.
func startOf(i dossier.Item, a dossier.Aspect) diag.Position {
	if len(a.Problem) > 0 {
		return a.Problem[0].At
	}
	return numberText(i).At
}
