package compose

import (
	"slices"

	"hongtou/internal/docset"
	"hongtou/internal/dossier"
	"hongtou/internal/impact"
)

// reissuing is the work on one reissue list.
type reissuing struct {
	document      docset.Document
	now, then     map[dossier.Address]impact.Place // what addresses name, as printed after and before
	parts, former map[string][]docset.Document     // by unit
	order         []string                         // units, in the order in which documents name them
	ordered       map[string]bool                  // those units
	affected      map[string]impact.Recipient      // by unit
	names         map[string]dossier.Text          // of all units that the step names
}

func newReissuing(p docset.Document) *reissuing {
	r := &reissuing{
		document: p, former: map[string][]docset.Document{}, parts: map[string][]docset.Document{},
		now: impact.Places(p.Dossier), then: impact.Places(p.Before.Dossier),
		ordered: map[string]bool{}, affected: map[string]impact.Recipient{}, names: map[string]dossier.Text{},
	}
	r.divide(p.Parts, r.parts)
	r.divide(p.Former, r.former)
	for _, u := range slices.Backward(p.Changes.Unaffected) { // the first of a name counts
		r.names[u.Unit.ID] = u.Unit.Name
	}
	for _, u := range slices.Backward(p.Changes.Affected) {
		r.names[u.Unit.ID], r.affected[u.Unit.ID] = u.Unit.Name, u
	}
	return r
}

// follow puts a unit at the end of the order, once.
func (r *reissuing) follow(unit string) {
	if !r.ordered[unit] {
		r.ordered[unit] = true
		r.order = append(r.order, unit)
	}
}

func (r *reissuing) divide(list []docset.Document, by map[string][]docset.Document) {
	for _, d := range list {
		by[d.Unit] = append(by[d.Unit], d)
		r.follow(d.Unit)
	}
}

// units gives everybody who has documents or had some, in the register's
// order; units that are no longer in it come last.
func (r *reissuing) units() []string {
	for _, list := range [][]impact.Recipient{r.document.Changes.Affected, r.document.Changes.Unaffected} {
		for _, u := range list {
			r.follow(u.Unit.ID)
		}
	}
	var out []string
	taken := map[string]bool{}
	take := func(unit string) {
		if r.ordered[unit] && !taken[unit] {
			taken[unit] = true
			out = append(out, unit)
		}
	}
	if reg := r.document.Dossier.Register; reg != nil {
		for _, u := range reg.Units {
			take(u.ID)
		}
	}
	for _, id := range r.order {
		take(id)
	}
	return out
}

// renewed gives what one unit gets anew and what it hands back; nothing when
// its documents stay.
func (r *reissuing) renewed(unit string) renewedView {
	now, then := r.name(unit, r.parts[unit]), r.name(unit, r.former[unit])
	if now.IsZero() {
		now, then = then, now
	}
	v := renewedView{Unit: newText("unit."+unit+".name", now)}
	if !then.IsZero() && then.Value != now.Value {
		v.Former = newText("unit."+unit+".former", then)
	}
	for _, t := range r.affected[unit].Tasks {
		v.Tasks = append(v.Tasks, r.task(t))
	}
	issued := slices.DeleteFunc(slices.Clone(r.parts[unit]), r.stays)
	expired := slices.DeleteFunc(slices.Clone(r.former[unit]), func(d docset.Document) bool {
		return slices.ContainsFunc(r.parts[unit], func(n docset.Document) bool { return same(n, d) && r.stays(n) })
	})
	v.Issued, v.Expired = r.list(issued, r.now), r.editions(expired, r.then)
	if slices.ContainsFunc(issued, func(d docset.Document) bool { return d.Kind == docset.TaskBook }) {
		v.Quoted = r.passages(quotedClauses(r.document.Dossier))
	}
	v.Same = len(v.Expired) == 1 && slices.EqualFunc(issued, expired, same)
	return v
}

// same says that two documents of one recipient are editions of one another.
func same(a, b docset.Document) bool { return a.Kind == b.Kind && a.Item == b.Item }

// stays says whether a document is older than the notices: nothing it prints
// has changed.
func (r *reissuing) stays(d docset.Document) bool { return d.Edition != r.document.Edition }

// name gives a unit's name as its documents print it.
func (r *reissuing) name(unit string, list []docset.Document) dossier.Text {
	if len(list) > 0 {
		return list[0].Recipient.Unit.Name
	}
	return r.names[unit]
}
