package assign

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"hongtou/internal/dossier"
)

// glue says whether a character may stand between names.
func glue(r rune) bool {
	return unicode.IsSpace(r) || strings.ContainsRune("、，；。,;（）()和及与暨以", r)
}

// walk is the second reading.
type walk struct {
	names []printed
	none  map[string]bool     // units that receive nothing
	proof map[fieldKey][]Line // lines leave when their field has been read
	gaps  []Gap
}

// printed is one printed name of the register and whom it reaches.
type printed struct {
	words []rune
	units []string
	open  bool
}

// printedNames lists the register's names; of equal ones the first counts.
func printedNames(reg *dossier.Register) []printed {
	if reg == nil {
		return nil
	}
	var out []printed
	seen := map[string]bool{}
	add := func(name dossier.Text, aliases []dossier.Text, units []string, open bool) {
		for _, t := range append([]dossier.Text{name}, aliases...) {
			if t.Value != "" && !seen[t.Value] {
				seen[t.Value] = true
				out = append(out, printed{[]rune(t.Value), units, open})
			}
		}
	}
	for _, u := range reg.Units {
		add(u.Name, u.Aliases, []string{u.ID}, false)
	}
	for _, g := range reg.Groups {
		var members []string
		for _, m := range g.Members {
			members = append(members, m.Value)
		}
		add(g.Name, g.Aliases, members, g.Open)
	}
	return out
}

// withoutBooks gives the units that the register says receive nothing.
func withoutBooks(reg *dossier.Register) map[string]bool {
	out := map[string]bool{}
	if reg == nil {
		return out
	}
	for _, u := range slices.Backward(reg.Units) { // the first of equal ones counts
		out[u.ID] = !u.Recipient
	}
	return out
}

func (w *walk) aspect(a dossier.Aspect, label string) {
	answered := false
	for _, f := range a.Fields {
		if !names(f.Kind) {
			continue
		}
		k := fieldKey{a.ID, f.Kind}
		r := reading{walk: w, lines: w.proof[k], value: []rune(f.Value.Value), gap: Gap{Task: a.ID, Label: label + f.Label.Value}}
		delete(w.proof, k)
		r.run()
		answered = answered || f.Kind == dossier.Responsible && r.answered()
	}
	if !answered {
		w.gaps = append(w.gaps, Gap{Task: a.ID, Label: label, Reason: Nobody})
	}
}

// strays are lines of fields that the dossier does not have.
func (w *walk) strays() []Gap {
	var out []Gap
	for _, list := range w.proof {
		for _, l := range list {
			out = append(out, Gap{l.Task, l.Label, l.Words, l.Unit, Unfounded})
		}
	}
	slices.SortFunc(out, func(a, b Gap) int {
		return cmp.Or(cmp.Compare(a.Task, b.Task), cmp.Compare(a.Label, b.Label), cmp.Compare(a.Words, b.Words), cmp.Compare(a.Unit, b.Unit))
	})
	return out
}
