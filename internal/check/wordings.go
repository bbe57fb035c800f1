package check

import (
	"fmt"
	"strings"

	"hongtou/internal/amend"
	"hongtou/internal/diag"
	"hongtou/internal/dossier"
)

// changeWords reports sentences that do not print what their instruction
// names: the passage of find=, the number of the measure, the unit, the
// person, the new number.
func changeWords(s *scene) []diag.Diagnostic {
	return s.eachChange(func(c dossier.Change, n int) []diag.Diagnostic {
		body := s.Amendments[n].Body
		if c.Paragraph < 0 || c.Paragraph >= len(body) {
			return nil
		}
		sentence := body[c.Paragraph].Text
		for _, named := range s.namedBy(c, n) {
			if !named.in(sentence.Value) {
				d := mark(sentence.At, sentence.Len(), fmt.Sprintf("本段没有写出修改指令所说的%s%s", named.what, quote([]rune(named.words[0]), 0)), "改正本段或修改指令")
				return []diag.Diagnostic{noted(d, c.At, "修改指令")}
			}
		}
		return nil
	})
}

// namedWords is what a sentence must print one of.
type namedWords struct {
	what  string
	words []string
}

func (n namedWords) in(sentence string) bool {
	for _, w := range n.words {
		if strings.Contains(sentence, w) {
			return true
		}
	}
	return false
}

// namedBy lists what the sentence of a change must print.
func (s *scene) namedBy(c dossier.Change, n int) []namedWords {
	var out []namedWords
	if !c.Find.IsZero() {
		out = append(out, namedWords{"文字", []string{c.Find.Value}})
	}
	if c.Target.Person != "" {
		out = append(out, namedWords{"人员", []string{c.Target.Person}})
	} else if c.Target.Unit != "" {
		out = append(out, s.unitWords(c.Target.Unit, n)...)
	}
	if c.Verb == dossier.Merge {
		out = append(out, s.unitWords(c.To.Value, n)...)
	}
	if number := s.measureNumber(c, n); number != "" && c.Verb != dossier.Insert {
		out = append(out, namedWords{"措施", []string{number, strings.Trim(number, "（）.、")}})
	}
	return out
}

// unitWords are the printed forms of a unit before amendment n and after it.
func (s *scene) unitWords(id string, n int) []namedWords {
	for _, e := range []*amend.Edition{s.textBefore(n), s.editions[len(s.editions)-1]} {
		if e.Dossier.Register == nil {
			continue
		}
		for _, u := range e.Dossier.Register.Units {
			if u.ID != id {
				continue
			}
			words := []string{u.Name.Value}
			for _, a := range u.Aliases {
				words = append(words, a.Value)
			}
			return []namedWords{{"单位", words}}
		}
	}
	return nil
}

// measureNumber is the printed number of the measure that a change names.
func (s *scene) measureNumber(c dossier.Change, n int) string {
	item := s.itemBefore(c, n)
	if item == nil || c.Target.Measure == "" {
		return ""
	}
	for _, a := range item.Aspects {
		if f := a.Field(dossier.Measures); f != nil {
			for _, m := range f.Measures {
				if m.ID == c.Target.Measure {
					return m.Number
				}
			}
		}
	}
	return ""
}

// unguardedChanges advises to state the text that a change expects.
func unguardedChanges(s *scene) []diag.Diagnostic {
	return s.eachChange(func(c dossier.Change, n int) []diag.Diagnostic {
		guarded := !c.Expect.IsZero() || !c.Find.IsZero() || c.Target.Unit != "" || c.Target.Person != ""
		if guarded || c.Verb != dossier.Replace && c.Verb != dossier.Delete {
			return nil
		}
		text := s.textBefore(n).Expected(amend.AddressOf(c.Target))
		if text == "" {
			return nil
		}
		return []diag.Diagnostic{mark(c.At, 0, "修改指令没有写明所依据的文字", "加上expect="+dossier.ExpectHash(text)+"，原文改动后就会报错")}
	})
}

// emptyChanges reports replacements that change nothing.
func emptyChanges(s *scene) []diag.Diagnostic {
	last := s.editions[len(s.editions)-1]
	return s.eachChange(func(c dossier.Change, n int) []diag.Diagnostic {
		if c.Verb != dossier.Replace || len(c.New) == 0 {
			return nil
		}
		for _, r := range last.History(amend.AddressOf(c.Target)) {
			if r.Restated && r.By.Amendment == s.Amendments[n].ID {
				d := whole(c.New[0], "修改后的文字与修改前相同", "核对新文字")
				return []diag.Diagnostic{noted(d, r.Old[0].At, "现文")}
			}
		}
		return nil
	})
}
