package check

import (
	"fmt"
	"slices"
	"strings"

	"hongtou/internal/amend"
	"hongtou/internal/diag"
	"hongtou/internal/dossier"
)

// changedParts is what changes act on; where it could not be read nothing is
// said about them.
const changedParts = partElements | partPlan | partItems | partAmendments | partChanges

// refused gives the changes that amend refuses for one reason.
func refused(code string) func(*scene) []diag.Diagnostic {
	return func(s *scene) []diag.Diagnostic {
		var out []diag.Diagnostic
		for _, d := range s.refused {
			if d.Code == code {
				out = append(out, d)
			}
		}
		return out
	}
}

// eachChange calls f with every change; n is the index of its amendment.
func (s *scene) eachChange(f func(c dossier.Change, n int) []diag.Diagnostic) []diag.Diagnostic {
	var out []diag.Diagnostic
	for n, a := range s.Amendments {
		for _, c := range a.Changes {
			out = append(out, f(c, n)...)
		}
	}
	return out
}

// textBefore gives the last edition without amendment n.
func (s *scene) textBefore(n int) *amend.Edition {
	out := s.editions[0]
	for _, e := range s.editions[1:] {
		if slices.ContainsFunc(e.Applied, func(a *dossier.Amendment) bool { return a.ID == s.Amendments[n].ID }) {
			break
		}
		out = e
	}
	return out
}

// itemBefore gives the item that a change speaks of as it stood before, or as
// a notice of the same day inserted it; nil when there is none.
func (s *scene) itemBefore(c dossier.Change, n int) *dossier.Item {
	for _, e := range []*amend.Edition{s.textBefore(n), s.editions[len(s.editions)-1]} {
		for _, p := range e.Dossier.Annex.Parts {
			for i := range p.Items {
				if p.Items[i].ID == c.Target.Item && !p.Items[i].Deleted {
					return &p.Items[i]
				}
			}
		}
	}
	return nil
}

// changeItems compares the 第N项 that opens a section with item=.
func changeItems(s *scene) []diag.Diagnostic {
	return s.eachChange(func(c dossier.Change, n int) []diag.Diagnostic {
		item := s.itemBefore(c, n)
		if c.Inserted != nil {
			item = c.Inserted
		}
		if item == nil || item.Number == "" || c.Item.Value == item.Number {
			return nil // an item without a readable number has been reported
		}
		hint := fmt.Sprintf("整改项“%s”是“%s”；改正其中一处", item.ID, item.Number)
		if c.Item.IsZero() {
			return []diag.Diagnostic{mark(c.At, 0, "修改指令之前没有“一、第N项，……”一段", hint)}
		}
		d := whole(c.Item, fmt.Sprintf("本节说的是“%s”，修改指令却写item=%s", c.Item.Value, item.ID), hint)
		return []diag.Diagnostic{noted(d, c.At, "修改指令")}
	})
}

// changeLabels compares the field that the sentence names with field=.
func changeLabels(s *scene) []diag.Diagnostic {
	return s.eachChange(func(c dossier.Change, _ int) []diag.Diagnostic {
		if c.Target.Field == "" {
			return nil
		}
		want := fmt.Sprintf("field=%s即“%s”；改正其中一处", c.Target.Field, s.labelOf(c.Target.Field))
		switch kind, known := s.Labels[c.Label.Value]; {
		case c.Label.IsZero():
			return []diag.Diagnostic{mark(c.At, 0, "执行修改的一段没有写明修改哪个字段", want)}
		case known && kind == c.Target.Field:
			return nil
		}
		d := whole(c.Label, fmt.Sprintf("本段修改的是“%s”，修改指令却写field=%s", c.Label.Value, c.Target.Field), want)
		return []diag.Diagnostic{noted(d, c.At, "修改指令")}
	})
}

// quotedProblems compares the problem that an amendment quotes with the
// item's: all of it, or whole sentences from its beginning.
func quotedProblems(s *scene) []diag.Diagnostic {
	seen := map[diag.Position]bool{}
	return s.eachChange(func(c dossier.Change, n int) []diag.Diagnostic {
		item := s.itemBefore(c, n)
		if item == nil || c.Inserted != nil || item.Number != c.Item.Value || c.Quoted.IsZero() || seen[c.Quoted.At] {
			return nil // a wrong number is changeItems'
		}
		seen[c.Quoted.At] = true
		return quotedProblem(c.Quoted, item)
	})
}

func quotedProblem(quoted dossier.Text, item *dossier.Item) []diag.Diagnostic {
	problem := joined(item.Problem)
	same := difference(quoted.Value, problem)
	switch {
	case quoted.Value == problem:
		return nil
	case same == quoted.Len() && strings.HasSuffix(quoted.Value, "。"):
		return nil
	}
	message := fmt.Sprintf("所引问题与%s不一致：此处为%s，原文为%s", item.Number,
		quote([]rune(quoted.Value), same), quote([]rune(problem), same))
	d := mark(quoted.Position(min(same, quoted.Len()-1)), 1, message, "照原文引用；可只引开头完整的几句")
	return []diag.Diagnostic{noted(d, positionIn(item.Problem, same), "原文自此处不同")}
}

func joined(ts []dossier.Text) string {
	var b strings.Builder
	for _, t := range ts {
		b.WriteString(t.Value)
	}
	return b.String()
}

// positionIn gives the place of a character of joined texts.
func positionIn(ts []dossier.Text, offset int) diag.Position {
	for _, t := range ts {
		if offset < t.Len() {
			return t.Position(offset)
		}
		offset -= t.Len()
	}
	last := ts[len(ts)-1]
	return last.Position(last.Len())
}
