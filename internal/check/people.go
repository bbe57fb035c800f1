package check

import (
	"fmt"
	"slices"

	"hongtou/internal/diag"
	"hongtou/internal/dossier"
	"hongtou/internal/register"
)

// strangers reports people named for a duty who belong to none of its units.
// 市领导 answer without a unit; where an open group answers, anybody may
// belong to it.
func strangers(s *scene) []diag.Diagnostic {
	var out []diag.Diagnostic
	for _, d := range s.duties {
		units, open := d.unitsOf(unitFields...)
		for _, k := range peopleFields {
			f := d.field(k)
			if f == nil || open {
				continue
			}
			for _, r := range f.read.Of(register.Person) {
				p := d.index.Person(r.ID)
				if p.Leader || !d.located(p) || tied(p, units) {
					continue
				}
				message := fmt.Sprintf("%s“%s”不属于本项的责任单位、督导单位", f.Label.Value, r.Words)
				hint := fmt.Sprintf("名册中其单位为“%s”，本项为“%s”", d.names(unitIDs(p)), d.names(units))
				out = append(out, mark(f.Value.Position(r.Offset), r.Length, message, hint))
			}
		}
	}
	return out
}

// unitsOf lists the units that fields of a duty reach; open says that one of
// them leaves its members open.
func (d duty) unitsOf(kinds ...dossier.FieldKind) (units []string, open bool) {
	for _, k := range kinds {
		if f := d.field(k); f != nil {
			e := d.index.Expand(f.read)
			units = append(units, e.Units...)
			open = open || len(e.Open) > 0 || len(f.read.Unknown) > 0
		}
	}
	return units, open
}

func unitIDs(p *dossier.Person) []string {
	var ids []string
	for _, u := range p.Units {
		ids = append(ids, u.Value)
	}
	return ids
}

// located says whether the register knows every unit of a person; one it does
// not know is reported there, not at every item.
func (d duty) located(p *dossier.Person) bool {
	for _, id := range unitIDs(p) {
		if d.index.Unit(id) == nil {
			return false
		}
	}
	return true
}

func tied(p *dossier.Person, units []string) bool {
	for _, id := range unitIDs(p) {
		if slices.Contains(units, id) {
			return true
		}
	}
	return false
}

// personOrder proves inferred ties: the register drew them from the order in
// which people and units stand beside each other, so every duty must show
// that order.
func personOrder(s *scene) []diag.Diagnostic {
	var out []diag.Diagnostic
	for _, d := range s.duties {
		f := d.field(dossier.Persons)
		units, open := d.unitsOf(dossier.Responsible)
		if f == nil || open {
			continue
		}
		last, before := -1, (*dossier.Person)(nil)
		for _, r := range f.read.Of(register.Person) {
			p := d.index.Person(r.ID)
			at, belongs := placeAmong(p, units, last)
			if !belongs {
				continue
			}
			if at < last && (p.Inferred || before.Inferred) {
				out = append(out, d.outOfOrder(f, r, p, before))
				continue
			}
			last, before = at, p
		}
	}
	return out
}

// placeAmong finds where a person's unit stands; of several units the first
// that keeps the order counts.
func placeAmong(p *dossier.Person, units []string, last int) (at int, belongs bool) {
	at = -1
	for i, u := range units {
		if !slices.Contains(unitIDs(p), u) {
			continue
		}
		if at = i; i >= last {
			break
		}
	}
	return at, at >= 0
}

func (d duty) outOfOrder(f *said, r register.Ref, p, before *dossier.Person) diag.Diagnostic {
	message := fmt.Sprintf("%s“%s”的次序与责任单位不一致，名册推定的所属单位不成立", f.Label.Value, r.Words)
	hint := fmt.Sprintf("责任单位中“%s”在“%s”之前；更正次序或名册", d.names(unitIDs(p)), d.names(unitIDs(before)))
	found := mark(f.Value.Position(r.Offset), r.Length, message, hint)
	if p.Inferred {
		found = noted(found, p.Name.At, "名册的推定依据："+p.Basis.Value)
	}
	return found
}

// unitsWithoutPerson reports units that answer for a duty whose people are
// all named, but not one of them for this unit.
func unitsWithoutPerson(s *scene) []diag.Diagnostic {
	var out []diag.Diagnostic
	for _, d := range s.duties {
		f := d.field(dossier.Persons)
		units, open := d.unitsOf(dossier.Responsible)
		if f == nil || open || !d.onlyPeople(f.read) {
			continue
		}
		for _, u := range units {
			if !d.someoneOf(u, f.read) {
				out = append(out, whole(f.Value, fmt.Sprintf("责任单位“%s”没有%s", d.names([]string{u}), f.Label.Value),
					"补上姓名，或在名册中登记其单位"))
			}
		}
	}
	return out
}

// onlyPeople says whether a field names people and nothing else, all of whose
// units are known.
func (d duty) onlyPeople(r register.Resolution) bool {
	people := r.Of(register.Person)
	for _, ref := range people {
		if !d.located(d.index.Person(ref.ID)) {
			return false
		}
	}
	return len(r.Refs) > 0 && len(people) == len(r.Refs) && len(r.Unknown) == 0
}

func (d duty) someoneOf(unit string, r register.Resolution) bool {
	for _, ref := range r.Of(register.Person) {
		if tied(d.index.Person(ref.ID), []string{unit}) {
			return true
		}
	}
	return false
}
