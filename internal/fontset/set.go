package fontset

import (
	"crypto/sha256"

	"hongtou/internal/memo"
)

// FaceID numbers a face inside one Set.
type FaceID uint8

// Set is the faces of all roles. It never changes after loading and is safe
// for concurrent use.
type Set struct {
	faces     []*Face
	chains    map[Role][]FaceID
	makeshift map[Role]string // notices about roles whose proper face is missing
	notices   []string        // notices about font files
	memo      *memo.Folder    // of what is made of subsets; nil = none
}

// Keeping gives the same set, of which WOFF2 files and whatever goes through
// Keep are kept in a folder between runs; they are the same bytes with and
// without.
func (s *Set) Keeping(f *memo.Folder) *Set {
	out := *s
	out.memo = f
	return &out
}

// Keep gives what comes from the subset of a digest (Face.Digest) by way of kind:
// what an earlier run kept, or what make gives. Errors are those of make.
func (s *Set) Keep(kind string, digest [sha256.Size]byte, make func() ([]byte, error)) ([]byte, error) {
	return s.memo.Piece(kind, digest[:], make)
}

// Find returns the first face of the role's chain that has a real glyph for r;
// false means that no face has one.
func (s *Set) Find(role Role, r rune) (FaceID, bool) {
	for _, id := range s.chains[role] {
		if s.faces[id].Has(r) {
			return id, true
		}
	}
	return 0, false
}

// Face returns a face by its number.
func (s *Set) Face(id FaceID) *Face { return s.faces[id] }

// Faces returns how many faces the set has; their numbers run from 0.
func (s *Set) Faces() int { return len(s.faces) }

// Chain returns the faces of a role, first choice first. The caller must not
// change it.
func (s *Set) Chain(role Role) []FaceID { return s.chains[role] }

// Missing returns the characters of text that no face of the role's chain has,
// each once, in order of appearance. Line breaks and tabs are not characters to
// be drawn.
func (s *Set) Missing(role Role, text string) []rune {
	var out []rune
	seen := map[rune]bool{'\n': true, '\r': true, '\t': true}
	for _, r := range text {
		if seen[r] {
			continue
		}
		seen[r] = true
		if _, ok := s.Find(role, r); !ok {
			out = append(out, r)
		}
	}
	return out
}

// Notices returns what the user should know about this set, in Chinese: a role
// served by a makeshift face, a font file that could not be used.
func (s *Set) Notices() []string {
	var out []string
	for _, role := range Roles() {
		if text, ok := s.makeshift[role]; ok {
			out = append(out, text)
		}
	}
	return append(out, s.notices...)
}
