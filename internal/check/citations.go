package check

import (
	"fmt"
	"regexp"
	"strings"

	"hongtou/internal/diag"
	"hongtou/internal/dossier"
	"hongtou/internal/register"
)

var cited = regexp.MustCompile(`《([^《》]+)》(?:（([^（）]*〔[^（）]*号)）)?`)

// issuedTitle compares the title that the letter's own title names with the
// plan's.
func issuedTitle(s *scene) []diag.Diagnostic {
	for _, m := range matches(cited, s.Notice.Title.Value) {
		if plan := s.Plan.Title.Value; plan != "" && m.group(1) != plan {
			return []diag.Diagnostic{s.otherTitle(s.Notice.Title, m)}
		}
		break
	}
	return nil
}

// citedTitles reports titles in the notices that differ from the plan's in
// one or two characters: most likely a slip.
func citedTitles(s *scene) []diag.Diagnostic {
	var out []diag.Diagnostic
	for i, n := range s.notices() {
		if i > 0 {
			out = append(out, s.nearTitles(n.Title)...)
		}
		for _, p := range n.Body {
			out = append(out, s.nearTitles(dossier.Title{Text: p.Text})...)
		}
	}
	return out
}

const nearTitle = 2 // characters

func (s *scene) nearTitles(t dossier.Title) []diag.Diagnostic {
	plan := []rune(s.Plan.Title.Value)
	if len(plan) < 4*nearTitle {
		return nil
	}
	var out []diag.Diagnostic
	for _, m := range matches(cited, t.Value) {
		if slips, near := register.Distance([]rune(m.group(1)), plan, nearTitle); near && slips > 0 {
			out = append(out, s.otherTitle(t, m))
		}
	}
	return out
}

func (s *scene) otherTitle(t dossier.Title, m match) diag.Diagnostic {
	words, plan := []rune(m.group(1)), []rune(s.Plan.Title.Value)
	same := difference(m.group(1), s.Plan.Title.Value)
	d := mark(t.Position(m.groupAt(1)+min(same, len(words)-1)), 1,
		fmt.Sprintf("所引标题与方案标题不一致：此处为%s，方案标题为%s", quote(words, same), quote(plan, same)), "更正其中一处")
	return noted(d, s.Plan.Title.Position(same), "方案标题")
}

// citedNumbers compares the number that stands after the plan's title with
// the letter's.
func citedNumbers(s *scene) []diag.Diagnostic {
	var out []diag.Diagnostic
	number := s.Notice.DocNumber
	for _, n := range s.notices() {
		for _, p := range n.Body {
			for _, m := range matches(cited, p.Text.Value) {
				if m.group(2) == "" || m.group(1) != s.Plan.Title.Value || number.IsZero() || m.group(2) == number.Value {
					continue
				}
				d := mark(p.Text.Position(m.groupAt(2)), runes(m.group(2)),
					fmt.Sprintf("所引发文字号“%s”与方案的“%s”不一致", m.group(2), number.Value), "更正其中一处")
				out = append(out, noted(d, number.At, "印发通知的发文字号"))
			}
		}
	}
	return out
}

// incompleteItems reports fields that an item or aspect lacks.
func incompleteItems(s *scene) []diag.Diagnostic {
	var out []diag.Diagnostic
	for _, i := range s.Annex.Items() {
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

var fieldKinds = []dossier.FieldKind{
	dossier.Goal, dossier.Deadline, dossier.Responsible, dossier.Leaders,
	dossier.Persons, dossier.Supervisors, dossier.Measures,
}

func (s *scene) missingFields(a dossier.Aspect) []string {
	var out []string
	for _, k := range fieldKinds {
		if a.Field(k) == nil {
			out = append(out, s.labelOf(k))
		}
	}
	return out
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
