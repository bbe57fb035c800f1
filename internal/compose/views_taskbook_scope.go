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
	aspects map[string]bool // theirs
	clauses map[dossier.Address]bool
	known   []map[string]bool // all aspects
}

// newScope takes in all that a recipient's book prints.
func (m *memory) newScope(p docset.Document) scope {
	s := m.emptyScope(p)
	s.add(p.Recipient.All())
	return s
}

func (s scope) add(lists ...[]assign.Share) {
	for _, share := range slices.Concat(lists...) {
		s.items[share.Task.Item.ID], s.aspects[share.Task.ID] = true, true
	}
}

// emptyScope knows the paragraphs that every book quotes, and all aspects.
func (m *memory) emptyScope(p docset.Document) scope {
	s := scope{map[string]bool{}, map[string]bool{}, quotedClauses(p.Dossier), []map[string]bool{m.edition(p.Text).aspects}}
	if p.Before != nil {
		s.known = append(s.known, m.edition(p.Before).aspects)
	}
	return s
}

// other tells aspects that are somebody else's.
func (s scope) other(aspect string) bool {
	return slices.ContainsFunc(s.known, func(all map[string]bool) bool { return all[aspect] })
}

// has says whether a value belongs to one of the tasks, or to an item as a
// whole of which the recipient has a task.
func (s scope) has(a dossier.Address) bool {
	if s.clauses[a] {
		return true
	}
	path := string(a)
	for end := len(path); end > 0; end = strings.LastIndexByte(path[:end], '.') {
		switch {
		case s.aspects[path[:end]]:
			return true
		case s.other(path[:end]):
			return false
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
