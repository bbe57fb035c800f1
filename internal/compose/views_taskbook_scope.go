package compose

import (
	"slices"
	"strings"

	"hongtou/internal/assign"
	"hongtou/internal/docset"
	"hongtou/internal/dossier"
)

// scope says which values belong to some tasks.
type scope struct {
	items   map[string]bool
	aspects map[string]bool // true for theirs, false for others of the same items
	clauses map[dossier.Address]bool
}

// newScope takes in all that a recipient's book prints.
func newScope(p docset.Document) scope {
	s := emptyScope(p)
	s.add(p.Recipient.Responsible, p.Recipient.Supervised)
	return s
}

func (s scope) add(lists ...[]assign.Share) {
	for _, share := range slices.Concat(lists...) {
		s.items[share.Task.Item.ID], s.aspects[share.Task.ID] = true, true
	}
}

// emptyScope knows the paragraphs that every book quotes, and all aspects.
func emptyScope(p docset.Document) scope {
	s := scope{map[string]bool{}, map[string]bool{}, quotedClauses(p.Dossier)}
	known := []*dossier.Dossier{p.Text.Issued, p.Text.Dossier}
	if p.Before != nil {
		known = append(known, p.Before.Dossier)
	}
	for _, d := range known {
		for _, item := range d.Annex.Items() {
			for _, a := range item.Aspects {
				s.aspects[a.ID] = s.aspects[a.ID]
			}
		}
	}
	return s
}

// has says whether a value belongs to one of the tasks, or to an item as a
// whole of which the recipient has a task.
func (s scope) has(a dossier.Address) bool {
	if s.clauses[a] {
		return true
	}
	path := string(a)
	for end := len(path); end > 0; end = strings.LastIndexByte(path[:end], '.') {
		if mine, known := s.aspects[path[:end]]; known {
			return mine
		}
	}
	item, _, _ := strings.Cut(path, ".")
	return s.items[item]
}

// quotedClauses are the paragraphs of the plan that every task book quotes.
func quotedClauses(d *dossier.Dossier) map[dossier.Address]bool {
	out := map[dossier.Address]bool{}
	for _, id := range d.Handout.Clauses {
		out[dossier.Address("plan."+id.Value)] = true
	}
	return out
}
