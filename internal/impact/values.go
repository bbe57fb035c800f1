package impact

import (
	"slices"

	"hongtou/internal/amend"
	"hongtou/internal/dossier"
)

// changed says whether the words are others than before: what a notice only
// prints again is not.
func (v Value) changed() bool {
	return slices.ContainsFunc(v.Steps, func(r dossier.Revision) bool { return !r.Restated })
}

// values gives what the notices between two editions touched, in printed
// order. What one changed and another changed back is as it was.
func values(from, to *amend.Edition) []Value {
	before, after := textPlaces(from.Dossier), textPlaces(to.Dossier)
	registers := false
	var out []Value
	for _, a := range to.Addresses() {
		steps := to.History(a)[len(from.History(a)):]
		if len(steps) == 0 {
			continue
		}
		if inRegister(a) && !registers { // most notices leave it as it is
			before, after, registers = Places(from.Dossier), Places(to.Dossier), true
		}
		place, ok := after[a]
		if !ok {
			place = before[a]
		}
		v := Value{Place: place, Old: from.Text(a), New: to.Text(a), Steps: steps}
		if string(a) == v.Item && len(v.Old)*len(v.New) == 0 {
			v.Old, v.New = paragraphs(from, v.Item), paragraphs(to, v.Item)
		}
		if !v.changed() || dossier.Lines(v.Old) != dossier.Lines(v.New) {
			out = append(out, v)
		}
	}
	return outermost(out)
}

// outermost leaves out what another value says already: the values of an item
// that came or went as a whole, a list of measures whose measures speak for
// themselves.
func outermost(vs []Value) []Value {
	whole, spoken := map[string]bool{}, map[string]bool{}
	for _, v := range vs {
		if string(v.Address) == v.Item && len(v.Old)*len(v.New) == 0 {
			whole[v.Item] = true
		}
		if v.Measure {
			spoken[v.Aspect] = true
		}
	}
	return slices.DeleteFunc(vs, func(v Value) bool {
		list := v.Field == dossier.Measures && !v.Measure
		return whole[v.Item] && string(v.Address) != v.Item || list && spoken[v.Aspect]
	})
}

// paragraphs gives all of an item as printed; nil when it is not in force.
func paragraphs(e *amend.Edition, id string) []dossier.Text {
	for _, item := range e.Dossier.Annex.Items() {
		if item.ID == id && !item.Deleted {
			return item.Paragraphs()
		}
	}
	return nil
}
