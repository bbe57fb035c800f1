package amend

import (
	"strings"

	"hongtou/internal/dossier"
)

// AddressOf gives the address of what a change acts on: of one that inserts,
// the address under which the new value will be found where the change names
// it, or else of the list.
func AddressOf(t dossier.Target) dossier.Address {
	switch {
	case t.Person != "":
		return personAddress(t.Person)
	case t.Unit != "":
		return unitAddress(t.Unit)
	case t.Plan != "":
		return planAddress(t.Plan)
	case t.Item == "":
		return under("part", t.Part)
	case t.Field == "":
		return dossier.Address(t.Item)
	case t.Measure != "":
		return dossier.Address(t.Measure)
	}
	return under(aspectID(t), string(t.Field))
}

// Expected gives the text that a change of a value finds and may guard itself
// with (expect=, in full or as dossier.ExpectHash): of an item all its
// paragraphs, of a measure those that stand under it as well. It is empty for
// what is not in force.
func (e *Edition) Expected(a dossier.Address) string {
	for _, p := range e.Dossier.Annex.Parts {
		for i := range p.Items {
			item := &p.Items[i]
			if item.Deleted || !within(a, dossier.Address(item.ID)) {
				continue
			}
			if string(a) == item.ID {
				return dossier.Lines(item.Paragraphs())
			}
			if text, ok := expectedOf(item, a); ok {
				return text
			}
		}
	}
	if id, ok := strings.CutPrefix(string(a), "unit."); ok && e.Dossier.Register != nil {
		for _, u := range e.Dossier.Register.Units {
			if u.ID == id {
				return u.Name.Value
			}
		}
	}
	return dossier.Lines(e.texts[a])
}

// expectedOf finds a measure of an item.
func expectedOf(item *dossier.Item, a dossier.Address) (string, bool) {
	for _, aspect := range item.Aspects {
		if f := aspect.Field(dossier.Measures); f != nil {
			for i, m := range f.Measures {
				if m.ID == string(a) && !m.Deleted {
					return dossier.Lines(inForce(f.Measures[i:subtree(f.Measures, i)])), true
				}
			}
		}
	}
	return "", false
}
