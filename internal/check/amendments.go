package check

import (
	"fmt"

	"hongtou/internal/diag"
	"hongtou/internal/dossier"
)

// duplicateChanges reports a notice that changes the same thing twice: a
// field, a measure, or a field and a measure of it.
func duplicateChanges(s *scene) []diag.Diagnostic {
	var out []diag.Diagnostic
	for _, a := range s.Amendments {
		parts, fields := map[dossier.Target]dossier.Change{}, map[dossier.Target]dossier.Change{}
		for _, c := range a.Changes {
			if c.Verb == dossier.Insert {
				continue
			}
			whole := field(c.Target)
			exact := whole
			exact.Measure = c.Target.Measure
			first, twice := parts[exact]
			if !twice && exact == whole {
				first, twice = fields[whole]
			} else if !twice {
				first, twice = parts[whole]
			}
			if twice {
				d := mark(c.At, 0, fmt.Sprintf("同一通知两次修改整改项“%s”的“%s”", aspectID(c.Target), s.labelOf(c.Target.Field)), "合并为一处")
				out = append(out, noted(d, first.At, "前一处"))
				continue
			}
			parts[exact] = c
			if _, known := fields[whole]; !known {
				fields[whole] = c
			}
		}
	}
	return out
}

// earlyAmendments reports an amendment older than the notice it amends.
func earlyAmendments(s *scene) []diag.Diagnostic {
	var out []diag.Diagnostic
	for _, a := range s.Amendments {
		if a.Date.Year == 0 || s.Notice.Date.Year == 0 || a.Date.ISO() >= s.Notice.Date.ISO() {
			continue
		}
		d := whole(a.Date.Text, fmt.Sprintf("修改通知的成文日期%s早于印发通知的%s", a.Date.Value, s.Notice.Date.Value), "核对日期")
		out = append(out, noted(d, s.Notice.Date.At, "印发通知的成文日期"))
	}
	return out
}
