package fontset

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"

	"hongtou/internal/sfnt"
)

// Given is a TrueType file handed over in memory, with the roles it serves.
type Given struct {
	Name   string // ASCII, unique
	Family string
	TTF    []byte
	Roles  []Role
}

// New builds a set of given files alone; a role's chain follows their order.
// Every role must be served.
func New(files ...Given) (*Set, error) {
	s := &Set{chains: map[Role][]FaceID{}}
	for _, file := range files {
		font, err := sfnt.Parse(file.TTF, 0)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", file.Name, err)
		}
		if !font.HasOutlines() {
			return nil, fmt.Errorf("%s: %w", file.Name, sfnt.ErrNoOutlines)
		}
		sum := sha256.Sum256(file.TTF)
		p := &parsed{font: font}
		id := FaceID(len(s.faces))
		s.faces = append(s.faces, &Face{
			name: file.Name, family: file.Family, source: file.Name,
			sum: hex.EncodeToString(sum[:]), load: func() *parsed { return p },
		})
		for _, role := range file.Roles {
			s.chains[role] = append(s.chains[role], id)
		}
	}
	for _, role := range Roles() {
		if len(s.chains[role]) == 0 {
			return nil, fmt.Errorf("no face for role %q", role)
		}
	}
	return s, nil
}
