package build

import (
	"crypto/sha256"

	"hongtou/internal/compose"
	"hongtou/internal/docset"
)

// treeSums hashes the trees of a composed document, each once: PDF and HTML are
// made of the same one. It is not for concurrent use.
type treeSums struct {
	composed           compose.Composed
	document, workbook *sum
}

// of is the hash of the tree that a format is made of.
func (t *treeSums) of(f docset.Format) (sum, error) {
	at := &t.document
	if f == docset.XLSX {
		at = &t.workbook
	}
	if *at != nil {
		return **at, nil
	}
	h := sha256.New()
	var err error
	if f == docset.XLSX {
		err = t.composed.Workbook.WriteCanonical(h)
	} else {
		err = t.composed.Document.WriteCanonical(h)
	}
	if err != nil {
		return sum{}, err
	}
	*at = (*sum)(h.Sum(nil))
	return **at, nil
}
