package docset

import (
	"slices"

	"hongtou/internal/dossier"
	"hongtou/internal/impact"
)

// planReissues plans, for every day on which notices came into force, the list
// of who gets which documents anew. Where nobody ever gets any, and nobody
// could, there is nothing to list.
func planReissues(p *planner) []planned {
	var out []planned
	for i := range p.steps {
		e := p.editions[i+1]
		one := planned{text: e, before: p.editions[i], changes: &p.steps[i], edition: e.Date, serial: 1, named: true}
		one.parts, one.former = p.upTo(i+1).unitDocuments(), p.upTo(i).unitDocuments()
		if len(one.parts)+len(one.former)+len(one.changes.Open) > 0 {
			out = append(out, one)
		}
	}
	return out
}

// unitDocuments plans the documents that recipients get.
func (p *planner) unitDocuments() []Document {
	for _, k := range Kinds() {
		if k.Kind == TaskBook || k.Kind == Acceptance || k.Kind == Clauses {
			p.add(k)
		}
	}
	return p.done
}

// planLedger plans the ledger: it prints every field of a task but the
// measures.
func planLedger(p *planner) []planned {
	if len(p.recipients(p.last())) == 0 {
		return nil
	}
	return []planned{p.newest(func(step impact.Impact) bool {
		return slices.ContainsFunc(step.Affected, moved) || slices.ContainsFunc(step.Changed, func(v impact.Value) bool {
			return v.Item != "" && v.Field != dossier.Measures
		})
	})}
}

// moved says whether a recipient has other parts in a task than before.
func moved(r impact.Recipient) bool {
	return slices.ContainsFunc(r.Tasks, func(t impact.Task) bool { return !slices.Equal(t.Before, t.After) })
}

// planRegister plans the register of what was handed to whom.
func planRegister(p *planner) []planned { return p.listing(TaskBook, Acceptance) }

// planVolume plans all task books in one.
func planVolume(p *planner) []planned { return p.listing(TaskBook) }

// listing plans a document about documents of some kinds: it is as new as the
// newest of them.
func (p *planner) listing(kinds ...Kind) []planned {
	var parts []Document
	for _, k := range kinds {
		parts = append(parts, p.kind(k)...)
	}
	if len(parts) == 0 {
		return nil
	}
	one := p.newest(func(step impact.Impact) bool { return len(step.Affected) > 0 || p.quoted(step) })
	one.parts = parts
	return []planned{one}
}

// planBundles plans one archive per recipient of everything made for it.
func planBundles(p *planner) []planned {
	var out []planned
	for _, book := range p.kind(TaskBook) {
		one := planned{text: book.Text, before: book.Before, changes: book.Changes, edition: book.Edition, serial: 1, recipient: book.Recipient}
		one.name = "分发/" + book.Recipient.Unit.Name.Value
		for _, d := range p.done {
			if d.Unit == book.Unit {
				one.parts = append(one.parts, d)
			}
		}
		out = append(out, one)
	}
	return out
}
