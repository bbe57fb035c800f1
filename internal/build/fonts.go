package build

import (
	"maps"
	"slices"

	"hongtou/internal/fontset"
)

// FontReport tells which faces serve each role.
type FontReport struct {
	Roles   []RoleReport `json:"roles"`
	Checked int          `json:"checked"` // different characters of the content held against the faces
	Notices []string     `json:"notices"`
}

// RoleReport is one role and its chain of faces, the first one first.
type RoleReport struct {
	Role     string       `json:"role"`
	Name     string       `json:"name"` // Chinese
	Faces    []FaceReport `json:"faces"`
	Missing  string       `json:"missing"`  // characters of the content that no face of the chain has
	Borrowed string       `json:"borrowed"` // characters of the content that come from a later face of the chain
}

// FaceReport is one face.
type FaceReport struct {
	Name    string `json:"name"`
	Family  string `json:"family"`
	Source  string `json:"source"`
	Licence string `json:"licence"`
	SHA256  string `json:"sha256"`
}

// Fonts reports the faces and, over all characters of the content, what each
// role lacks or borrows.
func Fonts(o Options) (FontReport, error) {
	o = o.withDefaults()
	set, notices, err := openFonts(o.Fonts)
	if err != nil {
		return FontReport{}, err
	}
	chars, unread := contentChars(o)
	out := FontReport{Checked: len(chars), Notices: append([]string{}, notices...)}
	if unread != nil {
		out.Notices = append(out.Notices, "未核对缺字："+unread.Error())
	}
	for _, role := range fontset.Roles() {
		out.Roles = append(out.Roles, roleReport(set, role, chars))
	}
	return out, nil
}

func roleReport(set *fontset.Set, role fontset.Role, chars []rune) RoleReport {
	r := RoleReport{Role: string(role), Name: role.Label(), Missing: string(set.Missing(role, string(chars)))}
	for _, id := range set.Chain(role) {
		f := set.Face(id)
		r.Faces = append(r.Faces, FaceReport{f.Name(), f.Family(), f.Source(), f.Licence(), f.SHA256()})
	}
	first := set.Chain(role)[0]
	for _, c := range chars {
		if id, ok := set.Find(role, c); ok && id != first {
			r.Borrowed += string(c)
		}
	}
	return r
}

// contentChars gives every printing character of the content folder, sorted,
// each once; the error says why there are none.
func contentChars(o Options) ([]rune, error) {
	c, err := read(o)
	if err != nil {
		return nil, err
	}
	seen := map[rune]bool{}
	for _, path := range c.problems.files.Paths() {
		for _, r := range c.problems.files.File(path).Text {
			if r > ' ' {
				seen[r] = true
			}
		}
	}
	return slices.Sorted(maps.Keys(seen)), nil
}
