package source

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"maps"
	"slices"
)

// Sum is a hash of all that was read: names, texts, pictures, and what was
// refused. Two folders of the same sum are the same to every reader of Files,
// but for the folder's own name.
func (f *Files) Sum() string {
	h := sha256.New()
	for _, name := range slices.Sorted(maps.Keys(f.names)) {
		fmt.Fprintf(h, "name %q %t %q\n", name, f.names[name], f.refused[name])
	}
	for _, file := range f.files {
		fmt.Fprintf(h, "file %q %t %d\n%s\n", file.Path, file.Bad, len(file.Text), file.Text)
	}
	for _, name := range slices.Sorted(maps.Keys(f.pictures)) {
		fmt.Fprintf(h, "picture %q %x\n", name, sha256.Sum256(f.pictures[name]))
	}
	return hex.EncodeToString(h.Sum(nil))
}
