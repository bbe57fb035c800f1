package check

import (
	"fmt"

	"hongtou/internal/diag"
	"hongtou/internal/dossier"
	"hongtou/internal/register"
)

// duplicateEntries reports IDs and printed names that two entries share. An
// alias may repeat nothing either: it would be read as the first entry.
func duplicateEntries(o *office) []diag.Diagnostic {
	var out []diag.Diagnostic
	ids, words := map[string]dossier.Text{}, map[string]dossier.Text{}
	take := func(seen map[string]dossier.Text, key, what string, t dossier.Text) {
		first, twice := seen[key]
		if !twice {
			seen[key] = t
			return
		}
		if key != "" {
			out = append(out, noted(whole(t, fmt.Sprintf("%s“%s”重复", what, key), "名册中每个代号、名称只出现一次"), first.At, "前一处“"+first.Value+"”"))
		}
	}
	for _, u := range o.reg.Units {
		take(ids, u.ID, "代号", u.Name)
		for _, t := range append([]dossier.Text{u.Name}, u.Aliases...) {
			take(words, t.Value, "名称", t)
		}
	}
	for _, g := range o.reg.Groups {
		take(ids, g.ID, "代号", g.Name)
		for _, t := range append([]dossier.Text{g.Name}, g.Aliases...) {
			take(words, t.Value, "名称", t)
		}
	}
	for _, p := range o.reg.People {
		take(words, p.Name.Value, "姓名", p.Name)
	}
	return out
}

// unknownMembers reports unit IDs in groups and people that no unit has.
func unknownMembers(o *office) []diag.Diagnostic {
	var out []diag.Diagnostic
	judge := func(owner string, ids []dossier.Text) {
		seen := map[string]bool{}
		for _, id := range ids {
			switch {
			case o.index.Unit(id.Value) == nil:
				out = append(out, whole(id, fmt.Sprintf("“%s”的单位代号“%s”不在名册中", owner, id.Value), o.nearID(id.Value)))
			case seen[id.Value]:
				out = append(out, whole(id, fmt.Sprintf("“%s”的单位代号“%s”重复", owner, id.Value), "删去一处"))
			}
			seen[id.Value] = true
		}
	}
	for _, g := range o.reg.Groups {
		judge(g.Name.Value, g.Members)
	}
	for _, p := range o.reg.People {
		judge(p.Name.Value, p.Units)
	}
	return out
}

func (o *office) nearID(id string) string {
	best, least := "", 3
	for _, u := range o.reg.Units {
		if d, ok := register.Distance([]rune(id), []rune(u.ID), least-1); ok {
			best, least = u.ID, d
		}
	}
	if best == "" {
		return "在units中登记该单位"
	}
	return "是否为“" + best + "”？"
}

// unusedEntries advises on entries that no text of any dossier names.
func unusedEntries(o *office) []diag.Diagnostic {
	if !o.whole {
		return nil
	}
	used := o.used()
	var out []diag.Diagnostic
	judge := func(k register.Kind, id string, name dossier.Text) {
		if !used[entryKey{k, id}] {
			out = append(out, whole(name, fmt.Sprintf("名册中的“%s”没有在任何文件中出现", name.Value), "删去，或核对名称"))
		}
	}
	for _, u := range o.reg.Units {
		judge(register.Unit, u.ID, u.Name)
	}
	for _, g := range o.reg.Groups {
		judge(register.Group, g.ID, g.Name)
	}
	for _, p := range o.reg.People {
		judge(register.Person, p.Name.Value, p.Name)
	}
	return out
}

type entryKey struct {
	kind register.Kind
	id   string
}

// used collects the entries that texts name, the members of named groups and
// the units of named people.
func (o *office) used() map[entryKey]bool {
	used := map[entryKey]bool{}
	for _, s := range o.scenes {
		for _, p := range s.texts {
			for _, r := range o.index.Mentions(p.Value) {
				used[entryKey{r.Kind, r.ID}] = true
			}
		}
	}
	for _, g := range o.reg.Groups {
		if used[entryKey{register.Group, g.ID}] {
			useAll(used, g.Members)
		}
	}
	for _, p := range o.reg.People {
		if used[entryKey{register.Person, p.Name.Value}] {
			useAll(used, p.Units)
		}
	}
	return used
}

func useAll(used map[entryKey]bool, ids []dossier.Text) {
	for _, id := range ids {
		used[entryKey{register.Unit, id.Value}] = true
	}
}
