package check

import (
	"fmt"
	"regexp"

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
	return few(out)
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
