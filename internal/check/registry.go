package check

import (
	"fmt"
	"strings"

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
	words, ids := o.used()
	var out []diag.Diagnostic
	judge := func(id string, name dossier.Text, aliases []dossier.Text) {
		for _, t := range append([]dossier.Text{name}, aliases...) {
			if ids[id] || words[t.Value] {
				return
			}
		}
		out = append(out, whole(name, fmt.Sprintf("名册中的“%s”没有在任何文件中出现", name.Value), "删去，或核对名称"))
	}
	for _, u := range o.reg.Units {
		judge(u.ID, u.Name, u.Aliases)
	}
	for _, g := range o.reg.Groups {
		judge(g.ID, g.Name, g.Aliases)
	}
	for _, p := range o.reg.People {
		judge("", p.Name, nil)
	}
	return out
}

// used collects the registered words that texts print, and the IDs of units
// that are members of such a group or belong to such a person.
func (o *office) used() (words, ids map[string]bool) {
	words, ids = map[string]bool{}, map[string]bool{}
	for _, s := range o.scenes {
		for _, p := range s.texts {
			for _, r := range o.index.Mentions(p.Value) {
				words[r.Words] = true
				o.use(r, ids)
			}
		}
		for _, d := range s.duties {
			for _, meant := range d.meant() {
				words[meant] = true
			}
		}
	}
	return words, ids
}

// meant lists the registered names that unknown ones are slips of.
func (d duty) meant() []string {
	var out []string
	for _, f := range d.fields {
		for _, u := range f.read.Unknown {
			if name, ok := d.index.SuggestUnit(u.Words); ok {
				out = append(out, name)
			}
			if name, ok := d.index.SuggestPerson(strings.Join(strings.Fields(u.Words), "")); ok {
				out = append(out, name)
			}
		}
	}
	return out
}

// use enters the units that a reference leads to, and those in whose books
// their tasks stand.
func (o *office) use(r register.Ref, ids map[string]bool) {
	var units []dossier.Text
	switch r.Kind {
	case register.Unit:
		units = []dossier.Text{{Value: r.ID}}
	case register.Group:
		units = o.index.Group(r.ID).Members
	case register.Person:
		units = o.index.Person(r.ID).Units
	}
	for _, id := range units {
		ids[id.Value] = true
		if u := o.index.Unit(id.Value); u != nil {
			ids[o.index.Holder(u).ID] = true
		}
	}
}
