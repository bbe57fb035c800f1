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
func (f Field) Content() string { return Lines(f.Paragraphs()) }

// Paragraphs are the field's words in force, without its label: the value, or
// the printed paragraphs of the measures that are not deleted.
func (f Field) Paragraphs() []Text {
	if f.Kind != Measures {
		return []Text{f.Value}
	}
	out := make([]Text, 0, len(f.Measures))
	for _, m := range f.Measures {
		if !m.Deleted {
			out = append(out, m.Text)
		}
	}
	return out
}

// Lines joins printed paragraphs by "\n", as changes expect them.
func Lines(ts []Text) string {
	lines := make([]string, len(ts))
	for i, t := range ts {
		lines[i] = t.Value
	}
	return strings.Join(lines, "\n")
}
