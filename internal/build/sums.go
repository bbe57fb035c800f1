package build

import (
	"crypto/sha256"
	"encoding/hex"
	"maps"
	"sync"

	"golang.org/x/sync/errgroup"

	"hongtou/internal/amend"
	"hongtou/internal/compose"
	"hongtou/internal/diag"
	"hongtou/internal/docset"
	"hongtou/internal/dossier"
)

// sum is what decides the bytes of a file beside the program and the fonts,
// which both editions share.
type sum [sha256.Size]byte

// reckoner reckons sums, of a document that both editions ask for once.
type reckoner struct {
	templates compose.Templates
	jobs      int
	mu        sync.Mutex
	known     map[origin]map[string]sum
}

// origin is all that decides a document without parts.
type origin struct {
	path         string
	text, before *amend.Edition
	edition      string
	amendment    *dossier.Amendment
	unit, item   string
}

// sums gives the sum of each selected file by its path.
func (r *reckoner) sums(documents []docset.Document, o Options) (map[string]sum, diag.List, error) {
	wanted := o.wanted(documents)
	papers, archives, _ := divide(wanted) // the website is of all dossiers
	unpacked := make([]docset.Document, len(archives))
	for i, d := range archives {
		unpacked[i] = d.Unpacked()
	}
	all, problems, err := r.papers(withParts(papers, unpacked))
	if err != nil || problems.HasErrors() {
		return nil, problems, err
	}
	for _, d := range unpacked {
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
func withParts(papers []*docset.Document, archives []docset.Document) []*docset.Document {
	known := map[string]bool{}
	for _, d := range papers {
		known[d.Files[0].Path] = true
	}
	for _, a := range archives {
		for i := range a.Parts {
			if path := a.Parts[i].Files[0].Path; !known[path] {
				known[path] = true
				papers = append(papers, &a.Parts[i])
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

// papers gives the sums of all files of documents that are no archives.
func (r *reckoner) papers(documents []*docset.Document) (map[string]sum, diag.List, error) {
	all := map[string]sum{}
	var problems diag.List
	var group errgroup.Group
	group.SetLimit(r.jobs)
	for _, d := range documents {
		group.Go(func() error {
			own, list, err := r.paper(d)
			r.mu.Lock()
			defer r.mu.Unlock()
			problems.Add(list...)
			maps.Copy(all, own)
			return err
		})
	}
	err := group.Wait()
	return all, problems, err
}

func (r *reckoner) paper(d *docset.Document) (map[string]sum, diag.List, error) {
	key := origin{d.Files[0].Path, d.Text, d.Before, d.Edition, d.Amendment, d.Unit, d.Item}
	r.mu.Lock()
	own, known := r.known[key]
	r.mu.Unlock()
	if known {
		return own, nil, nil
	}
	own, problems, err := documentSums(d, r.templates)
	if err == nil && len(d.Parts)+len(d.Former) == 0 {
		r.mu.Lock()
		r.known[key] = own
		r.mu.Unlock()
	}
	return own, problems, err
}

func documentSums(d *docset.Document, t compose.Templates) (map[string]sum, diag.List, error) {
	composed, problems := compose.Compose(t, *d)
	if problems.HasErrors() {
		return nil, problems, nil
	}
	out := map[string]sum{}
	trees := treeSums{composed: composed}
	for _, f := range d.Files {
		s, err := trees.of(f.Format)
		if err != nil {
			return nil, problems, err
		}
		out[f.Path] = s
	}
	return out, problems, nil
}
