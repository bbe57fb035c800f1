package build

import (
	"crypto/sha256"
	"maps"
	"slices"
	"sync"

	"golang.org/x/sync/errgroup"

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
	from, problems, err := sums(planEdition(p.from), t, o)
	if err != nil {
		return DocumentChanges{}, problems, err
	}
	to, more, err := sums(planEdition(p.to), t, o)
	problems.Add(more...)
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
	return out, problems, err
}

// sums composes the documents and gives what decides the bytes of each
// selected file beside the program and the fonts, which both editions share.
func sums(documents []docset.Document, t compose.Templates, o Options) (map[string][sha256.Size]byte, diag.List, error) {
	out := map[string][sha256.Size]byte{}
	var problems diag.List
	var mu sync.Mutex
	var group errgroup.Group
	group.SetLimit(o.Jobs)
	for _, d := range documents {
		group.Go(func() error {
			composed, list := compose.Compose(t, d)
			mu.Lock()
			defer mu.Unlock()
			problems.Add(list...)
			for _, f := range d.Files {
				if list.HasErrors() || !o.wants(d.Kind, f.Format) {
					continue
				}
				h := sha256.New()
				if err := canonical(f.Format, composed, h); err != nil {
					return err
				}
				out[f.Path] = [sha256.Size]byte(h.Sum(nil))
			}
			return nil
		})
	}
	err := group.Wait()
	return out, problems, err
}
