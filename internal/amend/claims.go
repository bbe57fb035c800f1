package amend

import (
	"fmt"

	"hongtou/internal/dossier"
)

// claims is what the changes of one notice have acted on: all of a value, or
// parts of it.
type claims map[string]*dossier.Change

// claim refuses a change of what the notice has changed already: the same
// value or passage twice, or a value as a whole and a part of it.
func (s claims) claim(t *turn) *refusal {
	whole, part := t.claimed()
	if whole == "" {
		return nil
	}
	const all, some = "all ", "some "
	earlier := s[all+whole]
	if earlier == nil && part == "" {
		earlier = s[some+whole]
	}
	if earlier == nil && part != "" {
		earlier = s[whole+" "+part]
	}
	if earlier != nil {
		return &refusal{
			code: codeTwice, reason: fmt.Sprintf("两次修改%s", t.subject()), hint: "合并为一处", earlier: earlier,
		}
	}
	if part == "" {
		s[all+whole] = t.change
	} else {
		s[some+whole], s[whole+" "+part] = t.change, t.change
	}
	return nil
}

// claimed names the value a change acts on, and what of it, "" for all. An
// insertion and a new number leave the value itself alone.
func (t *turn) claimed() (whole, part string) {
	c, target := t.change, t.change.Target
	switch {
	case c.Verb == dossier.Renumber || c.Verb == dossier.Insert && c.Find.IsZero():
		return "", ""
	case target.Person != "":
		return string(personAddress(target.Person)), target.Unit
	case target.Unit != "":
		return string(unitAddress(target.Unit)), ""
	case target.Plan != "":
		return string(planAddress(target.Plan)), c.Find.Value
	case target.Item == "":
		return string(under("part", target.Part)), c.Find.Value
	case target.Field == "":
		return target.Item, ""
	}
	part = target.Measure
	if !c.Find.IsZero() {
		part += " " + c.Find.Value
	}
	return string(under(aspectID(target), string(target.Field))), part
}
