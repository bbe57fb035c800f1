package build

import (
	"maps"
	"slices"

	"hongtou/internal/amend"
	"hongtou/internal/compose"
	"hongtou/internal/diag"
	"hongtou/internal/docset"
)

// DocumentChanges are the paths of the files of two editions.
type DocumentChanges struct {
	Changed   []string `json:"changed"`
	New       []string `json:"new"`
	Gone      []string `json:"gone"`
	Unchanged []string `json:"unchanged"`
}

// documentChanges compares the files that the two editions ask for.
func documentChanges(p span, t compose.Templates, o Options) (DocumentChanges, diag.List, error) {
	r := reckoner{templates: t, jobs: o.Jobs, known: map[origin]map[string]sum{}}
	from, problems, err := r.sums(p.plan(p.from), o)
	if err != nil {
		return DocumentChanges{}, problems, err
	}
	to, more, err := r.sums(p.plan(p.to), o)
	problems.Add(more...)
	return compareSums(from, to), problems, err
}

func compareSums(from, to map[string]sum) DocumentChanges {
	out := DocumentChanges{Changed: []string{}, New: []string{}, Gone: []string{}, Unchanged: []string{}}
	for _, path := range slices.Sorted(maps.Keys(to)) {
		switch was, known := from[path]; {
		case !known:
			out.New = append(out.New, path)
		case was != to[path]:
			out.Changed = append(out.Changed, path)
		default:
			out.Unchanged = append(out.Unchanged, path)
		}
	}
	for _, path := range slices.Sorted(maps.Keys(from)) {
		if _, still := to[path]; !still {
			out.Gone = append(out.Gone, path)
		}
	}
	return out
}

// plan lists the documents that one edition asks for. What is wrong with
// names, content.plan has reported.
func (p span) plan(e *amend.Edition) []docset.Document {
	documents, _ := docset.Plan(p.editions, e.Date)
	return documents
}
