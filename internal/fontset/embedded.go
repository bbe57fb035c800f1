package fontset

import (
	"fmt"
	"sync"

	"hongtou/fonts"
	"hongtou/internal/sfnt"
)

var defaultSet = sync.OnceValues(func() (*Set, error) { return assemble(fonts.Faces()) })

// Default returns the set of embedded faces. Each face is parsed when
// first used, once per process; its outlines stay in the program's own pages.
func Default() (*Set, error) { return defaultSet() }

// assemble builds the set from the embedded files of this build.
func assemble(files []fonts.Face) (*Set, error) {
	s := &Set{chains: map[Role][]FaceID{}, makeshift: map[Role]string{}}
	ids := map[string]FaceID{}
	for _, file := range files {
		if file.Data == nil {
			continue
		}
		ids[file.Name] = FaceID(len(s.faces))
		s.faces = append(s.faces, embedded(file))
	}
	for _, role := range Roles() {
		for i, name := range defaultChains[role] {
			id, here := ids[name]
			switch {
			case here:
				s.chains[role] = append(s.chains[role], id)
			case i == 0:
				s.makeshift[role] = makeshift(role)
			}
		}
		if len(s.chains[role]) == 0 {
			return nil, fmt.Errorf("no embedded face for role %q", role)
		}
	}
	return s, nil
}

// makeshift is the notice about a role whose proper face this build leaves out.
func makeshift(role Role) string {
	return fmt.Sprintf("本程序未内置%[1]s（nogplfonts 版），%[1]s暂以红头文楷代替，与 GB/T 9704 要求的字体不同；请用 --fonts 指定装有%[1]s字体的文件夹",
		role.Label())
}

func embedded(file fonts.Face) *Face {
	return &Face{
		name: file.Name, family: file.Family, source: file.Origin,
		licence: file.Licence, sum: file.SHA256,
		load: sync.OnceValue(func() *parsed {
			font, err := sfnt.Parse(file.Data, 0)
			if err != nil {
				// The data were checked when the program was built and tested:
				// a failure here means a damaged executable.
				panic(fmt.Sprintf("embedded font %s: %v", file.Name, err))
			}
			return &parsed{font: font}
		}),
	}
}
