package build

import (
	"crypto/sha256"
	"encoding/hex"
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

// sums gives the sum of each selected file by its path.
func sums(documents []docset.Document, t compose.Templates, o Options) (map[string]sum, diag.List, error) {
	wanted := o.wanted(documents)
	papers, archives := divide(wanted)
	all, problems, err := paperSums(withParts(papers, archives), t, o.Jobs)
	if err != nil || problems.HasErrors() {
		return nil, problems, err
	}
	for _, d := range archives {
		all[d.Files[0].Path] = archiveSum(d, all)
	}
	out := map[string]sum{}
	for _, d := range wanted {
		for _, f := range o.selected(d) {
			out[f.Path] = all[f.Path]
		}
	}
	return out, problems, nil
}

// withParts adds to documents what the archives hold beside them.
func withParts(papers, archives []docset.Document) []docset.Document {
	known := map[string]bool{}
	for _, d := range papers {
		known[d.Files[0].Path] = true
	}
	for _, a := range archives {
		for _, part := range a.Parts {
			if path := part.Files[0].Path; !known[path] {
				known[path] = true
				papers = append(papers, part)
			}
		}
	}
	return papers
}

// archiveSum follows from the sums of the files in an archive.
func archiveSum(d docset.Document, of map[string]sum) sum {
	h := sha256.New()
	writeParcel(h, d, func(f docset.File) string {
		s := of[f.Path]
		return hex.EncodeToString(s[:])
	})
	return sum(h.Sum(nil))
}

// paperSums composes documents and gives the sums of all their files.
func paperSums(documents []docset.Document, t compose.Templates, jobs int) (map[string]sum, diag.List, error) {
	all := map[string]sum{}
	var problems diag.List
	var mu sync.Mutex
	var group errgroup.Group
	group.SetLimit(jobs)
	for _, d := range documents {
		group.Go(func() error {
			own, list, err := documentSums(d, t)
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

func documentSums(d docset.Document, t compose.Templates) (map[string]sum, diag.List, error) {
	composed, problems := compose.Compose(t, d)
	if problems.HasErrors() {
		return nil, problems, nil
	}
	out := map[string]sum{}
	for _, f := range d.Files {
		h := sha256.New()
		if err := canonical(f.Format, composed, h); err != nil {
			return nil, problems, err
		}
		out[f.Path] = sum(h.Sum(nil))
	}
	return out, problems, nil
}
