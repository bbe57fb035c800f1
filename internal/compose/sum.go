package compose

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"maps"
	"slices"
)

// Sum is a hash of the templates as read: sets of the same sum make the same
// of the same document.
func (ts Templates) Sum() string { return ts.sum }

func sumOf(files map[string]file) string {
	h := sha256.New()
	for _, path := range slices.Sorted(maps.Keys(files)) {
		fmt.Fprintf(h, "%q %d\n%s\n", path, len(files[path].text), files[path].text)
	}
	return hex.EncodeToString(h.Sum(nil))
}
