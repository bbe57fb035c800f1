package build

import (
	"sync"

	"hongtou/internal/doc"
	"hongtou/internal/docset"
)

// trees hands the trees of the few documents that a website shows on, so that
// they are not composed twice; all others are dropped once they are rendered.
type trees struct {
	mu   sync.Mutex
	want map[string]bool // by the path of the first file
	have map[string]*doc.Document
}

func newTrees(sites []*docset.Document) *trees {
	out := &trees{want: map[string]bool{}, have: map[string]*doc.Document{}}
	for _, s := range sites {
		for _, part := range s.Parts {
			out.want[part.Files[0].Path] = true
		}
	}
	return out
}

// wants says whether a website shows a document's tree.
func (t *trees) wants(d *docset.Document) bool { return t.want[d.Files[0].Path] }

func (t *trees) offer(d *docset.Document, tree *doc.Document) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if path := d.Files[0].Path; t.want[path] && tree != nil {
		t.have[path] = tree
	}
}

func (t *trees) of(d docset.Document) *doc.Document {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.have[d.Files[0].Path]
}
