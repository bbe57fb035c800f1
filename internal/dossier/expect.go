package dossier

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
)

// ExpectHash is the short hash by which a change names the text it expects:
// the first eight hexadecimal digits of the SHA-256 of its characters.
func ExpectHash(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:4])
}

// Content is the field's text as changes expect it: the value, or the printed
// paragraphs of the measures joined by "\n".
func (f Field) Content() string {
	if f.Kind != Measures {
		return f.Value.Value
	}
	lines := make([]string, len(f.Measures))
	for i, m := range f.Measures {
		lines[i] = m.Text.Value
	}
	return strings.Join(lines, "\n")
}
