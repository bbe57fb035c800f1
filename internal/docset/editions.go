package docset

import (
	"slices"
	"strings"

	"hongtou/internal/amend"
	"hongtou/internal/dossier"
)

// until gives the editions up to a day; "" means all.
func until(es []*amend.Edition, asOf string) []*amend.Edition {
	n := slices.IndexFunc(es, func(e *amend.Edition) bool { return asOf != "" && e.Date > asOf })
	if n < 0 {
		return es
	}
	return es[:n]
}

// issued is the date of the plan's own notice.
func issued(es []*amend.Edition) string { return es[0].Issued.Notice.Date.ISO() }

// editionOf gives the edition in force on a day.
func editionOf(es []*amend.Edition, day string) *amend.Edition {
	for _, e := range slices.Backward(es) {
		if e.Date <= day {
			return e
		}
	}
	return es[0]
}

// before gives the edition before another one; the first has none but itself.
func before(es []*amend.Edition, e *amend.Edition) *amend.Edition {
	return es[max(slices.Index(es, e)-1, 0)]
}

// Which documents print a value. Entries of the register are printed by none:
// fields that name them change with them.
func inText(a dossier.Address) bool {
	return !strings.HasPrefix(string(a), "unit.") && !strings.HasPrefix(string(a), "person.")
}

func inAnnex(a dossier.Address) bool {
	return inText(a) && !strings.HasPrefix(string(a), "plan.")
}

// changedOn says whether the notices of an edition's own day changed a word
// that stands in some part of the text.
func changedOn(e *amend.Edition, in func(dossier.Address) bool) bool {
	return changed(e, in, func(by dossier.Provenance) bool { return by.Date.ISO() == e.Date })
}

// changedBy says whether a notice changed a word of the text.
func changedBy(e *amend.Edition, amendment string) bool {
	return changed(e, inText, func(by dossier.Provenance) bool { return by.Amendment == amendment })
}

func changed(e *amend.Edition, in func(dossier.Address) bool, by func(dossier.Provenance) bool) bool {
	return slices.ContainsFunc(e.Addresses(), func(a dossier.Address) bool {
		return in(a) && slices.ContainsFunc(e.History(a), func(r dossier.Revision) bool { return !r.Restated && by(r.By) })
	})
}
