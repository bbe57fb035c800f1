package check

import (
	"fmt"
	"strings"

	"hongtou/internal/diag"
	"hongtou/internal/dossier"
)

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

// unknownTargets reports changes of something that is not there.
func unknownTargets(s *scene) []diag.Diagnostic {
	return s.eachChange(func(c dossier.Change, _ int) []diag.Diagnostic {
		if what := s.absent(c); what != "" {
			return []diag.Diagnostic{mark(c.At, 0, "修改的对象不存在："+what, "核对item、field、measure")}
		}
		return nil
	})
}

// absent names what of a target is not there, "" when all of it is.
func (s *scene) absent(c dossier.Change) string {
	t := c.Target
	item := s.items[t.Item]
	if item == nil {
		return fmt.Sprintf("没有整改项“%s”", t.Item)
	}
	aspect := aspectOf(item, aspectID(t))
	switch {
	case aspect == nil && t.Aspect == "":
		return fmt.Sprintf("%s分%d个方面，应写明是哪一个，如“%s”", item.Number, len(item.Aspects), item.Aspects[0].ID)
	case aspect == nil:
		return fmt.Sprintf("%s没有方面“%s”", item.Number, t.Aspect)
	}
	field := aspect.Field(t.Field)
	switch {
	case field == nil && c.Verb != dossier.Insert:
		return fmt.Sprintf("%s没有字段“%s”", item.Number, s.labelOf(t.Field))
	case field != nil && t.Measure != "" && c.Verb != dossier.Insert && measureOf(field, t.Measure) == nil:
		return fmt.Sprintf("%s没有措施“%s”", item.Number, t.Measure)
	}
	return ""
}

func aspectOf(i *dossier.Item, id string) *dossier.Aspect {
	for k := range i.Aspects {
		if i.Aspects[k].ID == id {
			return &i.Aspects[k]
		}
	}
	return nil
}

func measureOf(f *dossier.Field, id string) *dossier.Measure {
	for k := range f.Measures {
		if f.Measures[k].ID == id {
			return &f.Measures[k]
		}
	}
	return nil
}

// changeItems compares the 第N项 that opens a section with item=.
func changeItems(s *scene) []diag.Diagnostic {
	return s.eachChange(func(c dossier.Change, _ int) []diag.Diagnostic {
		item := s.items[c.Target.Item]
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
	return s.eachChange(func(c dossier.Change, _ int) []diag.Diagnostic {
		item := s.items[c.Target.Item]
		if item == nil || item.Number != c.Item.Value || c.Quoted.IsZero() || seen[c.Quoted.At] {
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
