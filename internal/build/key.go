package build

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"

	"hongtou/internal/compose"
	"hongtou/internal/docset"
)

// keyBytes of a key's SHA-256 are kept: nobody gains by two documents of one
// key, and the manifest of a province lists tens of thousands.
const keyBytes = 16

// key is a hash from which it follows, without composing a document, what its
// selected files are made from; "" when there is no telling.
func (w workshop) key(d *docset.Document, files []docset.File) string {
	composed, ok := compose.Key(w.templates, *d, formatsOf(files)...)
	if !ok {
		return ""
	}
	h := sha256.New()
	fmt.Fprintf(h, "%s\n%x\n", w.fingerprint, composed)
	return hex.EncodeToString(h.Sum(nil)[:keyBytes])
}

// unchanged gives a document's files when all of them stand in out/ under the
// key it has now: then it need not be composed. A document whose tree the
// website shows is composed nevertheless.
func (w workshop) unchanged(d *docset.Document, files []docset.File, key string) ([]made, bool) {
	if key == "" || w.trees.wants(d) {
		return nil, false
	}
	out := make([]made, len(files))
	for i, f := range files {
		was, _ := w.session.Former(f.Path)
		out[i] = made{document: d, file: f, inputs: was.InputsHash, key: key}
		if was.Key != key || !w.keep(&out[i]) {
			return nil, false
		}
	}
	return out, true
}
