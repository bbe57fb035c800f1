package check

import (
	"fmt"
	"regexp"
	"strconv"
	"unicode/utf8"

	"hongtou/internal/diag"
	"hongtou/internal/dossier"
	"hongtou/internal/zh"
)

const figure = `([0-9]{1,4}|[一二三四五六七八九十百]{1,6})`

var (
	countClasses = regexp.MustCompile(figure + `类` + figure + `项`)
	countPart    = regexp.MustCompile(`[（(]` + figure + `项[）)]$`)
	countAspects = regexp.MustCompile(`分(?:为|成)?` + figure + `个方面`)
	countChanges = regexp.MustCompile(`对` + figure + `项(?:问题|整改任务|内容)`)
)

// counts compares numbers that the issued text states with the data. Numbers
// inside items are not looked at: they speak of other things.
func counts(s *scene) []diag.Diagnostic {
	out := statedCounts(s.Dossier, wrong)
	for _, a := range s.Amendments {
		if s.Unread.Changes {
			break
		}
		out = append(out, changeCounts(a)...)
	}
	return out
}

// wording says that a stated number is not what the data say.
type wording func(words, unit string, real int) (message, hint string)

func wrong(words, unit string, real int) (message, hint string) {
	return fmt.Sprintf("正文称“%s%s”，实为%d%s", words, unit, real, unit), "更正数字，或补齐内容"
}

// statedCounts compares the numbers of notice, plan and annex with the items.
func statedCounts(d *dossier.Dossier, say wording) []diag.Diagnostic {
	items := len(inForce(d.Annex.Items()))
	var out []diag.Diagnostic
	for _, p := range append(append([]dossier.Paragraph(nil), d.Notice.Body...), d.Plan.Body...) {
		out = append(out, stated(p.Text, countClasses, say, count{"类", len(d.Annex.Parts)}, count{"项", items})...)
	}
	for _, p := range d.Annex.Parts {
		out = append(out, stated(p.Heading.Text, countPart, say, count{"项", len(inForce(p.Items))})...)
	}
	for _, i := range inForce(d.Annex.Items()) {
		for _, t := range aspectStatements(i) {
			out = append(out, stated(t, countAspects, say, count{"个方面", len(i.Aspects)})...)
		}
	}
	return out
}

// aspectStatements are the texts of an item that may say how many aspects it
// has: its remarks, and its problem when it has several.
func aspectStatements(i dossier.Item) []dossier.Text {
	if len(i.Aspects) < 2 {
		return i.Remarks
	}
	return append(append([]dossier.Text(nil), i.Problem...), i.Remarks...)
}

// changeCounts looks at the paragraphs before the first section.
func changeCounts(a dossier.Amendment) []diag.Diagnostic {
	changed := map[string]bool{}
	for _, c := range a.Changes {
		if c.Target.Item != "" {
			changed[c.Target.Item] = true
		}
	}
	var out []diag.Diagnostic
	for _, p := range a.Body {
		if p.Level > 0 {
			break
		}
		out = append(out, stated(p.Text, countChanges, wrong, count{"项", len(changed)})...)
	}
	return out
}

// count is what the data say about one number of a pattern.
type count struct {
	unit string
	real int
}

// stated compares every number that the pattern finds in t with the data. Of
// two numbers (2类17项) one at least must be right: where both differ the text
// speaks of another plan.
func stated(t dossier.Text, pattern *regexp.Regexp, say wording, counts ...count) []diag.Diagnostic {
	var out []diag.Diagnostic
	for _, m := range matches(pattern, t.Value) {
		var found []diag.Diagnostic
		for i, c := range counts {
			words := m.group(i + 1)
			if n, ok := figureValue(words); ok && n != c.real {
				message, hint := say(words, c.unit, c.real)
				found = append(found, mark(t.Position(m.groupAt(i+1)), runes(words), message, hint))
			}
		}
		if len(counts) == 1 || len(found) < len(counts) {
			out = append(out, found...)
		}
	}
	return few(out)
}

// figureValue reads a number in either writing.
func figureValue(s string) (int, bool) {
	if n, err := strconv.Atoi(s); err == nil {
		return n, true
	}
	return zh.ParseNumeral(s)
}

func runes(s string) int { return utf8.RuneCountInString(s) }
