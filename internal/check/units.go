package check

import (
	"fmt"
	"slices"
	"strings"

	"hongtou/internal/diag"
	"hongtou/internal/dossier"
	"hongtou/internal/register"
)

// unknownUnits reports names in unit and people fields that the register does
// not know.
func unknownUnits(s *scene) []diag.Diagnostic {
	kinds := append(append([]dossier.FieldKind(nil), unitFields...), peopleFields...)
	return s.unknown(kinds, false, func(d duty, label, words string) (message, hint string) {
		meant, ok := d.index.SuggestUnit(words)
		return fmt.Sprintf("未知%s“%s”", label, words), s.registerHint(meant, ok)
	})
}

// unknownPeople reports names of people that the register does not know.
func unknownPeople(s *scene) []diag.Diagnostic {
	return s.unknown(peopleFields, true, func(d duty, label, words string) (message, hint string) {
		message = fmt.Sprintf("未知%s“%s”", label, words)
		bare := strings.Join(strings.Fields(words), "")
		if bare != words && d.index.Person(bare) != nil {
			return message, "是否为“" + bare + "”（删去空格）"
		}
		meant, ok := d.index.SuggestPerson(bare)
		return message, s.registerHint(meant, ok)
	})
}

func (s *scene) registerHint(meant string, ok bool) string {
	file := "单位名册"
	if s.Register != nil && s.Register.File != "" {
		file = " " + s.Register.File + " "
	}
	if ok {
		return "是否为“" + meant + "”？若无误，可在" + file + "中登记"
	}
	return "请在" + file + "中登记"
}

func (s *scene) unknown(kinds []dossier.FieldKind, person bool, say func(d duty, label, words string) (message, hint string)) []diag.Diagnostic {
	return s.eachNew(kinds, func(d duty, f said) []diag.Diagnostic {
		var out []diag.Diagnostic
		for _, u := range f.read.Unknown {
			if u.Person == person {
				message, hint := say(d, f.Label.Value, u.Words)
				out = append(out, mark(f.Value.Position(u.Offset), u.Length, message, hint))
			}
		}
		return out
	})
}

// repeatedNames reports a unit or person named twice in one field.
func repeatedNames(s *scene) []diag.Diagnostic {
	kinds := append(append([]dossier.FieldKind(nil), unitFields...), peopleFields...)
	return s.eachNew(kinds, func(_ duty, f said) []diag.Diagnostic {
		var out []diag.Diagnostic
		first := map[string]register.Ref{}
		for _, r := range f.read.Refs {
			if r.ID == "" {
				continue
			}
			key := fmt.Sprint(r.Kind, r.ID)
			if earlier, twice := first[key]; twice {
				d := mark(f.Value.Position(r.Offset), r.Length, fmt.Sprintf("“%s”在“%s”中重复", r.Words, f.Label.Value), "删去一处")
				out = append(out, noted(d, f.Value.Position(earlier.Offset), "前一处“"+earlier.Words+"”"))
			} else {
				first[key] = r
			}
		}
		return out
	})
}

// names joins the names of units for a message, each once.
func (d duty) names(ids []string) string {
	var out []string
	for _, id := range ids {
		if u := d.index.Unit(id); u != nil && !slices.Contains(out, u.Name.Value) {
			out = append(out, u.Name.Value)
		}
	}
	if len(out) == 0 {
		return "（无）"
	}
	return strings.Join(out, "、")
}
