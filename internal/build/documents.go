package build

import (
	"crypto/sha256"
	"maps"
	"slices"
	"sync"

	"golang.org/x/sync/errgroup"

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
	from, problems, err := sums(p.plan(p.from), t, o)
	if err != nil {
		return DocumentChanges{}, problems, err
	}
	to, more, err := sums(p.plan(p.to), t, o)
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

// sum is what decides the bytes of a file beside the program and the fonts,
// which both editions share.
type sum [sha256.Size]byte

// sums composes the documents and gives the sum of each selected file by its
// path.
func sums(documents []docset.Document, t compose.Templates, o Options) (map[string]sum, diag.List, error) {
	all := map[string]sum{}
	var problems diag.List
	var mu sync.Mutex
	var group errgroup.Group
	group.SetLimit(o.Jobs)
	for _, d := range o.wanted(documents) {
		group.Go(func() error {
			own, list, err := documentSums(d, o.selected(d), t)
			mu.Lock()
			defer mu.Unlock()
			problems.Add(list...)
			maps.Copy(all, own)
			return err
		})
	}
	err := group.Wait()
	return all, problems, err
}

func documentSums(d docset.Document, files []docset.File, t compose.Templates) (map[string]sum, diag.List, error) {
	composed, problems := compose.Compose(t, d)
	if problems.HasErrors() {
		return nil, problems, nil
	}
	out := map[string]sum{}
	for _, f := range files {
		h := sha256.New()
		if err := canonical(f.Format, composed, h); err != nil {
			return nil, problems, err
		}
		out[f.Path] = sum(h.Sum(nil))
	}
	return out, problems, nil
}
